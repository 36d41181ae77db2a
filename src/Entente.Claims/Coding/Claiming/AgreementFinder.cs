namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Agreements that the text names, with their parties and state: the state by the verb that governs the name (data/agreement-patterns.tsv),
/// planned when that verb is told as planned ("will sign").
/// </summary>
internal sealed class AgreementFinder
{
    private static readonly HashSet<string> OfWhat = ["on", "of", "to", "for", "about", "concerning", "regarding", "covering"];

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
        foreach (var ((id, state), match) in _rows.Matches(sentence.Elements))
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
        var words = NounPhrase.WithComplement(elements, noun, OfWhat);
        if (_nouns.NeedsModifier(elements[noun].Lemma) && words == elements[noun].Span)
        {
            return null;
        }

        var factuality = sentence.FactualityAt(match.TriggerElement);
        var told = state == "signed" && factuality.Readings.HasFlag(Readings.Planned) ? "planned" : state;
        var name = words.In(sentence.Findings.Text);
        var body = new AgreementClaim(name, told) { Parties = Parties(sentence, noun), Contexts = Contexts(name) };
        return body.Parties.Count == 0 ? null : sentence.Claim(body, match.TriggerElement, rule, 0.65, name, told);
    }

    /// <summary>An enumeration continues the first: "a declaration on law, agreements on aircraft and a protocol on nuclear power".</summary>
    private static IEnumerable<int> Listed(IReadOnlyList<Element> elements, int first)
    {
        yield return first;
        for (var at = first + 1; at < elements.Count && !elements[at].EndsClause && elements[at].Upos is not ("VERB" or "AUX" or "SCONJ"); at++)
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

    /// <summary>The states, governments and organisations of the sentence that stand for a party: a leader signs for the state.</summary>
    private static List<ActorMention> Parties(SentenceView sentence, int noun)
    {
        var parties = new List<ActorMention>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in sentence.Elements.OrderBy(e => Math.Abs(e.Span.Start - sentence.Elements[noun].Span.Start)).SelectMany(e => e.Actors))
        {
            var country = mention.Actor.Country;
            var acts = mention.Actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organisation
                || (mention.Actor.Kind == ActorKind.Person && mention.Actor.Sector == "GOV" && country is not null);
            if (acts && seen.Add(mention.Actor.Kind == ActorKind.Organisation ? mention.Actor.Id : country ?? mention.Actor.Id))
            {
                parties.Add(mention);
            }
        }

        return [.. parties.Take(4).OrderBy(p => p.Span)];
    }

    private List<string> Contexts(string name) => [.. _contexts.Where(c => name.Contains(c.Word, StringComparison.OrdinalIgnoreCase)).Select(c => c.Context).Distinct(StringComparer.Ordinal)];
}
