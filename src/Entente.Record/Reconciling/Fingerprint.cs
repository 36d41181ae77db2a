using System.Runtime.InteropServices;

namespace Entente.Record.Reconciling;

/// <summary>
/// A sample of a text's runs of eight words, by which texts that share wording are found: of every few neighbouring runs the one with the least hash (winnowing; Schleimer, Wilkerson and
/// Aiken 2003), so that two texts with the same passage sample the same runs of it. Sorted, each once.
/// </summary>
internal static class Fingerprint
{
    /// <summary>Of a whole text: any 15 words that two texts share give them a hash in common.</summary>
    private const int TextWindow = 8;

    /// <summary>Inside a sentence: any 11 words that two sentences share do, and so do sentences that are the same.</summary>
    private const int SentenceWindow = 4;

    /// <summary>Texts of so few characters keep all their runs.</summary>
    private const int Short = 256;

    /// <summary>Whether a text is so short that nothing is sampled away.</summary>
    public static bool IsShort(string text) => text.Length <= Short;

    /// <summary>The sample of a whole text that the reader has just read; the runs that short texts have are kept as well.</summary>
    public static uint[] Of(Runs text, bool isShort, RunSet? kept = null)
    {
        var runs = text.InOrder;
        var sample = new List<uint>(isShort ? runs.Length : (runs.Length / 4) + 4);
        if (isShort)
        {
            foreach (var run in runs)
            {
                sample.Add(Folded(run));
            }
        }
        else
        {
            Winnow(runs, TextWindow, sample);
        }

        if (kept is not null)
        {
            foreach (var run in runs)
            {
                if (kept.Contains(Folded(run)))
                {
                    sample.Add(Folded(run));
                }
            }
        }

        return Sorted(sample);
    }

    /// <summary>The sample of a document, sentence by sentence: each sentence of six words or more has a part in it.</summary>
    public static uint[] Of(IEnumerable<SentenceWording> sentences)
    {
        var sample = new List<uint>();
        foreach (var sentence in sentences)
        {
            sample.AddRange(sentence.Sample);
        }

        return Sorted(sample);
    }

    /// <summary>The sample of one sentence that the reader has just read; of one with too few words for a run, a hash of them all.</summary>
    public static uint[] OfSentence(Runs sentence, ulong key, int leastWords)
    {
        if (sentence.Words.Length < leastWords)
        {
            return [];
        }

        var sample = new List<uint>();
        if (sentence.InOrder.Length == 0)
        {
            sample.Add(Folded(key));
        }

        Winnow(sentence.InOrder, SentenceWindow, sample);
        return Sorted(sample);
    }

    public static byte[] ToBytes(ReadOnlySpan<uint> hashes) => MemoryMarshal.AsBytes(hashes).ToArray();

    /// <summary>The hashes as they lie in the bytes, without a copy.</summary>
    public static ReadOnlySpan<uint> FromBytes(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, uint>(bytes);

    /// <summary>32 bits are enough to find what is then compared exactly.</summary>
    private static uint Folded(ulong run) => (uint)(run >> 32);

    /// <summary>Of each window the last of its least; a text shorter than the window is one window.</summary>
    private static void Winnow(ReadOnlySpan<ulong> runs, int window, List<uint> sample)
    {
        var least = -1;
        var taken = -1;
        for (var i = 0; i < runs.Length; i++)
        {
            if (least <= i - window)
            {
                least = i - window + 1;
                for (var j = least + 1; j <= i; j++)
                {
                    least = Folded(runs[j]) <= Folded(runs[least]) ? j : least;
                }
            }
            else if (least < 0 || Folded(runs[i]) <= Folded(runs[least]))
            {
                least = i;
            }

            if (least != taken && (i >= window - 1 || i == runs.Length - 1))
            {
                taken = least;
                sample.Add(Folded(runs[least]));
            }
        }
    }

    private static uint[] Sorted(List<uint> sample)
    {
        var hashes = sample.ToArray();
        Array.Sort(hashes);
        return Runs.Unique(hashes);
    }
}
