using System.Text.RegularExpressions;

namespace Entente.Claims.Coding.Timing;

/// <summary>A time expression with what the words around it make of it: "from Monday to Wednesday" is one stretch, "since 2013" has no end, "by 2030" begins when it is said.</summary>
internal sealed partial record TimeStretch(TextSpan Span, DateInterval Interval, string Value, string Basis)
{
    private const int Year = 365;

    /// <summary>The stretch before any preposition bounded it: what "since March 2014, when they met" says of the meeting.</summary>
    public TimeStretch? Plain { get; init; }

    public ClaimTime ToClaimTime() => new(Interval, Value, Basis);

    /// <summary>The same, bounded or shifted by what else the words say of it.</summary>
    public TimeStretch On(DateInterval days) => this with { Interval = days, Value = days.ToString(), Plain = Plain ?? this };

    /// <summary>The stretches within a sentence, those with dates first and each kind in text order; expressions that name no days are left out.</summary>
    public static IEnumerable<TimeStretch> In(Findings findings, TextSpan sentence) => Dated(findings, sentence).Concat(findings.ErasIn(sentence).Select(e => OfEra(findings, sentence, e)).OfType<TimeStretch>());

    private static IEnumerable<TimeStretch> Dated(Findings findings, TextSpan sentence)
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
                pending = new TimeStretch(TextSpan.FromBounds(pending.Span.Start, time.Span.End), whole, whole.ToString(), pending.Basis == "relative" ? pending.Basis : next.Basis);
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
        var stretch = new TimeStretch(time.Span, days, time.Value, time.Anchor is null ? "stated" : "relative");
        return Bounded(findings, days, WordBefore(findings.Text, time.Span.Start)) is { } bounded ? stretch.On(bounded) : stretch;
    }

    /// <summary>What a preposition makes of days: "since" opens them, "before" ends the day before; null where it leaves them as they are.</summary>
    public static DateInterval? Bounded(Findings findings, DateInterval days, string preposition)
    {
        var published = findings.Published?.Interval;
        return preposition switch
        {
            "since" => new DateInterval(days.Earliest, published?.Latest is { } known && known >= days.Earliest ? known : null),
            "until" or "till" => new DateInterval(null, days.Latest),
            "by" when published?.Earliest <= days.Latest => new DateInterval(published?.Earliest, days.Latest),
            "before" => new DateInterval(null, days.Earliest?.AddDays(-1)),
            "after" or "following" => new DateInterval(days.Latest, null),
            _ => null,
        };
    }

    /// <summary>An era that a preposition makes a time: "during the Cold War", "since the end of the Cold War". Null where it is only spoken of.</summary>
    private static TimeStretch? OfEra(Findings findings, TextSpan sentence, EraMention era)
    {
        if (EraLead().Match(findings.Text[sentence.Start..era.Span.Start]) is not { Success: true } lead)
        {
            return null;
        }

        var days = lead.Groups["part"].Value switch
        {
            "end" or "close" or "fall" => new DateInterval(era.Days.Latest?.AddDays(-Year), era.Days.Latest),
            "start" or "beginning" or "outbreak" or "onset" => new DateInterval(era.Days.Earliest, era.Days.Earliest?.AddDays(Year)),
            _ => era.Days,
        };
        return new TimeStretch(era.Span, days, days.ToString(), "era") is var stretch && Bounded(findings, days, lead.Groups["preposition"].Value.ToLowerInvariant()) is { } bounded ? stretch.On(bounded) : stretch;
    }

    [GeneratedRegex(@"\b(?<preposition>during|in|throughout|since|after|following|before|until|till|through|amid|at|from|for)\s+((much|most|all|part|some)\s+of\s+|the\s+((early|late|last|first|final|closing|opening|darkest)\s+)?(?<part>end|close|fall|start|beginning|outbreak|onset|height|peak|days|years|months|course|depths|middle|midst|time|era)\s+of\s+)?(the\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EraLead();

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
