using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>The other way round: from a day that is known and the words that tell it ("last week", "on Friday") to the days on which those words could be written.</summary>
internal static class Deixis
{
    /// <summary>Whether a time is told from the day of writing, and closely enough to give it back.</summary>
    public static bool IsDeictic(TimeSighting time) => time.Draft.Ask switch
    {
        Ask.Shifted shifted => shifted.From == Reference.Document && shifted.Grain is not TimeGrain.Decade and not TimeGrain.Century,
        Ask.DayOfWeek weekday => weekday.From == Reference.Document,
        Ask.MonthDay month => month.From == Reference.Document,
        _ => false,
    };

    /// <summary>The days from which <paramref name="told"/> names one of the days of <paramref name="happened"/>.</summary>
    public static IEnumerable<DateInterval> Written(TimeSighting told, DateInterval happened)
    {
        if (happened is not { Earliest: { } first, Latest: { } last })
        {
            yield break;
        }

        var slack = told.Draft.Ask is Ask.Shifted { Grain: TimeGrain.Week } ? 1 : 0;
        DateOnly? begun = null;
        var reach = Reach(told.Draft.Ask);
        var end = last.AddDays(reach);
        for (var day = first.AddDays(-reach); day <= end; day = day.AddDays(1))
        {
            if (Names(told, day, happened))
            {
                begun ??= day;
            }
            else if (begun is { } from)
            {
                // Where weeks begin on Sundays, Sunday's "last week" is what Monday calls so elsewhere.
                yield return new DateInterval(from.AddDays(-slack), day.AddDays(-1));
                begun = null;
            }
        }
    }

    /// <summary>How many days from the day told of such words are still used.</summary>
    private static int Reach(Ask ask) => ask switch
    {
        Ask.DayOfWeek => 15,
        Ask.MonthDay => 400,
        Ask.Shifted { Grain: TimeGrain.Day } days => Math.Abs(days.Count) + 1,
        Ask.Shifted { Grain: TimeGrain.Week } weeks => 7 * (Math.Abs(weeks.Count) + 1),
        Ask.Shifted { Grain: TimeGrain.Month or TimeGrain.Quarter } months => 100 * (Math.Abs(months.Count) + 1),
        Ask.Shifted years => 366 * (Math.Abs(years.Count) + 2),
        _ => 0,
    };

    private static bool Names(TimeSighting told, DateOnly written, DateInterval happened) =>
        new Resolver(written, narrative: false).Resolve(told.Draft, null, follows: false, told.Tense).Interval is { } days && days.Intersect(happened) is not null;
}
