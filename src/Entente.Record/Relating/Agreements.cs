using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>Agreements, each as the last document that tells of it has it: in force, signed, in talks, planned, possible, ended or denied.</summary>
internal static class Agreements
{
    private static readonly string[] Order = ["in force", "signed", "in talks", "planned", "possible", "ended", "denied"];

    /// <summary>What was planned or in talks says what became of it, as far as it was known.</summary>
    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters, StateQuestion question) =>
    [
        .. matters.Where(m => m.Kind == ClaimKind.Agreement)
            .Select(m => Voices.Item(m, m.Best.Words ?? m.Gist, Shown(m), m.Plan is { } plan ? Became(plan, [.. m.Outcomes.Where(o => Voices.IsKnown(o.Claim, question))]) : null))
            .OrderBy(i => Array.IndexOf(Order, Standing(i.Matter))).ThenBy(i => i.Matter.Time?.Earliest).ThenBy(i => i.Words, StringComparer.Ordinal),
    ];

    /// <summary>What the document published last says; of one document the furthest that it has come.</summary>
    public static string Standing(MatterRow matter)
    {
        var last = matter.Claims[^1].Document;
        return matter.Claims.Where(c => c.Document == last).Select(StandingOf).OrderBy(s => Array.IndexOf(Order, s)).First();
    }

    private static string? Became(string plan, IReadOnlyList<OutcomeRow> outcomes) => Voices.Note(outcomes) is { } note ? $"first {plan}; {note}" : null;

    private static string StandingOf(ClaimRow claim) => claim.Stand switch
    {
        "denied" => "denied",
        "planned" => "planned",
        "hypothetical" => "possible",
        _ => claim.Type ?? "signed",
    };

    /// <summary>What is only guessed, or told as a rumour, says so.</summary>
    private static string Shown(MatterRow matter) => matter.Claims.All(c => c.Stand is "inferred" or "rumoured" or "opinion") ? $"{Standing(matter)}, {matter.Told}" : Standing(matter);
}
