using System.Globalization;

namespace Entente.Claims.Coding.Timing;

/// <summary>Dates of the calendar: days, months, years, decades, centuries.</summary>
internal static class DatePatterns
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2100;

    /// <summary>"November 9, 1989", "Nov. 9", "June 30th", "January of 1997", "January".</summary>
    public static Draft? MonthFirst(TimeLexemes s, int at)
    {
        if (s.Month(at) is not { } month)
        {
            return null;
        }

        if (DayNumber(s, month.End) is { } day)
        {
            return WithYear(s, at, day.End, month.Month, day.Day);
        }

        var of = s.Is(month.End, "of") ? month.End + 1 : month.End;
        return WithYear(s, at, month.End, month.Month, null, of);
    }

    /// <summary>"9 November 1989", "the 9th of November", "the eleventh of November".</summary>
    public static Draft? DayFirst(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        (int Day, int End)? day = s.Numerals.Ordinal(s, start) is { Value: <= 31 } ordinal ? ((int)ordinal.Value, ordinal.End)
            : s.Digits(start, 1, 2) is { } number and >= 1 and <= 31 && start == at ? (number, start + 1) : null;
        if (day is not { } found)
        {
            return null;
        }

        var next = s.Is(found.End, "of") ? found.End + 1 : found.End;
        return s.Month(next) is { } month ? WithYear(s, at, month.End, month.Month, found.Day) : null;
    }

    /// <summary>"Saturday, April 25", "Monday 3 March 2014".</summary>
    public static Draft? WeekdayAndDate(TimeLexemes s, int at)
    {
        if (s.Weekday(at) is not { } weekday)
        {
            return null;
        }

        var next = s.IsSign(at + 1, '.') && s.Sense(at, TimeSense.AbbreviatedWeekday) is not null ? at + 2 : at + 1;
        next = s.IsSign(next, ',') ? next + 1 : next;
        return (MonthFirst(s, next) is { Ask: Ask.Stated or Ask.MonthDay { Day: not null } } date ? date : DayFirst(s, next)) is { } whole ? whole with { First = at, Weekday = weekday } : null;
    }

    /// <summary>"2023-03-18", "09.05.2025", "3/18/2023", "11/02/89".</summary>
    public static Draft? InDigits(TimeLexemes s, int at)
    {
        if (s.Digits(at, 4, 4) is { } year && s.IsHyphen(at + 1) && s.Digits(at + 2, 2, 2) is { } month && s.IsHyphen(at + 3) && s.Digits(at + 4, 2, 2) is { } day)
        {
            return Full(at, at + 5, year, month, day);
        }

        if (s.IsNumber(at) && s[at].Length is 8 or 10 && DateOnly.TryParseExact(s.Form(at), "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dotted))
        {
            return Full(at, at + 1, dotted.Year, dotted.Month, dotted.Day);
        }

        return s.Digits(at, 1, 2) is { } first && s.IsSign(at + 1, '/') && s.Glued(at + 1) && s.Digits(at + 2, 1, 2) is { } second && s.IsSign(at + 3, '/') && s.Glued(at + 3)
            && s.Glued(at + 4) && (s.Digits(at + 4, 4, 4) ?? TwoDigits(s.Digits(at + 4, 2, 2))) is { } last
            ? first > 12 ? Full(at, at + 5, last, second, first) : Full(at, at + 5, last, first, second) : null;
    }

    /// <summary>"1989", "in 1776", "the year 2000", "nineteen ninety-six", "498 BC".</summary>
    public static Draft? Year(TimeLexemes s, int at)
    {
        var named = s.Is(at, "the") && s.Is(at + 1, "year") ? at + 2 : s.Is(at, "year") ? at + 1 : at;
        if (BeforeChrist(s, named) is { } ancient)
        {
            return ancient with { First = at };
        }

        if (named == at && (s.IsSign(at - 1, '$') || s.IsSign(at - 1, '£') || s.IsSign(at - 1, '€') || (s.IsSign(at - 1, '#') && !s.Glued(at - 1))))
        {
            return null;
        }

        if (YearNumber(s, named) is not { } year || (named == at && !StandsAsYear(s, named, year.Year, year.End)))
        {
            return null;
        }

        return new Draft(at, year.End, TimexType.Date, new Ask.Stated(CalendarTime.Year(year.Year)));
    }

    /// <summary>"the 1990s", "1980s", "the nineties", "the mid-1990s" (its stage is read before).</summary>
    public static Draft? Decade(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        if (s.Digits(start, 4, 4) is { } year && year % 10 == 0 && PluralS(s, start + 1) is { } end && year is >= EarliestYear and <= LatestYear)
        {
            return new Draft(at, end, TimexType.Date, new Ask.Stated(CalendarTime.Of(TimeGrain.Decade, new DateOnly(year, 1, 1))));
        }

        var apostrophe = s.IsApostrophe(start) ? start + 1 : start;
        if (s.Digits(apostrophe, 2, 2) is { } two && two % 10 == 0 && two >= 20 && PluralS(s, apostrophe + 1) is { } shortEnd && (apostrophe > start || start > at))
        {
            return new Draft(at, shortEnd, TimexType.Date, new Ask.Stated(CalendarTime.Of(TimeGrain.Decade, new DateOnly(1900 + two, 1, 1))));
        }

        return start > at && s.Sense(start, TimeSense.Decade) is { } word
            ? new Draft(at, start + 1, TimexType.Date, new Ask.Stated(CalendarTime.Of(TimeGrain.Decade, new DateOnly(1900 + (10 * TimeWords.Number(word)), 1, 1)))) : null;
    }

    /// <summary>"the 20th century", "21st-century", "the nineteenth century", "the 4th century BC".</summary>
    public static Draft? Century(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        if (s.Numerals.Ordinal(s, start) is not { Value: <= 30 } ordinal)
        {
            return null;
        }

        var unit = s.IsDash(ordinal.End) ? ordinal.End + 1 : ordinal.End;
        if (s.Unit(unit) != TimeUnit.Century)
        {
            return null;
        }

        if (IsBeforeChrist(s, unit + 1) is { } end)
        {
            return new Draft(at, end, TimexType.Date, new Ask.Plain($"BC{(int)ordinal.Value - 1:00}"));
        }

        var first = Math.Max(1, ((int)ordinal.Value - 1) * 100);
        return new Draft(at, unit + 1, TimexType.Date, new Ask.Stated(new CalendarTime(TimeGrain.Century, new DateOnly(first, 1, 1))));
    }

    /// <summary>"fiscal 1989", "fiscal year 2010".</summary>
    public static Draft? FiscalYear(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        if (!s.Is(start, "fiscal"))
        {
            return null;
        }

        var next = s.Is(start + 1, "year") ? start + 2 : start + 1;
        return YearNumber(s, next) is { } year ? new Draft(at, year.End, TimexType.Date, new Ask.Stated(CalendarTime.Year(year.Year))) { Fiscal = true } : null;
    }

    /// <summary>"Christmas Day", "New Year's Eve 1999".</summary>
    public static Draft? Holiday(TimeLexemes s, int at)
    {
        if (!s.Capital(at))
        {
            return null;
        }

        (string Value, int End)? found = s.Words.Phrase(s, at, TimeSense.Holiday) is { } phrase ? phrase : s.Sense(at, TimeSense.Holiday) is { } word ? (word, at + 1) : null;
        return found is { } day ? WithYear(s, at, day.End, TimeWords.Number(day.Value[..2]), TimeWords.Number(day.Value[3..])) : null;
    }

    /// <summary>A year in four digits or as it is spoken.</summary>
    public static (int Year, int End)? YearNumber(TimeLexemes s, int at)
    {
        if (s.Digits(at, 4, 4) is { } digits and >= EarliestYear and <= LatestYear && PluralS(s, at + 1) is null)
        {
            return (digits, at + 1);
        }

        // nineteen ninety-six, two thousand ten
        if (s.IsAny(at, "nineteen", "eighteen", "seventeen", "twenty") && s.Numerals.Cardinal(s, s.IsHyphen(at + 1) ? at + 2 : at + 1) is { InDigits: false, Value: >= 10 and < 100 } rest
            && s.Numerals.Cardinal(s, at, scales: false) is { } century && century.End <= rest.End && century.Value <= 20)
        {
            return (((int)century.Value * 100) + (int)rest.Value, rest.End);
        }

        return s.Is(at, "two") && s.Is(at + 1, "thousand") && s.Numerals.Cardinal(s, at) is { Value: >= 2000 and < 2100 } spoken ? ((int)spoken.Value, spoken.End) : null;
    }

    /// <summary>A date, with the year that follows it or the reference to one: "June 30, 1990", "June last year", "January of this year".</summary>
    private static Draft WithYear(TimeLexemes s, int first, int end, int month, int? day, int? yearAt = null)
    {
        var next = yearAt ?? (s.IsSign(end, ',') ? end + 1 : end);
        next = day is null && s.IsSign(next, ',') ? next + 1 : next;
        if (s.Digits(next, 1, 4) is { } ancient && IsBeforeChrist(s, next + 1) is { } era)
        {
            return new Draft(first, era, TimexType.Date, new Ask.Plain(day is { } d0 ? $"BC{ancient:0000}-{month:00}-{d0:00}" : $"BC{ancient:0000}-{month:00}"));
        }

        if (YearNumber(s, next) is { } year && (day is not null || next > end || IsYearAfterMonth(s, next)))
        {
            var time = day is { } d ? CalendarTime.Day(year.Year, month, d) : CalendarTime.Month(year.Year, month);
            return time is { } found ? new Draft(first, year.End, TimexType.Date, new Ask.Stated(found)) : new Draft(first, end, TimexType.Date, new Ask.MonthDay(month, null, null, Reference.Document));
        }

        var of = s.Is(end, "of") ? end + 1 : end;
        if (s.IsAny(of, "last", "this", "next") && s.Is(of + 1, "year"))
        {
            return new Draft(first, of + 2, TimexType.Date, new Ask.MonthDay(month, day, s.Is(of, "last") ? -1 : s.Is(of, "next") ? 1 : 0, Reference.Document));
        }

        return new Draft(first, end, TimexType.Date, new Ask.MonthDay(month, day, null, Reference.Document));
    }

    private static bool IsYearAfterMonth(TimeLexemes s, int at) => s.IsNumber(at) || s.IsAny(at, "nineteen", "two", "twenty", "eighteen");

    public static (int Day, int End)? DayNumber(TimeLexemes s, int at)
    {
        if (s.Digits(at, 1, 2) is not { } day || day is < 1 or > 31 || s.IsSign(at + 1, '%') || (s.IsSign(at + 1, ':') && s.IsNumber(at + 2) && s.Glued(at + 2)))
        {
            return null;
        }

        return s.Glued(at + 1) && s.IsAny(at + 1, "st", "nd", "rd", "th") ? (day, at + 2) : (day, at + 1);
    }

    private static Draft? Full(int first, int end, int year, int month, int day) =>
        CalendarTime.Day(year, month, day) is { } time && year is >= EarliestYear and <= LatestYear ? new Draft(first, end, TimexType.Date, new Ask.Stated(time)) : null;

    private static int? TwoDigits(int? year) => year is { } two ? two < 50 ? 2000 + two : 1900 + two : null;

    /// <summary>The lexeme after the "s" of "1990s" or "1990's".</summary>
    private static int? PluralS(TimeLexemes s, int at) => s.Glued(at) && s.Is(at, "s") ? at + 1 : s.Glued(at) && s.IsApostrophe(at) && s.Is(at + 1, "s") && s.Glued(at + 1) && s.Digits(at - 1, 4, 4) % 10 == 0 ? at + 2 : null;

    /// <summary>A bare number of four digits is a year when nothing is counted by it.</summary>
    private static bool StandsAsYear(TimeLexemes s, int at, int year, int end)
    {
        if (!s.IsNumber(at))
        {
            return s.IsAny(at, "nineteen", "eighteen") || s.IsAny(at - 1, "in", "of", "since", "until", "by", "from", "to", "and", "during", "before", "after", "year") || s.Month(at - 1) is not null;
        }

        if (s.IsSign(end, '%') || s.IsSign(at - 1, '.') || s.IsSign(at - 1, '/') || (s.Glued(end) && (s.IsWord(end) || s.IsSign(end, ':'))) || s.Units(end) is not null || s.IsAny(end, "percent", "people", "troops", "soldiers", "million", "billion", "kilometers", "miles", "feet", "metres", "meters", "sq", "square", "acres", "hectares", "tonnes", "tons", "barrels", "dollars", "euros", "MW", "km"))
        {
            return false;
        }

        var introduced = s.IsAny(at - 1, "in", "of", "since", "until", "till", "by", "from", "to", "and", "during", "before", "after", "through", "throughout", "for", "the", "around", "late", "early", "mid", "between", "summer", "spring", "autumn", "winter", "fall", "circa", "than", "back")
            || s.IsDash(at - 1) || s.IsSign(at - 1, '(') || s.IsDash(end) || s.IsSign(end, ')');
        return year is >= 1900 and < 2100 || (year >= 1400 && introduced);
    }

    public static Draft? BeforeChrist(TimeLexemes s, int at) => s.Digits(at, 1, 4) is { } year && IsBeforeChrist(s, at + 1) is { } end
        ? new Draft(at, end, TimexType.Date, new Ask.Plain($"BC{year:0000}")) : null;

    private static int? IsBeforeChrist(TimeLexemes s, int at) => s.Form(at) is "BC" or "BCE" ? at + 1
        : s.Form(at) is "B" && s.IsSign(at + 1, '.') && s.Form(at + 2) is "C" ? (s.IsSign(at + 3, '.') ? at + 4 : at + 3) : null;
}
