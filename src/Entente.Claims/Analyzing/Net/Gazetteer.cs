namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// Which words are known as (parts of) names: a hint to the network, no verdict. Phrases lie in the model as hashes of their words, so that the
/// analyser needs no other data; they are made from the tables in data/ when the model is trained.
/// </summary>
/// <param name="firsts">First word → most words of a phrase that begins with it.</param>
/// <param name="phrases">Phrase → its kind.</param>
internal readonly struct Gazetteer(FlatTable firsts, FlatTable phrases)
{
    /// <summary>Words of a phrase at most.</summary>
    public const int Longest = 6;

    /// <summary>Writes for each word of a sentence 0, or twice the kind of the longest phrase that it is in, and one less where the phrase begins. Only capitalised words begin one.</summary>
    public void Fill(ReadOnlySpan<uint> lower, ReadOnlySpan<bool> capital, Span<uint> kinds)
    {
        kinds.Clear();
        for (var i = 0; i < lower.Length; i++)
        {
            var most = capital[i] ? firsts.Find(FirstKey(lower[i])) : -1;
            for (var length = Math.Min(most, lower.Length - i); length > 0; length--)
            {
                var kind = phrases.Find(PhraseKey(lower.Slice(i, length)));
                if (kind > 0)
                {
                    kinds.Slice(i, length).Fill((uint)kind * 2);
                    kinds[i]--;
                    i += length - 1;
                    break;
                }
            }
        }
    }

    public static ulong FirstKey(uint lower) => Mix.End(Mix.Then(Mix.Seed(5100), lower));

    public static ulong PhraseKey(ReadOnlySpan<uint> lower)
    {
        var key = Mix.Seed(5101);
        foreach (var word in lower)
        {
            key = Mix.Then(key, word);
        }

        return Mix.End(key);
    }
}
