using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>Events between the two: meetings, plans with what became of them, other acts, disputes, and what is alleged.</summary>
internal static class Acts
{
    private static readonly ClaimKind[] Disputable = [ClaimKind.Event, ClaimKind.Figure, ClaimKind.Count, ClaimKind.Agreement, ClaimKind.Label, ClaimKind.Membership, ClaimKind.Role];

    public static IReadOnlyList<StateItem> Meetings(IReadOnlyList<MatterRow> matters) => [.. Told(matters).Where(m => m.Best.Type == "CONSULT" && !IsCount(m)).Select(m => Voices.Item(m, m.Gist, m.Told))];

    /// <summary>All that is told as done between the two and is neither a meeting nor against the other.</summary>
    public static IReadOnlyList<StateItem> Others(IReadOnlyList<MatterRow> matters) => [.. Told(matters).Where(m => m.Best.Type != "CONSULT" && !IsHostile(m)).Select(m => Voices.Item(m, m.Gist, m.Told))];

    /// <summary>Plans, with what later documents tell of them; what became known only after the day asked for is left out.</summary>
    public static IReadOnlyList<StateItem> Plans(IReadOnlyList<MatterRow> matters, StateQuestion question) =>
    [
        .. InOrder(matters.Where(m => m is { Kind: ClaimKind.Event, IsPlan: true })).Select(m =>
        {
            var known = m with { Outcomes = [.. m.Outcomes.Where(o => Voices.IsKnown(o.Claim, question))] };
            return Voices.Item(m, m.Gist, known.Outcome, Voices.Note(known.Outcomes));
        }),
    ];

    /// <summary>Acts against the other, and where what is said of the two disagrees.</summary>
    public static IReadOnlyList<StateItem> Disputes(IReadOnlyList<MatterRow> matters, StateQuestion question)
    {
        var hostile = Told(matters).Where(m => IsHostile(m) && m.Claims.Any(c => c.Stand != "denied") && IsBetween(m, question)).Select(m => Voices.Item(m, m.Gist, m.Told));
        var disputed = InOrder(matters.Where(m => Disputable.Contains(m.Kind) && !IsHostile(m)))
            .Select(m => (Matter: m, Rows: m.Disagreements.Where(d => Voices.IsKnown(d.One, question) && Voices.IsKnown(d.Other, question)).ToArray())).Where(d => d.Rows.Length > 0)
            .Select(d => Voices.Item(d.Matter, d.Matter.Gist, string.Join(", ", d.Rows.Select(r => r.About).Distinct(StringComparer.Ordinal)) + " disputed", string.Join("; ", d.Rows.Select(Disagreement))));
        return [.. hostile, .. disputed];
    }

    public static IReadOnlyList<StateItem> Allegations(IReadOnlyList<MatterRow> matters) => [.. InOrder(matters.Where(m => m.Claims.Any(c => c.Allegation is not null))).Select(m => Voices.Item(m, m.Gist, m.Told))];

    private static IEnumerable<MatterRow> Told(IReadOnlyList<MatterRow> matters) => InOrder(matters.Where(m => m.Kind == ClaimKind.Event && !m.IsPlan && m.Claims.Any(c => c.Stand is "asserted" or "denied" or "rumoured" or "inferred")));

    private static bool IsHostile(MatterRow matter) => matter.Best.Goldstein < 0;

    /// <summary>One acts on the other: what both say against a third is no dispute of theirs.</summary>
    private static bool IsBetween(MatterRow matter, StateQuestion question) =>
        (Has(matter, "actor", question.A) && Has(matter, "recipient", question.B)) || (Has(matter, "actor", question.B) && Has(matter, "recipient", question.A));

    private static bool Has(MatterRow matter, string part, string side) => matter.Best.Parties.Any(p => p.Part == part && (p.Actor.Country == side || p.Actor.Id == side));

    /// <summary>"They have met 29 times since 2013" is a count, no meeting.</summary>
    private static bool IsCount(MatterRow matter) => matter.Time is { Earliest: { } a, Latest: { } b } && b.DayNumber - a.DayNumber > Spans.Year;

    private static IEnumerable<MatterRow> InOrder(IEnumerable<MatterRow> matters) =>
        matters.OrderBy(m => m.Time is null).ThenBy(m => m.Time?.Earliest ?? m.Time?.Latest).ThenBy(m => m.Time?.Latest).ThenBy(m => m.Id, StringComparer.Ordinal);

    private static string Disagreement(DisagreementRow row) => $"{row.About}: {StateVoice.Of(row.One).Who} “{row.One.Sentence}” | {StateVoice.Of(row.Other).Who} “{row.Other.Sentence}”";
}
