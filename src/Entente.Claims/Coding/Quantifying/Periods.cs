namespace Entente.Claims.Coding.Quantifying;

/// <summary>The period that a quantity is for: the nearest time of its sentence that names a period rather than the day of a report.</summary>
internal static class Periods
{
    private const int Border = 40;
    private const int DayCharge = 120;

    public static TimeExpression? Of(string text, TextSpan sentence, TextSpan quantity, IReadOnlyList<TimeExpression> times)
    {
        TimeExpression? best = null;
        var least = int.MaxValue;
        for (var i = FirstIn(times, sentence.Start); i < times.Count && times[i].Span.Start < sentence.End; i++)
        {
            var time = times[i];
            if (time.Interval is null || time.Type == TimexType.Set || time.Span.Overlaps(quantity) || IsBase(text, time) || IsOfOther(text, time) || IsReportDay(text, time))
            {
                continue;
            }

            var between = time.Span.Start > quantity.Start ? (quantity.End, time.Span.Start) : (time.Span.End, quantity.Start);
            var cost = (IsOwn(text, quantity, time) ? -1 : Math.Max(0, between.Item2 - between.Item1)) + (time.Grain is TimeGrain.Day or TimeGrain.Week or TimeGrain.PartOfDay or TimeGrain.Minute ? DayCharge : 0)
                + (between.Item2 > between.Item1 && text.AsSpan(between.Item1, between.Item2 - between.Item1).Contains(';') ? Border : 0);
            if (cost < least)
            {
                (best, least) = (time, cost);
            }
        }

        return best is null ? null : Stretched(text, Finer(text, sentence, best, times), times);
    }

    /// <summary>"$5 billion *in 2017*": nothing but a preposition between, so it is this figure's and no other's.</summary>
    private static bool IsOwn(string text, TextSpan quantity, TimeExpression time) =>
        time.Span.Start > quantity.End && text.AsSpan(quantity.End, time.Span.Start - quantity.End).Trim() is "in" or "for" or "during" or "over" or "from" or "by" or "since";

    /// <summary>"since the treaty of 1998", "under its budget law of 2011": the year of what comes before or rules it.</summary>
    private static bool IsOfOther(string text, TimeExpression time)
    {
        var before = Before(text, time);
        if (!before.EndsWith(" of", StringComparison.Ordinal))
        {
            return false;
        }

        var words = before.ToString().Split(' ');
        var at = Array.FindLastIndex(words, w => w.ToLowerInvariant() is "since" or "after" or "before" or "under" or "until" or "following");
        return at >= 0 && words.Length - at is >= 3 and <= 6 && words[at + 1] is "the" or "a" or "an" or "its" or "their" or "his" or "her" && !words[at..].Any(w => w.EndsWith(','));
    }

    /// <summary>
    /// "since 2018" goes on from its first day, "the year to June" goes back a year from its last, "between January and April" ends with the second;
    /// a stretch such as "the first two months" is shown by its days.
    /// </summary>
    private static TimeExpression Stretched(string text, TimeExpression time, IReadOnlyList<TimeExpression> times)
    {
        if (time.Interval is not { } days)
        {
            return time;
        }

        var before = Before(text, time);
        if (before.EndsWith("since", StringComparison.OrdinalIgnoreCase))
        {
            return Over(time, days with { Latest = null });
        }

        if (before.EndsWith("year to", StringComparison.OrdinalIgnoreCase) && days.Latest is { } last)
        {
            return Over(time, new DateInterval(last.AddDays(1).AddYears(-1), last));
        }

        var next = FirstIn(times, time.Span.End);
        if (next < times.Count && times[next].Interval is { Latest: { } end } && times[next].Type == TimexType.Date && end > days.Latest
            && (before.EndsWith("between", StringComparison.OrdinalIgnoreCase) ? "and" : before.EndsWith("from", StringComparison.OrdinalIgnoreCase) ? "to" : null) is { } joint
            && text.AsSpan(time.Span.End, times[next].Span.Start - time.Span.End).Trim().SequenceEqual(joint))
        {
            return Over(time, days with { Latest = end });
        }

        return Neighbours(text, time, days, times) is { } longer ? Over(time, longer) : time.Type == TimexType.Duration ? Over(time, days) : time;
    }

    /// <summary>"January and February": joined and one right behind the other, they are one period.</summary>
    private static DateInterval? Neighbours(string text, TimeExpression time, DateInterval days, IReadOnlyList<TimeExpression> times)
    {
        var at = FirstIn(times, time.Span.Start);
        if (at > 0 && times[at - 1] is { Interval: { Latest: { } end } earlier } && end.AddDays(1) == days.Earliest && AreJoined(text, times[at - 1], time))
        {
            return earlier with { Latest = days.Latest };
        }

        return at + 1 < times.Count && times[at + 1] is { Interval: { Earliest: { } begin } later } && begin.AddDays(-1) == days.Latest && AreJoined(text, time, times[at + 1]) ? days with { Latest = later.Latest } : null;
    }

    private static bool AreJoined(string text, TimeExpression one, TimeExpression next) => one.Grain == next.Grain && text.AsSpan(one.Span.End, next.Span.Start - one.Span.End).Trim() is "and";

    private static TimeExpression Over(TimeExpression time, DateInterval days) => time with { Interval = days, Value = days.ToString() };

    private static ReadOnlySpan<char> Before(string text, TimeExpression time) => text.AsSpan(Math.Max(0, time.Span.Start - 40), Math.Min(40, time.Span.Start)).TrimEnd();

    /// <summary>"the first two months of 2023": the months, not the year after them.</summary>
    private static TimeExpression Finer(string text, TextSpan sentence, TimeExpression best, IReadOnlyList<TimeExpression> times)
    {
        var at = FirstIn(times, best.Span.Start) - 1;
        return at >= 0 && times[at] is { Interval: { Earliest: { } first, Latest: { } last } } before && before.Span.Start >= sentence.Start
            && best.Interval is { } whole && whole.Contains(first) && whole.Contains(last) && text.AsSpan(before.Span.End, best.Span.Start - before.Span.End).Trim() is "of" or "in" or "," ? before : best;
    }

    /// <summary>"the agency reported earlier this month": when it was said.</summary>
    private static bool IsReportDay(string text, TimeExpression time)
    {
        var before = text.AsSpan(Math.Max(0, time.Span.Start - 14), Math.Min(14, time.Span.Start)).TrimEnd();
        before = before.EndsWith(" on", StringComparison.Ordinal) || before.EndsWith(" in", StringComparison.Ordinal) ? before[..^3] : before;
        return before.EndsWith("said", StringComparison.Ordinal) || before.EndsWith("reported", StringComparison.Ordinal) || before.EndsWith("announced", StringComparison.Ordinal)
            || before.EndsWith("told", StringComparison.Ordinal) || before.EndsWith("wrote", StringComparison.Ordinal) || before.EndsWith("noted", StringComparison.Ordinal) || before.EndsWith("reporters", StringComparison.Ordinal);
    }

    /// <summary>"from a year earlier", "compared with 2021": what it is compared with, not what it is for.</summary>
    private static bool IsBase(string text, TimeExpression time)
    {
        var before = text.AsSpan(Math.Max(0, time.Span.Start - 14), Math.Min(14, time.Span.Start)).TrimEnd();
        var words = time.Span.In(text);
        return before.EndsWith("than", StringComparison.Ordinal) || before.EndsWith("compared with", StringComparison.Ordinal) || before.EndsWith("compared to", StringComparison.Ordinal) || before.EndsWith("against", StringComparison.Ordinal)
            || (before.EndsWith("from", StringComparison.Ordinal) && (words.EndsWith("earlier", StringComparison.Ordinal) || words.EndsWith("ago", StringComparison.Ordinal)))
            || words.EndsWith("earlier", StringComparison.Ordinal) || words.EndsWith("before", StringComparison.Ordinal) || IsThan(before) || (before.EndsWith("since", StringComparison.Ordinal) && IsSuperlative(Before(text, time)));
    }

    /// <summary>"less than in 2016", "below the level of 2016", "5 percent on 2016".</summary>
    private static bool IsThan(ReadOnlySpan<char> before) => before.EndsWith("than in", StringComparison.Ordinal) || before.EndsWith("level of", StringComparison.Ordinal)
        || before.EndsWith("% on", StringComparison.Ordinal) || before.EndsWith("percent on", StringComparison.Ordinal) || before.EndsWith("per cent on", StringComparison.Ordinal)
        || before.EndsWith("with that of", StringComparison.Ordinal);

    /// <summary>"the most since 2018": 2018 had as much.</summary>
    private static bool IsSuperlative(ReadOnlySpan<char> before)
    {
        foreach (var word in (ReadOnlySpan<string>)["most", "largest", "biggest", "highest", "lowest", "smallest", "least", "fewest", "fastest", "slowest", "strongest", "weakest", "worst", "best", "first"])
        {
            var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !before[at..].ContainsAny(',', ';', '.') && (at + word.Length == before.Length || !char.IsLetter(before[at + word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static int FirstIn(IReadOnlyList<TimeExpression> times, int start)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle].Span.Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
