using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Accepting;

/// <summary>The days of TIMEX3 values as coders write them: "2023-03-17", "2023-03", "2023-Q1", "2023-H2", "2023-W12", "2023-SU", "199", and two of them with "/" between, of which ".." is open.</summary>
internal static partial class WrittenTime
{
    private const int LastYear = 9998;

    /// <summary>Why a value is none; null for one that is.</summary>
    public static string? Fault(string value) => Interval(value) is not null || NoDays().IsMatch(value) ? null
        : $"'{Fields.Shown(value)}' is no TIMEX3 value. Write days, months or years (2023-03-17, 2023-03, 2023, 2023-03-20/2023-03-22, 2023-Q1, ../2019)";

    /// <summary>The days; null of a value that names none.</summary>
    public static DateInterval? Interval(string value)
    {
        var ends = value.Split('/');
        if (ends.Length > 2 || Days(ends[0]) is not { } first || Days(ends[^1]) is not { } last)
        {
            return null;
        }

        return new DateInterval(first.Earliest, last.Latest) is var days && ((days.Earliest ?? days.Latest) is null || days.Earliest > days.Latest) ? null : days;
    }

    private static DateInterval? Days(string value)
    {
        if (value == "..")
        {
            return default(DateInterval);
        }

        if (Calendar().Match(value) is not { Success: true } found)
        {
            return null;
        }

        var (year, part) = (found.Groups["year"].Value, found.Groups["part"].Value);
        return (year.Length, part) switch
        {
            (2, "") => Whole(TimeGrain.Century, Number(year) * 100),
            (3, "") => Whole(TimeGrain.Decade, Number(year) * 10),
            (4, "") => Whole(TimeGrain.Year, Number(year)),
            (4, ['H' or 'Q', var index]) => Part(part[0] == 'H' ? TimeGrain.HalfYear : TimeGrain.Quarter, Number(year), index - '0'),
            (4, ['W', .. var week]) => Week(Number(year), Number(week)),
            (4, "SP" or "SU" or "FA" or "WI") => Part(TimeGrain.Season, Number(year), CalendarTime.SeasonIndex(part)),
            (4, _) when found.Groups["day"].Value is { Length: > 0 } day => CalendarTime.Day(Number(year), Number(part), Number(day))?.Interval,
            (4, _) => CalendarTime.Day(Number(year), Number(part), 1) is { } first ? CalendarTime.Of(TimeGrain.Month, first.Start).Interval : null,
            _ => null,
        };
    }

    private static DateInterval? Whole(TimeGrain grain, int year) => year is < 1 or > LastYear ? null : CalendarTime.Of(grain, new DateOnly(year, 1, 1)).Interval;

    private static DateInterval? Part(TimeGrain grain, int year, int index) => year is < 1 or > LastYear ? null : CalendarTime.PartOfYear(grain, year, index).Interval;

    private static DateInterval? Week(int year, int week) => year is < 1 or > LastYear || week < 1 || week > ISOWeek.GetWeeksInYear(year)
        ? null : CalendarTime.Of(TimeGrain.Week, ISOWeek.ToDateOnly(year, week, DayOfWeek.Monday)).Interval;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>A time of the day behind a day is passed over.</summary>
    [GeneratedRegex(@"^(?<year>[0-9]{2,4})(-(?<part>[0-9]{2}|H[12]|Q[1-4]|W[0-9]{2}|SP|SU|FA|WI)(-(?<day>[0-9]{2})(T[0-9:]*[A-Z]*)?)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Calendar();

    /// <summary>Durations, references, and values with places left open.</summary>
    [GeneratedRegex(@"^(P[0-9XT][0-9XTYMDWHS.DECN]*|PAST_REF|PRESENT_REF|FUTURE_REF|(?=[0-9A-Z:-]*X)[0-9X]{2,4}(-[0-9A-ZX]{1,3}){0,3}(T[0-9A-Z:]*)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NoDays();
}
