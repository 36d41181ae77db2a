using System.Globalization;
using Entente.Claims;

namespace Entente.Record;

/// <summary>A day, month or year as people write it: 2023-03-17, 2023-03, 2023.</summary>
public static class DayText
{
    /// <summary>The first day that is meant.</summary>
    /// <exception cref="FormatException">It is no day, month or year.</exception>
    public static DateOnly First(string text) => Days(text).First;

    /// <summary>The last day that is meant.</summary>
    /// <exception cref="FormatException">It is no day, month or year.</exception>
    public static DateOnly Last(string text) => Days(text).Last;

    /// <summary>A day, month or year, or two of them with "/" between, of which ".." is open.</summary>
    /// <exception cref="FormatException">It is none, open on both sides, or ends before it begins.</exception>
    public static DateInterval Interval(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var interval = text.Split('/', StringSplitOptions.TrimEntries) switch
        {
            [var one] => new DateInterval(First(one), Last(one)),
            [var from, var to] => new DateInterval(from == ".." ? null : First(from), to == ".." ? null : Last(to)),
            _ => default,
        };
        return interval is { Earliest: null, Latest: null } || interval.Earliest > interval.Latest
            ? throw new FormatException($"'{text}' is no time: write 2023-03-21, 2023-03, 2023, 2023-03-20/2023-03-22, ../2023-03 or 2023-03/..")
            : interval;
    }

    private static (DateOnly First, DateOnly Last) Days(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text, "yyyy-MM-dd") is { } day ? (day, day)
            : Parse(text, "yyyy-MM") is { } month ? (month, month.AddMonths(1).AddDays(-1))
            : Parse(text, "yyyy") is { } year ? (year, year.AddYears(1).AddDays(-1))
            : throw new FormatException($"'{text}' is no day: write it as 2023-03-17, 2023-03 or 2023.");
    }

    private static DateOnly? Parse(string text, string form) =>
        DateOnly.TryParseExact(text.Trim(), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
