using Entente.Record.Reconciling;

namespace Entente.Record.Asking;

/// <summary>Which claims an outlet's note corrects: of those that changed between two captures the ones that it names. What a note does not tell is not guessed.</summary>
internal static class Corrections
{
    private const string Retraction = "retraction";

    /// <summary>Words that a note and a claim must share, beside those that all claims in question have.</summary>
    private const int FewestShared = 2;

    /// <summary>The notes of a capture with what they correct; a note that stood in the capture before corrects nothing any more.</summary>
    public static IReadOnlyList<CorrectionNote> Link(IReadOnlyList<CorrectionNote> notes, IReadOnlyList<CorrectionNote> before, VersionChange change)
    {
        var changed = change.Reworded.Where(r => Differ(r.Was, r.Is)).Select(r => new CorrectedClaim(r.Was, r.Is)).Concat(change.Dropped.Select(c => new CorrectedClaim(c, null))).ToArray();
        return [.. notes.Select(n => before.Any(b => b.Sentence == n.Sentence) ? n : n with { Corrects = Of(n, changed) })];
    }

    /// <summary>Claims as they were, each with the note that corrects them.</summary>
    public static Dictionary<string, (CorrectionNote Note, ClaimRow? Is)> ByClaim(IEnumerable<CorrectionNote> notes) => notes
        .SelectMany(n => n.Corrects.Select(c => (Note: n, Corrected: c)))
        .GroupBy(c => c.Corrected.Was.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.First().Note, g.First().Corrected.Is), StringComparer.Ordinal);

    /// <summary>A text that is taken back takes back all that went with it; a correction that names nothing is of the one claim that changed, where there is but one.</summary>
    private static CorrectedClaim[] Of(CorrectionNote note, CorrectedClaim[] changed)
    {
        if (note.Kind == Retraction || changed.Length == 1)
        {
            return changed;
        }

        var words = Array.ConvertAll(changed, Words);
        var common = words.Length == 0 ? [] : words.Aggregate((a, b) => [.. a.Intersect(b, StringComparer.Ordinal)]);

        // A day in a note is mostly the day of the note
        var named = Words(note.Sentence).Except(common, StringComparer.Ordinal).Where(w => !Wording.IsOfADay(w)).ToHashSet(StringComparer.Ordinal);
        var shared = Array.ConvertAll(words, w => w.Count(named.Contains));
        var most = shared.DefaultIfEmpty().Max();
        return most < FewestShared ? [] : [.. changed.Where((_, i) => shared[i] == most)];
    }

    private static HashSet<string> Words(CorrectedClaim claim) => [.. Words(claim.Was.Sentence), .. Words(claim.Is?.Sentence ?? "")];

    private static HashSet<string> Words(string sentence) => Wording.Name(sentence).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>Another number, day, party or reading; a claim that is only put in other words is not corrected.</summary>
    private static bool Differ(ClaimRow was, ClaimRow now) => was.Figure != now.Figure || was.Told != now.Told || was.Type != now.Type || was.Mode != now.Mode
        || (was.Time != now.Time && !(was.TimeBasis == "published" && now.TimeBasis == "published"))
        || !was.Parties.Select(p => p.Part + p.Actor.Id).SequenceEqual(now.Parties.Select(p => p.Part + p.Actor.Id), StringComparer.Ordinal);
}
