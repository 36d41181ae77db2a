namespace Entente.Claims.Coding.Timing;

/// <summary>A time expression as its words give it, before anything is known of the day it is told on (HeidelTime's underspecified value; Strötgen and Gertz 2013).</summary>
/// <param name="First">Its first lexeme.</param>
/// <param name="End">The lexeme after its last.</param>
internal sealed record Draft(int First, int End, TimexType Type, Ask Ask)
{
    public string? Mod { get; init; }

    /// <summary>"T17:00", "TMO": the part of the day, put after the day's value.</summary>
    public string? Clock { get; init; }

    /// <summary>The day of the week that is named with a date: it tells which years are possible.</summary>
    public int? Weekday { get; init; }

    /// <summary>The count and unit of a duration, where both are said: "nine months".</summary>
    public (int Count, TimeUnit Unit)? Length { get; init; }

    /// <summary>A fiscal year: which months it has differs from country to country.</summary>
    public bool Fiscal { get; init; }

    /// <summary>"Thursday's closing price": what it owns is known already.</summary>
    public bool Owns { get; init; }

    /// <summary>"earlier this month" ends, "later this month" begins on the day of reference.</summary>
    public bool Comparative { get; init; }
}

/// <summary>What has to be known to resolve a draft.</summary>
internal abstract record Ask
{
    /// <summary>Nothing: the words name it in full.</summary>
    public sealed record Stated(CalendarTime Time) : Ask;

    /// <summary>Nothing: it names no stretch of the calendar, or none that it can hold.</summary>
    public sealed record Plain(string Value) : Ask;

    /// <summary>
    /// A stretch that begins (sign 1) or ends (−1) on the day of reference and whose other end is not said: "in recent years", "soon"; within so many days, where the words say so much ("the other day").
    /// </summary>
    public sealed record Loose(string Value, int Sign) : Ask
    {
        public int? Days { get; init; }
    }

    /// <summary>A stretch of so many units before (negative) or after the day of reference, "the past three months".</summary>
    public sealed record Stretch(string Value, TimeUnit Unit, int Count) : Ask;

    /// <summary>The first or last so many units of a period, "the first two months of 2023".</summary>
    public sealed record Edge(string Value, TimeUnit Unit, int Count, bool Last, CalendarTime? Of) : Ask
    {
        /// <summary>Units before it: two for "the third week of".</summary>
        public int Skip { get; init; }

        /// <summary>The period it is a part of, where that has to be resolved itself: "the last week of September".</summary>
        public Ask? Within { get; init; }
    }

    /// <summary>A time of a grain, so many of them from the one of reference.</summary>
    public sealed record Shifted(TimeGrain Grain, int Count, Reference From) : Ask
    {
        /// <summary>The unit that is counted where it is not the grain of the answer.</summary>
        public TimeUnit? Unit { get; init; }

        public bool Weekend { get; init; }
    }

    /// <summary>A month, or a day of it, without its year.</summary>
    public sealed record MonthDay(int Month, int? Day, int? Years, Reference From) : Ask;

    /// <summary>A day of the week; weeks −1, 0, 1 for "last", "this", "next", null when bare.</summary>
    public sealed record DayOfWeek(int Day, int? Weeks, Reference From) : Ask;

    /// <summary>A quarter, half or season without its year; years −1, 0, 1 for "last year's" and the like.</summary>
    public sealed record PartOfYear(TimeGrain Grain, int Index, int? Years, Reference From) : Ask;

    /// <summary>A feast whose day moves from year to year ("Easter", "Thanksgiving"), by its rule; years −10 and 10 for "last" and "next".</summary>
    public sealed record Feast(string Rule, int? Years) : Ask
    {
        /// <summary>"Easter week".</summary>
        public TimeGrain Grain { get; init; } = TimeGrain.Day;
    }

    /// <summary>A time of day alone: of the day told of.</summary>
    public sealed record Hour(Reference From) : Ask;

    /// <summary>"the quarter", "a year ago" beside a figure: the period last told of, so many years away.</summary>
    public sealed record SamePeriod(TimeGrain Grain, int Years) : Ask;
}

/// <summary>From which day a draft is reckoned.</summary>
internal enum Reference
{
    /// <summary>The day of publication.</summary>
    Document,

    /// <summary>The time last told of.</summary>
    Narrative,
}
