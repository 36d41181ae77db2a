using Entente.Claims.Coding;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>Whether the evidence tells the time of a claim, where it tells any days at all.</summary>
internal static class TimeDoubts
{
    public static IEnumerable<string> Of(Findings findings, IReadOnlyList<Claim> own, Claim claim)
    {
        if (claim.Time is not { Basis: "stated" or "relative", Interval: { Earliest: not null } or { Latest: not null } } time)
        {
            yield break;
        }

        var told = findings.TimesIn(claim.Evidence).Where(t => t.Interval is not null).ToList();
        var asOurs = own.Any(c => c.Kind == claim.Kind && c.Evidence.Overlaps(claim.Evidence) && c.Time?.Interval.Intersect(time.Interval) is not null);
        if (told.Count > 0 && !asOurs && told.TrueForAll(t => t.Interval!.Value.Intersect(time.Interval) is null))
        {
            yield return $"the evidence tells {string.Join(" and ", told.Select(t => $"{t.Interval} (“{OneLine.Of(t.Span.In(findings.Text))}”)").Distinct())}, and the claim is of {time.Interval}.";
        }
    }
}
