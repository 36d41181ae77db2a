using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;
using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>A sentence as the claim finders see it, and the making of a claim that it gives.</summary>
internal sealed record SentenceView(Findings Findings, Tree Tree, Sentence Sentence, IReadOnlyList<Element> Elements)
{
    /// <summary>The actors of a slot.</summary>
    public IReadOnlyList<ActorMention> Actors(PatternMatch match, string slot) =>
        match.Slots.TryGetValue(slot, out var place) ? [.. Elements.Skip(place.First).Take(place.End - place.First).SelectMany(e => e.Actors)] : [];

    /// <summary>The actors named within what depends on a token.</summary>
    public IEnumerable<ActorMention> ActorsUnder(int token) => Elements.Where(e => Tree.Span(token).Contains(e.Span)).SelectMany(e => e.Actors);

    /// <summary>How what stands at an element is told: by its own word when that is a predicate, else by the nearest predicate above it in the tree.</summary>
    public Factuality FactualityAt(int element)
    {
        var token = Elements[element].Token;
        for (var (at, steps) = ((int?)token, 0); at is { } here && steps < 6; at = Findings.Analyzed.Tokens[here].Head, steps++)
        {
            if (Findings.PredicateAt(here) is not null)
            {
                return Factualities.Of(Findings, here, Sentence.Span);
            }
        }

        return Factualities.Of(Findings, token, Sentence.Span);
    }

    /// <summary>A claim of this sentence.</summary>
    /// <param name="element">The element that tells of it.</param>
    /// <param name="parts">What tells it from other claims of the kind in this sentence.</param>
    public Claim Claim(ClaimBody body, int element, string rule, double confidence, params ReadOnlySpan<string?> parts)
    {
        var token = Elements[element].Token;
        return new Claim(ClaimId.Of(Findings, body.Kind, Sentence.Span, parts), body, Sentence.Span, rule)
        {
            Factuality = FactualityAt(element),
            Chain = Findings.ChainAt(Elements[element].Span),
            Time = ClaimTimes.At(Findings, Sentence.Span, token),
            Confidence = confidence,
        };
    }
}
