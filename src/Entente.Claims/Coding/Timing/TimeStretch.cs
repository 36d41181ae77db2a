namespace Entente.Claims.Coding.Timing;

/// <summary>A time expression with what the words around it make of it: "from Monday to Wednesday" is one stretch, "since 2013" has no end, "by 2030" begins when it is said.</summary>
internal sealed record TimeStretch(TextSpan Span, DateInterval Interval, string Value, bool Relative)
{
    public ClaimTime ToClaimTime() => new(Interval, Value, Relative ? "relative" : "stated");

    /// <summary>The stretches within a sentence, in text order; expressions that name no days are left out.</summary>
    public static IEnumerable<TimeStretch> In(Findings findings, TextSpan sentence)
    {
        TimeStretch? pending = null;
        foreach (var time in findings.TimesIn(sentence))
        {
            if (time.Interval is not { } days)
            {
                continue;
            }

            var next = Of(findings, time, days);
            if (pending is not null && Joins(findings.Text, sentence, pending, time) && pending.Interval.Earliest <= days.Latest)
            {
                var whole = new DateInterval(pending.Interval.Earliest, days.Latest);
                pending = new TimeStretch(TextSpan.FromBounds(pending.Span.Start, time.Span.End), whole, whole.ToString(), pending.Relative || next.Relative);
                continue;
            }

            if (pending is not null)
            {
                yield return pending;
            }

            pending = next;
        }

        if (pending is not null)
        {
            yield return pending;
        }
    }

    private static TimeStretch Of(Findings findings, TimeExpression time, DateInterval days)
    {
        var published = findings.Published?.Interval;
        DateInterval? bounded = WordBefore(findings.Text, time.Span.Start) switch
        {
            "since" => new DateInterval(days.Earliest, published?.Latest is { } known && known >= days.Earliest ? known : null),
            "until" or "till" => new DateInterval(null, days.Latest),
            "by" when published?.Earliest <= days.Latest => new DateInterval(published?.Earliest, days.Latest),
            "before" => new DateInterval(null, days.Earliest?.AddDays(-1)),
            "after" => new DateInterval(days.Latest, null),
            _ => null,
        };
        return new TimeStretch(time.Span, bounded ?? days, bounded?.ToString() ?? time.Value, time.Anchor is not null);
    }

    /// <summary>"from Monday to Wednesday", "between 2013 and 2019", "2013–2019".</summary>
    private static bool Joins(string text, TextSpan sentence, TimeStretch first, TimeExpression second)
    {
        var between = text.AsSpan(first.Span.End, second.Span.Start - first.Span.End).Trim();
        if (between is "-" or "–" or "—")
        {
            return true;
        }

        var before = first.Span.Start > sentence.Start ? WordBefore(text, first.Span.Start) : "";
        return before switch
        {
            "from" => between is "to" or "until" or "till" or "through" or "up to",
            "between" => between is "and",
            _ => between is "through" or "until",
        };
    }

    private static string WordBefore(string text, int position)
    {
        var end = position;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end].ToLowerInvariant();
    }
}
