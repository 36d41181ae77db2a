namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// What a phrase pattern sees of a sentence: an actor mention as one piece (with all actors it stands for), a noun phrase that names an agreement,
/// a bloc or something quoted as one piece, every other word by itself.
/// </summary>
internal sealed record Element(TextSpan Span, int Token, string Form, string Lemma, string Upos)
{
    /// <summary>The actors of a mention; several for "the two countries".</summary>
    public IReadOnlyList<ActorMention> Actors { get; init; } = [];

    /// <summary>The treaty, initiative or doctrine of data/ that it names.</summary>
    public AgreementMention? Agreement { get; init; }

    /// <summary>What kind of named phrase it is ("agreement", "bloc"), if any.</summary>
    public string? Phrase { get; init; }

    public bool EndsClause => Form is "." or ";" or ":" or "!" or "?" or "—" or "–";
}
