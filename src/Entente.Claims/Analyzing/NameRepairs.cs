namespace Entente.Claims.Analyzing;

/// <summary>
/// A person's name does not go on in another name: where the parser hangs "Chen" on "Novak" in "Novak and Li Chen met", as if it were one name, the words of the second hang on its own first word.
/// </summary>
internal static class NameRepairs
{
    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>, by its marks of names.</summary>
    public static void Mend(Span<Token> tokens, int first, ReadOnlySpan<byte> marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] % 2 == 1 && (NameKind)(marks[i] / 2) == NameKind.Person)
            {
                var end = i + 1;
                while (end < marks.Length && marks[end] == marks[i] + 1 && tokens[end].Upos == "PROPN")
                {
                    end++;
                }

                if (end > i + 1 && Top(tokens, first, i, end) is { } top && top > i && tokens[top].Deprel == "flat")
                {
                    Join(tokens, first, i, end, top);
                }
            }
        }
    }

    /// <summary>The word of the name above which no other word of it stands.</summary>
    private static int? Top(ReadOnlySpan<Token> tokens, int first, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var at = tokens[i].Head - first;
            for (var steps = 0; at >= 0 && at < tokens.Length && (at < start || at >= end) && steps < tokens.Length; steps++)
            {
                at = tokens[at.Value].Head - first;
            }

            if (at is null || at < 0 || at >= tokens.Length)
            {
                return i;
            }
        }

        return null;
    }

    private static void Join(Span<Token> tokens, int first, int start, int end, int top)
    {
        var head = tokens[top].Head;
        var deprel = start > 0 && tokens[start - 1].Upos == "CCONJ" ? "conj" : "appos";
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i >= start && i < end)
            {
                tokens[i] = i == start ? tokens[i] with { Head = head, Deprel = deprel } : tokens[i] with { Head = first + start, Deprel = "flat" };
            }
            else if (tokens[i].Head is { } on && on - first > start && on - first < end)
            {
                tokens[i] = tokens[i] with { Head = first + start };
            }
        }
    }
}
