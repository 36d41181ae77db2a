namespace Entente.Claims.Coding.Timing;

/// <summary>The units that times are counted in.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// <summary>How units stand in TIMEX3 values and in the calendar.</summary>
internal static class TimeUnits
{
    /// <summary>A TIMEX3 duration: 3 months is "P3M", an unknown number of hours "PTXH".</summary>
    public static string Duration(this TimeUnit unit, string count) => unit switch
    {
        TimeUnit.Second => $"PT{count}S",
        TimeUnit.Minute => $"PT{count}M",
        TimeUnit.Hour => $"PT{count}H",
        TimeUnit.Day => $"P{count}D",
        TimeUnit.Week => $"P{count}W",
        TimeUnit.Fortnight => int.TryParse(count, out var n) ? $"P{2 * n}W" : "PXW",
        TimeUnit.Weekend => $"P{count}WE",
        TimeUnit.Month => $"P{count}M",
        TimeUnit.Quarter => $"P{count}Q",
        TimeUnit.Year => $"P{count}Y",
        TimeUnit.Decade => $"P{count}DE",
        TimeUnit.Century => $"P{count}CE",
        _ => $"P{count}MIL",
    };

    /// <summary>The grain of a calendar time of this unit; null for what the calendar does not keep.</summary>
    public static TimeGrain? Grain(this TimeUnit unit) => unit switch
    {
        TimeUnit.Day => TimeGrain.Day,
        TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Weekend => TimeGrain.Week,
        TimeUnit.Month => TimeGrain.Month,
        TimeUnit.Quarter => TimeGrain.Quarter,
        TimeUnit.Year => TimeGrain.Year,
        TimeUnit.Decade => TimeGrain.Decade,
        TimeUnit.Century => TimeGrain.Century,
        _ => null,
    };

    /// <summary>A day so many units away; the same day when the calendar does not keep the unit.</summary>
    public static DateOnly Add(this TimeUnit unit, DateOnly day, int count) => unit switch
    {
        TimeUnit.Day => day.AddDays(count),
        TimeUnit.Week or TimeUnit.Weekend => day.AddDays(7 * count),
        TimeUnit.Fortnight => day.AddDays(14 * count),
        TimeUnit.Month => day.AddMonths(count),
        TimeUnit.Quarter => day.AddMonths(3 * count),
        TimeUnit.Year => day.AddYears(count),
        TimeUnit.Decade => day.AddYears(10 * count),
        TimeUnit.Century => day.AddYears(100 * count),
        _ => day,
    };
}
