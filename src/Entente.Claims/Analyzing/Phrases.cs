namespace Entente.Claims.Analyzing;

/// <summary>Which tokens of a sentence belong to a phrase. Tokens count from the sentence's first.</summary>
internal static class Phrases
{
    /// <summary>Whether every token leads to one that hangs on nothing of the sentence, without going round.</summary>
    public static bool IsTree(ReadOnlySpan<Token> tokens, int first)
    {
        Span<bool> known = tokens.Length <= 512 ? stackalloc bool[tokens.Length] : new bool[tokens.Length];
        for (var token = 0; token < tokens.Length; token++)
        {
            var (at, steps) = (token, 0);
            for (; at >= 0 && at < tokens.Length && !known[at]; steps++)
            {
                if (steps == tokens.Length)
                {
                    return false;
                }

                at = tokens[at].Head is { } head ? head - first : -1;
            }

            for (at = token; at >= 0 && at < tokens.Length && !known[at];)
            {
                known[at] = true;
                at = tokens[at].Head is { } head ? head - first : -1;
            }
        }

        return true;
    }

    /// <summary>The first dependent of a head (counted in the document) with exactly that relation; -1 when there is none.</summary>
    public static int Child(ReadOnlySpan<Token> tokens, int head, string deprel)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == head && tokens[i].Deprel == deprel)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a head (counted in the document) has a dependent with exactly that relation.</summary>
    public static bool Has(ReadOnlySpan<Token> tokens, int head, string deprel) => Child(tokens, head, deprel) >= 0;

    /// <summary>Where the phrase of a noun begins.</summary>
    public static int Opening(Span<Token> tokens, int first, int noun)
    {
        var opening = noun;
        for (var i = noun - 1; i >= 0 && IsUnder(tokens, first, i, noun); i--)
        {
            opening = i;
        }

        return opening;
    }

    /// <summary>Where the phrase of a noun ends.</summary>
    public static int Edge(Span<Token> tokens, int first, int noun)
    {
        var edge = noun;
        for (var i = noun + 1; i < tokens.Length && IsUnder(tokens, first, i, noun); i++)
        {
            edge = i;
        }

        return edge;
    }

    /// <summary>Whether a token hangs, over however many others, on another: what must not hang on it in turn, for no tree is a ring.</summary>
    public static bool IsUnder(Span<Token> tokens, int first, int token, int noun)
    {
        for (var (at, steps) = (token, 0); steps < tokens.Length; steps++)
        {
            if (tokens[at].Head is not { } head || head < first || head - first >= tokens.Length)
            {
                return false;
            }

            at = head - first;
            if (at == noun)
            {
                return true;
            }
        }

        return false;
    }
}
