namespace Entente.Claims.Analyzing;

/// <summary>"OSLO (Reuters) – *Norway* signed a treaty": the place before the dash does nothing; who is named behind it does.</summary>
internal static class DatelineRepairs
{
    private const int Longest = 14;

    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public static void Mend(Span<Token> tokens, int first)
    {
        if (tokens.Length == 0 || tokens[0] is not { Upos: "PROPN", Deprel: "nsubj", Head: { } verb } || Dash(tokens) is not (> 0 and var dash) || verb - first < dash || Dash(tokens[(dash + 1)..(verb - first)]) >= 0)
        {
            return;
        }

        for (var noun = dash + 1; noun < verb - first; noun++)
        {
            if (tokens[noun] is { Deprel: "appos" or "nsubj", Head: { } head } && (head == first || (head == verb && tokens[noun].Deprel == "nsubj")))
            {
                tokens[noun] = tokens[noun] with { Head = verb, Deprel = "nsubj" };
                tokens[0] = tokens[0] with { Deprel = "dep" };
                return;
            }
        }
    }

    /// <summary>The dash that ends a dateline, which holds names, dates and a source only; -1 when there is none.</summary>
    private static int Dash(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length && i < Longest; i++)
        {
            if (tokens[i].Lemma is "-" or "–" or "—" or "--")
            {
                return i;
            }

            if (tokens[i].Upos is not ("PROPN" or "NUM" or "PUNCT" or "NOUN"))
            {
                return -1;
            }
        }

        return -1;
    }
}
