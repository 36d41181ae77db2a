namespace Entente.Claims;

/// <summary>
/// How a claim is told: certainty and polarity as the nearest source has them (FactBank, Saurí and Pustejovsky 2009), and the readings.
/// It says nothing about whether the claim is so.
/// </summary>
public readonly record struct Factuality(Certainty Certainty, Polarity Polarity, Readings Readings)
{
    /// <summary>Told as having happened or being so.</summary>
    public static Factuality Asserted { get; } = new(Certainty.Certain, Polarity.Positive, Readings.Asserted);
}

/// <summary>FactBank certainty: CT, PR, PS, U.</summary>
public enum Certainty
{
    /// <summary>CT.</summary>
    Certain,

    /// <summary>PR.</summary>
    Probable,

    /// <summary>PS.</summary>
    Possible,

    /// <summary>U: conditions, questions, wishes, aims.</summary>
    Unknown,
}

/// <summary>Whether it is said that it is so (+) or that it is not (−).</summary>
public enum Polarity
{
    Positive,
    Negative,
}

/// <summary>How a claim is told; one or two at a time.</summary>
[Flags]
public enum Readings
{
    None = 0,

    /// <summary>The article, or somebody in it, says that it is so or has happened.</summary>
    Asserted = 1,

    /// <summary>It is announced, agreed or expected for later.</summary>
    Planned = 2,

    /// <summary>It may, could or would happen, is asked for, wished, or hangs on a condition.</summary>
    Hypothetical = 4,

    /// <summary>The speaker concludes or guesses it.</summary>
    Inferred = 8,

    /// <summary>It is told as others' rumour or unproven allegation.</summary>
    Rumoured = 16,

    /// <summary>A party to it says that it is not so.</summary>
    Denied = 32,

    /// <summary>A judgement, prediction or value of the writer or a speaker.</summary>
    Opinion = 64,
}

/// <summary>A word that tells of an event or state, and how it is told there.</summary>
/// <param name="Token">Its index among the document's tokens.</param>
public sealed record Predicate(TextSpan Span, int Token, Factuality Factuality)
{
    /// <summary>"past", "present", "future".</summary>
    public string? Tense { get; init; }

    /// <summary>The modal word over it.</summary>
    public string? Modality { get; init; }

    /// <summary>How the predicate above takes it (TimeML's SLINK): evidential, neg_evidential, modal, factive, counter_factive, conditional.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The words that decided, in order from the outermost.</summary>
    public IReadOnlyList<TextSpan> Trail { get; init; } = [];
}
