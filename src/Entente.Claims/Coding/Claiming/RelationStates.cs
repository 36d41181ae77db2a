namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// How a relationship is said to be: "relations between A and B are icy", "their ties sank to a new low", "cooperation of A with B is closer than ever";
/// and what its parties do to it ("have deepened their defence cooperation"). Words of data/relation-states.tsv.
/// </summary>
internal sealed class RelationStates
{
    private const int LongestLabel = 9;
    private readonly HashSet<string> _nouns;
    private readonly HashSet<string> _verbs;
    private readonly HashSet<string> _objects;

    private RelationStates(ILookup<string, string> words) => (_nouns, _verbs, _objects) = ([.. words["noun"]], [.. words["verb"]], [.. words["object"]]);

    public static RelationStates Load() => new(Table.Shipped("relation-states").Rows.SelectMany(r => r.List("words").Select(w => (Kind: r.Required("kind"), Word: w))).ToLookup(p => p.Kind, p => p.Word));

    public IEnumerable<NamedLabel> Find(SentenceView sentence)
    {
        var tokens = sentence.Findings.Analyzed.Tokens;
        for (var noun = sentence.Sentence.FirstToken; noun < sentence.Sentence.EndToken; noun++)
        {
            if (tokens[noun].Upos == "NOUN" && _nouns.Contains(tokens[noun].Lemma.ToLowerInvariant()) && Predicate(sentence, noun) is { } predicate && Words(sentence, noun, predicate) is { } words)
            {
                var about = About(sentence, noun, predicate);
                if (about.Count > 1)
                {
                    yield return new NamedLabel(predicate, predicate, words, about, LabelParties.Users(sentence, words));
                }
            }
        }
    }

    /// <summary>What tells of the noun: of a subject the predicate, of an object the verb.</summary>
    private int? Predicate(SentenceView sentence, int noun)
    {
        var tree = sentence.Tree;
        var tokens = tree.Document.Tokens;
        var first = tree.Is(noun, "conj") && tree.Head(noun) is { } joined ? joined : noun;
        if (tree.Head(first) is not { } head)
        {
            return null;
        }

        if (tree.Child(noun, "acl:relcl") is { } clause && tree.Child(clause, "nsubj") is { } which && sentence.Form(which) is "which" or "that" && tokens[clause].Upos == "VERB" && _verbs.Contains(tokens[clause].Lemma))
        {
            return clause; // "relations with B, which sank to a new low"
        }

        if (tree.Is(first, "nsubj"))
        {
            var isState = tree.Has(head, "cop") && tokens[head].Upos is "ADJ" or "NOUN" or "ADV" or "ADP" && !tree.Has(head, "csubj") && !tree.Has(head, "ccomp") && !tree.Has(head, "xcomp");
            return isState || (tokens[head].Upos == "VERB" && _verbs.Contains(tokens[head].Lemma)) ? head : null;
        }

        // an alliance that is forged is a label by itself ("forged a formidable alliance")
        return tree.Is(first, "obj") && tokens[head].Upos == "VERB" && _objects.Contains(tokens[head].Lemma) && tokens[noun].Lemma is not ("alliance" or "partnership" or "friendship" or "rivalry") ? head : null;
    }

    /// <summary>From the verb or what is said by "is" on: with its degree, with the point that it reaches and with what it is compared to; no further clause.</summary>
    private TextSpan? Words(SentenceView sentence, int noun, int predicate)
    {
        var tree = sentence.Tree;
        var tokens = tree.Document.Tokens;
        var first = predicate;
        foreach (var child in tree.Children(predicate))
        {
            if (child < predicate && !tree.Is(child, "nsubj") && !tree.Is(child, "cop") && !tree.Is(child, "aux") && !tree.Is(child, "mark") && !tree.Is(child, "cc") && !tree.Is(child, "punct") && !tree.Is(child, "obl") && !tree.Is(child, "advcl") && child > noun)
            {
                first = Math.Min(first, tree.LeftEdge(child));
            }
        }

        var last = predicate;
        for (var at = predicate + 1; at <= tree.RightEdge(predicate) && at - first < LongestLabel && tokens[at].Upos is not ("SCONJ" or "CCONJ") && (tokens[at].Upos != "PUNCT" || sentence.Form(at) == "-" || Quoted.IsMark(sentence.Form(at))) && !tree.Is(at, "advcl") && !tree.Is(at, "nsubj"); at++)
        {
            if (sentence.Form(at) is "because" or "amid" or "after" or "before" or "since" or "during" or "despite" or "until" or "when" || tokens[at].Upos == "PRON" && tokens[at].Deprel != "nmod:poss" || tokens[at].Upos is "VERB" && tokens[at].Deprel != "amod" || sentence.Findings.TimesIn(tokens[at].Span).Any())
            {
                break;
            }

            last = tokens[at].Upos is "NOUN" or "PROPN" or "ADJ" or "ADV" or "VERB" or "NUM" ? at : last;
        }

        while (first < predicate && tokens[first].Upos is "DET" or "PART" or "CCONJ")
        {
            first++; // the polarity tells the "not"
        }

        // "relations exist", "ties are": nothing is said of how
        return first == last && (tokens[predicate].Lemma is "be" or "have" or "remain" or "become" or "stay" or "get" or "look" or "seem" or "appear" or "reach" or "hit" or "enter" or "turn" or "stand" or "rest" || _objects.Contains(tokens[predicate].Lemma) && !tree.Is(noun, "nsubj") && !tree.Has(noun, "acl:relcl")) ? null : tree.SpanOf(first, last);
    }

    /// <summary>Between whom: those of the noun's own phrase, those who do something to it, else the two named last ("the relationship").</summary>
    private static List<ActorMention> About(SentenceView sentence, int noun, int predicate)
    {
        var within = LabelParties.Within(sentence, noun);
        var doers = sentence.Tree.Is(noun, "obj") ? LabelParties.SaidOf(sentence, noun) : [];
        var about = LabelParties.Parties(within.Concat(doers));
        var isAny = sentence.Tree.Child(noun, "det") is { } article && sentence.Form(article) is "a" or "an" or "any" or "no" or "every";
        return about.Count > 1 || isAny || !sentence.Tree.IsKnown(noun) && about.Count == 0 && !sentence.Tree.Is(noun, "nsubj") ? about : LabelParties.Parties(about.Concat(LabelParties.NamedLast(sentence, Math.Min(noun, predicate)))).Take(2).ToList();
    }
}
