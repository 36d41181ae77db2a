using System.Globalization;
using System.Text;

namespace Entente.Record.Reconciling;

/// <summary>Two texts that share their wording.</summary>
/// <param name="A">Index of the one that comes first.</param>
/// <param name="Containment">Distinct runs of eight words that both have, over those of the text that has fewer (0–1).</param>
public readonly record struct CopyPair(int A, int B, double Containment);

/// <summary>
/// Finds texts that share their wording, exactly: every run of eight words is looked up in an inverted index (w-shingling, Broder 1997, without sampling).
/// </summary>
public static class CopyFinder
{
    /// <summary>Words in a run.</summary>
    private const int RunLength = 8;

    /// <summary>Runs are sorted a part at a time, to keep memory low.</summary>
    private const int Parts = 16;

    /// <summary>All pairs with at least the given containment, by their indices.</summary>
    public static IReadOnlyList<CopyPair> Find(IReadOnlyList<string> texts, double least = .1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var runs = texts.AsParallel().AsOrdered().Select(Runs).ToArray();
        var (runsOf, textsOf) = Shared(runs);
        var pairs = new List<CopyPair>();
        var common = new int[texts.Count];
        var met = new List<int>();
        for (var b = 0; b < runs.Length; b++)
        {
            foreach (var run in runsOf[b])
            {
                foreach (var a in textsOf[run])
                {
                    if (a >= b)
                    {
                        break;
                    }

                    if (common[a]++ == 0)
                    {
                        met.Add(a);
                    }
                }
            }

            met.Sort();
            foreach (var a in met)
            {
                var containment = (double)common[a] / Math.Min(runs[a].Length, runs[b].Length);
                if (containment >= least)
                {
                    pairs.Add(new CopyPair(a, b, containment));
                }

                common[a] = 0;
            }

            met.Clear();
        }

        pairs.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return pairs;
    }

    /// <summary>The runs that at least two texts have: for each text its runs, and for each run its texts in order.</summary>
    private static (List<int>[] RunsOf, List<int[]> TextsOf) Shared(ulong[][] runs)
    {
        var runsOf = new List<int>[runs.Length];
        for (var i = 0; i < runsOf.Length; i++)
        {
            runsOf[i] = [];
        }

        var textsOf = new List<int[]>();
        for (var part = 0; part < Parts; part++)
        {
            var entries = Entries(runs, (ulong)part);
            for (var from = 0; from < entries.Count;)
            {
                var to = from + 1;
                while (to < entries.Count && entries[to].Run == entries[from].Run)
                {
                    to++;
                }

                if (to - from > 1)
                {
                    var holders = entries.GetRange(from, to - from).ConvertAll(e => e.Text).ToArray();
                    Array.ForEach(holders, t => runsOf[t].Add(textsOf.Count));
                    textsOf.Add(holders);
                }

                from = to;
            }
        }

        return (runsOf, textsOf);
    }

    private static List<(ulong Run, int Text)> Entries(ulong[][] runs, ulong part)
    {
        var entries = new List<(ulong Run, int Text)>();
        for (var text = 0; text < runs.Length; text++)
        {
            foreach (var run in runs[text])
            {
                if (run % Parts == part)
                {
                    entries.Add((run, text));
                }
            }
        }

        entries.Sort();
        return entries;
    }

    /// <summary>The distinct runs of a text, each as 64 bits of its words (FNV-1a), in order of these.</summary>
    private static ulong[] Runs(string text)
    {
        var words = Words(text);
        if (words.Count < RunLength)
        {
            return [];
        }

        var runs = new ulong[words.Count - RunLength + 1];
        for (var i = 0; i < runs.Length; i++)
        {
            var run = 14695981039346656037UL;
            for (var j = 0; j < RunLength; j++)
            {
                run = (run ^ words[i + j]) * 1099511628211UL;
                run ^= run >> 29;
            }

            runs[i] = run;
        }

        Array.Sort(runs);
        return [.. runs.Distinct()];
    }

    /// <summary>Each word (letters, digits and "_") in lower case, as 64 bits.</summary>
    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>(text.Length / 6);
        var word = 0UL;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '_' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber)
            {
                word = ((word == 0 ? 14695981039346656037UL : word) ^ (ulong)Rune.ToLowerInvariant(rune).Value) * 1099511628211UL;
            }
            else if (word != 0)
            {
                words.Add(word);
                word = 0;
            }
        }

        if (word != 0)
        {
            words.Add(word);
        }

        return words;
    }
}
