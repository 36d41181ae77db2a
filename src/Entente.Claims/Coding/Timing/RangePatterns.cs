namespace Entente.Claims.Coding.Timing;

/// <summary>Two times joined by a dash, "to" or "and" of which one borrows a part from the other.</summary>
internal static class RangePatterns
{
    /// <summary>"15 to 22 February", "31 May-1 June 1916" (the first day alone), "May 5-7", "1947-54". Null when none begins here.</summary>
    public static Draft[]? Read(TimeLexemes s, int at) => DayToDate(s, at) ?? DateToDay(s, at) ?? YearToYear(s, at) ?? BeforeChrist(s, at);

    private static Draft[]? DayToDate(TimeLexemes s, int at) =>
        s.Digits(at, 1, 2) is { } day and >= 1 and <= 31 && Join(s, at + 1) is { } next && DatePatterns.DayFirst(s, next) is { } second && MonthOf(second) is { } month
            ? [new Draft(at, at + 1, TimexType.Date, AtDay(second.Ask, month, day)), second] : null;

    private static Draft[]? DateToDay(TimeLexemes s, int at)
    {
        if (s.Month(at) is not { } month || s.Digits(month.End, 1, 2) is not { } first || first is < 1 or > 31 || Join(s, month.End + 1) is not { } next
            || s.Digits(next, 1, 2) is not { } second || second > 31 || second <= first || s.Month(next + 1) is not null || s.IsSign(next + 1, '%') || s.Units(next + 1) is not null)
        {
            return null;
        }

        var yearAt = s.IsSign(next + 1, ',') ? next + 2 : next + 1;
        if (!s.IsDash(next - 1) && s.IsWord(next + 1) && !s.IsAny(next + 1, "in", "at", "for", "to", "and", "of"))
        {
            return null;
        }

        var year = DatePatterns.YearNumber(s, yearAt);
        Ask Of(int day) => year is { } y && CalendarTime.Day(y.Year, month.Month, day) is { } time ? new Ask.Stated(time) : new Ask.MonthDay(month.Month, day, null, Reference.Document);
        return [new Draft(at, month.End + 1, TimexType.Date, Of(first)), new Draft(next, year?.End ?? next + 1, TimexType.Date, Of(second))];
    }

    private static Draft[]? YearToYear(TimeLexemes s, int at) =>
        s.Digits(at, 4, 4) is { } year and >= 1400 and < 2100 && s.IsDash(at + 1) && s.Glued(at + 1) && s.Glued(at + 2) && s.Digits(at + 2, 2, 2) is { } two && two > year % 100 && !s.IsDash(at + 3) && !s.IsSign(at + 3, '%')
            ? [Year(at, year), Year(at + 2, (year / 100 * 100) + two)] : null;

    /// <summary>"479–478 BC": the first is before Christ too.</summary>
    private static Draft[]? BeforeChrist(TimeLexemes s, int at) =>
        s.Digits(at, 1, 4) is { } year && s.IsDash(at + 1) && s.Digits(at + 2, 1, 4) < year && DatePatterns.BeforeChrist(s, at + 2) is { } second
            ? [new Draft(at, at + 1, TimexType.Date, new Ask.Plain($"BC{year:0000}")), second] : null;

    private static Draft Year(int at, int year) => new(at, at + 1, TimexType.Date, new Ask.Stated(CalendarTime.Year(year)));

    private static int? Join(TimeLexemes s, int at) => s.IsDash(at) || s.IsAny(at, "to", "and", "or", "until", "through") ? at + 1 : null;

    private static int? MonthOf(Draft draft) => draft.Ask switch
    {
        Ask.MonthDay md => md.Month,
        Ask.Stated { Time.Grain: TimeGrain.Day } stated => stated.Time.Start.Month,
        _ => null,
    };

    private static Ask AtDay(Ask second, int month, int day) => second switch
    {
        Ask.Stated stated when CalendarTime.Day(stated.Time.Start.Year, month, day) is { } time => new Ask.Stated(time),
        Ask.MonthDay md => md with { Day = day },
        _ => new Ask.MonthDay(month, day, null, Reference.Document),
    };
}
