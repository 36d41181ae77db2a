namespace Entente.Claims.Reading.Html;

/// <summary>Finds where tags, comments and raw content end; a quote that is never closed is looked for once only.</summary>
internal sealed class TagScanner(string source)
{
    private bool _noMoreDouble;
    private bool _noMoreSingle;
    private readonly HashSet<string> _noMoreEnds = [];

    /// <summary>Where to go on after a comment, doctype or processing instruction; the end of the page when it is not closed.</summary>
    public int AfterDeclaration(int at)
    {
        if (source.AsSpan(at).StartsWith("<!--"))
        {
            var end = source.AsSpan(at + 2).IndexOf("-->");
            return end < 0 ? source.Length : at + 2 + end + 3;
        }

        var close = source.IndexOf('>', at);
        return close < 0 ? source.Length : close + 1;
    }

    /// <summary>The closing angle bracket of a tag, quoted attribute values passed over; the end of the page when there is none.</summary>
    public int TagEnd(int at)
    {
        var i = at;
        var afterEquals = false;
        while (i < source.Length)
        {
            var c = source[i];
            if (c == '>')
            {
                return i;
            }

            if (afterEquals && c is '"' or '\'' && !(c == '"' ? _noMoreDouble : _noMoreSingle))
            {
                var quote = source.IndexOf(c, i + 1);
                if (quote < 0)
                {
                    _noMoreDouble |= c == '"';
                    _noMoreSingle |= c == '\'';
                }
                else
                {
                    i = quote;
                }
            }

            afterEquals = c == '=' || (afterEquals && char.IsWhiteSpace(c));
            i++;
        }

        return source.Length;
    }

    /// <summary>
    /// Whether the end tag of a raw element comes before the next start tag of that name. Where it does not, "&lt;iframe src=… /&gt;" is meant as in XML: closed at once.
    /// </summary>
    public bool EndsBeforeNext(string name, int at)
    {
        while (at < source.Length && source.IndexOf('<', at) is var found and >= 0)
        {
            var isEnd = found + 1 < source.Length && source[found + 1] == '/';
            if (source.AsSpan(found + (isEnd ? 2 : 1)).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return isEnd;
            }

            at = found + 1;
        }

        return false;
    }

    /// <summary>Where the end tag of an element with raw content begins; −1 when it has none.</summary>
    public int RawEnd(string name, int at)
    {
        while (at < source.Length && !_noMoreEnds.Contains(name))
        {
            var found = source.AsSpan(at).IndexOf("</");
            if (found < 0)
            {
                break;
            }

            at += found;
            if (source.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }

            at += 2;
        }

        _noMoreEnds.Add(name);
        return -1;
    }
}
