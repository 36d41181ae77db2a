namespace Entente.Claims.Coding.Eventing;

/// <summary>
/// Gives a claim without a time of its own the time that its document tells of the same act elsewhere: "Xi visits Russia" in a headline, "arrived in Moscow on Wednesday" below it.
/// The same act: type, mode and parties alike, told as done or planned alike, and only one time near the day of publication told of it.
/// </summary>
internal static class SameActs
{
    /// <summary>Days from publication within which an act of the day's news lies; "the two met in 2013" is another meeting.</summary>
    private const int Near = 31;

    /// <summary>Days that a time may span and still tell when one act was.</summary>
    private const int Widest = 7;

    public static IEnumerable<Claim> Dated(IReadOnlyList<Claim> claims, Publication? published)
    {
        if (published?.Interval is not { Earliest: { } first, Latest: { } last })
        {
            return claims;
        }

        var times = claims.Where(c => c.Time is { Basis: "stated" or "relative" } time && IsNear(time.Interval, first, last))
            .ToLookup(Key, c => c.Time!, StringComparer.Ordinal);
        return claims.Select(claim => claim.Time is { Basis: "published" } && times[Key(claim)].DistinctBy(t => t.Interval).ToArray() is [var only]
            ? claim with { Time = new ClaimTime(only.Interval, only.Interval.ToString(), "elsewhere") } : claim);
    }

    private static bool IsNear(DateInterval time, DateOnly first, DateOnly last) =>
        time is { Earliest: { } from, Latest: { } to } && to.DayNumber - from.DayNumber < Widest && from.DayNumber >= first.DayNumber - Near && to.DayNumber <= last.DayNumber + Near;

    private static string Key(Claim claim)
    {
        var act = (EventMention)claim.Body;
        return $"{act.Type} {act.Mode} {Parties(act.Actors)} > {Parties(act.Recipients)} {claim.Factuality.Polarity} {claim.Factuality.Readings}";
    }

    private static string Parties(IReadOnlyList<ActorMention> mentions) => string.Join('+', mentions.Select(m => m.Actor.Country ?? m.Actor.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
