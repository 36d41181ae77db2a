using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>The days that a state counts: matters with the claims that may be of these days. What has no day counts by the day of publication, and without that not at all where days are asked for.</summary>
internal sealed class StateWindow(StateQuestion question)
{
    public IReadOnlyList<MatterRow> Of(IReadOnlyList<MatterRow> matters) => question.On is null && question.Since is null
        ? matters
        : [.. matters.Select(m => m with { Claims = [.. m.Claims.Where(c => Holds(c.Time ?? c.Published))] }).Where(m => m.Claims.Count > 0).Select(Again)];

    private bool Holds(DateInterval? time) => time is { } t
        && (question.On is not { } on || (t.Earliest ?? t.Latest) <= on)
        && (question.Since is not { } since || (t.Latest ?? DateOnly.MaxValue) >= since);

    /// <summary>The same with what is said of it by these claims alone.</summary>
    private static MatterRow Again(MatterRow matter) => new(matter.Id, matter.Kind, matter.Claims)
    {
        Time = matter.Time, Support = matter.Support, Agreement = matter.Agreement, Outcomes = matter.Outcomes, Disagreements = matter.Disagreements,
    };
}
