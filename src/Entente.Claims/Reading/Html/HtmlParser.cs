namespace Entente.Claims.Reading.Html;

/// <summary>
/// Reads HTML from first to last character into elements and segments of text, each with its exact place in the page. No tree of nodes is built, the stack of open
/// elements is bounded, and nothing is looked at more than a few times, so that hostile nesting costs no more than its length.
/// </summary>
internal sealed class HtmlParser
{
    /// <summary>Open elements kept; what is nested deeper counts to the innermost of them.</summary>
    public const int MaxDepth = 400;

    /// <summary>Elements kept; what comes after them is text of the innermost open ones.</summary>
    public const int MaxElements = 400_000;

    private readonly string _source;
    private readonly HtmlPage _page;
    private readonly SegmentWriter _writer;
    private readonly HintReader _hints = new();
    private readonly List<HtmlElement> _open = [];
    private readonly int[] _openOf = new int[256];
    private int _beyond;
    private int _links;
    private int _linkStart;
    private int _linkChars;
    private int _silent;
    private int _strong;
    private int _strongStart;
    private int _strongChars;
    private bool _broken;
    private readonly TagScanner _scanner;
    private readonly bool _isXml;

    private HtmlParser(string source)
    {
        _source = source;
        _isXml = XmlForm.IsDeclared(source) || XmlForm.Is(source);
        _page = new HtmlPage(source);
        _writer = new SegmentWriter(source);
        _scanner = new TagScanner(source);
    }

    public static HtmlPage Parse(string source)
    {
        var parser = new HtmlParser(source);
        parser.Run();
        return parser._page;
    }

    private void Run()
    {
        var at = 0;
        while (at < _source.Length)
        {
            var next = _source.IndexOf('<', at);
            var end = next < 0 ? _source.Length : next;
            Text(at, end);
            at = next < 0 ? _source.Length : Markup(next);
        }

        Flush();
        while (_open.Count > 0)
        {
            Close();
        }
    }

    private void Text(int start, int end)
    {
        if (start < end && _silent == 0)
        {
            var before = _writer.Length;
            _writer.Append(start, end, entities: true);
            _broken &= _writer.Length == before;
        }
    }

    /// <summary>Reads what begins with the angle bracket at <paramref name="at"/>; gives where to go on.</summary>
    private int Markup(int at)
    {
        if (at + 1 >= _source.Length)
        {
            Text(at, at + 1);
            return at + 1;
        }

        var c = _source[at + 1];
        if (c is '!' or '?')
        {
            return _isXml && _source.AsSpan(at).StartsWith("<![CDATA[") ? Marked(at) : _scanner.AfterDeclaration(at);
        }

        var isEnd = c == '/';
        var name = at + (isEnd ? 2 : 1);
        if (name >= _source.Length || !char.IsAsciiLetter(_source[name]))
        {
            Text(at, at + 1);
            return at + 1;
        }

        var stop = name;
        while (stop < _source.Length && (char.IsLetterOrDigit(_source[stop]) || _source[stop] is '-' or ':' or '_'))
        {
            stop++;
        }

        var tag = Tags.Of(_source.AsSpan(name, stop - name));
        var close = _scanner.TagEnd(stop);
        if (isEnd)
        {
            EndTag(tag, _source.AsSpan(name, stop - name));
            return close + 1;
        }

        return StartTag(tag, TextSpan.FromBounds(name, Math.Min(close, _source.Length)), close + 1);
    }

    /// <summary>A marked section of XHTML: its text as it stands.</summary>
    private int Marked(int at)
    {
        var start = at + "<![CDATA[".Length;
        var end = _source.IndexOf("]]>", start, StringComparison.Ordinal);
        if (_silent == 0)
        {
            _writer.Append(start, end < 0 ? _source.Length : end, entities: false);
        }

        return end < 0 ? _source.Length : end + 3;
    }

    private int StartTag(Tag tag, TextSpan span, int after)
    {
        if (tag == Tag.Br)
        {
            BreakLine();
            return after;
        }

        while (_open.Count > 0 && _beyond == 0 && Tags.EndsBefore(_open[^1].Tag, tag))
        {
            CloseBlock();
        }

        CloseOpenItem(tag);
        if (!Tags.IsInline(tag))
        {
            Flush();
        }

        var isVoid = Tags.IsVoid(tag) || (_isXml && span.Length > 0 && _source[span.End - 1] == '/');
        _page.TooDeep |= _open.Count >= MaxDepth && !isVoid;
        _page.TooMany |= _page.Elements.Count >= MaxElements;
        if ((_open.Count >= MaxDepth && !isVoid) || _page.Elements.Count >= MaxElements)
        {
            _beyond += Tags.IsRaw(tag) || isVoid ? 0 : 1;
            return Tags.IsRaw(tag) ? Raw(tag, span, after) : after;
        }

        var element = Add(tag, span);
        if (isVoid)
        {
            element.EndElement = element.Index + 1;
            element.End = element.Begin;
            return after;
        }

        if (Tags.IsRaw(tag))
        {
            element.EndElement = element.Index + 1;
            element.End = element.Begin;
            return Raw(tag, span, after);
        }

        Open(element);
        return after;
    }

    /// <summary>A list item, cell or definition also ends one that is open further up in the same list or table.</summary>
    private void CloseOpenItem(Tag tag)
    {
        if (_beyond > 0 || tag is not (Tag.Li or Tag.Dt or Tag.Dd or Tag.Td or Tag.Th or Tag.Tr or Tag.P or Tag.Div or Tag.Ul or Tag.Table))
        {
            return;
        }

        for (var i = _open.Count - 1; i >= 0 && i >= _open.Count - 8; i--)
        {
            var open = _open[i].Tag;
            if (Tags.EndsBefore(open, tag))
            {
                while (_open.Count > i)
                {
                    CloseBlock();
                }

                return;
            }

            if (!Tags.IsInline(open) || open == Tag.A)
            {
                return;
            }
        }
    }

    private HtmlElement Add(Tag tag, TextSpan span)
    {
        var element = new HtmlElement(_page.Elements.Count, tag, _open.Count > 0 ? _open[^1] : null, span) { Begin = (_page.Segments.Count, _writer.Length) };
        (element.Hints, element.Class) = _hints.Read(_source, span);
        _page.Elements.Add(element);
        return element;
    }

    private void Open(HtmlElement element)
    {
        _open.Add(element);
        _openOf[(int)element.Tag]++;
        _silent += Tags.IsSilent(element.Tag) ? 1 : 0;
        if (element.Tag == Tag.A && _links++ == 0)
        {
            _linkStart = _writer.Length;
        }

        if (element.Tag is Tag.Strong or Tag.B && _strong++ == 0)
        {
            _strongStart = _writer.Length;
        }
    }

    private void EndTag(Tag tag, ReadOnlySpan<char> name)
    {
        if (tag == Tag.Br)
        {
            BreakLine();
            return;
        }

        if (_beyond > 0)
        {
            _beyond--;
            return;
        }

        if (Tags.IsVoid(tag) || _openOf[(int)tag] == 0)
        {
            return;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (open.Tag == tag && (tag != Tag.Other || SameName(open, name)))
            {
                while (_open.Count > i)
                {
                    CloseBlock();
                }

                return;
            }

            if (Tags.IsInline(tag) && !Tags.IsInline(open.Tag) && open.Tag != Tag.Other && tag != Tag.A)
            {
                return;
            }
        }
    }

    private bool SameName(HtmlElement open, ReadOnlySpan<char> name)
    {
        var own = _source.AsSpan(open.StartTag.Start, Math.Min(name.Length, open.StartTag.Length));
        return own.Equals(name, StringComparison.OrdinalIgnoreCase) && (open.StartTag.Length == name.Length || !char.IsLetterOrDigit(_source[open.StartTag.Start + name.Length]));
    }

    private void CloseBlock()
    {
        if (!Tags.IsInline(_open[^1].Tag))
        {
            Flush();
        }

        Close();
    }

    private void Close()
    {
        var element = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _openOf[(int)element.Tag]--;
        _silent -= Tags.IsSilent(element.Tag) ? 1 : 0;
        if (element.Tag == Tag.A && --_links == 0)
        {
            _linkChars += Math.Max(0, _writer.Length - _linkStart);
        }

        if (element.Tag is Tag.Strong or Tag.B && --_strong == 0)
        {
            _strongChars += Math.Max(0, _writer.Length - _strongStart);
        }

        element.End = (_page.Segments.Count, _writer.Length);
        element.EndElement = _page.Elements.Count;
    }

    /// <summary>One break is a line end, two make a new paragraph.</summary>
    private void BreakLine()
    {
        if (_broken)
        {
            Flush();
        }
        else if (_silent == 0)
        {
            _writer.Break();
            _broken = true;
        }
    }

    private void Flush()
    {
        if (_page.Segments.Count >= Segment.Most && _writer.Length < Segment.JoinedLength)
        {
            _page.TooMany = true;
            _writer.Break();
            return;
        }

        _linkChars += _links > 0 ? Math.Max(0, _writer.Length - _linkStart) : 0;
        _strongChars += _strong > 0 ? Math.Max(0, _writer.Length - _strongStart) : 0;
        if (_writer.Take() is { } segment)
        {
            _page.Segments.Add(segment with { Element = BlockElement(), LinkChars = Math.Min(_linkChars, segment.Text.Length), Strong = _strongChars >= segment.Text.Length - 2, AfterBlank = true });
        }

        _linkChars = 0;
        _linkStart = 0;
        _strongChars = 0;
        _strongStart = 0;
        _broken = false;
    }

    private int BlockElement()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!Tags.IsInline(_open[i].Tag))
            {
                return _open[i].Index;
            }
        }

        return _open.Count > 0 ? _open[0].Index : -1;
    }

    /// <summary>Passes over an element whose content is no markup; keeps the page's title and its structured data.</summary>
    private int Raw(Tag tag, TextSpan span, int after)
    {
        var name = Tags.NameOf(tag);
        if (_source.AsSpan(span.Start, span.Length).EndsWith("/") && !_scanner.EndsBeforeNext(name, after))
        {
            return after;
        }

        var at = _scanner.RawEnd(name, after);
        if (at < 0)
        {
            // What is cut off within a script is script; anything else would swallow the rest of the page.
            return tag is Tag.Script or Tag.Style ? _source.Length : after;
        }

        var content = TextSpan.FromBounds(Math.Min(after, at), at);
        if (tag == Tag.Title && _page.Title is null && InHead())
        {
            _page.Title = System.Net.WebUtility.HtmlDecode(content.In(_source)).Trim();
        }
        else if (tag == Tag.Script && _source.AsSpan(span.Start, span.Length).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            _page.JsonLd.Add(content);
        }

        var close = _source.IndexOf('>', at);
        return close < 0 ? _source.Length : close + 1;
    }

    /// <summary>Drawings have titles too; only that of the head counts.</summary>
    private bool InHead() => _openOf[(int)Tag.Svg] == 0;
}
