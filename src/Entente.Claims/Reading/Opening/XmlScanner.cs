using Entente.Claims.Reading.Html;

namespace Entente.Claims.Reading.Opening;

/// <summary>What stands at a place in XML.</summary>
internal enum XmlMark
{
    Start,
    Empty,
    End,
}

/// <summary>A tag: its name without the prefix that the root has, and where it stands.</summary>
/// <param name="Tag">From name to closing bracket.</param>
/// <param name="From">Of the opening bracket.</param>
/// <param name="After">Behind the closing bracket.</param>
internal readonly record struct XmlTag(XmlMark Mark, string Name, TextSpan Tag, int From, int After);

/// <summary>
/// Finds the tags of XML without building a tree, resolving anything, or minding what is not well formed: feeds often are not. Entities that a document defines itself are not expanded.
/// </summary>
internal sealed class XmlScanner(string source)
{
    private readonly TagScanner _tags = new(source);

    /// <summary>The root element's tag, from its name on; empty when the text is no XML.</summary>
    public static ReadOnlySpan<char> RootOf(ReadOnlySpan<char> head)
    {
        head = head.TrimStart().TrimStart('\uFEFF').TrimStart();
        while (head.StartsWith("<?") || head.StartsWith("<!"))
        {
            var end = head.StartsWith("<!--") ? head.IndexOf("-->") + 2 : head.IndexOf('>');
            if (end < 2)
            {
                return [];
            }

            head = head[(end + 1)..].TrimStart();
        }

        return head is ['<', _, ..] && char.IsAsciiLetter(head[1]) ? head[1..] : [];
    }

    /// <summary>The tags within a stretch, in their order; marked sections, comments and instructions are passed over.</summary>
    public IEnumerable<XmlTag> Tags(TextSpan within)
    {
        for (var at = within.Start; at < within.End;)
        {
            var open = source.IndexOf('<', at, within.End - at);
            if (open < 0 || open + 1 >= within.End)
            {
                yield break;
            }

            var isEnd = source[open + 1] == '/';
            var name = open + (isEnd ? 2 : 1);
            if (name < within.End && char.IsLetter(source[name]))
            {
                var close = Math.Min(_tags.TagEnd(name), within.End);
                var mark = isEnd ? XmlMark.End : close > 0 && source[close - 1] == '/' ? XmlMark.Empty : XmlMark.Start;
                at = Math.Min(close + 1, within.End);
                yield return new XmlTag(mark, NameAt(name, close), TextSpan.FromBounds(name, close), open, at);
            }
            else
            {
                at = AfterOther(open, within.End);
            }
        }
    }

    /// <summary>The value of an attribute; null when the tag has none.</summary>
    public string? Attribute(XmlTag tag, string name)
    {
        foreach (var attribute in new HtmlAttributes(source, tag.Tag))
        {
            if (attribute.Name.In(source) == name)
            {
                return System.Net.WebUtility.HtmlDecode(attribute.Value.In(source)).Trim();
            }
        }

        return null;
    }

    /// <summary>The characters of a stretch without markup of its own: entities decoded once, marked sections as they stand.</summary>
    public MappedText Characters(TextSpan inner)
    {
        var text = new MappedText.Builder(source);
        for (var at = inner.Start; at < inner.End;)
        {
            var marked = source.IndexOf("<![CDATA[", at, inner.End - at, StringComparison.Ordinal);
            text.Decoded(TextSpan.FromBounds(at, marked < 0 ? inner.End : marked));
            if (marked < 0)
            {
                break;
            }

            var start = marked + "<![CDATA[".Length;
            var end = source.IndexOf("]]>", start, inner.End - start, StringComparison.Ordinal);
            text.Plain(TextSpan.FromBounds(start, end < 0 ? inner.End : end));
            at = end < 0 ? inner.End : end + 3;
        }

        return text.Done();
    }

    /// <summary>A stretch as it stands.</summary>
    public MappedText Raw(TextSpan inner)
    {
        var text = new MappedText.Builder(source);
        text.Plain(inner);
        return text.Done();
    }

    private string NameAt(int start, int close)
    {
        var end = start;
        while (end < close && !char.IsWhiteSpace(source[end]) && source[end] is not ('/' or '>'))
        {
            end++;
        }

        return source[start..Math.Min(end, start + 60)];
    }

    private int AfterOther(int open, int end)
    {
        var rest = source.AsSpan(open, end - open);
        var (mark, length) = rest.StartsWith("<![CDATA[") ? ("]]>", 3) : rest.StartsWith("<!--") ? ("-->", 3) : rest.StartsWith("<!DOCTYPE") && rest[..Math.Min(rest.Length, 300)].Contains('[') ? ("]>", 2) : rest.Length > 1 && rest[1] is '!' or '?' ? (">", 1) : ("", 1);
        var found = mark.Length == 0 ? 0 : rest.IndexOf(mark);
        return found < 0 ? end : open + found + length;
    }
}
