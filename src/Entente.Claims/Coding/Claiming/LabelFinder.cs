namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// What a relationship or a party is called and by whom: by a verb that names ("called B his closest friend"), or by a noun of relationship (data/label-nouns.tsv) with words that colour it,
/// in quotation marks, or said outright ("A and B are enemies"). Whom it is about is read from how the sentence is built, and only where that tells nobody from who is named nearest.
/// </summary>
internal sealed class LabelFinder
{
    private readonly LabelNouns _nouns = LabelNouns.Load();
    private readonly NamedLabels _named = NamedLabels.Load();
    private readonly RelationStates _states = RelationStates.Load();
    private readonly LabelPatterns _patterns = LabelPatterns.Load();

    private LabelFinder()
    {
    }

    public static LabelFinder Load() => new();

    public IEnumerable<Claim> Find(SentenceView sentence)
    {
        var taken = new List<TextSpan>();
        foreach (var label in _named.Find(sentence))
        {
            taken.Add(label.Words);
            yield return Claim(sentence, label);
        }

        foreach (var (label, rule) in _states.Find(sentence).Select(l => (l, "label:state")).Concat(_patterns.Find(sentence).Select(l => (l, "label:stands"))))
        {
            if (!taken.Exists(t => t.Overlaps(label.Words)))
            {
                taken.Add(label.Words);
                yield return sentence.ClaimAt(new LabelClaim(label.Words) { About = [.. label.About.Take(4).OrderBy(a => a.Span)], By = label.By }, label.Noun, rule, 0.65, label.Words.In(sentence.Findings.Text));
            }
        }

        var elements = sentence.Elements;
        var until = elements.Count;
        for (var at = elements.Count - 1; at >= 0; at--)
        {
            // From the last noun on, so that of "junior partner and ally" the longer label comes first and the part of it is passed over.
            if (at < until && _nouns.Has(elements[at]) && !sentence.Tree.Is(elements[at].Token, "compound") && !taken.Exists(t => t.Overlaps(elements[at].Span)))
            {
                var words = LabelWords.Around(elements, at, _nouns);
                if (Found(sentence, at, words) is { } claim)
                {
                    until = words.First;
                    yield return claim;
                }
            }
        }
    }

    /// <summary>Who names is the last link of the chain: it is his word.</summary>
    private static Claim Claim(SentenceView sentence, NamedLabel label)
    {
        var claim = sentence.ClaimAt(new LabelClaim(label.Words) { About = [.. label.About.OrderBy(a => a.Span)], By = label.By }, label.Noun, "label:named", 0.8, label.Words.In(sentence.Findings.Text)) with
        {
            Factuality = sentence.FactualityOf(label.Verb),
        };
        return label.By is [var by] ? claim with { Chain = sentence.Findings.ChainAt(sentence.Findings.Analyzed.Tokens[label.Verb].Span).Then(Link(by)) } : claim;
    }

    private Claim? Found(SentenceView sentence, int noun, LabelWords words)
    {
        var label = Read(sentence, noun);
        var built = Built(label);
        var isBuilt = built.Count > 1 || (label is { IsParty: true, IsPredicate: true } && built.Count > 0 && !Owner(sentence, label.Token));
        if (!IsLabel(label, words) || IsBetweenOthers(label, isBuilt))
        {
            return null;
        }

        var users = LabelParties.Users(sentence, label.Element.Span);
        var about = isBuilt ? built : About(label, words, built, users);

        // a relationship takes two
        return about.Count == 0 || (!label.IsParty && about.Count < 2 && !words.IsQuoted) ? null : Claim(label, words, about, users, isBuilt);
    }

    private Label Read(SentenceView sentence, int noun)
    {
        var element = sentence.Elements[noun];
        var isParty = _nouns.IsParty(element.Lemma);
        var listed = isParty ? LabelParties.Listed(sentence, element.Token) is { Count: > 0 } named ? named : LabelParties.Others(sentence, element.Token) : [];
        return new Label(sentence, noun, isParty, listed,
            listed.Count > 0 ? LabelParties.Owners(sentence, element.Token) : LabelParties.Within(sentence, element.Token),
            listed.Count > 0 ? listed : LabelParties.SaidOf(sentence, element.Token),
            IsPredicate(sentence, element.Token));
    }

    private bool IsLabel(Label label, LabelWords words)
    {
        if (!words.IsQuoted && (_nouns.IsOnlyQuoted(label.Element.Lemma) || (!words.IsColoured && !IsOutright(label) && !IsAvoided(label.Sentence, label.Noun))))
        {
            return false;
        }

        // A friend is somebody's or somebody; "threats" and "old friends" of nobody are no labels.
        return !label.IsParty || label.Within.Count > 0 || label.Listed.Count > 0 || label.IsPredicate || label.Sentence.Tree.Has(label.Token, "nmod:poss");
    }

    /// <summary>Said without a word that colours it: "A and B are enemies", "the alliance between A and B".</summary>
    private bool IsOutright(Label label)
    {
        if (_nouns.IsLoose(label.Element.Lemma) || label.Element.Lemma is "partnership" or "bloc")
        {
            return false;
        }

        return label.IsParty
            ? label.Listed.Count > 0 || (label.IsPredicate && label.SaidOf.Count > 0 && (label.Within.Count > 0 || label.SaidOf.Count > 1)) || IsNational(label.Sentence, label.Token)
            : label.Within.Count > 1 && !_nouns.IsConflict(label.Element.Lemma);
    }

    /// <summary>A war or dispute of which the sentence does not tell between whom, and relations with somebody who is not named.</summary>
    private bool IsBetweenOthers(Label label, bool isBuilt)
    {
        if (label.IsParty)
        {
            return false;
        }

        return (!isBuilt && _nouns.IsConflict(label.Element.Lemma)) || ((!isBuilt || (_nouns.IsLoose(label.Element.Lemma) && label.Within.Count < 2)) && LabelParties.IsWithOthers(label.Sentence, label.Token));
    }

    /// <summary>Whom the sentence's build tells.</summary>
    private static List<ActorMention> Built(Label label)
    {
        var areOthers = label.IsParty && IsPlural(label.Element) && label.SaidOf.Count > 1 && label.Listed.Count == 0;
        return label.Within.Count > 1 && !label.IsParty ? label.Within : LabelParties.Parties([.. areOthers ? [] : label.Within, .. label.SaidOf]);
    }

    private List<ActorMention> About(Label label, LabelWords words, List<ActorMention> built, List<ActorMention> users)
    {
        var about = _nouns.IsLoose(label.Element.Lemma) ? built : label.IsParty && Owner(label.Sentence, label.Token) ? LabelParties.Parties(built.Concat(users)) : Nearest(label.Sentence, label.Noun, built);
        return about.Count == 1 && !label.IsParty && words.IsQuoted ? [.. LabelParties.Parties(about.Concat(LabelParties.NamedLast(label.Sentence, label.Token))).Take(2)] : about;
    }

    private static Claim Claim(Label label, LabelWords words, List<ActorMention> about, List<ActorMention> users, bool isBuilt)
    {
        var sentence = label.Sentence;
        var span = TextSpan.FromBounds(sentence.Elements[words.First].Span.Start, sentence.Elements[words.End - 1].Span.End);
        var confidence = (words.IsQuoted ? 0.75 : 0.65) - (isBuilt ? 0 : 0.15);
        var claim = sentence.Claim(new LabelClaim(span) { About = [.. about.Take(label.IsParty ? 3 : 4).OrderBy(a => a.Span)], By = users }, label.Noun,
            words.IsQuoted ? "label:quoted" : words.IsColoured ? "label:phrase" : "label:outright", confidence, span.In(sentence.Findings.Text));
        if (label.Listed.Count > 0 && sentence.Tree.IsKnown(label.Token) && !label.IsPredicate)
        {
            return claim with { Factuality = Factuality.Asserted }; // "could talk to Chad’s allies, such as Niger": that they are allies is taken for granted
        }

        return IsAvoided(sentence, label.Noun) ? claim with { Factuality = claim.Factuality with { Polarity = Polarity.Negative } } : claim;
    }

    /// <summary>Whether somebody is said to be it: "is an ally", "became", "Belarus, an ally", also as a further item ("importer and partner"); not "is under threat".</summary>
    private static bool IsPredicate(SentenceView sentence, int token)
    {
        var tree = sentence.Tree;
        while (tree.Is(token, "conj") && tree.Head(token) is { } head)
        {
            token = head;
        }

        return (tree.Has(token, "cop") && !tree.Has(token, "case")) || tree.Is(token, "xcomp") || tree.Is(token, "appos");
    }

    /// <summary>"his closest colleague", of whom the words do not tell who he is: whoever says it.</summary>
    private static bool Owner(SentenceView sentence, int token) => sentence.Tree.Child(token, "nmod:poss") is { } owner && !sentence.ActorsAt(owner).Any();

    /// <summary>"our Chinese friends": of a nation, and the speaker's.</summary>
    private static bool IsNational(SentenceView sentence, int token) => Owner(sentence, token) && sentence.Tree.ChildrenIn(token, "amod").Any(a => sentence.ActorsAt(a).Any());

    private static bool IsPlural(Element element) => element.Form.EndsWith('s') && element.Form != element.Lemma;

    /// <summary>"speak of a partnership instead of an alliance": a word that is not used.</summary>
    private static bool IsAvoided(SentenceView sentence, int noun)
    {
        for (var at = noun - 1; at > 0 && noun - at <= 5 && sentence.Elements[at].Upos is "DET" or "ADJ" or "NOUN" or "PUNCT" or "ADP" or "SCONJ"; at--)
        {
            if (sentence.Elements[at].Form is "of" && sentence.Elements[at - 1].Form is "instead" or "place" || (sentence.Elements[at].Form is "than" && sentence.Elements[at - 1].Form is "rather"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Those whom the sentence's build tells and, up to two, the parties named nearest; whoever says it only when nobody else is named.</summary>
    private static List<ActorMention> Nearest(SentenceView sentence, int noun, List<ActorMention> known)
    {
        var said = sentence.Findings.AttributionOf(sentence.Elements[noun].Span);
        var mentions = sentence.Elements.Select((e, i) => (Element: e, Distance: Math.Abs(i - noun))).Where(p => p.Element.Actors.Count > 0 && p.Distance <= 14 && IsNear(sentence, noun, p.Element.Token))
            .OrderBy(p => said?.Source.Any(s => s.Overlaps(p.Element.Span)) == true && !IsLeader(p.Element))
            .ThenByDescending(p => p.Element.Actors.Count > 1 && p.Distance <= 8).ThenBy(p => p.Distance).SelectMany(p => p.Element.Actors);
        return [.. LabelParties.Parties(known.Concat(mentions)).Take(2)];
    }

    /// <summary>Whether somebody stands in the clause of the noun or in one that it hangs on: "If the feast recalls an old alliance, A and B want a new one" has A and B in another.</summary>
    private static bool IsNear(SentenceView sentence, int noun, int token)
    {
        var tree = sentence.Tree;
        var clause = tree.Ancestors(sentence.Elements[noun].Token).Cast<int?>().FirstOrDefault(t => tree.Is(t!.Value, "advcl"));
        return clause is null || tree.Child(clause.Value, "mark") is not { } mark || sentence.Form(mark) is not ("if" or "while" or "whereas" or "although" or "though") || tree.IsUnder(token, clause.Value);
    }

    /// <summary>A leader who calls another "my friend" speaks of both.</summary>
    private static bool IsLeader(Element element) => element.Actors.All(a => a.Actor is { Kind: ActorKind.Person, Sector: "GOV" });

    private static SourceLink Link(ActorMention by) => new(by.Actor.Name, by.Actor.Kind switch
    {
        ActorKind.Person => SourceKind.Person,
        ActorKind.Outlet or ActorKind.Agency => SourceKind.Outlet,
        ActorKind.Group => SourceKind.Unnamed,
        _ => SourceKind.Body,
    }, by.Actor.Id);

    /// <summary>A noun that may be a label, with those whom the sentence has beside it.</summary>
    /// <param name="Listed">Those whom a list behind it names.</param>
    /// <param name="Within">Those of its own phrase.</param>
    /// <param name="SaidOf">Those whom it is said of.</param>
    /// <param name="IsPredicate">Whether somebody is said to be it.</param>
    private sealed record Label(SentenceView Sentence, int Noun, bool IsParty, List<ActorMention> Listed, List<ActorMention> Within, List<ActorMention> SaidOf, bool IsPredicate)
    {
        public Element Element => Sentence.Elements[Noun];

        public int Token => Element.Token;
    }
}
