using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>Whether two documents tell of two acts in so nearly the same words that it may be one act told differently.</summary>
internal sealed class Tellings(SqliteConnection connection)
{
    /// <summary>The part of the shorter sentence's telling words that the other must have, and the fewest that say anything.</summary>
    private const double Alike = .6;
    private const int FewestWords = 4;

    /// <summary>The first pair of mentions with a day of their own that are told alike, and not of different places; null where a document tells both acts, or no two are alike.</summary>
    public (Mention One, Mention Other)? Alikes(IReadOnlyList<Mention> one, IReadOnlyList<Mention> other)
    {
        if (one.Select(m => m.Document).Intersect(other.Select(m => m.Document)).Any())
        {
            return null;
        }

        return First(Told(one), Told(other), t => t.Mention, (a, b) => (a.Place is null || b.Place is null || a.Place == b.Place) && AreAlike(a.Words, b.Words)) is var (left, right) ? (left.Mention, right.Mention) : null;
    }

    /// <summary>Of two lists of mentions the first pair that fits, by the claims: the same pair whichever list is named first.</summary>
    public static (T One, T Other)? First<T>(IEnumerable<T> one, IEnumerable<T> other, Func<T, Mention> mention, Func<T, T, bool> fits)
    {
        List<T> left = [.. one.OrderBy(m => mention(m).Claim, StringComparer.Ordinal)], right = [.. other.OrderBy(m => mention(m).Claim, StringComparer.Ordinal)];
        if (left.Count == 0 || right.Count == 0)
        {
            return null;
        }

        var isTurned = string.CompareOrdinal(mention(left[0]).Claim, mention(right[0]).Claim) > 0;
        (left, right) = isTurned ? (right, left) : (left, right);
        foreach (var a in left)
        {
            var at = right.FindIndex(b => fits(a, b));
            if (at >= 0)
            {
                return isTurned ? (right[at], a) : (a, right[at]);
            }
        }

        return null;
    }

    private List<(Mention Mention, string? Place, HashSet<string> Words)> Told(IReadOnlyList<Mention> mentions) => [.. mentions.Where(m => !m.Denied && m.TimeBasis != "published").Select(Told)];

    /// <summary>A mention with its place and the telling words of its sentence, without the parties and the day: those are compared by what they mean.</summary>
    private (Mention Mention, string? Place, HashSet<string> Words) Told(Mention mention)
    {
        var (place, sentence) = connection.Query(
            "SELECT c.place, substr(d.text, c.sentence_start + 1, c.sentence_stop - c.sentence_start) FROM claim c JOIN document d ON d.id = c.document WHERE c.id = $1", r => (r.TextOrNull(0), r.GetString(1)), mention.Key)[0];
        var parties = connection.Query(
            "SELECT substr(d.text, y.start + 1, y.stop - y.start) FROM party y JOIN claim c ON c.id = y.claim JOIN document d ON d.id = c.document WHERE c.id = $1", r => r.GetString(0), mention.Key).SelectMany(Words);
        return (mention, place, [.. Words(sentence).Except(parties, StringComparer.Ordinal).Where(w => !Wording.IsOfADay(w))]);
    }

    private static string[] Words(string text) => Wording.Name(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool AreAlike(HashSet<string> one, HashSet<string> other) =>
        Math.Min(one.Count, other.Count) is var fewer && fewer >= FewestWords && one.Count(other.Contains) >= Alike * fewer;
}
