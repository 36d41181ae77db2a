namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Agreements that the text names, with their parties and state: the state by the verb that governs the name (data/agreement-patterns.tsv),
/// planned when that verb is told as planned ("will sign").
/// </summary>
internal sealed class AgreementFinder
{
    private readonly PhraseNouns _nouns;
    private readonly PatternTable<(string Id, string State)> _rows;
    private readonly List<(string Word, string Context)> _contexts;

    private AgreementFinder(PhraseNouns nouns, PatternTable<(string, string)> rows, List<(string, string)> contexts) => (_nouns, _rows, _contexts) = (nouns, rows, contexts);

    public static AgreementFinder Load(PhraseNouns nouns) => new(
        nouns,
        new(Table.Shipped("agreement-patterns").Rows.Select(r => (PhrasePattern.Parse(r.Required("pattern")), (r.Required("id"), r.Required("state"))))),
        [.. Table.Shipped("agreement-contexts").Rows.Select(r => (r.Required("word"), r.Required("context")))]);

    public IEnumerable<Claim> Find(SentenceView sentence)
    {
        var seen = new HashSet<int>();
        foreach (var ((id, state), match) in _rows.Matches(sentence))
        {
            foreach (var noun in Listed(sentence.Elements, match.Slots["g"].First))
            {
                if (seen.Add(noun) && Claim(sentence, match, noun, id, state) is { } claim)
                {
                    yield return claim;
                }
            }
        }
    }

    private Claim? Claim(SentenceView sentence, PatternMatch match, int noun, string rule, string state)
    {
        var elements = sentence.Elements;
        var words = NounPhrase.WithComplement(sentence, noun);
        var named = elements[noun].Agreement;
        if (named is null && _nouns.NeedsModifier(elements[noun].Lemma) && words == elements[noun].Span || named is { IsOpen: true } && IsLeft(rule))
        {
            return null;
        }

        var factuality = sentence.FactualityAt(match.TriggerElement);
        var told = state == "signed" && factuality.Readings.HasFlag(Readings.Planned) ? "planned" : state;
        var name = named is { Via: not null } ? named.Name : words.In(sentence.Findings.Text);
        var body = new AgreementClaim(name, told) { Id = named?.Id, Parties = Parties(sentence, elements[match.TriggerElement].Token, words, noun), Contexts = Contexts(name) };
        return sentence.Claim(body, match.TriggerElement, rule, 0.65, name, told);
    }

    /// <summary>Whom one of many leaves, an agreement goes on without; a claim of membership tells it.</summary>
    private static bool IsLeft(string rule) => rule == "agreement:withdraw";

    /// <summary>An enumeration continues the first: "a declaration on law, agreements on aircraft and a protocol on nuclear power".</summary>
    private static IEnumerable<int> Listed(IReadOnlyList<Element> elements, int first)
    {
        yield return first;
        for (var at = first + 1; at < elements.Count && !elements[at].EndsClause; at++)
        {
            if (elements[at].Phrase == "agreement" && IsListed(elements, at))
            {
                yield return at;
            }
        }
    }

    /// <summary>Whether a comma or "and" stands before the noun phrase, so that it is a further item and not a part of the one before.</summary>
    private static bool IsListed(IReadOnlyList<Element> elements, int noun)
    {
        var first = NounPhrase.FirstModifier(elements, noun);
        if (first > 0 && elements[first - 1].Upos == "DET")
        {
            first--;
        }

        return first > 0 && elements[first - 1].Form is "," or "and" or "plus";
    }

    /// <summary>
    /// Whom the text names as parties: in the name ("between A and B", "with C"), as who does it, and with whom. A leader signs for the state.
    /// Only when nobody at all is said to do it, the two nearest in the sentence: "the two sides signed" names none.
    /// </summary>
    private static List<ActorMention> Parties(SentenceView sentence, int trigger, TextSpan name, int noun)
    {
        var tree = sentence.Tree;
        var doer = tree.Child(trigger, "nsubj");
        var doers = tree.ChildrenIn(trigger, "nsubj").Concat(tree.ChildrenIn(trigger, "obl")).Concat(tree.ChildrenIn(trigger, "nmod"))
            .Where(t => !tree.Span(t).Overlaps(sentence.Elements[noun].Span)).SelectMany(sentence.ActorsUnder);
        var owners = tree.ChildrenIn(sentence.Elements[noun].Token, "nmod").SelectMany(sentence.ActorsUnder);
        var named = Distinct(sentence.Elements.Where(e => name.Contains(e.Span)).SelectMany(e => e.Actors).Concat(owners).Concat(doers));
        var nearest = sentence.Elements.OrderBy(e => Math.Abs(e.Span.Start - sentence.Elements[noun].Span.Start)).SelectMany(e => e.Actors);
        return named.Count > 0 || doer is not null ? [.. named.OrderBy(p => p.Span)] : [.. Distinct(nearest).Take(2).OrderBy(p => p.Span)];
    }

    /// <summary>Those who can be party to an agreement, each state once.</summary>
    private static List<ActorMention> Distinct(IEnumerable<ActorMention> mentions) => [.. mentions
        .Where(m => m.Via == "members" || m.Actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organisation || m.Actor is { Kind: ActorKind.Person, Sector: "GOV", Country: not null })
        .DistinctBy(m => m.Via == "members" || m.Actor.Kind == ActorKind.Organisation ? m.Actor.Id : m.Actor.Country ?? m.Actor.Id, StringComparer.Ordinal)];

    private List<string> Contexts(string name) => [.. _contexts.Where(c => name.Contains(c.Word, StringComparison.OrdinalIgnoreCase)).Select(c => c.Context).Distinct(StringComparer.Ordinal)];
}
