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
            if (time.Interval is null || time.Type == TimexType.Set || time.Span.Overlaps(quantity) || IsBase(text, time) || IsReportDay(text, time))
            {
                continue;
            }

            var between = time.Span.Start > quantity.Start ? (quantity.End, time.Span.Start) : (time.Span.End, quantity.Start);
            var cost = Math.Max(0, between.Item2 - between.Item1) + (time.Grain is TimeGrain.Day or TimeGrain.Week or TimeGrain.PartOfDay or TimeGrain.Minute ? DayCharge : 0)
                + (between.Item2 > between.Item1 && text.AsSpan(between.Item1, between.Item2 - between.Item1).Contains(';') ? Border : 0);
            if (cost < least)
            {
                (best, least) = (time, cost);
            }
        }

        return best is null ? null : Stretched(text, Finer(text, sentence, best, times), times);
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

        return time.Type == TimexType.Duration ? Over(time, days) : time;
    }

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
            || words.EndsWith("earlier", StringComparison.Ordinal) || (before.EndsWith("since", StringComparison.Ordinal) && IsSuperlative(Before(text, time)));
    }

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
