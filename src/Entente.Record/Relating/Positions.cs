using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>What is held about the two and by them: who is for, who against, and whether both sides hold the same.</summary>
internal static class Positions
{
    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters, StateQuestion question) =>
    [
        .. matters.Where(m => m.Kind == ClaimKind.Position).GroupBy(m => m.Id, StringComparer.Ordinal).Select(g => g.MaxBy(m => m.Claims.Count)!)
            .OrderByDescending(m => m.Claims.Count).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => Voices.Item(m, m.Best.Words ?? m.Gist, Standing(m), Note(m, question))),
    ];

    private static string Standing(MatterRow matter)
    {
        var holders = matter.Claims.GroupBy(c => c.Type ?? "for", StringComparer.Ordinal).OrderBy(g => g.Key == "for" ? 0 : 1).ThenBy(g => g.Key, StringComparer.Ordinal);
        return string.Join("; ", holders.Select(g => g.Key + ": " + string.Join(", ", g.Select(c => StateVoice.Of(c).Who).Distinct(StringComparer.Ordinal))));
    }

    private static string? Note(MatterRow matter, StateQuestion question)
    {
        var (a, b) = (Stances(matter, question.A), Stances(matter, question.B));
        return a.Length == 0 || b.Length == 0 ? null : a.SequenceEqual(b) ? "both sides hold it alike" : "the two sides differ";
    }

    private static string[] Stances(MatterRow matter, string side) =>
        [.. matter.Claims.Where(c => c.Parties.Any(p => p.Part == "holder" && p.Actor.Country == side)).Select(c => c.Type ?? "for").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
