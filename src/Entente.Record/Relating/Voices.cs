namespace Entente.Record.Relating;

/// <summary>Who says what of a matter.</summary>
internal static class Voices
{
    public static StateItem Item(MatterRow matter, string words, string? standing, string? note = null) => new(words, standing, matter) { Voices = Of(matter), Note = note };

    /// <summary>Whether it was known by the day that the question asks of.</summary>
    public static bool IsKnown(ClaimRow claim, StateQuestion question) => question.KnownBy is not { } by || claim.Published?.Latest <= by;

    /// <summary>What became of a plan, each with who tells it; null where nothing is told.</summary>
    public static string? Note(IReadOnlyList<OutcomeRow> outcomes) => outcomes.Count == 0
        ? null
        : string.Join("; ", outcomes.Select(o => $"{o.What} as {StateVoice.Of(o.Claim).Who} tells in {o.Claim.Document}: “{o.Claim.Sentence}”"));

    public static IReadOnlyList<StateVoice> Of(MatterRow matter) => [.. matter.Claims.Select(StateVoice.Of)];
}
