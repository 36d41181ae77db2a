namespace Entente.Claims.Reading.Opening;

/// <summary>
/// Joins the lines of a PDF's text to paragraphs. All its lines are wrapped, so a line as long as most of its page's goes on in the next one; a shorter one ends a paragraph.
/// Words broken at a line's end are joined.
/// </summary>
internal static class PdfLines
{
    private const int ShortestFull = 25;
    private const double Full = 0.75;

    public static List<Segment> Join(string text)
    {
        var segments = new List<Segment>();
        var writer = new SegmentWriter(text);
        foreach (var page in Pages(text))
        {
            var full = Math.Max(ShortestFull, Full * Typical(page));
            for (var i = 0; i < page.Count; i++)
            {
                var line = page[i];
                var goesOn = i + 1 < page.Count && page[i + 1].Length > 0 && line.Length >= full && !StartsItem(page[i + 1].In(text));
                var broken = goesOn && text[line.End - 1] is '-' or '\u00AD' && line.Length > 1 && char.IsLetter(text[line.End - 2]) && char.IsLower(text[page[i + 1].Start]);
                writer.Append(line.Start, broken ? line.End - 1 : line.End, entities: false);
                if (broken)
                {
                    continue;
                }

                if (goesOn)
                {
                    writer.Append(line.End, page[i + 1].Start, entities: false);
                }
                else if (writer.Take() is { } segment)
                {
                    segments.Add(segment with { AfterBlank = true });
                }
            }
        }

        return segments;
    }

    /// <summary>The lines of each page without blanks at their ends; empty ones are of length 0.</summary>
    private static IEnumerable<List<TextSpan>> Pages(string text)
    {
        var lines = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\n', '\f');
            var end = length < 0 ? text.Length : at + length;
            lines.Add(Trimmed(text, at, end));
            at = end + 1;
            if (end < text.Length && text[end] == '\f')
            {
                yield return lines;
                lines = [];
            }
        }

        yield return lines;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The length that four fifths of a page's longer lines do not exceed.</summary>
    private static int Typical(List<TextSpan> lines)
    {
        var lengths = lines.Select(l => l.Length).Where(l => l >= ShortestFull).Order().ToList();
        return lengths.Count == 0 ? 0 : lengths[lengths.Count * 4 / 5];
    }

    private static bool StartsItem(string line) => line is ['•' or '▪' or '–' or '-' or '*', ' ', ..];
}
