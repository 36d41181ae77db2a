namespace Entente.Claims.Analyzing;

/// <summary>A remark between dashes or in brackets between a noun and what it says: "rumours – always denied – that *Chad armed Niger*". The clause is the noun's, as it would be without the remark.</summary>
internal static class AsideRepairs
{
    private const int Longest = 8;

    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>; <paramref name="holds"/> tells which nouns have a content.</summary>
    public static void Mend(Span<Token> tokens, int first, Func<string, bool> holds)
    {
        for (var noun = 0; noun < tokens.Length - 4; noun++)
        {
            if (tokens[noun].Upos == "NOUN" && IsMark(tokens[noun + 1]) && holds(tokens[noun].Lemma) && Closing(tokens, noun + 1) is > 0 and var close
                && tokens[close + 1].Lemma == "that" && Finite(tokens, close + 2) is > 0 and var verb)
            {
                Turn(tokens, first, (noun, close + 1, verb));
            }
        }
    }

    private static bool IsMark(Token token) => token.Upos == "PUNCT" && token.Lemma is "–" or "—" or "-" or "--" or "(" or ")" or ",";

    private static int Closing(Span<Token> tokens, int open)
    {
        for (var i = open + 2; i < tokens.Length - 3 && i <= open + Longest; i++)
        {
            if (IsMark(tokens[i]) && (tokens[i].Lemma == ",") == (tokens[open].Lemma == ","))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first verb that may be the clause's, with a noun or pronoun before it.</summary>
    private static int Finite(Span<Token> tokens, int from)
    {
        for (var verb = from + 1; verb < tokens.Length && tokens[verb].Upos != "PUNCT"; verb++)
        {
            if (tokens[verb].Upos == "AUX" && tokens[verb].Head is not null && tokens[verb].Deprel.StartsWith("aux", StringComparison.Ordinal))
            {
                continue;
            }

            if (tokens[verb] is { Upos: "VERB", Xpos: "VBD" or "VBZ" or "VBP" or "VBN" or "VB" or "VBG" } && tokens[verb].Deprel is not ("amod" or "acl" or "acl:relcl"))
            {
                return verb;
            }
        }

        return -1;
    }

    private static void Turn(Span<Token> tokens, int first, (int Noun, int That, int Verb) at)
    {
        var (noun, that, verb) = at;
        if (tokens[verb].Head is null && tokens[noun].Head is { } above && tokens[above - first].Head == first + verb)
        {
            tokens[above - first] = tokens[above - first] with { Head = null, Deprel = "root" }; // the clause had taken the place of the sentence's own verb
        }
        else if (tokens[verb].Head is null || tokens[noun].Head == first + verb)
        {
            return;
        }

        tokens[verb] = tokens[verb] with { Head = first + noun, Deprel = "acl" };
        tokens[that] = tokens[that] with { Upos = "SCONJ", Xpos = "IN", Head = first + verb, Deprel = "mark", Feats = "" };
        if (Phrases.Child(tokens, first + verb, "nsubj") < 0)
        {
            for (var subject = verb - 1; subject > that; subject--)
            {
                if (tokens[subject].Upos is "NOUN" or "PROPN" or "PRON" && (tokens[subject].Head is not { } head || head - first <= that || head - first >= verb))
                {
                    tokens[subject] = tokens[subject] with { Head = first + verb, Deprel = "nsubj" };
                    return;
                }
            }
        }
    }
}
