namespace Entente.Claims.Coding.Timing;

/// <summary>Text → drafts of time expressions: the patterns of core expressions, and the words of stage and approximation before them (SynTime's token types; Zhong, Sun and Cambria 2017).</summary>
internal static class TimePatterns
{
    private static readonly Func<TimeLexemes, int, Draft?>[] _cores =
    [
        ClockPatterns.DayThenClock,
        ClockPatterns.Clock,
        ClockPatterns.PartOfDay,
        DatePatterns.WeekdayAndDate,
        DatePatterns.MonthFirst,
        DatePatterns.DayFirst,
        DatePatterns.InDigits,
        PeriodPatterns.QuarterOrHalf,
        PeriodPatterns.Season,
        PeriodPatterns.Compared,
        DatePatterns.FiscalYear,
        DatePatterns.Decade,
        DatePatterns.Century,
        DatePatterns.Holiday,
        Feasts.Read,
        RelativePatterns.Away,
        RelativePatterns.Stretch,
        RelativePatterns.Deictic,
        RelativePatterns.Weekday,
        RelativePatterns.MonthOrSeason,
        RelativePatterns.Unit,
        RelativePatterns.PartOf,
        SpanPatterns.Set,
        SpanPatterns.Half,
        SpanPatterns.Duration,
        SpanPatterns.Vague,
        DatePatterns.Year,
    ];

    public static List<Draft> Find(TimeLexemes s)
    {
        var found = new List<Draft>();
        for (var at = 0; at < s.Count;)
        {
            if (!MayBegin(s, at))
            {
                at++;
            }
            else if (RangePatterns.Read(s, at) is { } range)
            {
                found.AddRange(range);
                at = range[^1].End;
            }
            else if ((Staged(s, at) ?? Approximate(s, at) ?? Core(s, at)) is { } draft)
            {
                found.Add(draft);
                at = Math.Max(draft.End, at + 1);
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>The longest core expression that begins at a lexeme; of equals the one listed first.</summary>
    private static Draft? Core(TimeLexemes s, int at)
    {
        Draft? best = null;
        foreach (var pattern in _cores)
        {
            if (pattern(s, at) is { } draft && (best is null || draft.End > best.End))
            {
                best = draft;
            }
        }

        return best;
    }

    private static bool MayBegin(TimeLexemes s, int at) => s.IsNumber(at) || s.HasSense(at) || s.IsApostrophe(at) || (s.IsWord(at) && s.Words.MayStart(s.Form(at))) || s.Numerals.BeginsNumber(s, at);

    /// <summary>"early December", "mid-1996", "late last week", "earlier this month", "the end of 1990", "the early summer".</summary>
    private static Draft? Staged(TimeLexemes s, int at)
    {
        var start = s.Is(at, "the") ? at + 1 : at;
        if (s.Sense(start, TimeSense.StageOf) is { } of && s.Is(start + 1, "of") && Core(s, start + 2) is { Type: TimexType.Date, Ask: not Ask.Plain } whole)
        {
            return whole with { First = start > at ? at : start, Mod = of };
        }

        if (s.Is(start, "year") && s.IsHyphen(start + 1) && s.Is(start + 2, "end"))
        {
            return new Draft(at, start + 3, TimexType.Date, new Ask.MonthDay(12, 31, null, Reference.Document));
        }

        if (s.Sense(start, TimeSense.Stage) is not { } stage)
        {
            return null;
        }

        // "earlier in the year", "late in the month"
        if (s.IsAny(start + 1, "in", "this") && s.Is(start + 2, "the") && s.Unit(start + 3) is { } unit && unit is TimeUnit.Year or TimeUnit.Month or TimeUnit.Week)
        {
            return new Draft(at, start + 4, TimexType.Date, new Ask.Shifted(unit.Grain()!.Value, 0, Reference.Document)) { Mod = stage, Comparative = s.IsAny(start, "earlier", "later") };
        }

        var next = s.IsHyphen(start + 1) ? start + 2 : start + 1;
        next = s.IsAny(next, "in", "on") && !s.Is(next + 1, "the") ? next + 1 : next;
        if (Core(s, next) is not { Type: TimexType.Date or TimexType.Time, Ask: not Ask.Plain and not Ask.SamePeriod } core || (start > at && s.Is(next, "the")))
        {
            return null;
        }

        return core with { First = at, Mod = stage, Comparative = s.IsAny(start, "earlier", "later") };
    }

    /// <summary>"nearly three years", "more than two decades ago", "around Nov. 1", "about a decade".</summary>
    private static Draft? Approximate(TimeLexemes s, int at)
    {
        (string Value, int End)? found = s.Words.Phrase(s, at, TimeSense.ApproxPhrase) is { } phrase ? phrase : s.Sense(at, TimeSense.Approx) is { } word ? (word, at + 1) : null;
        if (found is not { } mod || s.Is(mod.End, "the") || Core(s, mod.End) is not { } core)
        {
            return null;
        }

        var counted = core.Type == TimexType.Duration || core.Ask is Ask.Shifted { Unit: not null } || (core.Ask is Ask.SamePeriod or Ask.Plain && s.IsAny(core.End - 1, "ago", "earlier"));
        var dated = core.Type is TimexType.Date && core.Ask is Ask.Stated or Ask.MonthDay && s.IsAny(at, "around", "about", "approximately");
        return counted && (!s.Is(at, "some") || s.IsNumber(mod.End) || s.Numerals.Cardinal(s, mod.End) is not null) || dated ? core with { First = at, Mod = mod.Value } : null;
    }
}
