namespace Entente.Claims;

/// <summary>A document with all that was coded from it: what `entente code` writes, one line each (schema entente.coded/1).</summary>
public sealed record CodedDocument(AnalyzedDocument Analyzed)
{
    /// <summary>When it was published; null when nothing tells.</summary>
    public Publication? Published { get; init; }

    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    public IReadOnlyList<ActorMention> Actors { get; init; } = [];

    public IReadOnlyList<PlaceMention> Places { get; init; } = [];

    /// <summary>Treaties, initiatives and doctrines that the text names.</summary>
    public IReadOnlyList<AgreementMention> Agreements { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public IReadOnlyList<Predicate> Predicates { get; init; } = [];

    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The sentences that name two actors and yield no claim, each with the reasons.</summary>
    /// <remarks>Found when asked for: every third sentence of the news names two actors and yields nothing, and most readers do not ask why.</remarks>
    public IReadOnlyList<Silence> Silences => SilencesWhenAsked();

    internal Func<IReadOnlyList<Silence>> SilencesWhenAsked { get; init; } = () => [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public Document Document => Analyzed.Document;
}

/// <summary>A page with its documents coded.</summary>
public sealed record CodedPage(ReadPage Read, IReadOnlyList<CodedDocument> Documents);
