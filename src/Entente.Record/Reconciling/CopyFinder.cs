namespace Entente.Record.Reconciling;

/// <summary>Two texts that share their wording.</summary>
/// <param name="A">Index of the one that comes first.</param>
/// <param name="Containment">Distinct runs of eight words that both have, over those of the text that has fewer (0–1).</param>
public readonly record struct CopyPair(int A, int B, double Containment);

/// <summary>
/// Finds texts that share their wording: an inverted index over a sample of their runs of eight words gives the pairs that may, and these are compared exactly, run by run.
/// Containment finds what the share of all runs (Jaccard, MinHash) misses: a paragraph quoted in a long article.
/// </summary>
public static class CopyFinder
{
    /// <summary>
    /// All pairs with at least the given containment, by their indices. Pairs that share no passage of 15 words may be missed, unless one of them has at most 256 characters; so are pairs that
    /// share less than three tenths, all of it wording that more than 64 texts have. Of wording that more than a thousand have, each text is told beside the first sixteen.
    /// </summary>
    public static IReadOnlyList<CopyPair> Find(IReadOnlyList<string> texts, double least = .1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var candidates = Candidates(texts, least);
        var runs = RunsOf(texts, candidates);
        var pairs = new CopyPair[texts.Count][];
        Parallel.For(0, texts.Count, b =>
        {
            var found = new List<CopyPair>();
            foreach (var a in candidates[b])
            {
                var containment = (double)Runs.Common(runs[a], runs[b]) / Math.Min(runs[a].Length, runs[b].Length);
                if (containment >= least)
                {
                    found.Add(new CopyPair(a, b, containment));
                }
            }

            pairs[b] = [.. found];
        });
        CopyPair[] all = [.. pairs.SelectMany(p => p)];
        Array.Sort(all, (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return all;
    }

    /// <summary>For each text the earlier ones that may share wording with it.</summary>
    private static int[][] Candidates(IReadOnlyList<string> texts, double least)
    {
        var index = new CopyIndex(Samples(texts));
        var candidates = new int[texts.Count][];
        Parallel.For(0, texts.Count, () => new int[texts.Count], (b, _, common) =>
        {
            candidates[b] = index.Before(b, least, common);
            return common;
        }, _ => { });
        return candidates;
    }

    /// <summary>Short texts come first: all that they have is kept, and looked for in the long ones.</summary>
    private static uint[][] Samples(IReadOnlyList<string> texts)
    {
        var samples = new uint[texts.Count][];
        ForEach(texts, (i, text, reader) => samples[i] = Fingerprint.IsShort(text) ? Fingerprint.Of(Read(reader, text), isShort: true) : []);
        var kept = new RunSet(samples);
        ForEach(texts, (i, text, reader) =>
        {
            if (!Fingerprint.IsShort(text))
            {
                samples[i] = Fingerprint.Of(Read(reader, text), isShort: false, kept.Count > 0 ? kept : null);
            }
        });
        return samples;
    }

    /// <summary>The distinct runs of the texts that are to be compared.</summary>
    private static ulong[][] RunsOf(IReadOnlyList<string> texts, int[][] candidates)
    {
        var isWanted = new bool[texts.Count];
        for (var b = 0; b < candidates.Length; b++)
        {
            isWanted[b] |= candidates[b].Length > 0;
            foreach (var a in candidates[b])
            {
                isWanted[a] = true;
            }
        }

        var runs = new ulong[texts.Count][];
        ForEach(texts, (i, text, reader) => runs[i] = isWanted[i] ? Read(reader, text).Distinct() : []);
        return runs;
    }

    private static Runs Read(Runs reader, string text)
    {
        reader.Read(text);
        return reader;
    }

    private static void ForEach(IReadOnlyList<string> texts, Action<int, string, Runs> what) => Parallel.For(0, texts.Count, () => new Runs(), (i, _, reader) =>
    {
        what(i, texts[i], reader);
        return reader;
    }, _ => { });
}
