using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Agreements that the text names, with their parties and state: the state by the word that governs the name (data/agreement-patterns.tsv),
/// planned when that word is told as planned or as a mere possibility ("will sign", "could sign").
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

    public IEnumerable<Claim> Find(IReadOnlyList<SentenceView> sentences)
    {
        AgreementClaim? before = null;
        var issued = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var claim in In(sentence, before))
            {
                var agreement = (AgreementClaim)claim.Body;
                before = agreement.State == "signed" ? agreement : before;

                // a joint statement is quoted from again and again: it is one
                if (claim.Rule != "agreement:joint" || issued.Add(string.Join('+', agreement.Parties.Select(p => p.Actor.Country).Order(StringComparer.Ordinal))))
                {
                    yield return claim;
                }
            }
        }
    }

    private IEnumerable<Claim> In(SentenceView sentence, AgreementClaim? before)
    {
        var seen = new HashSet<TextSpan>();
        foreach (var (row, match) in _rows.Matches(sentence))
        {
            foreach (var claim in Claims(sentence, new Telling(row.Id, row.State, match), before))
            {
                if (seen.Add(claim.Words))
                {
                    yield return claim.Claim;
                }
            }
        }
    }

    private IEnumerable<(TextSpan Words, Claim Claim)> Claims(SentenceView sentence, Telling telling, AgreementClaim? before)
    {
        var noun = telling.Match.Slots["g"].First;
        var items = new AgreementItems(sentence);
        List<(int Noun, TextSpan Words)> list = telling.IsTopic ? [.. items.Topics(noun, telling.Match.End)] : [.. items.From(noun)];
        if (list.Count == 0 || IsBeside(sentence, sentence.Elements[list[0].Noun].Token, telling) || Unsaid(sentence, list[0], telling))
        {
            yield break;
        }

        var parties = new AgreementParties(sentence);
        var all = Parties(sentence, parties, telling, list, before);
        foreach (var (at, words) in list)
        {
            var body = Body(sentence, telling, at, words, before) with { Parties = list.Count > 1 ? parties.OfItem(words, all) : all };
            if (!telling.NeedsTwo(_nouns, sentence.Elements[at].Lemma) || body.Parties.Count > 1)
            {
                var claim = sentence.Claim(body, telling.Match.TriggerElement, telling.Rule, 0.65, body.Name, body.State);
                yield return (words, IsNone(sentence, noun) || IsNone(sentence, at) ? claim with { Factuality = claim.Factuality with { Polarity = Polarity.Negative } } : claim);
            }
        }
    }

    /// <summary>"contains *no* contract", "neither treaty": there is none, whatever the verb tells.</summary>
    private static bool IsNone(SentenceView sentence, int noun)
    {
        foreach (var child in sentence.Tree.Children(sentence.Elements[noun].Token))
        {
            if (sentence.Form(child) is "no" or "neither" && sentence.Tree.Is(child, "det"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "The talks ended with an accord", "left without a treaty": it is not the agreement that ended, and of what is wanting nothing is told.
    /// What somebody has or a visit brings is its object; "a great deal" is no agreement.
    /// </summary>
    private static bool IsBeside(SentenceView sentence, int noun, Telling telling) => sentence.Tree.Case(noun) switch
    {
        "without" => true,
        "with" or "in" or "by" or "after" or "before" when telling.Rule == "agreement:end" => true,
        _ => telling.Rule is "agreement:have-both" or "agreement:bring" && (!sentence.Tree.Is(noun, "obj") || sentence.Tree.Head(noun) != sentence.Elements[telling.Match.TriggerElement].Token || IsMuch(sentence, noun)),
    };

    private static bool IsMuch(SentenceView sentence, int noun) => sentence.Form(noun) is "deal" && noun > 0 && sentence.Form(noun - 1) is "great" or "good";

    private static List<ActorMention> Parties(SentenceView sentence, AgreementParties parties, Telling telling, List<(int Noun, TextSpan Words)> list, AgreementClaim? before)
    {
        var noun = list[0].Noun;
        var found = parties.Of(sentence.Elements[telling.Match.TriggerElement].Token, NounPhrase.WithComplement(sentence, noun), noun);
        if (parties.Leading(list) is { Count: > 1 } leading)
        {
            return leading;
        }

        return found.Count > 1 || list.Count == 1 && !telling.IsTopic ? found : telling.IsTopic && before is not null ? [.. before.Parties] : parties.From(noun) is { Count: 2 } both ? both : found;
    }

    /// <summary>A noun that is an agreement only with a word that tells of what ("a statement"), and a treaty that one of many leaves: a claim of membership tells that.</summary>
    private bool Unsaid(SentenceView sentence, (int Noun, TextSpan Words) first, Telling telling)
    {
        var element = sentence.Elements[first.Noun];
        return element.Agreement is { IsOpen: true } && telling.IsLeft || element.Agreement is null && _nouns.NeedsModifier(element.Lemma) && first.Words == element.Span && !telling.NeedsTwo(_nouns, element.Lemma);
    }

    private AgreementClaim Body(SentenceView sentence, Telling telling, int noun, TextSpan words, AgreementClaim? before)
    {
        var named = sentence.Elements[noun].Agreement;
        var readings = sentence.FactualityAt(telling.Match.TriggerElement).Readings;
        var state = telling.IsTopic ? before?.State ?? telling.State : telling.State;
        var told = state == "signed" && (readings.HasFlag(Readings.Planned) || readings.HasFlag(Readings.Hypothetical)) ? "planned" : state;
        var name = named is { Via: not null } ? named.Name : words.In(sentence.Findings.Text);
        return new AgreementClaim(name, told) { Id = named?.Id, Contexts = Contexts(name) };
    }

    private List<string> Contexts(string name) => [.. _contexts.Where(c => name.Contains(c.Word, StringComparison.OrdinalIgnoreCase)).Select(c => c.Context).Distinct(StringComparer.Ordinal)];

    /// <summary>A row that matched.</summary>
    private sealed record Telling(string Rule, string State, PatternMatch Match)
    {
        /// <summary>"Other agreements concern A, B and C": what is listed are their topics.</summary>
        public bool IsTopic => Rule == "agreement:concern";

        public bool IsLeft => Rule == "agreement:withdraw";

        /// <summary>Projects, loans and statements are agreements between two or none.</summary>
        public bool NeedsTwo(PhraseNouns nouns, string lemma) => Rule is "agreement:joint" or "agreement:have-both" or "agreement:bring" or "agreement:there-are" or "agreement:release" || nouns.KindOf(lemma) is "project" or "loan";
    }
}
