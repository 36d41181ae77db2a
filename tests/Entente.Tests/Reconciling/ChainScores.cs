namespace Entente.Tests.Reconciling;

/// <summary>Precision and recall of a clustering of mentions against gold, each from 0 to 1.</summary>
internal readonly record struct ChainScore(double Precision, double Recall)
{
    public double F => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P {Precision * 100:0.0} R {Recall * 100:0.0} F {F * 100:0.0}");
}

/// <summary>
/// The usual measures of coreference: pairs of mentions, B-cubed (Bagga and Baldwin 1998), MUC (Vilain et al. 1995), and CEAF by entities (Luo 2005). CoNLL F is the mean of the last three.
/// Both sides cluster the same mentions.
/// </summary>
internal sealed class ChainScores(IReadOnlyList<(string Gold, string Found)> mentions)
{
    private readonly ILookup<string, string> _gold = mentions.ToLookup(m => m.Gold, m => m.Found, StringComparer.Ordinal);
    private readonly ILookup<string, string> _found = mentions.ToLookup(m => m.Found, m => m.Gold, StringComparer.Ordinal);

    public ChainScore Pairs
    {
        get
        {
            var both = mentions.GroupBy(m => m).Sum(g => Choose(g.Count()));
            return new ChainScore(Share(both, _found.Sum(g => Choose(g.Count()))), Share(both, _gold.Sum(g => Choose(g.Count()))));
        }
    }

    public ChainScore BCubed
    {
        get
        {
            var cells = mentions.GroupBy(m => m).Select(g => (g.Key, Count: g.Count())).ToList();
            return new ChainScore(
                cells.Sum(c => (double)c.Count * c.Count / _found[c.Key.Found].Count()) / mentions.Count,
                cells.Sum(c => (double)c.Count * c.Count / _gold[c.Key.Gold].Count()) / mentions.Count);
        }
    }

    public ChainScore Muc => new(Links(_found), Links(_gold));

    public ChainScore Ceaf
    {
        get
        {
            var similar = Matching();
            return new ChainScore(similar / _found.Count, similar / _gold.Count);
        }
    }

    public double Conll => (Muc.F + BCubed.F + Ceaf.F) / 3;

    private static double Choose(int n) => n * (n - 1) / 2.0;

    private static double Share(double part, double whole) => whole == 0 ? 1 : part / whole;

    private static double Links(ILookup<string, string> clusters) => Share(clusters.Sum(c => c.Count() - c.Distinct(StringComparer.Ordinal).Count()), clusters.Sum(c => c.Count() - 1));

    /// <summary>The best one-to-one matching of clusters by 2·shared/(sizes), found by augmenting along the cheapest paths (Hungarian method).</summary>
    private double Matching()
    {
        string[] rows = [.. _gold.Select(g => g.Key)], columns = [.. _found.Select(g => g.Key)];
        var transposed = rows.Length > columns.Length;
        var (n, m) = transposed ? (columns.Length, rows.Length) : (rows.Length, columns.Length);
        var shared = mentions.GroupBy(x => x).ToDictionary(g => g.Key, g => g.Count());
        double Cost(int i, int j)
        {
            var (row, column) = transposed ? (rows[j], columns[i]) : (rows[i], columns[j]);
            return shared.TryGetValue((row, column), out var count) ? -2.0 * count / (_gold[row].Count() + _found[column].Count()) : 0;
        }

        var (u, v, match) = (new double[n + 1], new double[m + 1], new int[m + 1]);
        for (var i = 1; i <= n; i++)
        {
            Augment(i, Cost, u, v, match);
        }

        return Enumerable.Range(1, m).Where(j => match[j] > 0).Sum(j => -Cost(match[j] - 1, j - 1));
    }

    private static void Augment(int row, Func<int, int, double> cost, double[] u, double[] v, int[] match)
    {
        var m = match.Length - 1;
        var (least, way, used) = (Enumerable.Repeat(double.MaxValue, m + 1).ToArray(), new int[m + 1], new bool[m + 1]);
        match[0] = row;
        var at = 0;
        do
        {
            used[at] = true;
            var (i, delta, next) = (match[at], double.MaxValue, 0);
            for (var j = 1; j <= m; j++)
            {
                if (used[j])
                {
                    continue;
                }

                var reduced = cost(i - 1, j - 1) - u[i] - v[j];
                (least[j], way[j]) = reduced < least[j] ? (reduced, at) : (least[j], way[j]);
                (delta, next) = least[j] < delta ? (least[j], j) : (delta, next);
            }

            for (var j = 0; j <= m; j++)
            {
                if (used[j])
                {
                    u[match[j]] += delta;
                    v[j] -= delta;
                }
                else
                {
                    least[j] -= delta;
                }
            }

            at = next;
        }
        while (match[at] != 0);

        for (; at != 0; at = way[at])
        {
            match[at] = match[way[at]];
        }
    }
}
