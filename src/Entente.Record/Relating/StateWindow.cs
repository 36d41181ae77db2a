using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>The days that a state counts: matters with the claims that may be of these days. What has no day does not count where days are asked for.</summary>
internal sealed class StateWindow(StateQuestion question)
{
    public IReadOnlyList<MatterRow> Of(IReadOnlyList<MatterRow> matters) => question.On is null && question.Since is null
        ? matters
        : [.. matters.Select(m => m with { Claims = [.. m.Claims.Where(Holds)] }).Where(m => m.Claims.Count > 0).Select(Again)];

    /// <summary>An act counts by its own day; what is said of the two, and who holds what, by the day it is said, unless the words give another: "their alliance of the 1950s". A figure counts by either.</summary>
    private bool Holds(ClaimRow claim) => claim.Kind switch
    {
        ClaimKind.Event => Holds(claim.Time ?? claim.Published),
        ClaimKind.Figure => Holds(claim.Time) || Holds(claim.Published),
        _ => Holds(claim.TimeBasis is "stated" or "era" && claim.Kind != ClaimKind.Count ? claim.Time : claim.Published ?? claim.Time),
    };

    private bool Holds(DateInterval? time) => time is { } t
        && (question.On is not { } on || (t.Earliest ?? t.Latest) <= on)
        && (question.Since is not { } since || (t.Latest ?? DateOnly.MaxValue) >= since);

    /// <summary>The same with what is said of it by these claims alone.</summary>
    private static MatterRow Again(MatterRow matter) => new(matter.Id, matter.Kind, matter.Claims)
    {
        Time = matter.Time, Agreement = matter.Agreement, Outcomes = matter.Outcomes, Disagreements = matter.Disagreements,
    };
}
