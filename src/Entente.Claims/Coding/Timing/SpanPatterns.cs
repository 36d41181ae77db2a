namespace Entente.Claims.Coding.Timing;

/// <summary>Durations, repeated times, and the references that name no time: "three months", "every Thursday", "recently".</summary>
internal static class SpanPatterns
{
    /// <summary>"the other day" lies within two weeks.</summary>
    private const int OtherDay = 14;

    /// <summary>"three months", "a two-year", "five hours", "nearly a decade" (the approximation is read before).</summary>
    public static Draft? Duration(TimeLexemes s, int at)
    {
        if (Counted.Read(s, at) is not { } counted || counted.Unit is not { } unit)
        {
            return null;
        }

        // "three-quarters" is a part of a whole, "60 Minutes" and "This Week" are names
        if (counted.Hyphen && unit == TimeUnit.Quarter && s.Is(counted.End - 1, "quarters") || (s.Capital(counted.End - 1) && !s.Capital(at) && s.IsNumber(at)))
        {
            return null;
        }

        var bare = s.Units(at) is not null;
        if (bare && !IsBareSpan(s, at) || (unit == TimeUnit.Quarter && !counted.Hyphen && !bare && counted.Count < 5 && !s.IsAny(at - 1, "for", "in", "past", "last")))
        {
            return null;
        }

        if (unit == TimeUnit.Second && (s.IsAny(at, "a", "one") || counted.Count is null))
        {
            return null;
        }

        // a page, a share or a dollar "a year" is a rate
        if (s.Is(at, "a") && !counted.Hyphen && counted.Count == 1 && IsRate(s, at))
        {
            return new Draft(at, counted.End, TimexType.Set, new Ask.Plain(unit.Duration("1")));
        }

        var end = counted.End;
        if (s.Is(end, "old") || (s.IsHyphen(end) && s.Is(end + 1, "old")) || (s.IsAny(end, "of") && s.Is(end + 1, "age")))
        {
            // an age is a property of somebody, not a time
            return null;
        }

        if (s.IsHyphen(end) && s.Is(end + 1, "long"))
        {
            end += 2;
        }
        else if (s.Is(end, "or") && s.Is(end + 1, "so"))
        {
            end += 2;
        }

        // "the nine months ended …": the article is part of it, but not of "the two days of talks" and "the two-day visit"
        var whole = s.Is(at - 1, "the") && !counted.Hyphen && counted.Count is > 1 && (s.IsNumber(at) || s.Numerals.Cardinal(s, at) is not null) && !s.Is(end, "of");
        return new Draft(whole ? at - 1 : at, end, TimexType.Duration, new Ask.Plain(counted.Value)) { Length = LengthOf(counted) };
    }

    /// <summary>What lasts months or years can be told by its last day.</summary>
    private static (int Count, TimeUnit Unit)? LengthOf(Counted counted) =>
        counted is { Count: { } count, Unit: TimeUnit.Week or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year } && count == Math.Floor(count) && count is > 0 and < 1000 ? ((int)count, counted.Unit.Value) : null;

    /// <summary>"half an hour", "half a century".</summary>
    public static Draft? Half(TimeLexemes s, int at)
    {
        if (!s.Is(at, "half") || !s.IsAny(at + 1, "a", "an") || s.Unit(at + 2) is not { } unit)
        {
            return null;
        }

        var value = unit switch
        {
            TimeUnit.Hour => "PT30M",
            TimeUnit.Year => "P6M",
            TimeUnit.Day => "PT12H",
            TimeUnit.Decade => "P5Y",
            TimeUnit.Century => "P50Y",
            _ => null,
        };
        return value is null ? null : new Draft(at, at + 3, TimexType.Duration, new Ask.Plain(value));
    }

    /// <summary>"daily", "every Thursday", "each July", "every two weeks", "twice a week", "Tuesdays".</summary>
    public static Draft? Set(TimeLexemes s, int at)
    {
        if (s.Sense(at, TimeSense.Set) is { } adverb)
        {
            return s.IsHyphen(at + 1) || s.IsHyphen(at - 1) || (s.Capital(at) && s.Capital(at + 1)) ? null : new Draft(at, at + 1, TimexType.Set, new Ask.Plain(adverb));
        }

        if (s.IsAny(at, "every", "each"))
        {
            return Every(s, at, at + 1);
        }

        if (s.IsAny(at, "once", "twice", "times") && s.IsAny(at + 1, "a", "an", "per", "every") && s.Unit(at + 2) is { } unit)
        {
            return new Draft(at + 1, at + 3, TimexType.Set, new Ask.Plain(unit.Duration("1"))) { };
        }

        if (s.Is(at, "per") && s.Unit(at + 1) is { } per)
        {
            return new Draft(at, at + 2, TimexType.Set, new Ask.Plain(per.Duration("1")));
        }

        if (s.Capital(at) && s.Sense(at, TimeSense.Weekdays) is { } days)
        {
            return new Draft(at, at + 1, TimexType.Set, new Ask.Plain($"XXXX-WXX-{days}"));
        }

        return s.Weekday(at) is { } day && s.Sense(at + 1, TimeSense.Parts) is { } parts ? new Draft(at, at + 2, TimexType.Set, new Ask.Plain($"XXXX-WXX-{day}T{parts}")) : null;
    }

    /// <summary>"now", "recently", "in the future", "at the time", "the past".</summary>
    public static Draft? Vague(TimeLexemes s, int at)
    {
        if (s.Is(at, "the") && s.IsAny(at + 1, "future", "past", "present") && IsNoun(s, at + 2))
        {
            return Plain(at, at + 2, s.Is(at + 1, "future") ? "FUTURE_REF" : s.Is(at + 1, "past") ? "PAST_REF" : "PRESENT_REF");
        }

        if (s.IsAny(at, "the", "this") && s.Is(at + 1, "moment") && (s.IsAny(at - 1, "at", "for") || s.Is(at, "this")) && !s.IsAny(at + 2, "of", "when"))
        {
            return Plain(at, at + 2, "PRESENT_REF");
        }

        if (s.Is(at, "the") && s.Is(at + 1, "other") && s.IsAny(at + 2, "day", "night"))
        {
            return new Draft(at, at + 3, TimexType.Date, new Ask.Loose("PAST_REF", -1) { Days = OtherDay });
        }

        if (s.Is(at - 1, "at") && s.IsAny(at, "the", "that") && s.Is(at + 1, "time") && !s.IsAny(at + 2, "of", "when"))
        {
            return Plain(at, at + 2, "PAST_REF");
        }

        if (s.Is(at, "right") && s.Is(at + 1, "now"))
        {
            return Plain(at, at + 2, "PRESENT_REF");
        }

        if (s.Sense(at, TimeSense.Vague) is not { } value || s.IsHyphen(at + 1) || (s.IsAny(at, "current") && (s.Units(at + 1) ?? s.Unit(at + 1)) is not null))
        {
            return null;
        }

        // "shortly after the talks" is a distance, "now that" a reason
        if (s.IsAny(at, "shortly", "soon") && s.IsAny(at + 1, "after", "before", "as", "afterwards", "thereafter") || (s.Is(at, "now") && s.Is(at + 1, "that")) || (s.Is(at, "soon") && s.Is(at - 1, "as")))
        {
            return null;
        }

        return s.IsAny(at, "recently", "lately") ? new Draft(at, at + 1, TimexType.Date, new Ask.Loose(value, -1))
            : s.IsAny(at, "soon", "shortly") ? new Draft(at, at + 1, TimexType.Date, new Ask.Loose(value, 1)) : Plain(at, at + 1, value);
    }

    private static Draft Plain(int first, int end, string value) => new(first, end, TimexType.Date, new Ask.Plain(value));

    private static bool IsNoun(TimeLexemes s, int at) => !s.IsWord(at) || s.IsAny(at, "and", "or", "of", "for", "to", "as", "when", "but", "is", "was", "will", "has", "have", "that", "which", "with", "in", "by", "on", "at", "than");

    private static Draft? Every(TimeLexemes s, int at, int next)
    {
        if (s.Is(next, "other"))
        {
            next++;
        }

        if (s.Weekday(next) is { } day)
        {
            return s.Sense(next + 1, TimeSense.Part) is { } part
                ? new Draft(at, next + 2, TimexType.Set, new Ask.Plain($"XXXX-WXX-{day}T{part}")) : new Draft(at, next + 1, TimexType.Set, new Ask.Plain($"XXXX-WXX-{day}"));
        }

        if (s.Month(next) is { } month)
        {
            return new Draft(at, month.End, TimexType.Set, new Ask.Plain($"XXXX-{month.Month:00}"));
        }

        if ((s.Sense(next, TimeSense.Season) ?? null) is { } season)
        {
            return new Draft(at, next + 1, TimexType.Set, new Ask.Plain($"XXXX-{season}"));
        }

        if (s.Sense(next, TimeSense.Part) is { } of)
        {
            return new Draft(at, next + 1, TimexType.Set, new Ask.Plain($"XXXX-XX-XXT{of}"));
        }

        return Counted.Plural(s, next) is { Count: not null } counted ? new Draft(at, counted.End, TimexType.Set, new Ask.Plain(counted.Value))
            : s.Unit(next) is { } unit ? new Draft(at, next + 1, TimexType.Set, new Ask.Plain(unit.Duration("1"))) : null;
    }

    /// <summary>"for years", "in weeks", "weeks or months": a bare plural is a length after a preposition.</summary>
    private static bool IsBareSpan(TimeLexemes s, int at) => s.IsAny(at - 1, "for", "in", "over", "within", "after", "of", "or", "took", "take", "taken", "lasted") && s.Units(at) is not TimeUnit.Second and not TimeUnit.Quarter;

    private static bool IsRate(TimeLexemes s, int at)
    {
        for (var i = at - 1; i >= at - 4 && s.Has(i); i--)
        {
            if (s.IsNumber(i) || s.IsAny(i, "million", "billion", "thousand", "times", "percent", "cents"))
            {
                return !s.IsAny(at - 1, "in", "for", "within", "of", "over", "about", "after", "than", "nearly", "almost") && s.Numerals.Cardinal(s, i) is not null || s.IsAny(i, "times", "percent", "million", "billion");
            }

            if (!s.IsWord(i))
            {
                return false;
            }
        }

        return false;
    }
}
