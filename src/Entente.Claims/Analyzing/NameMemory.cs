using System.Runtime.InteropServices;

namespace Entente.Claims.Analyzing;

/// <summary>
/// The names of a document from the marks of its sentences: what is a name of one kind wherever it is told is one in the others as well ("Ada Novak said … Novak").
/// </summary>
internal static class NameMemory
{
    /// <summary>Words of a name at most that are looked for elsewhere.</summary>
    private const int Longest = 5;

    /// <summary>How often a wording must be told before it is believed elsewhere; the last word of a full name counts as often.</summary>
    private const int Enough = 2;

    public static NameSpan[] Names(string text, Token[] tokens, IReadOnlyList<Sentence> sentences, byte[] marks)
    {
        var told = new List<NameSpan>();
        foreach (var sentence in sentences)
        {
            AddTold(marks, sentence, told);
        }

        var votes = Votes(text, tokens, told);
        if (votes.Count == 0)
        {
            return [];
        }

        var names = new List<NameSpan>();
        var next = 0;
        foreach (var sentence in sentences)
        {
            for (var at = sentence.FirstToken; at < sentence.EndToken;)
            {
                while (next < told.Count && told[next].FirstToken < at)
                {
                    next++;
                }

                var name = next < told.Count && told[next].FirstToken == at ? told[next]
                    : Remembered(text, tokens, at, Math.Min(sentence.EndToken, next < told.Count ? told[next].FirstToken : int.MaxValue), votes);
                if (name is { } found)
                {
                    names.Add(found);
                }

                at = name?.EndToken ?? at + 1;
            }
        }

        return [.. names];
    }

    private static void AddTold(byte[] marks, Sentence sentence, List<NameSpan> told)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (marks[i] % 2 == 1)
            {
                var end = i + 1;
                while (end < sentence.EndToken && marks[end] == marks[i] + 1)
                {
                    end++;
                }

                told.Add(new NameSpan(i, end - i, (NameKind)(marks[i] / 2)));
            }
        }
    }

    /// <summary>How often each wording is which kind; the last word of a person's full name counts as a person.</summary>
    private static Dictionary<string, int[]> Votes(string text, Token[] tokens, List<NameSpan> told)
    {
        var votes = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var name in told)
        {
            Vote(votes, Words(text, tokens, name.FirstToken, name.EndToken), name.Kind, 1);
            if (name.Kind == NameKind.Person && name.TokenCount > 1)
            {
                Vote(votes, Words(text, tokens, name.EndToken - 1, name.EndToken), name.Kind, Enough);
            }
        }

        return votes;
    }

    private static void Vote(Dictionary<string, int[]> votes, ReadOnlySpan<char> words, NameKind kind, int times)
    {
        if (words.Length > 1)
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(votes.GetAlternateLookup<ReadOnlySpan<char>>(), words, out _);
            (counts ??= new int[3])[(int)kind] += times;
        }
    }

    /// <summary>Words that are a name elsewhere, all of them tagged as proper nouns, with none beside them that may belong to the name.</summary>
    private static NameSpan? Remembered(string text, Token[] tokens, int at, int limit, Dictionary<string, int[]> votes)
    {
        if (tokens[at].Upos != "PROPN" || (at > 0 && tokens[at - 1].Upos == "PROPN" && tokens[at - 1].Span.End + 1 >= tokens[at].Span.Start))
        {
            return null;
        }

        var end = at + 1;
        while (end < limit && end - at < Longest && tokens[end].Upos == "PROPN")
        {
            end++;
        }

        if (!votes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Words(text, tokens, at, end), out var counts))
        {
            return null;
        }

        var most = counts.AsSpan().IndexOf(counts.Max());
        return counts[most] >= Enough && counts[most] == counts.Sum() ? new NameSpan(at, end - at, (NameKind)most) : null;
    }

    private static ReadOnlySpan<char> Words(string text, Token[] tokens, int first, int end) => text.AsSpan(tokens[first].Span.Start, tokens[end - 1].Span.End - tokens[first].Span.Start);
}
