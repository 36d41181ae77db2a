namespace Entente.Claims.Analyzing;

/// <summary>Mends predicates that no grammar of English allows: an adjective that marks a clause, two nouns as what an object is called. The words are those of data/analyzing/predicate-words.tsv.</summary>
internal sealed class PredicateRepairs
{
    private readonly HashSet<string> _prepositions;
    private readonly HashSet<string> _naming;
    private readonly HashSet<string> _giving;
    private readonly HashSet<string> _adjectives;

    private PredicateRepairs(ILookup<string, string> words)
    {
        _prepositions = words["preposition"].ToHashSet(StringComparer.Ordinal);
        _naming = words["naming"].ToHashSet(StringComparer.Ordinal);
        _giving = words["giving"].ToHashSet(StringComparer.Ordinal);
        _adjectives = words["adjective"].ToHashSet(StringComparer.Ordinal);
    }

    public static PredicateRepairs Load() => new(Table.Shipped("analyzing/predicate-words").Rows.ToLookup(r => r.Required("kind"), r => r.Required("lemma"), StringComparer.Ordinal));

    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public void Mend(Span<Token> tokens, int first)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is { Upos: "ADJ", Deprel: "mark", Head: { } verb } && i + 1 < tokens.Length && tokens[i + 1] is { Lemma: "to", Deprel: "mark" } && tokens[i + 1].Head == verb && verb - first > i)
            {
                MendAdjective(tokens, first, i, verb - first);
            }
            else if (tokens[i] is { Upos: "NOUN" or "PROPN", Deprel: "xcomp", Head: { } calls } && calls - first < i)
            {
                MendCalled(tokens, first, i, calls);
            }
            else if (tokens[i] is { Upos: "ADP", Head: { } ruler } && ruler - first < i && tokens[i].Lemma.EndsWith('s') && !_prepositions.Contains(tokens[i].Lemma) && tokens[ruler - first].Upos == "VERB")
            {
                // "will sign *accords*": no preposition, of which those in -s are few
                tokens[i] = tokens[i] with { Upos = "NOUN", Xpos = "NNS", Deprel = "obj" };
            }
            else if (tokens[i] is { Deprel: "obj", Head: { } giver, Upos: "PROPN" or "PRON" or "NOUN" } && SecondObject(tokens, first, i, giver) is >= 0 and var second)
            {
                // "lent *Peru* two billion", "called *the mayor* a liar": no verb takes two objects
                if (_naming.Contains(tokens[giver - first].Lemma))
                {
                    tokens[second] = tokens[second] with { Deprel = "xcomp" };
                }
                else
                {
                    tokens[i] = tokens[i] with { Deprel = "iobj" };
                }
            }
            else if (tokens[i] is { Deprel: "nsubj:pass", Head: { } active } && IsActive(tokens, first, active))
            {
                tokens[i] = tokens[i] with { Deprel = "nsubj" };
            }
            else if (tokens[i] is { Upos: "VERB", Deprel: "nsubj" or "nsubj:pass" or "obj" or "nmod" or "obl" or "root" } && (tokens[i].Deprel == "root" ? i == 0 && tokens[i].Xpos == "VBZ" && Phrases.Has(tokens, first, "nmod") : tokens[i].Xpos == "VBZ" || IsModified(tokens, first + i)))
            {
                // "*Clashes* between the two continued", "the *raid* on the port": a subject that ends like a plural, or has an article or owner, is a noun
                tokens[i] = tokens[i] with { Upos = "NOUN", Xpos = tokens[i].Xpos == "VBZ" ? "NNS" : "NN" };
            }
            else if (tokens[i] is { Upos: "ADJ", Deprel: not "amod" } && i > 0 && !_adjectives.Contains(tokens[i].Lemma) && TakesObject(tokens, first + i))
            {
                tokens[i] = tokens[i] with { Upos = "VERB", Xpos = "VB" };
            }
        }
    }

    private static int SecondObject(Span<Token> tokens, int first, int noun, int verb)
    {
        for (var i = noun + 1; i < tokens.Length && verb - first < noun; i++)
        {
            if (tokens[i].Head == verb && tokens[i] is { Deprel: "obj", Upos: "NOUN" or "SYM" or "PROPN" or "NUM" })
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsModified(Span<Token> tokens, int word)
    {
        foreach (var token in tokens)
        {
            if (token.Head == word && token.Deprel is "nmod:poss" or "det" or "compound" && token.Upos is not "VERB")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"*The envoy* left for Oslo": without an auxiliary of the passive a finite form is active, and so is one with an object.</summary>
    private static bool IsActive(Span<Token> tokens, int first, int verb)
    {
        var takes = tokens[verb - first].Xpos == "VBD" || AsksToAct(tokens, first, verb) || tokens[verb - first].Upos == "ADJ";
        foreach (var token in tokens)
        {
            if (token.Head == verb && token.Deprel is "aux:pass" or "obl:agent" or "iobj")
            {
                return false;
            }

            takes |= token.Head == verb && token.Deprel == "obj";
        }

        return takes;
    }

    /// <summary>"Peru *called* on Chad to free the men", where the verb was taken for a participle: nobody is called on somebody.</summary>
    private static bool AsksToAct(Span<Token> tokens, int first, int verb)
    {
        for (var i = verb - first + 1; i < tokens.Length; i++)
        {
            if (tokens[i] is { Upos: "PROPN", Deprel: "obl" } && tokens[i].Head == verb && Phrases.Child(tokens, first + i, "case") is >= 0 and var mark && tokens[mark].Lemma is "on" or "upon")
            {
                return Phrases.Edge(tokens, first, i) + 1 is var next && next < tokens.Length && tokens[next] is { Lemma: "to", Deprel: "mark" };
            }
        }

        return false;
    }

    /// <summary>"it would *free* the sailors", "the council *relaxed* the curfew": what has an object and no copula is a verb.</summary>
    private static bool TakesObject(Span<Token> tokens, int word)
    {
        var takes = false;
        foreach (var token in tokens)
        {
            if (token.Head != word)
            {
                continue;
            }

            if (token.Deprel == "cop")
            {
                return false;
            }

            takes |= token.Deprel == "obj";
        }

        return takes;
    }

    /// <summary>"The ships are *due to leave*": the adjective is the predicate, and the verb what it takes.</summary>
    private static void MendAdjective(Span<Token> tokens, int first, int adjective, int verb)
    {
        tokens[adjective] = tokens[adjective] with { Head = tokens[verb].Head, Deprel = tokens[verb].Deprel };
        tokens[verb] = tokens[verb] with { Head = first + adjective, Deprel = "xcomp" };
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == first + verb && (i < adjective || tokens[i].Deprel == "punct"))
            {
                var deprel = tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal) ? "nsubj" : tokens[i].Deprel is "aux:pass" ? "cop" : tokens[i].Deprel;
                tokens[i] = tokens[i] with { Head = first + adjective, Deprel = deprel };
            }
        }
    }

    /// <summary>"She called *the bridge* a mistake": of two nouns as complements, and no object, the first is the object.</summary>
    private void MendCalled(Span<Token> tokens, int first, int noun, int verb)
    {
        var others = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == verb && i != noun)
            {
                if (tokens[i].Deprel is "obj" or "iobj" or "ccomp" || (tokens[i].Deprel == "xcomp" && i < noun))
                {
                    return;
                }

                others += tokens[i].Deprel == "xcomp" ? 1 : 0;
            }
        }

        // "pledged two billion": few verbs say what their subject is
        var isObject = others > 0 || (tokens[noun].Upos == "NOUN" && _giving.Contains(tokens[verb - first].Lemma));
        tokens[noun] = isObject ? tokens[noun] with { Deprel = "obj" } : tokens[noun];
    }
}
