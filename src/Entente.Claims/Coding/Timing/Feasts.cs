using System.Globalization;

namespace Entente.Claims.Coding.Timing;

/// <summary>Feasts whose day moves: "MM-N-W" is the N-th such weekday of a month (1 Monday … 7 Sunday; the last where N is "L"), "easter+N" so many days from Easter.</summary>
internal static class Feasts
{
    private const string FromEaster = "easter";

    /// <summary>"Thanksgiving", "last Easter", "Easter Sunday 2016", "Labor Day".</summary>
    public static Draft? Read(TimeLexemes s, int at)
    {
        var shifted = s.IsAny(at, "last", "next", "this") ? at + 1 : at;
        if (!s.Capital(shifted))
        {
            return null;
        }

        (string Rule, int End)? found = s.Words.Phrase(s, shifted, TimeSense.Feast) is { } phrase ? phrase : s.Sense(shifted, TimeSense.Feast) is { } word ? (word, shifted + 1) : null;
        if (found is not { } feast || (s.Capital(feast.End) && s.IsWord(feast.End)) || (s.IsWord(feast.End) && s.IsAny(feast.End, "eggs", "egg", "accord", "agreement", "bunny", "dinner")))
        {
            return null;
        }

        if (DatePatterns.YearNumber(s, s.IsAny(feast.End, "of", "in") ? feast.End + 1 : feast.End) is { } year && Day(feast.Rule, year.Year) is { } day)
        {
            return new Draft(at, year.End, TimexType.Date, new Ask.Stated(CalendarTime.Day(day)));
        }

        int? years = shifted == at ? null : s.Is(at, "last") ? -10 : s.Is(at, "next") ? 10 : 0;
        var week = s.IsAny(feast.End, "week");
        return new Draft(at, week ? feast.End + 1 : feast.End, TimexType.Date, new Ask.Feast(feast.Rule, years) { Grain = week ? TimeGrain.Week : TimeGrain.Day });
    }

    /// <summary>The day of a feast in a year.</summary>
    public static DateOnly? Day(string rule, int year)
    {
        if (year is < 1600 or > 9000)
        {
            return null;
        }

        if (rule.StartsWith(FromEaster, StringComparison.Ordinal))
        {
            return Easter(year).AddDays(int.Parse(rule.AsSpan(FromEaster.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        var parts = rule.Split('-');
        int month = TimeWords.Number(parts[0]), weekday = TimeWords.Number(parts[2]) % 7;
        if (parts[1] == "L")
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - weekday + 7) % 7));
        }

        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7 + (7 * (TimeWords.Number(parts[1]) - 1)));
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
