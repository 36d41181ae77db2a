namespace Entente.Claims;

/// <summary>That a claim says of a person that he did wrong. It says nothing about whether he did.</summary>
/// <param name="Against">The persons.</param>
public sealed record Allegation(IReadOnlyList<ActorMention> Against)
{
    /// <summary>The sentences of the page in which they, or somebody for them, deny it, in text order; empty when the page holds none.</summary>
    public IReadOnlyList<Denial> Denials { get; init; } = [];
}

/// <summary>A denial of an allegation.</summary>
/// <param name="Evidence">The sentence.</param>
/// <param name="By">Who denies, in the words of the text.</param>
public sealed record Denial(TextSpan Evidence, TextSpan By)
{
    /// <summary>The claim of the same document that the denial is coded as; null when it is coded as none.</summary>
    public string? Claim { get; init; }
}
