using System.Globalization;

namespace Entente.Claims.Coding.Timing;

/// <summary>Times of day: "5 p.m. EST", "10:57", "noon Saturday", "the night of 20 June 1791", "in the morning".</summary>
internal static class ClockPatterns
{
    /// <summary>"8 p.m.", "8:30pm local time", "20:15", "noon", "midnight", "8 o'clock", each with the day that stands beside it.</summary>
    public static Draft? Clock(TimeLexemes s, int at)
    {
        if (Hour(s, at) is not { } hour)
        {
            return null;
        }

        var end = Zone(s, hour.End);
        var next = s.IsSign(end, ',') ? end + 1 : end;
        next = s.IsAny(next, "on", "of") ? next + 1 : next;
        return Day(s, next) is { } day ? day with { First = at, Type = TimexType.Time, Clock = hour.Clock } : new Draft(at, end, TimexType.Time, new Ask.Hour(Reference.Narrative)) { Clock = hour.Clock };
    }

    /// <summary>"Friday at 8 p.m.", "Nov. 6, 5 p.m. EST".</summary>
    public static Draft? DayThenClock(TimeLexemes s, int at)
    {
        if (Day(s, at) is not { Clock: null } day)
        {
            return null;
        }

        var next = s.IsSign(day.End, ',') ? day.End + 1 : day.End;
        next = s.Is(next, "at") ? next + 1 : next;
        return next > day.End && Hour(s, next) is { } hour ? day with { End = Zone(s, hour.End), Type = TimexType.Time, Clock = hour.Clock } : null;
    }

    /// <summary>"the night of 20 June 1791", "the morning of December 28", "the morning" after "in".</summary>
    public static Draft? PartOfDay(TimeLexemes s, int at)
    {
        var start = s.IsAny(at, "the") ? at + 1 : at;
        if (s.Sense(start, TimeSense.Part) is not { } part)
        {
            return null;
        }

        if (s.IsAny(start + 1, "of", "on") && Day(s, start + 2) is { Clock: null } day)
        {
            return day with { First = at, Type = TimexType.Time, Clock = "T" + part };
        }

        return start > at && s.IsAny(at - 1, "in", "during", "by", "until") && !s.Is(start + 1, "of") && !s.IsHyphen(start + 1)
            ? new Draft(at, start + 1, TimexType.Time, new Ask.Hour(Reference.Narrative)) { Clock = "T" + part } : null;
    }

    private static Draft? Day(TimeLexemes s, int at) =>
        DatePatterns.WeekdayAndDate(s, at) ?? (DatePatterns.MonthFirst(s, at) is { Ask: Ask.MonthDay { Day: not null } or Ask.Stated { Time.Grain: TimeGrain.Day } } date ? date : null)
        ?? DatePatterns.DayFirst(s, at) ?? DatePatterns.InDigits(s, at) ?? RelativePatterns.Weekday(s, at) ?? (s.Sense(at, TimeSense.Day) is not null ? RelativePatterns.Deictic(s, at) : null);

    private static (string Clock, int End)? Hour(TimeLexemes s, int at)
    {
        if (s.Sense(at, TimeSense.Clock) is { } word)
        {
            return ("T" + word, at + 1);
        }

        if (s.Digits(at, 1, 2) is not { } hour || hour > 24)
        {
            return Dotted(s, at);
        }

        int? minute = s.IsSign(at + 1, ':') && s.Glued(at + 1) && s.Glued(at + 2) ? s.Digits(at + 2, 2, 2) : null;
        var end = minute is null ? at + 1 : at + 3;
        if (HalfDay(s, end) is { } half && hour is >= 1 and <= 12)
        {
            return (Format((hour % 12) + (half.Afternoon ? 12 : 0), minute ?? 0), half.End);
        }

        if (s.Is(end, "o") && s.IsApostrophe(end + 1) && s.Is(end + 2, "clock"))
        {
            return (Format(hour, 0), end + 3);
        }

        return minute is { } m and < 60 && hour < 24 && !s.IsSign(end, ':') ? (Format(hour, m), end) : null;
    }

    /// <summary>"8.30 p.m."</summary>
    private static (string Clock, int End)? Dotted(TimeLexemes s, int at) =>
        s.IsNumber(at) && s[at].Length is 4 or 5 && s.Form(at)[^3] == '.' && int.TryParse(s.Form(at)[..^3], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 12
        && int.TryParse(s.Form(at)[^2..], NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60 && HalfDay(s, at + 1) is { } half
            ? (Format((hour % 12) + (half.Afternoon ? 12 : 0), minute), half.End) : null;

    /// <summary>"p.m.", "pm", "a.m".</summary>
    private static (bool Afternoon, int End)? HalfDay(TimeLexemes s, int at)
    {
        if (s.IsAny(at, "am", "pm"))
        {
            return (s.Is(at, "pm"), at + 1);
        }

        return s.IsAny(at, "a", "p") && s.IsSign(at + 1, '.') && s.Is(at + 2, "m") && s.Glued(at + 2) ? (s.Is(at, "p"), s.IsSign(at + 3, '.') && s.Glued(at + 3) ? at + 4 : at + 3) : null;
    }

    private static int Zone(TimeLexemes s, int at)
    {
        if (s.Is(at, "local") && s.Is(at + 1, "time"))
        {
            return at + 2;
        }

        return s.Form(at) is "EST" or "EDT" or "GMT" or "UTC" or "CET" or "PST" or "PDT" or "CST" or "ET" or "MSK" or "BST" ? at + 1 : at;
    }

    private static string Format(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");
}
