namespace Entente.Claims.Analyzing;

/// <summary>A clause in quotation marks before the noun that it is the content of: "the 'Chad shelled Niger' story". The noun has the place in the sentence, and the clause hangs on it.</summary>
internal static class QuotedClauses
{
    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>; <paramref name="holds"/> tells which nouns have a content.</summary>
    public static void Mend(Span<Token> tokens, int first, Func<string, bool> holds)
    {
        for (var noun = 4; noun < tokens.Length; noun++)
        {
            if (tokens[noun].Upos == "NOUN" && IsMark(tokens[noun - 1]) && holds(tokens[noun].Lemma) && Opening(tokens, noun - 1) is > 0 and var open
                && Verb(tokens, first, open, noun - 1) is > 0 and var verb)
            {
                Turn(tokens, first, (open, noun, verb));
            }
        }
    }

    /// <summary>A mark of quotation; after a name in -s or none an apostrophe may have been taken for the owner's.</summary>
    private static bool IsMark(Token token) => (token.Upos == "PART" && token.Span.Length == 1) || token.Lemma is "'" or "\"" or "’" or "”" or "''" or "‘" or "“" or "``";

    /// <summary>The mark that opens the quotation, behind "the", "a" or an owner.</summary>
    private static int Opening(Span<Token> tokens, int close)
    {
        for (var i = close - 1; i > 0; i--)
        {
            if (IsMark(tokens[i]))
            {
                return tokens[i - 1].Upos is "DET" or "PRON" or "PART" or "ADJ" ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>The finite verb of the clause between the marks that has its subject there too.</summary>
    private static int Verb(Span<Token> tokens, int first, int open, int close)
    {
        for (var verb = open + 2; verb < close; verb++)
        {
            if (tokens[verb] is { Upos: "VERB", Xpos: "VBD" or "VBZ" or "VBP" } && Phrases.Child(tokens, first + verb, "nsubj") is var subject && subject > open && subject < verb)
            {
                return verb;
            }
        }

        return -1;
    }

    private static void Turn(Span<Token> tokens, int first, (int Open, int Noun, int Verb) at)
    {
        var (open, noun, verb) = at;
        var above = tokens[verb].Head is { } head && (head - first < open || head - first > noun) ? head : tokens[noun].Head is { } own && (own - first < open || own - first > noun) ? own : -1;
        if (above < 0)
        {
            return;
        }

        tokens[noun] = tokens[noun] with { Head = above, Deprel = above - first < noun ? "obj" : "nsubj" };
        tokens[verb] = tokens[verb] with { Head = first + noun, Deprel = "acl" };
        for (var i = 0; i < noun; i++)
        {
            if (i < open && tokens[i].Head is { } outer && outer - first > open && outer - first < noun)
            {
                tokens[i] = tokens[i] with { Head = first + noun };
            }
            else if (i > verb && tokens[i].Head == first + noun && !IsMark(tokens[i]))
            {
                tokens[i] = tokens[i] with { Head = first + verb, Deprel = tokens[i].Upos is "NOUN" or "PROPN" or "PRON" ? "obj" : "dep" };
            }
        }

        if (tokens[noun - 1].Deprel == "case")
        {
            tokens[noun - 1] = tokens[noun - 1] with { Upos = "PUNCT", Xpos = "''", Deprel = "punct", Head = first + verb };
        }
    }
}
