using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>Finds text taken over from somebody else: what stands under "Via …", after a line that announces it, or between quotation marks over whole paragraphs.</summary>
internal static partial class Quotations
{
    public static void Mark(Draft draft)
    {
        string? via = null;
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            var piece = draft.Pieces[i];
            if (piece.Role == BlockRole.Byline && Via().Match(piece.Segment.Text) is { Success: true } m)
            {
                via = m.Groups["who"].Value.Trim().TrimEnd('…', '.', ':', ' ');
            }
            else if (piece.Role == BlockRole.Body && via is not null)
            {
                draft.Pieces[i] = piece with { Role = BlockRole.Quote, Author = via, Reason = "taken over from " + via };
            }
        }

        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (draft.Pieces[i] is { Role: BlockRole.Body } piece)
            {
                i += Announces(piece.Segment.Text) ? Quoted(draft, i + 1) : 0;
            }
        }
    }

    /// <summary>How many paragraphs from <paramref name="first"/> on are the announced quotation; they are marked.</summary>
    private static int Quoted(Draft draft, int first)
    {
        if (first >= draft.Pieces.Count || draft.Pieces[first] is not { Role: BlockRole.Body } head)
        {
            return 0;
        }

        var last = Opens(head.Segment.Text) ? ClosingOf(draft, first) : Reports(draft.Pieces[first - 1].Segment.Text) ? BeforeHeading(draft, first) : first - 1;
        for (var i = first; i <= last; i++)
        {
            draft.Pieces[i] = draft.Pieces[i] with { Role = BlockRole.Quote, Reason = "follows the line that announces it" };
        }

        return Math.Max(0, last - first + 1);
    }

    /// <summary>The paragraph in which a quotation that opens here closes; before <paramref name="first"/> when it never does, or the text goes on after it.</summary>
    private static int ClosingOf(Draft draft, int first)
    {
        var opener = draft.Pieces[first].Segment.Text[0];
        var closer = opener switch
        {
            '“' => '”',
            '«' => '»',
            _ => opener,
        };
        for (var i = first; i < Math.Min(draft.Pieces.Count, first + 20) && draft.Pieces[i].Role == BlockRole.Body; i++)
        {
            var text = draft.Pieces[i].Segment.Text;
            var balance = text.Count(c => c == closer) - text.Count(c => c == opener);
            if (text.TrimEnd('.', ',')[^1] == closer && (closer == opener || balance >= 0 || i > first))
            {
                return i;
            }

            if (i == first && text.IndexOf(closer, 1) > 0 && closer != opener && balance >= 0)
            {
                return first - 1;
            }
        }

        return first - 1;
    }

    /// <summary>The last paragraph before a sub-heading or another role; the rest of the article at most.</summary>
    private static int BeforeHeading(Draft draft, int first)
    {
        var i = first;
        while (i < draft.Pieces.Count && draft.Pieces[i].Role == BlockRole.Body)
        {
            i++;
        }

        return i < draft.Pieces.Count && draft.Pieces[i].Role == BlockRole.Title ? i - 1 : first;
    }

    private static bool Announces(string text) => text[^1] is ':' || (text.Length < 120 && text[^1] is '…' or ':') || text.EndsWith("...", StringComparison.Ordinal);

    private static bool Opens(string text) => text[0] is '“' or '"' or '«';

    private static bool Reports(string text) => Reporting().IsMatch(text);

    // "Via The Example Times…", "Source: Example Agency", "H/T Example"
    [GeneratedRegex(@"^(?:via|h/t|hat tip|reposted from|republished from|reprinted from|cross-?posted from)\b:?\s+(?<who>\p{Lu}.{1,60})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Via();

    // "The agency reported the visit:", "Example Times writes:", "according to the paper:"
    [GeneratedRegex(@"\b(?:report(?:s|ed|ing)?|writes|wrote|according to|noted|notes|explain(?:s|ed)|continue[sd]|add(?:s|ed)|stat(?:es|ed)|said|says|published)\b[^.]*[:…]$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reporting();
}
