namespace Entente.Claims.Coding.Dating;

/// <summary>
/// Neighbours on a page that runs on from story to story. A day is lent only to an article that stands between two which are dated close to each other by their own evidence:
/// the first of a page is often years older than what follows it.
/// </summary>
internal static class Siblings
{
    /// <summary>A neighbour that is dated no closer tells nothing.</summary>
    private const int Narrow = 31;

    /// <summary>Neighbours further apart are no stream of news.</summary>
    private const int Apart = 14;

    /// <summary>The article between may be so much older or newer than both.</summary>
    private const int Around = 7;

    /// <summary>The days that the neighbours of a document leave it; null when they tell nothing, or it is dated closer itself.</summary>
    public static Constraint? Between(IReadOnlyList<DateInterval?> days, int at)
    {
        if (days[at] is { } own && Width(own) <= Narrow
            || Near(days, at, -1) is not { } before || Near(days, at, 1) is not { } after)
        {
            return null;
        }

        var all = DaySet.Union([before, after]).Hull;
        if (Width(all) > Apart)
        {
            return null;
        }

        var around = new DateInterval(all.Earliest!.Value.AddDays(-Around), all.Latest!.Value.AddDays(Around));
        return Constraint.Of(new DateEvidence("sibling", DateBound.On, around, 0.5) { Why = "stands on the page between two articles that are dated close to each other" });
    }

    /// <summary>The nearest neighbour on one side that is dated closely.</summary>
    private static DateInterval? Near(IReadOnlyList<DateInterval?> days, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < days.Count; i += step)
        {
            if (days[i] is { } other && Width(other) <= Narrow)
            {
                return other;
            }
        }

        return null;
    }

    private static int Width(DateInterval days) => days is { Earliest: { } first, Latest: { } last } ? last.DayNumber - first.DayNumber : int.MaxValue;
}
