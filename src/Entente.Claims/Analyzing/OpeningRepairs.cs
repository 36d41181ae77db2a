namespace Entente.Claims.Analyzing;

/// <summary>
/// Parts a subject from the phrase that opens the sentence, where a comma stands between them and the parser took both for one row of names: of "At talks in Oslo, *Chad and Niger* agreed"
/// the verb has a subject. Also "an *arrest warrant*", of which it makes two objects.
/// </summary>
internal static class OpeningRepairs
{
    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public static void Mend(Span<Token> tokens, int first)
    {
        for (var verb = 3; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is { Upos: "VERB", Deprel: "root" or "ccomp" or "conj" or "parataxis" } && IsFinite(tokens, first, verb) && !HasSubject(tokens, first + verb) && LastBefore(tokens, first, verb) is > 1 and var noun)
            {
                MendSubject(tokens, first, verb, noun);
            }
        }

        for (var noun = 2; noun < tokens.Length; noun++)
        {
            // "In Oslo, Chad *and Niger* agreed": joined to the subject before it, not to what opens the sentence
            if (tokens[noun] is { Deprel: "conj", Head: { } row } && Phrases.Child(tokens, first + noun, "cc") is > 0 and var and && tokens[and - 1] is { Upos: "PROPN", Deprel: "nsubj" or "nsubj:pass" } && row < first + and - 1 && tokens[and - 1].Head is { } verb && verb > first + noun)
            {
                tokens[noun] = tokens[noun] with { Head = first + and - 1 };
            }

            if (tokens[noun] is { Upos: "NOUN", Deprel: "obj" } && tokens[noun - 1] is { Upos: "NOUN", Xpos: "NN", Deprel: "iobj" } && tokens[noun - 1].Head == tokens[noun].Head && tokens[noun - 2] is { Lemma: "a" or "an", Deprel: "det" })
            {
                MendCompound(tokens, first, noun);
            }
        }
    }

    /// <summary>The noun right before a verb and its auxiliaries and adverbs.</summary>
    private static int LastBefore(ReadOnlySpan<Token> tokens, int first, int verb)
    {
        var at = verb - 1;
        while (at > 0 && tokens[at].Head == first + verb && tokens[at].Upos is "AUX" or "ADV" or "PART" or "DET")
        {
            at--;
        }

        return tokens[at].Upos is "NOUN" or "PROPN" ? at : -1;
    }

    private static void MendSubject(Span<Token> tokens, int first, int verb, int last)
    {
        var noun = last;
        while (tokens[noun].Deprel is "flat" or "compound" && tokens[noun].Head is { } whole && whole - first < last && whole >= first)
        {
            noun = whole - first;
        }

        if (tokens[noun] is not { Deprel: "conj", Head: { } row } || row < first || row - first > noun)
        {
            return;
        }

        // the last but one of the row begins the subject: "…, Chad and Niger"; without "and" the last alone is it
        var begin = noun;
        if (Phrases.Child(tokens, first + noun, "cc") >= 0)
        {
            for (begin = noun - 1; begin > row - first && !(tokens[begin].Deprel == "conj" && (tokens[begin].Head == row || tokens[noun].Head == first + begin)); begin--)
            {
            }
        }

        var opener = begin == row - first && tokens[begin].Head is { } up && tokens[begin].Deprel == "conj" ? up - first : tokens[begin].Head is { } head ? head - first : -1;
        if (opener < 0 || opener >= begin || tokens[begin].Deprel != "conj" || Phrases.Child(tokens, first + opener, "case") < 0 || Comma(tokens, first, begin) is not (> 0 and var comma) || HasOther(tokens, first, opener, begin))
        {
            return;
        }

        tokens[comma] = tokens[comma] with { Head = first + verb };
        tokens[begin] = tokens[begin] with { Head = first + verb, Deprel = Phrases.Has(tokens, first + verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
        if (begin != noun)
        {
            tokens[noun] = tokens[noun] with { Head = first + begin };
        }
    }

    /// <summary>The comma right before a phrase, which may hang on it.</summary>
    private static int Comma(Span<Token> tokens, int first, int noun)
    {
        var opening = Phrases.Opening(tokens, first, noun);
        return tokens[opening].Lemma == "," ? opening : opening > 0 && tokens[opening - 1].Lemma == "," ? opening - 1 : -1;
    }

    /// <summary>Whether the row has a member between: "In Chad, Niger, Mali and Togo".</summary>
    private static bool HasOther(ReadOnlySpan<Token> tokens, int first, int opener, int begin)
    {
        for (var i = opener + 1; i < begin; i++)
        {
            if (tokens[i].Deprel == "conj" && tokens[i].Head == first + opener)
            {
                return true;
            }
        }

        return false;
    }

    private static void MendCompound(Span<Token> tokens, int first, int noun)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == first + noun - 1)
            {
                tokens[i] = tokens[i] with { Head = first + noun };
            }
        }

        tokens[noun - 1] = tokens[noun - 1] with { Head = first + noun, Deprel = "compound" };
    }

    private static bool IsFinite(ReadOnlySpan<Token> tokens, int first, int verb) => tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" || Phrases.Has(tokens, first + verb, "aux") || Phrases.Has(tokens, first + verb, "aux:pass");

    private static bool HasSubject(ReadOnlySpan<Token> tokens, int verb)
    {
        foreach (var token in tokens)
        {
            if (token.Head == verb && (token.Deprel.StartsWith("nsubj", StringComparison.Ordinal) || token.Deprel.StartsWith("csubj", StringComparison.Ordinal) || token.Deprel == "expl"))
            {
                return true;
            }
        }

        return false;
    }
}
