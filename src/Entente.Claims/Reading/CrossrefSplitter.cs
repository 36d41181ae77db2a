using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>Splits bracketed pointers to other stories off a paragraph: "… (See “TITLE OF A STORY,” 15 Aug 2023.)".</summary>
internal static partial class CrossrefSplitter
{
    /// <summary>The paragraph's pieces in order; one piece when it holds no pointer.</summary>
    public static IReadOnlyList<(Segment Segment, bool IsCrossref)> Split(Segment segment)
    {
        var text = segment.Text;
        if (text.IndexOfAny(['(', '[']) < 0)
        {
            return [(segment, false)];
        }

        var pieces = new List<(Segment, bool)>();
        var at = 0;
        foreach (Match m in Pointer().Matches(text))
        {
            AddPiece(pieces, segment, at, m.Index, false);
            AddPiece(pieces, segment, m.Index, m.Index + m.Length, true);
            at = m.Index + m.Length;
        }

        AddPiece(pieces, segment, at, text.Length, false);
        return pieces;
    }

    private static void AddPiece(List<(Segment, bool)> pieces, Segment segment, int start, int end, bool crossref)
    {
        var piece = start < end ? segment.Slice(start, end) : null;
        if (piece is { Text.Length: > 0 })
        {
            pieces.Add((piece, crossref));
        }
    }

    // (See “A STORY” 15 Aug 2023, and “ANOTHER” 3 May 2023.), [Read: Another story], (Related: “…”)
    [GeneratedRegex("""[(\[](?:see(?:\s+also)?|read(?:\s+more|\s+also)?|also\s+read|related|more)\b\s*:?\s*(?:(?=["“‘«])|(?<=:\s*))[^()\[\]]*[)\]]\.?""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pointer();
}
