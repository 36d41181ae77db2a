using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Opening;

/// <summary>What a block of Markdown is.</summary>
internal enum MarkdownKind
{
    Paragraph,
    Heading,
    Quote,
    Item,
    Row,
    Code,
}

/// <summary>A block of Markdown without its marks.</summary>
internal readonly record struct MarkdownLine(Segment Segment, MarkdownKind Kind);

/// <summary>Takes Markdown apart into blocks, lines of one paragraph joined, and leaves its marks out; what is left keeps its place.</summary>
internal sealed partial class MarkdownLines
{
    private static readonly System.Buffers.SearchValues<char> Ruling = System.Buffers.SearchValues.Create("-*_ |:=");

    private readonly string _text;
    private readonly SegmentWriter _writer;
    private readonly List<MarkdownLine> _lines = [];
    private MarkdownKind _kind;
    private int _links;
    private bool _code;

    private MarkdownLines(string text)
    {
        _text = text;
        _writer = new SegmentWriter(text);
    }

    public static List<MarkdownLine> Read(string text, int from)
    {
        var reader = new MarkdownLines(text);
        for (var at = from; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            reader.Line(at, end);
            at = end + 1;
        }

        reader.Take();
        return reader._lines;
    }

    private void Line(int start, int end)
    {
        var line = _text.AsSpan(start, end - start).Trim();
        if (line.StartsWith("```") || line.StartsWith("~~~"))
        {
            Take();
            _code = !_code;
        }
        else if (_code)
        {
            Add(MarkdownKind.Code, start, end, joins: false);
        }
        else if (line.IsEmpty || !line.ContainsAnyExcept(Ruling) || Definition().IsMatch(line))
        {
            // The line under a heading written on two lines makes it one.
            var under = line is ['=', '=', ..] or ['-', '-', ..] && _writer.Length > 0 && _kind == MarkdownKind.Paragraph && !line.Contains('|');
            _kind = under ? MarkdownKind.Heading : _kind;
            Take();
        }
        else
        {
            var (kind, skip) = Kind(start, end);
            Add(kind, start + skip, end, joins: kind == _kind && kind is MarkdownKind.Paragraph or MarkdownKind.Quote || (kind == MarkdownKind.Paragraph && _kind is MarkdownKind.Item && _writer.Length > 0));
        }
    }

    /// <summary>What a line is, and how many characters of marks it begins with.</summary>
    private (MarkdownKind Kind, int Skip) Kind(int start, int end)
    {
        var mark = Mark().Match(_text, start, end - start);
        return !mark.Success ? (MarkdownKind.Paragraph, 0)
            : mark.Groups["heading"].Success ? (MarkdownKind.Heading, mark.Length)
            : mark.Groups["quote"].Success ? (MarkdownKind.Quote, mark.Length)
            : mark.Groups["item"].Success ? (MarkdownKind.Item, mark.Length)
            : (MarkdownKind.Row, mark.Length);
    }

    private void Add(MarkdownKind kind, int start, int end, bool joins)
    {
        if (joins && _writer.Length > 0)
        {
            _writer.Append(start - 1, start, entities: false);
        }
        else
        {
            Take();
            _kind = kind;
        }

        if (kind == MarkdownKind.Code)
        {
            _writer.Append(start, end, entities: false);
        }
        else
        {
            Inline(start, end);
        }
    }

    /// <summary>Writes a line without the marks of links, emphasis, code and pictures.</summary>
    private void Inline(int start, int end)
    {
        var at = start;
        var link = -1;
        for (var mark = Inlines().Match(_text, start, end - start); mark.Success; mark = mark.NextMatch())
        {
            _writer.Append(at, mark.Index, entities: true);
            at = mark.Index + (mark.Groups["escaped"].Success ? 1 : mark.Length);
            if (mark.Groups["open"].Success)
            {
                link = _writer.Length;
            }
            else if (mark.Groups["close"].Success && link >= 0)
            {
                _links += Math.Max(0, _writer.Length - link);
                link = -1;
            }
        }

        _writer.Append(at, end, entities: true);
    }

    private void Take()
    {
        if (_writer.Take() is { } segment)
        {
            _lines.Add(new MarkdownLine(segment with { LinkChars = Math.Min(_links, segment.Text.Length), AfterBlank = true }, _kind));
        }

        (_links, _kind) = (0, MarkdownKind.Paragraph);
    }

    // "## ", "> ", "- ", "1. ", "|"
    [GeneratedRegex(@"\G[ \t]{0,12}(?:(?<heading>#{1,6}[ \t]+)|(?<quote>(?:>[ \t]?)+)|(?<item>(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)|\|)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // "![picture](a.png)", "[link](https://…)", "**", "_", "`", "<br>", "\*", "[^1]", " ##" at the end of a heading
    [GeneratedRegex(@"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)|\[\^\w{1,20}\]|(?<open>\[(?=[^\[\]\n]{1,500}\]\())|(?<close>\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,2000})?\))|\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`+|</?[A-Za-z][^<>\n]{0,500}>|(?<escaped>\\[!-/:-@\[-`{-~])|[ \t]+#+[ \t\r]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Inlines();

    // "[1]: https://…"
    [GeneratedRegex(@"^\[[^\[\]]{1,100}\]:\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
