namespace Entente.Claims;

/// <summary>
/// Who says so, through whom: the nesting of publishers and attributions, outermost first. The last link is the origin.
/// The chain of a claim in the article's own voice is the publisher alone.
/// </summary>
public sealed record SourceChain(IReadOnlyList<SourceLink> Links)
{
    public static SourceChain Empty { get; } = new([]);

    /// <summary>Who says it first, as far as the text tells; null when even the publisher is unknown.</summary>
    public SourceLink? Origin => Links.Count == 0 ? null : Links[^1];

    /// <summary>The chain with one more link inside it; the same source is not put twice in a row.</summary>
    public SourceChain Then(SourceLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Links.Count == 0 || !Links[^1].Names(link) ? new SourceChain([.. Links, link])
            : new SourceChain([.. Links.SkipLast(1), Links[^1] with { Gives = Links[^1].Gives | link.Gives, Words = link.Words ?? Links[^1].Words }]);
    }

    public bool Equals(SourceChain? other) => other is not null && Links.SequenceEqual(other.Links);

    public override int GetHashCode() => Links.Aggregate(17, HashCode.Combine);

    /// <summary>"The Duran → Zerohedge → Daily Caller".</summary>
    public override string ToString() => string.Join(" → ", Links.Select(l => l.Name));
}

/// <summary>One source in a chain.</summary>
/// <param name="Actor">The actor's id, where the source is one.</param>
public sealed record SourceLink(string Name, SourceKind Kind, string? Actor = null)
{
    /// <summary>How this source tells it: denied, rumoured, inferred, as an opinion; none for plain saying.</summary>
    public Readings Gives { get; init; }

    /// <summary>The words that make this link, source and cue in the order of the text ("the mayor said"); null of the publisher.</summary>
    public string? Words { get; init; }

    internal bool Names(SourceLink other) => Actor is not null ? Actor == other.Actor : string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What kind of source.</summary>
public enum SourceKind
{
    /// <summary>Who published the page.</summary>
    Publisher,

    /// <summary>Another newspaper, broadcaster, site or agency.</summary>
    Outlet,

    Person,

    /// <summary>A government, ministry, organisation or company.</summary>
    Body,

    /// <summary>A statement, report, law or poll.</summary>
    Paper,

    /// <summary>Somebody who is not named: "officials", "sources", "rumours".</summary>
    Unnamed,
}

/// <summary>Who says what (PARC): the words of the source, of the cue and of the content, and the chain at that place.</summary>
public sealed record Attribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content)
{
    public SourceChain Chain { get; init; } = SourceChain.Empty;

    /// <summary>What the cue does to its content: null for plain saying; "denied", "rumoured", "inferred", "opinion".</summary>
    public Readings Gives { get; init; }
}
