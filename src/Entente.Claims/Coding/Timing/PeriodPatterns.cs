namespace Entente.Claims.Coding.Timing;

/// <summary>Quarters, halves and seasons of a year, and the periods that figures are compared with.</summary>
internal static class PeriodPatterns
{
    /// <summary>"the third quarter", "third-quarter", "last year's fourth quarter", "the third quarter of 1990", "the first half of 2023", "Q3 2019", "the first two quarters of 1990".</summary>
    public static Draft? QuarterOrHalf(TimeLexemes s, int at)
    {
        var start = s.IsAny(at, "the", "its") ? at + 1 : at;
        int? years = null, year = null;
        if (YearBefore(s, start) is { } before)
        {
            (years, year, start) = before;
        }

        start = s.IsAny(start, "fiscal") ? (s.IsHyphen(start + 1) ? start + 2 : start + 1) : start;
        if (Ordinal(s, start) is not { } part)
        {
            return null;
        }

        var end = part.End;
        var of = s.Is(end, "of") ? end + 1 : end;
        var fiscal = s.IsAny(of, "fiscal") ? of + 1 : of;
        if (year is null && years is null)
        {
            if (DatePatterns.YearNumber(s, fiscal) is { } after && (of > end || s.IsNumber(fiscal)))
            {
                (year, end) = (after.Year, after.End);
            }
            else if (s.IsAny(of, "last", "this", "next") && s.Is(of + 1, "year"))
            {
                (years, end) = (s.Is(of, "last") ? -1 : s.Is(of, "next") ? 1 : 0, of + 2);
            }
        }

        // "its third quarter", "the third-quarter loss": the quarter alone
        var first = s.Is(at, "its") || part.Hyphen && year is null ? start : at;
        Ask ask = year is { } known ? new Ask.Stated(CalendarTime.PartOfYear(part.Grain, known, part.Index)) : new Ask.PartOfYear(part.Grain, part.Index, years, Reference.Document);
        return new Draft(first, end, TimexType.Date, ask);
    }

    /// <summary>"the summer of 1998", "summer 2014", "the spring", "the winter of last year".</summary>
    public static Draft? Season(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        if (s.Sense(start, TimeSense.Season) is not { } season || s.IsHyphen(start + 1))
        {
            return null;
        }

        var index = CalendarTime.SeasonIndex(season);
        var of = s.Is(start + 1, "of") ? start + 2 : start + 1;
        if (DatePatterns.YearNumber(s, of) is { } year)
        {
            return new Draft(at, year.End, TimexType.Date, new Ask.Stated(CalendarTime.PartOfYear(TimeGrain.Season, year.Year, index)));
        }

        if (s.IsAny(of, "last", "this", "next") && s.Is(of + 1, "year"))
        {
            return new Draft(at, of + 2, TimexType.Date, new Ask.PartOfYear(TimeGrain.Season, index, s.Is(of, "last") ? -1 : s.Is(of, "next") ? 1 : 0, Reference.Document));
        }

        if (start == at && s.IsAny(start, "summer", "winter", "autumn", "spring") && s.IsAny(at - 1, "in", "during") && !s.IsWord(start + 1) && !s.Capital(start))
        {
            return new Draft(at, start + 1, TimexType.Date, new Ask.PartOfYear(TimeGrain.Season, index, null, Reference.Document));
        }

        // "fall" and "spring" are verbs and nouns of other things, unless an article and a preposition make them times
        return start > at && (s.IsAny(start, "summer", "winter", "autumn") || s.IsAny(at - 1, "in", "by", "since", "until", "during", "throughout")) && !s.IsWord(start + 1) || (start > at && s.IsAny(start + 1, "and", "of", "when", "to"))
            ? new Draft(at, start + 1, TimexType.Date, new Ask.PartOfYear(TimeGrain.Season, index, null, Reference.Document)) : null;
    }

    /// <summary>"the quarter", "the latest quarter", "the year-earlier period", "a year ago" beside a figure, "year-ago".</summary>
    public static Draft? Compared(TimeLexemes s, int at)
    {
        var start = s.IsAny(at, "the", "a") ? at + 1 : at;
        start = start > at && s.IsAny(start, "comparable", "corresponding", "same") ? start + 1 : start;
        if (s.Is(start, "year") && s.IsHyphen(start + 1) && s.IsAny(start + 2, "ago", "earlier"))
        {
            var whole = s.IsAny(start + 3, "period", "quarter");
            return new Draft(whole ? at : start, whole ? start + 4 : start + 3, TimexType.Date, new Ask.SamePeriod(s.Is(start + 3, "quarter") ? TimeGrain.Quarter : TimeGrain.Year, -1));
        }

        if (s.Is(at, "a") && s.Is(at + 1, "year") && s.IsAny(at + 2, "ago", "earlier"))
        {
            return new Draft(at, at + 3, TimexType.Date, new Ask.SamePeriod(TimeGrain.Year, -1));
        }

        if (s.Is(at, "the") && s.IsAny(at + 1, "quarter", "period") && !s.IsAny(at + 2, "of", "century") && s.Is(at + 1, "quarter"))
        {
            return new Draft(at, at + 2, TimexType.Date, new Ask.SamePeriod(TimeGrain.Quarter, 0));
        }

        return s.Is(at, "the") && s.IsAny(at + 1, "latest", "current", "most") && s.IsAny(at + 2, "quarter", "period") && s.Is(at + 1, "latest")
            ? new Draft(at, at + 3, TimexType.Date, new Ask.SamePeriod(TimeGrain.Quarter, 0)) : null;
    }

    private static (int? Years, int? Year, int End)? YearBefore(TimeLexemes s, int at)
    {
        if (s.IsAny(at, "last", "this", "next") && s.Is(at + 1, "year") && s.AfterGenitive(at + 2) is var end && end > at + 2)
        {
            return (s.Is(at, "last") ? -1 : s.Is(at, "next") ? 1 : 0, null, end);
        }

        return s.Digits(at, 4, 4) is { } year and >= 1900 and < 2100 ? (null, year, s.AfterGenitive(at + 1)) : null;
    }

    private static (TimeGrain Grain, int Index, int End, bool Hyphen)? Ordinal(TimeLexemes s, int at)
    {
        if (s.Form(at) is "Q" && s.Digits(at + 1, 1, 1) is { } q and >= 1 and <= 4 && s.Glued(at + 1))
        {
            return (TimeGrain.Quarter, q, at + 2, false);
        }

        if (s.Numerals.Ordinal(s, at) is not { Value: <= 4 } ordinal)
        {
            return null;
        }

        var next = s.IsHyphen(ordinal.End) ? ordinal.End + 1 : ordinal.End;
        if (s.Is(next, "quarter"))
        {
            return (TimeGrain.Quarter, (int)ordinal.Value, next + 1, next > ordinal.End);
        }

        var halfIsTime = s.Is(next + 1, "of") && (DatePatterns.YearNumber(s, next + 2) is not null || s.IsAny(next + 2, "last", "this", "next") || (s.Is(next + 2, "the") && s.Is(next + 3, "year"))) || DatePatterns.YearNumber(s, next + 1) is not null;
        return s.Is(next, "half") && ordinal.Value <= 2 && halfIsTime ? (TimeGrain.HalfYear, (int)ordinal.Value, next + 1, next > ordinal.End) : null;
    }
}
