namespace Entente.Claims.Reading;

/// <summary>Takes a text dump apart into lines, each with its indent, and joins the lines of hard-wrapped paragraphs.</summary>
internal static class LineSplitter
{
    private const int ShortestWrap = 50;
    private const int LongestWrap = 110;

    public static List<Segment> Split(string page)
    {
        var groups = Groups(page);
        var wrapped = IsWrapped(page, groups);
        var segments = new List<Segment>();
        var writer = new SegmentWriter(page);
        foreach (var group in groups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                writer.Append(group[i].Start, group[i].End, entities: false);
                if (wrapped && i + 1 < group.Count && Continues(page, group[i], group[i + 1]))
                {
                    writer.Append(group[i].End, group[i + 1].Start, entities: false);
                    continue;
                }

                if (segments.Count >= Segment.Most && writer.Length < Segment.JoinedLength)
                {
                    writer.Break();
                    continue;
                }

                if (writer.Take() is { } segment)
                {
                    var first = segment.Page.Start;
                    segments.Add(segment with { Indent = IndentOf(page, first), AfterBlank = group[0].Start >= LineStart(page, first) && group[0].Start <= first });
                }
            }
        }

        if (writer.Take() is { } last)
        {
            segments.Add(last);
        }

        return segments;
    }

    /// <summary>Lines (trimmed of nothing) in groups that empty lines separate.</summary>
    private static List<List<TextSpan>> Groups(string page)
    {
        var groups = new List<List<TextSpan>>();
        List<TextSpan>? open = null;
        var at = 0;
        while (at < page.Length)
        {
            var length = page.AsSpan(at).IndexOfAny('\n', '\r', '\u2028');
            var end = length < 0 ? page.Length : at + length;
            if (page.AsSpan(at, end - at).IsWhiteSpace())
            {
                open = null;
            }
            else
            {
                if (open is null)
                {
                    groups.Add(open = []);
                }

                open.Add(TextSpan.FromBounds(at, end));
            }

            at = end + 1;
            if (end + 1 < page.Length && page[end] == '\r' && page[end + 1] == '\n')
            {
                at++;
            }
        }

        return groups;
    }

    /// <summary>Lines of about one width that mostly end inside a sentence: mail, old archives, text-mode browsers.</summary>
    private static bool IsWrapped(string page, List<List<TextSpan>> groups)
    {
        int inner = 0, even = 0, open = 0;
        foreach (var group in groups)
        {
            for (var i = 0; i + 1 < group.Count; i++)
            {
                var line = page.AsSpan(group[i].Start, group[i].Length).TrimEnd();
                inner++;
                even += line.Length is >= ShortestWrap and <= LongestWrap ? 1 : 0;
                open += LineWords.EndsSentence(line) ? 0 : 1;
            }
        }

        return inner >= 8 && even > 0.7 * inner && open > 0.6 * inner;
    }

    private static bool Continues(string page, TextSpan line, TextSpan next)
    {
        var text = page.AsSpan(line.Start, line.Length).TrimEnd();
        return text.Length >= ShortestWrap && next.Length > 0 && Math.Abs(IndentOf(page, line.Start) - IndentOf(page, next.Start)) <= 1;
    }

    private static int LineStart(string page, int at)
    {
        while (at > 0 && page[at - 1] is not ('\n' or '\r' or '\u2028'))
        {
            at--;
        }

        return at;
    }

    /// <summary>Blanks before the first character of the line; a tab counts as four, no-break spaces as none.</summary>
    private static int IndentOf(string page, int at)
    {
        var indent = 0;
        for (var i = LineStart(page, at); i < page.Length && page[i] is ' ' or '\t'; i++)
        {
            indent += page[i] == '\t' ? 4 : 1;
        }

        return indent;
    }
}
