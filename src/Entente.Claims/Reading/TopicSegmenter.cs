namespace Entente.Claims.Reading;

/// <summary>
/// Divides a run of paragraphs into texts by their words alone: of all divisions the one under which the words are likeliest, when each text draws from a
/// vocabulary of its own (Utiyama and Isahara 2001). What a division costs besides, its caller says for each place.
/// </summary>
internal static class TopicSegmenter
{
    /// <summary>Steps that a division may take; a page with more words than that allows has fewer places looked at.</summary>
    private const long Budget = 40_000_000;

    /// <summary>The units (paragraphs as numbers of words) with which a new text begins, the first unit left out.</summary>
    /// <param name="units">Each with the numbers of its words, 0 to <paramref name="vocabulary"/> − 1.</param>
    /// <param name="costs">For each unit what a beginning there costs, in nats; infinite where none may be.</param>
    public static List<int> Divide(IReadOnlyList<int[]> units, int vocabulary, IReadOnlyList<double> costs)
    {
        if (units.Count < 2)
        {
            return [];
        }

        var places = Places(units, costs);
        var logs = new double[1 + units.Sum(u => u.Length)];
        for (var i = 1; i < logs.Length; i++)
        {
            logs[i] = i * Math.Log(i + 1);
        }

        var best = new double[places.Count];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = 0;
        var back = new int[places.Count];
        var counts = new int[vocabulary];
        for (var i = 0; i + 1 < places.Count; i++)
        {
            Array.Clear(counts);
            double own = 0;
            var words = 0;
            for (var j = i; j + 1 < places.Count; j++)
            {
                for (var u = places[j]; u < places[j + 1]; u++)
                {
                    own += Add(units[u], counts, logs);
                    words += units[u].Length;
                }

                var length = best[i] + (words * Math.Log(words + vocabulary)) - own + (i == 0 ? 0 : costs[places[i]]);
                if (length < best[j + 1])
                {
                    best[j + 1] = length;
                    back[j + 1] = i;
                }
            }
        }

        var starts = new List<int>();
        for (var at = back[^1]; at > 0; at = back[at])
        {
            starts.Add(places[at]);
        }

        starts.Reverse();
        return starts;
    }

    /// <summary>By how much the words make their text likelier.</summary>
    private static double Add(int[] words, int[] counts, double[] logs)
    {
        double gain = 0;
        foreach (var word in words)
        {
            var n = counts[word]++;
            gain += logs[n + 1] - logs[n];
        }

        return gain;
    }

    /// <summary>The first unit, the units at which a text may begin (the cheapest, when there are too many), and the end.</summary>
    private static List<int> Places(IReadOnlyList<int[]> units, IReadOnlyList<double> costs)
    {
        var most = (int)Math.Clamp(Budget / Math.Max(1, units.Sum(u => (long)u.Length)), 8, 400);
        var open = Enumerable.Range(1, Math.Max(0, units.Count - 1)).Where(u => !double.IsInfinity(costs[u])).ToList();
        if (open.Count > most)
        {
            open = [.. open.OrderBy(u => costs[u]).ThenBy(u => u).Take(most).Order()];
        }

        return [0, .. open, units.Count];
    }
}
