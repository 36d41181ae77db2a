namespace Entente.Claims.Coding.Attributing;

/// <summary>Words in quotation marks, the marks included.</summary>
/// <param name="Paragraph">Number of the paragraph it begins in.</param>
/// <param name="Continues">The same quotation goes on from the paragraph before, whose mark was not closed.</param>
internal readonly record struct Quotation(TextSpan Span, int Paragraph, bool Continues);

/// <summary>A stretch of a block between line breaks.</summary>
internal readonly record struct Paragraph(TextSpan Span, int Block);

/// <summary>
/// Finds what stands in quotation marks: curly, straight, doubled and angled ones, also when opening and closing differ in kind.
/// A quotation that is not closed at the end of a paragraph goes on in the next one if that opens with a mark (the usage of English newspapers).
/// </summary>
internal static class Quotations
{
    /// <summary>The paragraphs that hold claims; with <paramref name="all"/> also bylines, notices and the like, but never comments.</summary>
    public static List<Paragraph> Paragraphs(Document document, bool all = false)
    {
        var found = new List<Paragraph>();
        for (var b = 0; b < document.Blocks.Count; b++)
        {
            if (!document.Blocks[b].HoldsClaims && (!all || document.Blocks[b].Role == BlockRole.Comment))
            {
                continue;
            }

            var span = document.Blocks[b].Span;
            for (var at = span.Start; at < span.End;)
            {
                var length = document.Text.AsSpan(at, span.End - at).IndexOf('\n');
                var end = length < 0 ? span.End : at + length;
                if (!document.Text.AsSpan(at, end - at).IsWhiteSpace())
                {
                    found.Add(new Paragraph(TextSpan.FromBounds(at, end), b));
                }

                at = end + 1;
            }
        }

        return found;
    }

    public static List<Quotation> Find(string text, IReadOnlyList<Paragraph> paragraphs)
    {
        var found = new List<Quotation>();
        var open = false;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            open = InParagraph(text, p, paragraphs[p].Span, open, p + 1 < paragraphs.Count ? paragraphs[p + 1].Span : null, found);
        }

        return found;
    }

    /// <summary>Reads one paragraph; says whether its last quotation goes on in the next.</summary>
    private static bool InParagraph(string text, int paragraph, TextSpan span, bool continues, TextSpan? next, List<Quotation> found)
    {
        var start = -1;
        for (var i = span.Start; i < span.End;)
        {
            var length = MarkAt(text, i, span.End);
            if (length == 0)
            {
                i++;
                continue;
            }

            if (start < 0)
            {
                start = Opens(text, i, length, span) ? i : -1;
            }
            else if (Closes(text, i, length, span))
            {
                found.Add(new Quotation(TextSpan.FromBounds(start, i + length), paragraph, continues && found.TrueForAll(q => q.Paragraph != paragraph)));
                start = -1;
            }

            i += length;
        }

        if (start < 0)
        {
            return false;
        }

        var goesOn = next is { } n && OpensWithMark(text, n);
        if (goesOn || start == TrimmedStart(text, span))
        {
            found.Add(new Quotation(TextSpan.FromBounds(start, TrimmedEnd(text, span)), paragraph, continues && found.TrueForAll(q => q.Paragraph != paragraph)));
        }

        return goesOn;
    }

    /// <summary>Length of the double quotation mark at a place; 0 when none stands there.</summary>
    private static int MarkAt(string text, int at, int end) => text[at] switch
    {
        '"' or '“' or '”' or '„' or '«' or '»' or '‟' => 1,
        '\'' or '`' or '’' or '‘' when at + 1 < end && text[at + 1] == text[at] => 2,
        _ => 0,
    };

    private static bool Opens(string text, int at, int length, TextSpan paragraph) => text[at] switch
    {
        '“' or '„' or '«' or '`' or '‘' => true,
        '”' or '»' => false,
        _ => at + length < paragraph.End && !char.IsWhiteSpace(text[at + length]) && (at == paragraph.Start || !char.IsLetterOrDigit(text[at - 1])),
    };

    private static bool Closes(string text, int at, int length, TextSpan paragraph) => text[at] switch
    {
        '”' or '»' => true,
        '“' or '„' or '«' or '`' => false,
        _ => at + length >= paragraph.End || !char.IsLetterOrDigit(text[at + length]) || !char.IsWhiteSpace(text[at - 1]),
    };

    private static bool OpensWithMark(string text, TextSpan paragraph)
    {
        var start = TrimmedStart(text, paragraph);
        return MarkAt(text, start, paragraph.End) is > 0 and var length && Opens(text, start, length, paragraph);
    }

    private static int TrimmedStart(string text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End - 1 && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private static int TrimmedEnd(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
