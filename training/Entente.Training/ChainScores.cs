namespace Entente.Training;

/// <summary>MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF with φ4 (Luo 2005) over documents, and their mean, the score of CoNLL-2012 (Pradhan et al. 2012).</summary>
internal sealed class ChainScores
{
    private Counts _muc, _b3, _ceaf;

    public void Add(List<HashSet<string>> key, List<HashSet<string>> response)
    {
        var inKey = Index(key);
        var inResponse = Index(response);
        _muc += new Counts(Links(response, inKey), response.Sum(c => c.Count - 1), Links(key, inResponse), key.Sum(c => c.Count - 1));
        _b3 += new Counts(Shared(response, inKey), response.Sum(c => c.Count), Shared(key, inResponse), key.Sum(c => c.Count));
        var alike = Aligned(key, response);
        _ceaf += new Counts(alike, response.Count, alike, key.Count);
    }

    public void Write()
    {
        Console.WriteLine($"MUC  {_muc}\nB3   {_b3}\nCEAF {_ceaf}\nCoNLL mean F1 {(_muc.F1 + _b3.F1 + _ceaf.F1) / 3:F1}");
    }

    private static Dictionary<string, HashSet<string>> Index(List<HashSet<string>> chains)
    {
        var index = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var chain in chains)
        {
            foreach (var mention in chain)
            {
                index[mention] = chain;
            }
        }

        return index;
    }

    /// <summary>Of each chain its mentions less the parts into which the other side cuts it.</summary>
    private static double Links(List<HashSet<string>> chains, Dictionary<string, HashSet<string>> other) =>
        chains.Sum(c => c.Count - c.Where(other.ContainsKey).Select(m => other[m]).Distinct(ReferenceEqualityComparer.Instance).Count() - c.Count(m => !other.ContainsKey(m)));

    private static double Shared(List<HashSet<string>> chains, Dictionary<string, HashSet<string>> other) =>
        chains.Sum(c => c.Sum(m => other.TryGetValue(m, out var o) ? (double)c.Count(o.Contains) / c.Count : 0));

    /// <summary>The greatest sum of likeness (φ4) that one-to-one pairs of chains reach: the Hungarian method with potentials.</summary>
    private static double Aligned(List<HashSet<string>> key, List<HashSet<string>> response)
    {
        var (rows, columns) = key.Count <= response.Count ? (key, response) : (response, key);
        if (rows.Count == 0)
        {
            return 0;
        }

        double Cost(int r, int c) => -2.0 * rows[r].Count(columns[c].Contains) / (rows[r].Count + columns[c].Count);
        var u = new double[rows.Count + 1];
        var v = new double[columns.Count + 1];
        var match = new int[columns.Count + 1];
        for (var i = 1; i <= rows.Count; i++)
        {
            Augment(i, u, v, match, Cost);
        }

        var sum = 0.0;
        for (var c = 1; c <= columns.Count; c++)
        {
            sum -= match[c] > 0 ? Cost(match[c] - 1, c - 1) : 0;
        }

        return sum;
    }

    private static void Augment(int row, double[] u, double[] v, int[] match, Func<int, int, double> cost)
    {
        var way = new int[v.Length];
        var least = new double[v.Length];
        var used = new bool[v.Length];
        Array.Fill(least, double.MaxValue);
        match[0] = row;
        var column = 0;
        do
        {
            used[column] = true;
            var (at, next, delta) = (match[column], 0, double.MaxValue);
            for (var c = 1; c < v.Length; c++)
            {
                if (used[c])
                {
                    continue;
                }

                var reduced = cost(at - 1, c - 1) - u[at] - v[c];
                (least[c], way[c]) = reduced < least[c] ? (reduced, column) : (least[c], way[c]);
                (delta, next) = least[c] < delta ? (least[c], c) : (delta, next);
            }

            for (var c = 0; c < v.Length; c++)
            {
                if (used[c])
                {
                    u[match[c]] += delta;
                    v[c] -= delta;
                }
                else
                {
                    least[c] -= delta;
                }
            }

            column = next;
        }
        while (match[column] != 0);

        for (; column != 0; column = way[column])
        {
            match[column] = match[way[column]];
        }
    }

    private readonly record struct Counts(double RightFound, double Found, double RightKey, double Key)
    {
        public double F1 => P + R == 0 ? 0 : 2 * P * R / (P + R);

        private double P => Found == 0 ? 0 : 100 * RightFound / Found;

        private double R => Key == 0 ? 0 : 100 * RightKey / Key;

        public static Counts operator +(Counts a, Counts b) => new(a.RightFound + b.RightFound, a.Found + b.Found, a.RightKey + b.RightKey, a.Key + b.Key);

        public override string ToString() => $"P {P:F1}  R {R:F1}  F1 {F1:F1}";
    }
}
