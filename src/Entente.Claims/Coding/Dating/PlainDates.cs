using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>What dates and weekdays in the text say of its day, without any knowledge of the world.</summary>
internal static class PlainDates
{
    /// <summary>A report that names a weekday comes out within so many days, and is commented on as soon.</summary>
    private const int Fresh = 3;

    /// <summary>A day told without its year lies so far back or ahead at most.</summary>
    private const int WithoutYear = 330;

    /// <summary>Years of which the weekday of a date is asked: more of them tell nothing.</summary>
    private const int MostYears = 40;

    /// <summary>"In March 2023 they met": what is told as past was not published before it.</summary>
    public static DateEvidence? Newest(DatingText text, DateInterval known)
    {
        DateEvidence? newest = null;
        foreach (var time in text.Times)
        {
            if (time is not { Draft.Ask: Ask.Stated { Time: var told } } || !IsPast(time, told.Grain) || told.Interval.Earliest > known.Latest)
            {
                continue;
            }

            if (newest is null || told.Interval.Earliest > newest.Interval.Earliest)
            {
                newest = new DateEvidence("text", DateBound.NotBefore, told.Interval, 0.7) { Span = time.Span, Why = "the newest date that is told as past" };
            }
        }

        return newest;
    }

    /// <summary>The newest day that a verb in the past tells of.</summary>
    public static DateEvidence? NewestDay(DatingText text)
    {
        var time = text.Times.Where(t => t is { Tense: "past", Draft.Ask: Ask.Stated { Time.Grain: TimeGrain.Day } } && IsPast(t, TimeGrain.Day)).MaxBy(t => ((Ask.Stated)t.Draft.Ask).Time.Start);
        return time is null ? null : new DateEvidence("text", DateBound.NotBefore, ((Ask.Stated)time.Draft.Ask).Time.Interval, 0.7) { Span = time.Span, Why = "a day that is told as past" };
    }

    /// <summary>"will host the games in 2028": what is still to come was not over. Only the plain future of a sentence without another year, for "would" and what somebody once said are told later too.</summary>
    public static DateEvidence? Ahead(DatingText text, DateInterval known)
    {
        DateEvidence? nearest = null;
        foreach (var sentence in text.Sentences.Where(s => s.Times.Count(t => t.Draft.Ask is Ask.Stated) == 1))
        {
            var time = sentence.Times.First(t => t.Draft.Ask is Ask.Stated);
            var days = ((Ask.Stated)time.Draft.Ask).Time.Interval;
            if (time.Tense != "future" || !HasWill(sentence, time) || time.AfterProgramme || days.Latest < known.Earliest || nearest?.Interval.Latest <= days.Latest)
            {
                continue;
            }

            nearest = new DateEvidence("ahead", DateBound.NotAfter, days, 0.55) { Span = time.Span, Why = "is told as still to come" };
        }

        return nearest;
    }

    /// <summary>"on Friday, March 12": only in some years was that a Friday.</summary>
    public static IEnumerable<Constraint> WithWeekdays(DatingText text, DateInterval known)
    {
        if (known is not { Earliest: { } first, Latest: { } last } || last.Year - first.Year > MostYears)
        {
            yield break;
        }

        foreach (var time in text.Times)
        {
            if (time.Draft is not { Weekday: { } weekday, Ask: Ask.MonthDay { Day: { } day, Years: null } date })
            {
                continue;
            }

            var options = new List<Option>();
            for (var year = first.Year - 1; year <= last.Year + 1; year++)
            {
                if (CalendarTime.Day(year, date.Month, day) is { Start: var on } && (int)on.DayOfWeek == weekday % 7)
                {
                    options.Add(new Option(time.Tense == "future" ? new DateInterval(on.AddDays(-WithoutYear), on) : time.Tense == "past"
                        ? new DateInterval(on, on.AddDays(WithoutYear)) : new DateInterval(on.AddDays(-WithoutYear), on.AddDays(WithoutYear)), null));
                }
            }

            if (Constraint.Of("weekday", 0.55, time.Span, "names the weekday of a date: only some years have it", options) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary>"the ministry said Friday", commented on first on a Saturday: published on one of the two.</summary>
    public static DateEvidence? LastWeekday(DatingText text, DateOnly upper)
    {
        DateEvidence? newest = null;
        foreach (var time in text.Times)
        {
            if (time is not { Draft.Ask: Ask.DayOfWeek { Weeks: null, Day: var weekday }, Tense: "past" })
            {
                continue;
            }

            var back = ((int)upper.DayOfWeek - weekday + 7) % 7;
            if (back <= Fresh && (newest is null || upper.AddDays(-back) > newest.Interval.Earliest))
            {
                newest = new DateEvidence("weekday", DateBound.NotBefore, DateInterval.Day(upper.AddDays(-back)), 0.6) { Span = time.Span, Why = "the last weekday that is told as past" };
            }
        }

        return newest;
    }

    /// <summary>A bare year needs the past tense: programmes are called after years to come.</summary>
    private static bool IsPast(TimeSighting time, TimeGrain grain) => time.Before is not ("by" or "until" or "till" or "through" or "beyond" or "before" or "due" or "ending" or "maturing" or "expiring" or "effective" or "valid") && grain switch
    {
        TimeGrain.Day or TimeGrain.Month => time.Tense == "past",
        TimeGrain.Year or TimeGrain.Quarter or TimeGrain.HalfYear or TimeGrain.Season => time.Tense == "past" && (time.Before is "in" or "since" or "of" or "during" or "from" || (time.AfterName && !time.AfterProgramme)),
        _ => false,
    };

    private static bool HasWill(DatingSentence sentence, TimeSighting time)
    {
        for (var i = time.Draft.First - 1; i >= sentence.First; i--)
        {
            if (sentence.Lexemes.IsAny(i, "will", "shall", "would", "could", "may", "might", "should"))
            {
                return sentence.Lexemes.IsAny(i, "will", "shall");
            }
        }

        return false;
    }
}
