namespace Entente.Claims.Scoring;

/// <summary>
/// A claim that gold expects, in one line: "CONSULT visit | actor CHN | recipient RUS | planned | 2023-03-20". What the line does not mention is not asserted, so it can't be wrong.
/// docs/guide/gold.md tells the notation.
/// </summary>
/// <param name="Text">The line.</param>
public sealed record ExpectedClaim(string Text, ClaimKind Kind)
{
    /// <summary>Of an event its type.</summary>
    public EventType? Type { get; init; }

    /// <summary>Of an event its mode, "-" for none; of other kinds the standing, state, stance or office.</summary>
    public string? Mode { get; init; }

    /// <summary>Who acts, has or holds; empty when nobody may stand there, null when it is left open.</summary>
    public IReadOnlyList<ExpectedActor>? Actors { get; init; }

    public IReadOnlyList<ExpectedActor>? Recipients { get; init; }

    public Readings Readings { get; init; }

    /// <summary>Readings that it may have beside those.</summary>
    public Readings OpenReadings { get; init; }

    /// <summary>Stands with the readings: a line that has readings and no "not" is told as so.</summary>
    public Polarity Polarity { get; init; }

    public Certainty? Certainty { get; init; }

    public DateInterval? Time { get; init; }

    /// <summary>"stated", "relative", "era", "elsewhere", "published", "tense".</summary>
    public string? TimeBasis { get; init; }

    /// <summary>Who says so, through whom, without the publisher; empty for the article's own voice, null when it is left open.</summary>
    public IReadOnlyList<string>? Via { get; init; }

    /// <summary>Words that the trigger holds.</summary>
    public string? Trigger { get; init; }

    public IReadOnlyList<string>? Contexts { get; init; }

    /// <summary>Of a figure or count its number and unit.</summary>
    public ExpectedQuantity? Quantity { get; init; }

    /// <summary>What is measured or counted, the agreement's name, the label's words, the proposition: words that it holds.</summary>
    public string? Of { get; init; }

    /// <summary>It may stand or not: the codebook leaves it open.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The words of the sentence that says it; null where the whole text is one.</summary>
    public string? Quote { get; init; }

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is wrong; the message says where and how to write it.</exception>
    public static ExpectedClaim Parse(string text) => ExpectedClaimReader.Read(text);
}

/// <summary>A number that gold expects.</summary>
/// <param name="Value">Of a range the lower end.</param>
/// <param name="Unit">As the coded document has it ("USD", "%", "soldier"); null when it is left open.</param>
/// <param name="Change">"=", "~", "&gt;", "&lt;", "up", "down"; null when it is left open.</param>
public sealed record ExpectedQuantity(double Value, double? High, string? Unit, string? Change);
