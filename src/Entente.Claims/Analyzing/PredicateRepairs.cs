namespace Entente.Claims.Analyzing;

/// <summary>Mends predicates that no grammar of English allows: an adjective that marks a clause, two nouns as what an object is called.</summary>
internal static class PredicateRepairs
{
    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public static void Mend(Span<Token> tokens, int first)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is { Upos: "ADJ", Deprel: "mark", Head: { } verb } && i + 1 < tokens.Length && tokens[i + 1] is { Lemma: "to", Deprel: "mark" } && tokens[i + 1].Head == verb && verb - first > i)
            {
                MendAdjective(tokens, first, i, verb - first);
            }
            else if (tokens[i] is { Upos: "NOUN" or "PROPN", Deprel: "xcomp", Head: { } calls } && calls - first < i)
            {
                MendCalled(tokens, i, calls);
            }
            else if (tokens[i] is { Upos: "VERB", Xpos: "VBZ", Deprel: "nsubj" or "nsubj:pass" or "obj" or "nmod" })
            {
                // "*Clashes* between the two continued": what is subject of a verb and ends like a plural is one
                tokens[i] = tokens[i] with { Upos = "NOUN", Xpos = "NNS" };
            }
            else if (tokens[i] is { Upos: "ADJ", Deprel: not "amod" } && i > 0 && TakesObject(tokens, first + i))
            {
                tokens[i] = tokens[i] with { Upos = "VERB", Xpos = "VB" };
            }
        }
    }

    /// <summary>"it would *free* the sailors": what has a modal and an object, and no copula, is a verb.</summary>
    private static bool TakesObject(Span<Token> tokens, int word)
    {
        bool modal = false, takes = false;
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

            modal |= token is { Deprel: "aux", Lemma: "will" or "would" or "shall" or "can" or "could" or "may" or "might" or "must" or "should" };
            takes |= token.Deprel == "obj";
        }

        return modal && takes;
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
    private static void MendCalled(Span<Token> tokens, int noun, int verb)
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

        tokens[noun] = others > 0 ? tokens[noun] with { Deprel = "obj" } : tokens[noun];
    }
}
