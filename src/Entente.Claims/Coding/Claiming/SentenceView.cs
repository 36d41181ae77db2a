using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;
using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>A sentence as the claim finders see it, and the making of a claim that it gives.</summary>
internal sealed record SentenceView(Findings Findings, Tree Tree, Sentence Sentence, IReadOnlyList<Element> Elements)
{
    private HashSet<string>? _words;

    /// <summary>All words that a pattern may ask for: lemmas and forms of the elements, and the rows of data/agreements.tsv that they name, as "@row".</summary>
    public HashSet<string> Words => _words ??= WordsOf(Elements);

    /// <summary>The actors of a slot.</summary>
    public IReadOnlyList<ActorMention> Actors(PatternMatch match, string slot) =>
        match.Slots.TryGetValue(slot, out var place) ? [.. Elements.Skip(place.First).Take(place.End - place.First).SelectMany(e => e.Actors)] : [];

    /// <summary>The actors named within what depends on a token.</summary>
    public IEnumerable<ActorMention> ActorsUnder(int token) => Elements.Where(e => Tree.Span(token).Contains(e.Span)).SelectMany(e => e.Actors);

    /// <summary>The actors that the words at a token name.</summary>
    public IEnumerable<ActorMention> ActorsAt(int token)
    {
        var span = Findings.Analyzed.Tokens[token].Span;
        return Elements.Where(e => e.Actors.Count > 0 && e.Span.Contains(span)).SelectMany(e => e.Actors);
    }

    /// <summary>A word as it stands, in small letters.</summary>
    public string Form(int token) => Tree.Lower(token);

    /// <summary>"is opposed to", "are divided over": a state of the subject, though it looks like a passive.</summary>
    public bool IsStative(int token) => !Tree.ChildrenIn(token, "obl").Any(t => Tree.Child(t, "case") is { } by && Form(by) == "by") && Tree.Has(token, "obl");

    /// <summary>Whether a word's own clause is negated.</summary>
    public bool IsDenied(int token)
    {
        var word = Tree.Is(token, "cop") || Tree.Is(token, "aux") ? Tree.Head(token) ?? token : token;
        foreach (var child in Tree.Children(word))
        {
            if (Form(child) is "not" or "n't" or "n’t" or "never" or "no" or "neither" or "nor" || (Form(child) == "longer" && Tree.Children(child).ToArray().Any(c => Form(c) == "no")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word stands in a condition or a question of choice: "if the world becomes …", "whether it is …".</summary>
    public bool IsConditional(int token)
    {
        for (var (at, steps) = ((int?)token, 0); at is { } here && steps < 6; at = Tree.Head(here), steps++)
        {
            if (Tree.ChildrenIn(here, "mark").Any(m => Form(m) is "if" or "unless" or "whether" or "should"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How what stands at an element is told: by its own word when that is a predicate, else by the nearest predicate above it in the tree.</summary>
    public Factuality FactualityAt(int element) => FactualityOf(Elements[element].Token);

    /// <summary>How what stands at a token is told.</summary>
    public Factuality FactualityOf(int token) => Factualities.Of(Findings, PredicateOver(token)?.Token ?? token, Sentence.Span);

    /// <summary>The word itself when it is a predicate, else the nearest predicate above it.</summary>
    public Predicate? PredicateOver(int token)
    {
        for (var (at, steps) = ((int?)token, 0); at is { } here && steps < 6; at = Findings.Analyzed.Tokens[here].Head, steps++)
        {
            // of "may be neutral" it is "be" that is told as possible
            if ((Findings.PredicateAt(here) ?? (Tree.Child(here, "cop") is { } copula ? Findings.PredicateAt(copula) : null)) is { } predicate)
            {
                return predicate;
            }
        }

        return null;
    }

    /// <summary>A claim of this sentence.</summary>
    /// <param name="element">The element that tells of it.</param>
    /// <param name="parts">What tells it from other claims of the kind in this sentence.</param>
    public Claim Claim(ClaimBody body, int element, string rule, double confidence, params ReadOnlySpan<string?> parts) => ClaimAt(body, Elements[element].Token, rule, confidence, parts);

    /// <summary>A claim of this sentence that a token tells of.</summary>
    public Claim ClaimAt(ClaimBody body, int token, string rule, double confidence, params ReadOnlySpan<string?> parts)
    {
        return new Claim(ClaimId.Of(Findings, body.Kind, Sentence.Span, parts), body, Sentence.Span, rule)
        {
            Factuality = FactualityOf(token),
            Chain = Findings.ChainAt(Findings.Analyzed.Tokens[token].Span),
            Time = ClaimTimes.At(Findings, Sentence.Span, token),
            Confidence = confidence,
        };
    }

    private static HashSet<string> WordsOf(IReadOnlyList<Element> elements)
    {
        var words = new HashSet<string>(elements.Count * 2, StringComparer.Ordinal);
        foreach (var element in elements)
        {
            words.Add(element.Lemma);
            words.Add(element.Form);
            if (element.Agreement is { } named)
            {
                words.Add("@" + named.Id[(named.Id.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            }
        }

        return words;
    }
}
