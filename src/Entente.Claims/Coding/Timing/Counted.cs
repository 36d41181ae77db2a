using System.Globalization;

namespace Entente.Claims.Coding.Timing;

/// <summary>A count of units as it is written: "three months", "a year", "several weeks", "2 1/2 hours", "10-year".</summary>
/// <param name="Count">Null when no number is said.</param>
internal readonly record struct Counted(double? Count, TimeUnit? Unit, int End, bool Hyphen)
{
    /// <summary>The TIMEX3 duration.</summary>
    public string Value => (Unit ?? TimeUnit.Day) is var unit && Count is { } count ? Of(unit, count) : unit.Duration("X");

    /// <summary>Any count with its unit.</summary>
    public static Counted? Read(TimeLexemes s, int at)
    {
        if (s.IsAny(at, "a", "an", "one") && Single(s, at + 1) is { } one)
        {
            return one;
        }

        return Plural(s, at);
    }

    /// <summary>A count of several: "three months", "few days", "years".</summary>
    public static Counted? Plural(TimeLexemes s, int at)
    {
        if (Number(s, at) is { } number)
        {
            var to = Range(s, number.End) ?? number.End;
            var hyphen = s.IsHyphen(to);
            var next = hyphen ? to + 1 : SkipAdjectives(s, to);
            if ((s.Units(next) ?? (hyphen || number.Count is 1 || IsLoose(s, next) ? s.Unit(next) : null)) is { } unit)
            {
                return new Counted(to == number.End ? number.Count : null, unit, next + 1, hyphen);
            }

            return null;
        }

        return s.Units(at) is { } bare ? new Counted(null, bare, at + 1, false) : null;
    }

    /// <summary>"a year", "an hour and a half", "a full day", "one-year".</summary>
    private static Counted? Single(TimeLexemes s, int at)
    {
        var hyphen = s.IsHyphen(at);
        var next = hyphen ? at + 1 : SkipAdjectives(s, at);
        if (s.Unit(next) is { } unit)
        {
            var half = s.Is(next + 1, "and") && s.Is(next + 2, "a") && s.Is(next + 3, "half");
            return half ? new Counted(1.5, unit, next + 4, false) : new Counted(1, unit, next + 1, hyphen);
        }

        // a few days, a couple of years, a dozen years
        if (s.Sense(next, TimeSense.Count) is { } vague)
        {
            var of = s.Is(next + 1, "of") ? next + 2 : next + 1;
            return s.Units(SkipAdjectives(s, of)) is { } units ? new Counted(vague == "X" ? null : TimeWords.Number(vague), units, SkipAdjectives(s, of) + 1, false) : null;
        }

        return null;
    }

    private static (double? Count, int End)? Number(TimeLexemes s, int at)
    {
        if (s.Numerals.Cardinal(s, at, scales: false) is { Value: < 100000 } number)
        {
            return s.Is(number.End, "and") && s.Is(number.End + 1, "a") && s.Is(number.End + 2, "half") ? (number.Value + 0.5, number.End + 3) : (number.Value, number.End);
        }

        return s.Sense(at, TimeSense.Count) is { } vague ? (vague == "X" ? null : TimeWords.Number(vague), s.Is(at + 1, "of") ? at + 2 : at + 1) : null;
    }

    /// <summary>The second number of "12 to 18 months", "two or three days", "5-10 years".</summary>
    private static int? Range(TimeLexemes s, int at) => (s.IsAny(at, "to", "or") || s.IsDash(at)) && s.Numerals.Cardinal(s, at + 1, scales: false) is { } other ? other.End : null;

    private static int SkipAdjectives(TimeLexemes s, int at)
    {
        while (s.IsAny(at, "more", "full", "consecutive", "straight", "additional", "long", "whole", "entire", "successive", "further", "solid", "calendar", "extra"))
        {
            at++;
        }

        return at;
    }

    /// <summary>"the two day visit": a count without its hyphen before a unit in the singular.</summary>
    private static bool IsLoose(TimeLexemes s, int at) => s.Unit(at) is { } unit && unit != TimeUnit.Second && s.IsWord(at + 1) && !s.IsAny(at + 1, "of", "ago", "and");

    private static string Of(TimeUnit unit, double count)
    {
        if (count == Math.Floor(count))
        {
            return unit.Duration(((long)count).ToString(CultureInfo.InvariantCulture));
        }

        return (unit, count - Math.Floor(count)) switch
        {
            (TimeUnit.Year, 0.5) => $"P{Whole(count, "Y")}6M",
            (TimeUnit.Hour, 0.5) => $"PT{Whole(count, "H")}30M",
            _ => unit.Duration(count.ToString(CultureInfo.InvariantCulture)),
        };
    }

    private static string Whole(double count, string letter) => count < 1 ? "" : ((long)count).ToString(CultureInfo.InvariantCulture) + letter;
}
