namespace Entente.Claims.Analyzing;

/// <summary>
/// Gives a sentence its verb where the network saw none and took it for a word before a noun: "Students in Oslo *staged* marches", "Peru *faced* accusations", and of "reject *proposed* changes"
/// the changes to the verb that rejects them.
/// </summary>
internal static class MainRepairs
{
    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public static void Mend(Span<Token> tokens, int first)
    {
        for (var verb = 1; verb < tokens.Length - 1; verb++)
        {
            if (tokens[verb] is { Upos: "VERB", Xpos: "VBD" or "VBN", Deprel: "amod", Head: { } head } && head - first > verb && head - first < tokens.Length && !HasFinite(tokens))
            {
                MendMain(tokens, first, verb, head - first);
            }
            else if (tokens[verb] is { Upos: "VERB", Xpos: "VBN", Deprel: "xcomp", Head: { } main } && main - first == verb - 1 && tokens[verb - 1].Upos == "VERB")
            {
                MendObject(tokens, first, verb);
            }
        }
    }

    private static void MendMain(Span<Token> tokens, int first, int verb, int noun)
    {
        // "Peru faced accusations": the subject hangs on the noun or on the verb itself, right before the verb
        if (tokens[noun] is { Upos: "NOUN", Head: null } && Subject(tokens, first, verb, noun) is >= 0 and var doer)
        {
            Raise(tokens, first, verb, noun, doer);
            return;
        }

        // "Thousands of people blocked streets": no noun hangs on another without a preposition
        if (tokens[noun] is { Upos: "NOUN", Deprel: "nmod", Head: { } above } && above >= first && above - first < verb && tokens[verb - 1].Upos is "NOUN" or "PROPN" && Phrases.Child(tokens, first + noun, "case") < 0 && Root(tokens, first, above - first) is >= 0 and var root)
        {
            Raise(tokens, first, verb, noun, root);
            return;
        }

        // "Students in Oslo staged marches": the name belongs to the preposition, and what it opens to the first noun
        if (tokens[verb - 1] is { Upos: "PROPN", Deprel: "compound" } && (tokens[verb - 1].Head == first + noun || tokens[verb - 1].Head == first + verb) && tokens[noun] is { Deprel: "nmod", Head: { } subject }
            && subject >= first && subject - first < verb && tokens[subject - first] is { Upos: "NOUN", Head: null }
            && Phrases.Child(tokens, first + noun, "case") is >= 0 and var mark && mark < verb - 1 && mark > subject - first)
        {
            for (var i = mark + 1; i < verb - 1; i++)
            {
                tokens[i] = tokens[i].Head == first + noun ? tokens[i] with { Head = first + verb - 1 } : tokens[i];
            }

            tokens[mark] = tokens[mark] with { Head = first + verb - 1 };
            tokens[verb - 1] = tokens[verb - 1] with { Head = subject, Deprel = "nmod" };
            Raise(tokens, first, verb, noun, subject - first);
        }
    }

    /// <summary>The subject whose phrase ends right before the verb; -1 when there is none.</summary>
    private static int Subject(Span<Token> tokens, int first, int verb, int noun)
    {
        for (var i = verb - 1; i >= 0; i--)
        {
            if (tokens[i] is { Upos: "PROPN" or "NOUN", Deprel: "nsubj" or "nsubj:pass" } && (tokens[i].Head == first + verb || tokens[i].Head == first + noun) && Phrases.Edge(tokens, first, i) == verb - 1)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The noun of the sentence that a noun hangs on by "of"; -1 when it is another.</summary>
    private static int Root(ReadOnlySpan<Token> tokens, int first, int noun)
    {
        for (var steps = 0; steps < 4 && tokens[noun] is { Deprel: "nmod", Head: { } head } && head >= first && head - first < noun; steps++)
        {
            noun = head - first;
        }

        return tokens[noun] is { Upos: "NOUN", Head: null } ? noun : -1;
    }

    private static void Raise(Span<Token> tokens, int first, int verb, int noun, int subject)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Deprel == "punct" && (tokens[i].Head == first + noun || tokens[i].Head == first + subject))
            {
                tokens[i] = tokens[i] with { Head = first + verb };
            }
            else if (i > noun && tokens[i].Head == first + noun && tokens[i].Deprel is "nmod" or "acl" && Phrases.Child(tokens, first + i, "case") is var at && (at < 0 || tokens[at].Lemma is "on" or "in" or "at" or "over" or "after" or "before" or "with"))
            {
                tokens[i] = tokens[i] with { Head = first + verb, Deprel = tokens[i].Deprel == "acl" ? "advcl" : "obl" };
            }
        }

        tokens[verb] = tokens[verb] with { Head = null, Deprel = "root", Xpos = "VBD" };
        tokens[noun] = tokens[noun] with { Head = first + verb, Deprel = "obj" };
        tokens[subject] = tokens[subject] with { Head = first + verb, Deprel = "nsubj" };
    }

    /// <summary>"rejected proposed changes": a participle right behind the verb that has an object of its own describes that object.</summary>
    private static void MendObject(Span<Token> tokens, int first, int verb)
    {
        if (tokens[verb - 1].Lemma is "have" or "get" or "need" or "want" or "see" or "hear" or "keep" or "make" or "leave" or "remain" or "feel" || Phrases.Child(tokens, first + verb, "obj") is not (> 0 and var noun) || noun < verb)
        {
            return;
        }

        for (var i = verb + 1; i < noun; i++)
        {
            if (tokens[i].Upos is not ("ADJ" or "NOUN" or "PROPN") || tokens[i].Head != first + noun)
            {
                return;
            }
        }

        tokens[noun] = tokens[noun] with { Head = first + verb - 1 };
        tokens[verb] = tokens[verb] with { Head = first + noun, Deprel = "amod" };
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = tokens[i].Head == first + verb ? tokens[i] with { Head = i < noun ? first + noun : first + verb - 1 } : tokens[i];
        }
    }

    private static bool HasFinite(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Upos == "AUX" || (token.Upos == "VERB" && token.Deprel is not ("amod" or "acl" or "xcomp" or "advcl")))
            {
                return true;
            }
        }

        return false;
    }
}
