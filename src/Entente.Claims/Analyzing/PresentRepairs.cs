namespace Entente.Claims.Analyzing;

/// <summary>
/// Finds the verb of "China *backs* Argentina's claim" and "Peru *shuns* the summit", which the network takes for a plural noun: no other word of the sentence is a verb,
/// a name stands before it, and behind it an article, a name or what belongs to a nation, before which no noun in the plural stands.
/// So too past forms that the rules of spelling don't tell: "Norway *froze* the assets", "Peru *cut* oil supplies to Chad".
/// </summary>
internal static class PresentRepairs
{
    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public static void Mend(Span<Token> tokens, int first, VerbLemmas verbs)
    {
        for (var verb = 1; verb < tokens.Length - 1 && tokens[verb - 1].Upos is "PROPN" or "DET" or "ADJ" or "NUM"; verb++)
        {
            if (tokens[verb] is { Upos: not ("DET" or "NUM") } word && char.IsLower(word.Lemma[0]) && tokens[verb - 1].Upos == "PROPN" && verbs.OfPast(word.Lemma) is { } lemma && tokens[^1].Upos == "PUNCT" && !HasVerb(tokens) && Object(tokens, first, verb) is > 0 and var what)
            {
                Raise(tokens, first, verb, what);
                tokens[verb] = tokens[verb] with { Lemma = lemma, Xpos = tokens[verb].Upos == "VERB" ? "VBD" : tokens[verb].Xpos };
                return;
            }

            if (tokens[verb] is { Upos: "NOUN", Xpos: "NNS" } && tokens[verb - 1].Upos == "PROPN" && Opens(tokens[verb + 1]) && !HasVerb(tokens) && Object(tokens, first, verb) is > 0 and var noun)
            {
                Raise(tokens, first, verb, noun);
                return;
            }
        }
    }

    private static bool Opens(Token next) => next.Upos is "DET" or "PROPN" || (next.Upos == "ADJ" && char.IsUpper(next.Lemma[0]));

    private static bool HasVerb(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Upos is "VERB" or "AUX")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun behind the verb that either hangs on it without a preposition or is what it was hung on.</summary>
    private static int Object(ReadOnlySpan<Token> tokens, int first, int verb)
    {
        if (tokens[verb].Head is { } head)
        {
            return head - first > verb && head - first < tokens.Length && tokens[head - first] is { Upos: "NOUN" or "PROPN", Head: null } ? head - first : -1;
        }

        for (var i = verb + 1; i < tokens.Length; i++)
        {
            if (tokens[i] is { Upos: "NOUN" or "PROPN", Deprel: "nsubj" or "nmod" or "appos" or "obj" or "dep" } && tokens[i].Head == first + verb && Phrases.Child(tokens, first + i, "case") < 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Raise(Span<Token> tokens, int first, int verb, int noun)
    {
        var subject = -1;
        for (var i = 0; i < verb && subject < 0; i++)
        {
            subject = tokens[i] is { Upos: "PROPN", Head: { } head } && head >= first + verb ? i : -1;
        }

        if (subject < 0)
        {
            return;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (i != subject && i < verb && tokens[i].Head >= first + verb)
            {
                tokens[i] = tokens[i] with { Head = first + subject };
            }
            else if (i > verb && i < noun && tokens[i].Head == first + verb)
            {
                tokens[i] = tokens[i] with { Head = first + noun };
            }
            else if (tokens[i].Deprel == "punct" && tokens[i].Head == first + noun)
            {
                tokens[i] = tokens[i] with { Head = first + verb };
            }
        }

        tokens[subject] = tokens[subject] with { Head = first + verb, Deprel = "nsubj" };
        tokens[verb] = tokens[verb] with { Head = null, Deprel = "root", Upos = "VERB", Xpos = "VBZ" };
        tokens[noun] = tokens[noun] with { Head = first + verb, Deprel = "obj" };
    }
}
