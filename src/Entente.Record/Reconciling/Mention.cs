using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>How a claim stands to what it claims, the weakest of its readings first: who denies does not plan, who plans does not assert.</summary>
internal enum Stand
{
    Denied,
    Planned,
    Hypothetical,
    Rumoured,
    Inferred,
    Asserted,
    Opinion,
}

/// <summary>A claim of the record with what decides whether it is about the same matter as another, and what it adds to it.</summary>
/// <param name="Key">The claim's row.</param>
/// <param name="Claim">The claim's id.</param>
/// <param name="Document">The document's row.</param>
internal sealed record Mention(long Key, string Claim, long Document, MatterKey What)
{
    /// <summary>Where claims about the same are kept together: that of <see cref="What"/>, reckoned once.</summary>
    public long Bucket { get; init; }

    public DateInterval? Time { get; init; }

    public string? TimeBasis { get; init; }

    /// <summary>Of an event: the Goldstein weight in tenths, so that sums are exact.</summary>
    public int? Weight { get; init; }

    public double Confidence { get; init; }

    public Stand Stand { get; init; } = Stand.Asserted;

    /// <summary>Who says it first: an actor's id or a name in lower case; null when nobody is named.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether nobody but the document's publisher, named or not, says it.</summary>
    public bool OwnVoice { get; init; }

    /// <summary>The row of the earliest document whose sentence this one repeats; null where the wording is its own.</summary>
    public long? Root { get; init; }

    public double? Value { get; init; }

    public double? High { get; init; }

    /// <summary>"~", "&gt;", "&lt;" where the number is told as about, more or less; of a membership, an agreement or a position its standing, state or stance.</summary>
    public string? Change { get; init; }

    /// <summary>Of an event: who acts for each side, as "CHN person:xi-jinping".</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    public IReadOnlyList<(string A, string B)> Dyads { get; init; } = [];

    public bool Denied => Stand == Stand.Denied;

    /// <summary>How many days its time leaves open; null when it has no end or no beginning.</summary>
    public int? Days => Time is { Earliest: { } a, Latest: { } b } ? b.DayNumber - a.DayNumber : null;
}
