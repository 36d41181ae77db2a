namespace Entente.Claims.Coding.Timing;

/// <summary>Times that are told from another time: today, last week, two days ago, the following month, Friday.</summary>
internal static class RelativePatterns
{
    /// <summary>"today", "yesterday morning", "tonight", "overnight", "last night".</summary>
    public static Draft? Deictic(TimeLexemes s, int at)
    {
        if (s.Is(at, "today") && (s.Is(at - 1, "world") || (s.AfterGenitive(at + 1) is var owned && owned > at + 1 && s.Is(owned, "world"))))
        {
            return new Draft(at, at + 1, TimexType.Date, new Ask.Plain("PRESENT_REF"));
        }

        if (s.Sense(at, TimeSense.Day) is { } day)
        {
            var ask = new Ask.Shifted(TimeGrain.Day, TimeWords.Number(day), Reference.Document);
            return PartAfter(s, at + 1) is { } part ? new Draft(at, part.End, TimexType.Time, ask) { Clock = part.Clock } : new Draft(at, at + 1, TimexType.Date, ask);
        }

        if (s.Sense(at, TimeSense.Night) is { } night)
        {
            return new Draft(at, at + 1, TimexType.Time, new Ask.Shifted(TimeGrain.Day, TimeWords.Number(night), Reference.Document)) { Clock = "TNI" };
        }

        return s.IsAny(at, "last", "this", "that") && s.Sense(at + 1, TimeSense.Part) is { } of
            ? new Draft(at, at + 2, TimexType.Time, new Ask.Shifted(TimeGrain.Day, s.Is(at, "last") ? -1 : 0, s.Is(at, "that") ? Reference.Narrative : Reference.Document)) { Clock = "T" + of } : null;
    }

    /// <summary>"Friday", "last Friday", "the previous Friday", "Friday night", "early Tuesday" (the stage is read before).</summary>
    public static Draft? Weekday(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        int? weeks = null;
        var from = Reference.Document;
        if (Shift(s, start) is { } shift && s.Weekday(SkipComing(s, start + 1)) is not null)
        {
            (weeks, from) = (s.IsAny(start, "past", "coming") ? null : shift.Count, shift.From);
            weeks = s.Is(start, "coming") || s.Is(start + 1, "coming") ? 1 : s.Is(start, "past") || s.Is(start + 1, "past") ? -1 : weeks;
            start = SkipComing(s, start + 1);
        }
        else if (start > at)
        {
            return null;
        }

        if (s.Weekday(start) is not { } day)
        {
            return null;
        }

        var end = s.IsSign(start + 1, '.') && s.Glued(start + 1) && s.Sense(start, TimeSense.AbbreviatedWeekday) is not null ? start + 2 : start + 1;
        var ask = new Ask.DayOfWeek(day, weeks, from);
        return PartAfter(s, end) is { } part ? new Draft(at, part.End, TimexType.Time, ask) { Clock = part.Clock } : new Draft(at, end, TimexType.Date, ask) { Owns = s.AfterGenitive(end) > end };
    }

    /// <summary>"last week", "this year", "the following month", "the past year", "that day", "the weekend".</summary>
    public static Draft? Unit(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        if (Shift(s, start) is not { } shift)
        {
            return TheUnit(s, at);
        }

        var next = SkipComing(s, start + 1);
        next = s.IsAny(next, "fiscal", "full", "calendar") ? next + 1 : next;
        if (s.Unit(next) is not { } unit || unit.Grain() is not { } grain || (unit == TimeUnit.Day && shift.From == Reference.Document && !s.IsAny(start, "this", "next")))
        {
            return null;
        }

        // "the last week of September" is none of the weeks around today
        if (s.Is(next + 1, "of") && (s.Month(next + 2) is not null || s.IsAny(next + 2, "the", "his", "her", "its", "their") || DatePatterns.YearNumber(s, next + 2) is not null))
        {
            return null;
        }

        // "the next day" is told from the day of the story; "next week" from the day it is written
        var from = start > at && s.IsAny(start, "next", "last") && unit != TimeUnit.Decade && unit != TimeUnit.Century && s.Is(start, "next") ? Reference.Narrative : shift.From;
        from = unit == TimeUnit.Day && s.Is(start, "next") ? Reference.Narrative : from;
        return new Draft(at, next + 1, TimexType.Date, new Ask.Shifted(grain, shift.Count, from) { Weekend = unit == TimeUnit.Weekend });
    }

    /// <summary>"the last week of September", "the second week of January 2021", "the last day of the year": a part of a month or year.</summary>
    public static Draft? PartOf(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        var last = s.IsAny(start, "last", "final", "closing");
        var nth = last ? null : s.Numerals.Ordinal(s, start);
        var next = last ? start + 1 : nth?.End ?? start;
        if ((!last && nth is not { Value: >= 1 and <= 5 }) || s.Unit(next) is not (TimeUnit.Week or TimeUnit.Day) || !s.Is(next + 1, "of"))
        {
            return null;
        }

        var whole = DatePatterns.MonthFirst(s, next + 2) is { Ask: Ask.MonthDay { Day: null } or Ask.Stated { Time.Grain: TimeGrain.Month } } month ? month
            : s.Unit(next + 2) is null ? Unit(s, next + 2) is { Ask: Ask.Shifted { Grain: TimeGrain.Month or TimeGrain.Year } } shifted ? shifted : DatePatterns.Year(s, next + 2) : null;
        if (whole is null)
        {
            return null;
        }

        var day = s.Unit(next) == TimeUnit.Day;
        return new Draft(at, whole.End, day ? TimexType.Date : TimexType.Duration, new Ask.Edge(day ? "P1D" : "P1W", s.Unit(next)!.Value, 1, last, null) { Within = whole.Ask, Skip = last ? 0 : (int)nth!.Value.Value - 1 });
    }

    /// <summary>"last June", "this past spring", "next summer", "this September".</summary>
    public static Draft? MonthOrSeason(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        if (Shift(s, start) is not { } shift)
        {
            return null;
        }

        var next = SkipComing(s, start + 1);
        var direction = s.IsAny(start, "last", "past", "previous", "preceding") || s.Is(start + 1, "past") ? -1 : s.IsAny(start, "next", "coming", "following") || s.Is(start + 1, "coming") ? 1 : 0;
        if (s.Month(next) is { } month)
        {
            var day = DatePatterns.DayNumber(s, month.End);
            return new Draft(at, day?.End ?? month.End, TimexType.Date, new Ask.MonthDay(month.Month, day?.Day, direction == 0 ? 0 : direction * 10, shift.From));
        }

        return s.Sense(next, TimeSense.Season) is { } season
            ? new Draft(at, next + 1, TimexType.Date, new Ask.PartOfYear(TimeGrain.Season, CalendarTime.SeasonIndex(season), direction == 0 ? 0 : direction * 10, shift.From)) : null;
    }

    /// <summary>"two days ago", "a year earlier", "several months later", "five years from now", "the week before".</summary>
    public static Draft? Away(TimeLexemes s, int at)
    {
        if (Counted.Read(s, at) is not { } counted || counted.Unit is not { } unit)
        {
            return Before(s, at);
        }

        var end = counted.End;
        end = s.IsAny(end, "or") && s.Is(end + 1, "so") ? end + 2 : end;
        var hyphen = s.IsHyphen(end) ? end + 1 : end;
        (int Sign, Reference From)? direction = s.Is(end, "ago") || (hyphen > end && s.Is(hyphen, "ago")) ? (-1, Reference.Document)
            : s.Is(hyphen, "earlier") ? (-1, Reference.Narrative)
            : s.Is(end, "later") ? (1, Reference.Narrative)
            : s.IsAny(end, "before", "previously") && EndsHere(s, end + 1) ? (-1, Reference.Narrative)
            : s.IsAny(end, "after", "afterwards", "afterward") && EndsHere(s, end + 1) ? (1, Reference.Narrative)
            : s.Is(end, "from") && s.Is(end + 1, "now") ? (1, Reference.Document) : null;
        if (direction is not { } to)
        {
            return null;
        }

        end = (hyphen > end ? hyphen : end) + (s.Is(end, "from") ? 2 : 1);
        if (unit.Grain() is null && counted.Count is not null)
        {
            return new Draft(at, end, TimexType.Duration, new Ask.Plain(counted.Value));
        }

        if (counted.Count is not { } count || unit.Grain() is null)
        {
            var value = to.Sign < 0 ? "PAST_REF" : "FUTURE_REF";
            return new Draft(at, end, TimexType.Date, to.From == Reference.Document ? new Ask.Loose(value, to.Sign) : new Ask.Plain(value));
        }

        if (count != Math.Floor(count))
        {
            return new Draft(at, end, TimexType.Duration, new Ask.Plain(counted.Value));
        }

        return new Draft(at, end, TimexType.Date, new Ask.Shifted(unit.Grain()!.Value, to.Sign * (int)count, to.From) { Unit = unit });
    }

    /// <summary>"the past three months", "the next two weeks", "the first nine months", "recent years", "the last few days".</summary>
    public static Draft? Stretch(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") || s.Is(at, "these") ? at + 1 : at;
        var edge = s.IsAny(start, "first", "final", "opening", "closing");
        if (!edge && Shift(s, start) is null && !s.IsAny(start, "recent"))
        {
            return null;
        }

        var next = SkipComing(s, start + 1);
        if (Counted.Plural(s, next) is not { } counted || counted.Unit is not { } unit)
        {
            return null;
        }

        if (edge)
        {
            return EdgeOf(s, at, start, counted);
        }

        var sign = s.IsAny(start, "next", "coming", "upcoming", "following", "ensuing", "subsequent") || s.Is(start + 1, "coming") ? 1 : -1;
        if (counted.Count is not { } count || unit.Grain() is null)
        {
            var fromDocument = counted.Count is null && s.IsAny(start, "recent", "last", "past", "next", "coming", "upcoming") && !s.IsAny(counted.End, "of", "before", "after");
            return new Draft(at, counted.End, TimexType.Duration, fromDocument ? new Ask.Loose(counted.Value, sign) : new Ask.Plain(counted.Value));
        }

        return new Draft(at, counted.End, TimexType.Duration, new Ask.Stretch(counted.Value, unit, sign * (int)count));
    }

    /// <summary>The time of day after a day: "Friday night", "yesterday morning".</summary>
    public static (string Clock, int End)? PartAfter(TimeLexemes s, int at) => s.Sense(at, TimeSense.Part) is { } part ? ("T" + part, at + 1) : null;

    private static Draft? EdgeOf(TimeLexemes s, int first, int start, Counted counted)
    {
        if (counted.Count is not { } count || counted.Unit is not { } unit)
        {
            return new Draft(first, counted.End, TimexType.Duration, new Ask.Plain(counted.Value));
        }

        CalendarTime? of = s.Is(counted.End, "of") && DatePatterns.YearNumber(s, counted.End + 1) is { } year ? CalendarTime.Year(year.Year) : null;
        return new Draft(first, counted.End, TimexType.Duration, new Ask.Edge(counted.Value, unit, (int)count, s.IsAny(start, "final", "closing"), of));
    }

    /// <summary>"the week before", "the day after", "the year earlier", with nothing behind it.</summary>
    private static Draft? Before(TimeLexemes s, int at)
    {
        if (!s.Is(at, "the") || s.Unit(at + 1)?.Grain() is not { } grain || !s.IsAny(at + 2, "before", "earlier", "after") || !EndsHere(s, at + 3))
        {
            return null;
        }

        return new Draft(at, at + 3, TimexType.Date, new Ask.Shifted(grain, s.Is(at + 2, "after") ? 1 : -1, Reference.Narrative));
    }

    /// <summary>"the weekend", "the week", "the month": the one that the story is in.</summary>
    private static Draft? TheUnit(TimeLexemes s, int at)
    {
        if (s.Is(at, "the") && s.IsAny(at + 1, "fiscal", "financial") && s.Is(at + 2, "year"))
        {
            return new Draft(at, at + 3, TimexType.Duration, new Ask.Plain("P1Y")) { Length = (1, TimeUnit.Year) };
        }

        if (!s.Is(at, "the") || s.Unit(at + 1) is not { } unit || unit is not (TimeUnit.Weekend or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year) || s.IsAny(at + 2, "of", "before", "after", "earlier", "ago") || s.IsHyphen(at + 2))
        {
            return null;
        }

        return unit == TimeUnit.Year ? new Draft(at, at + 2, TimexType.Duration, new Ask.Plain("P1Y"))
            : new Draft(at, at + 2, TimexType.Date, new Ask.Shifted(unit.Grain()!.Value, 0, Reference.Document) { Weekend = unit == TimeUnit.Weekend });
    }

    private static (int Count, Reference From)? Shift(TimeLexemes s, int at) =>
        s.Sense(at, TimeSense.Shift) is { } document ? (TimeWords.Number(document), Reference.Document)
        : s.Sense(at, TimeSense.NarrativeShift) is { } narrative ? (TimeWords.Number(narrative), Reference.Narrative) : null;

    private static int SkipComing(TimeLexemes s, int at) => s.IsAny(at, "coming", "past") ? at + 1 : at;

    private static bool EndsHere(TimeLexemes s, int at) => !s.Has(at) || s.IsSign(at, '.') || s.IsSign(at, ',') || s.IsSign(at, ';') || s.IsSign(at, ')') || s.IsAny(at, "and", "but");
}
