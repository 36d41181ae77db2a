namespace Entente.Record.Reconciling;

/// <summary>Average linkage over a sparse table of likenesses: what is not in the table is 0.</summary>
internal sealed class StoryClusters(Dictionary<int, double>[] likenesses)
{
    /// <summary>Sums of likenesses between the members of two groups.</summary>
    private readonly Dictionary<int, double>[] _sums = [.. likenesses.Select(l => new Dictionary<int, double>(l))];

    private readonly int[] _size = [.. Enumerable.Repeat(1, likenesses.Length)];
    private readonly int[] _version = new int[likenesses.Length];
    private readonly int[] _group = [.. Enumerable.Range(0, likenesses.Length)];
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double Likeness, int A, int B)> _queue = new();

    /// <summary>Joins the two groups that are most alike, until none are alike enough. A group goes by its first member.</summary>
    public int[] Join(double least)
    {
        for (var a = 0; a < _sums.Length; a++)
        {
            foreach (var b in _sums[a].Keys.Where(b => b > a))
            {
                Offer(a, b, least);
            }
        }

        while (_queue.TryDequeue(out var pair, out _))
        {
            if (_version[pair.A] == pair.VersionA && _version[pair.B] == pair.VersionB)
            {
                Merge(pair.A, pair.B, least);
            }
        }

        return [.. _group.Select(Root)];
    }

    private void Merge(int into, int from, double least)
    {
        _group[from] = into;
        _size[into] += _size[from];
        _version[into]++;
        _version[from] = -1;
        foreach (var (other, sum) in _sums[from])
        {
            _sums[other].Remove(from);
            if (other != into)
            {
                _sums[into][other] = _sums[other][into] = _sums[into].GetValueOrDefault(other) + sum;
            }
        }

        _sums[from].Clear();
        foreach (var other in _sums[into].Keys)
        {
            Offer(Math.Min(into, other), Math.Max(into, other), least);
        }
    }

    private void Offer(int a, int b, double least)
    {
        var likeness = _sums[a][b] / ((double)_size[a] * _size[b]);
        if (likeness >= least)
        {
            // Rounded, so that the last bits of a sum do not decide between equals.
            _queue.Enqueue((a, b, _version[a], _version[b]), (-Math.Round(likeness, 9), a, b));
        }
    }

    private int Root(int text)
    {
        while (_group[text] != text)
        {
            text = _group[text];
        }

        return text;
    }
}
