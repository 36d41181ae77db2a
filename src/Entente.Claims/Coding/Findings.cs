using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding;

/// <summary>What the passes have found so far in one document. Each pass reads it and adds one kind of finding; none changes another's.</summary>
public sealed record Findings(AnalyzedDocument Analyzed)
{
    // Every claim asks for the predicates above its word: a search through all of them made a long document's time grow with its square.
    private readonly Dictionary<int, Predicate> _predicateAt = [];
    private readonly ContentIndex _contents = new([]);

    public Publication? Published { get; init; }

    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>Named stretches of history: "the Cold War".</summary>
    internal IReadOnlyList<EraMention> Eras { get; init; } = [];

    public IReadOnlyList<ActorMention> Actors { get; init; } = [];

    /// <summary>The day for which offices are meant: that of publication, or the one that fits those named best; null when nothing tells.</summary>
    public DateOnly? OfficeDay { get; init; }

    public IReadOnlyList<PlaceMention> Places { get; init; } = [];

    /// <summary>Treaties, initiatives and doctrines that the text names.</summary>
    public IReadOnlyList<AgreementMention> Agreements { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public IReadOnlyList<Predicate> Predicates
    {
        get;
        init
        {
            field = value;
            _predicateAt = value.DistinctBy(p => p.Token).ToDictionary(p => p.Token);
        }
    } = [];

    public IReadOnlyList<Attribution> Attributions
    {
        get;
        init
        {
            field = value;
            _contents = new ContentIndex(value);
        }
    } = [];

    /// <summary>The chain of what the article says in its own voice: its publisher, if that is known, and the outlet that it was taken over from.</summary>
    public SourceChain OwnVoice { get; } = OwnVoiceOf(Analyzed.Document);

    public string Text => Analyzed.Text;

    /// <summary>The trees of its sentences, made once for all passes.</summary>
    internal Tree Tree { get; } = Tree.Of(Analyzed);

    /// <summary>SHA-256 of the text in lower-case hex: what makes the ids of its claims its own.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(Analyzed.Text.AsSpan())));

    /// <summary>How the event or state that a token tells of is told; null when the token is no predicate.</summary>
    public Predicate? PredicateAt(int token) => _predicateAt.GetValueOrDefault(token);

    /// <summary>The innermost attribution whose content holds the span.</summary>
    public Attribution? AttributionOf(TextSpan span) => _contents.Innermost(span);

    /// <summary>Who says what stands at the span, from the publisher inwards.</summary>
    public SourceChain ChainAt(TextSpan span) => AttributionOf(span)?.Chain ?? OwnVoice;

    /// <summary>Actor mentions within the span, in text order.</summary>
    public IEnumerable<ActorMention> ActorsIn(TextSpan span) => Within(Actors, span, a => a.Span);

    /// <summary>Time expressions within the span, in text order.</summary>
    public IEnumerable<TimeExpression> TimesIn(TextSpan span) => Within(Times, span, t => t.Span);

    /// <summary>Named stretches of history within the span, in text order.</summary>
    internal IEnumerable<EraMention> ErasIn(TextSpan span) => Within(Eras, span, e => e.Span);

    /// <summary>Quantities within the span, in text order.</summary>
    public IEnumerable<Quantity> QuantitiesIn(TextSpan span) => Within(Quantities, span, q => q.Span);

    /// <summary>What stands within the span, of findings in text order.</summary>
    private static IEnumerable<T> Within<T>(IReadOnlyList<T> found, TextSpan span, Func<T, TextSpan> spanOf)
    {
        int low = 0, high = found.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spanOf(found[middle]).Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < found.Count && spanOf(found[low]).Start < span.End; low++)
        {
            if (span.Contains(spanOf(found[low])))
            {
                yield return found[low];
            }
        }
    }

    private static SourceChain OwnVoiceOf(Document document)
    {
        var chain = document.Publisher is { } publisher ? SourceChain.Empty.Then(new SourceLink(publisher, SourceKind.Publisher)) : SourceChain.Empty;
        return document.TakenFrom is { } outlet ? chain.Then(new SourceLink(outlet, SourceKind.Outlet)) : chain;
    }

    /// <summary>The token of a stretch on which its other words hang; null when no token stands there.</summary>
    public int? HeadOf(TextSpan span)
    {
        int? found = null;
        var tokens = Analyzed.Tokens;
        for (var token = TokenAt(span.Start) ?? tokens.Count; token < tokens.Count && tokens[token].Span.Start < span.End; token++)
        {
            if (tokens[token].Head is not { } head || tokens[head].Span.Start < span.Start || tokens[head].Span.Start >= span.End)
            {
                found = found is { } other && tokens[other].Upos is "PROPN" or "NOUN" && tokens[token].Upos is not ("PROPN" or "NOUN") ? found : token;
            }
        }

        return found;
    }

    /// <summary>The token that begins at or holds the position; null between tokens.</summary>
    public int? TokenAt(int position) => Analyzed.TokenAt(position);
}
