using System.Globalization;

namespace Entente.Claims.Coding.Timing;

/// <summary>A year, month, week, day … of the calendar: its grain and its first day.</summary>
internal readonly record struct CalendarTime(TimeGrain Grain, DateOnly Start)
{
    private const int LastYear = 9999;

    /// <summary>Only Saturday and Sunday of a week.</summary>
    public bool Weekend { get; init; }

    /// <summary>The time of a grain that holds a day.</summary>
    public static CalendarTime Of(TimeGrain grain, DateOnly day) => new(grain, grain switch
    {
        TimeGrain.Century => new DateOnly(Math.Max(1, (day.Year / 100) * 100), 1, 1),
        TimeGrain.Decade => new DateOnly(Math.Max(1, day.Year / 10 * 10), 1, 1),
        TimeGrain.Year => new DateOnly(day.Year, 1, 1),
        TimeGrain.HalfYear => new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1),
        TimeGrain.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        TimeGrain.Season => SeasonStart(day),
        TimeGrain.Month => new DateOnly(day.Year, day.Month, 1),
        TimeGrain.Week => ISOWeek.ToDateOnly(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day), DayOfWeek.Monday),
        _ => day,
    });

    public static CalendarTime Day(DateOnly day) => new(TimeGrain.Day, day);

    public static CalendarTime Year(int year) => new(TimeGrain.Year, new DateOnly(year, 1, 1));

    public static CalendarTime Month(int year, int month) => new(TimeGrain.Month, new DateOnly(year, month, 1));

    /// <summary>The part of a year: quarter 1–4, half 1–2, season 1–4 (spring first; winter begins in December).</summary>
    public static CalendarTime PartOfYear(TimeGrain grain, int year, int index) => new(grain, new DateOnly(year, grain switch
    {
        TimeGrain.Quarter => 3 * index - 2,
        TimeGrain.HalfYear => 6 * index - 5,
        _ => 3 * index,
    }, 1));

    /// <summary>The day, if there is such a day.</summary>
    public static CalendarTime? Day(int year, int month, int day) => year is >= 1 and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
        ? Day(new DateOnly(year, month, day)) : null;

    public DateInterval Interval => Weekend ? new DateInterval(Start.AddDays(5), Start.AddDays(6)) : new DateInterval(Start, Next(1).AddDays(-1));

    /// <summary>The TIMEX3 value.</summary>
    public string Value => Grain switch
    {
        TimeGrain.Century => (Start.Year / 100).ToString("00", CultureInfo.InvariantCulture),
        TimeGrain.Decade => (Start.Year / 10).ToString("000", CultureInfo.InvariantCulture),
        TimeGrain.Year => $"{Start.Year:0000}",
        TimeGrain.HalfYear => $"{Start.Year:0000}-H{(Start.Month + 5) / 6}",
        TimeGrain.Quarter => $"{Start.Year:0000}-Q{(Start.Month + 2) / 3}",
        TimeGrain.Season => $"{Start.Year:0000}-{SeasonNames[(Start.Month - 1) / 3]}",
        TimeGrain.Month => $"{Start.Year:0000}-{Start.Month:00}",
        TimeGrain.Week => $"{ISOWeek.GetYear(Start):0000}-W{ISOWeek.GetWeekOfYear(Start):00}{(Weekend ? "-WE" : "")}",
        _ => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string[] SeasonNames { get; } = ["SP", "SU", "FA", "WI"];

    /// <summary>1–4, spring first.</summary>
    public static int SeasonIndex(string name) => Array.IndexOf(SeasonNames, name) + 1;

    /// <summary>So many of its own grain later.</summary>
    public CalendarTime Shift(int count) => this with { Start = Next(count) };

    public bool Holds(DateOnly day) => Interval.Contains(day);

    /// <summary>Whether <paramref name="grain"/> is at least as coarse as a day and finer than or equal to <paramref name="than"/>.</summary>
    public static bool IsFine(TimeGrain grain, TimeGrain than) => Length(grain) <= Length(than);

    private static int Length(TimeGrain grain) => grain switch
    {
        TimeGrain.Century => 36500,
        TimeGrain.Decade => 3650,
        TimeGrain.Year => 365,
        TimeGrain.HalfYear => 182,
        TimeGrain.Quarter or TimeGrain.Season => 91,
        TimeGrain.Month => 30,
        TimeGrain.Week => 7,
        _ => 1,
    };

    private DateOnly Next(int count)
    {
        var months = Grain switch
        {
            TimeGrain.Century => 1200,
            TimeGrain.Decade => 120,
            TimeGrain.Year => 12,
            TimeGrain.HalfYear => 6,
            TimeGrain.Quarter or TimeGrain.Season => 3,
            TimeGrain.Month => 1,
            _ => 0,
        };
        if (months == 0)
        {
            return Clamp(Start.DayNumber + (long)count * (Grain == TimeGrain.Week ? 7 : 1));
        }

        var total = (Start.Year * 12L) + Start.Month - 1 + (long)count * months;
        return total < 12 ? DateOnly.MinValue : total / 12 > LastYear ? DateOnly.MaxValue : new DateOnly((int)(total / 12), (int)(total % 12) + 1, 1);
    }

    private static DateOnly Clamp(long number) => DateOnly.FromDayNumber((int)Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));

    private static DateOnly SeasonStart(DateOnly day) => day.Month switch
    {
        <= 2 => new DateOnly(Math.Max(1, day.Year - 1), 12, 1),
        12 => new DateOnly(day.Year, 12, 1),
        _ => new DateOnly(day.Year, day.Month / 3 * 3, 1),
    };
}
