namespace Entente.Claims;

/// <summary>A time expression as TIMEX3 has it, and the days it stands for.</summary>
/// <param name="Value">TIMEX3 value: "1998-01-09", "1998-W02", "P3D", "PRESENT_REF", "XXXX-WXX-5".</param>
/// <param name="Why">How it was resolved and against what ("weekday before the anchor: past tense"), for a person who looks.</param>
public sealed record TimeExpression(TextSpan Span, TimexType Type, string Value, string Why)
{
    /// <summary>TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, EQUAL_OR_MORE …</summary>
    public string? Mod { get; init; }

    public TimeGrain? Grain { get; init; }

    /// <summary>The days it covers; null when it names none (a duration, a set) or could not be resolved.</summary>
    public DateInterval? Interval { get; init; }

    /// <summary>The day it was resolved against, as an ISO value; null when it needed none.</summary>
    public string? Anchor { get; init; }
}

/// <summary>TIMEX3 types.</summary>
public enum TimexType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>How fine a time is.</summary>
public enum TimeGrain
{
    Decade,
    Year,
    HalfYear,
    Quarter,
    Season,
    Month,
    Week,
    Day,
    PartOfDay,
    Hour,
    Minute,
    Second,
    Century,
}

/// <summary>When a document was published: the days that its evidence leaves, and that evidence.</summary>
public sealed record Publication(DateInterval Interval, IReadOnlyList<DateEvidence> Basis)
{
    /// <summary>ISO 8601, a day or "a/b".</summary>
    public string Value => Interval.ToString();

    /// <summary>The day to reckon from: the latest day that is possible, else the earliest.</summary>
    public DateOnly? Anchor => Interval.Latest ?? Interval.Earliest;
}

/// <summary>When what a claim tells took place or holds.</summary>
/// <param name="Value">TIMEX3 value or ISO interval.</param>
/// <param name="Basis">"stated", "relative", "era" (the text names a stretch of history, whose days are from data/eras.tsv), "elsewhere" (another sentence of the document dates the same act), "published" (a fallback: the day of publication, because nothing else is said), "tense".</param>
public sealed record ClaimTime(DateInterval Interval, string Value, string Basis);
