namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// The best tree with one root by the scores of arcs (Chu and Liu 1965, Edmonds 1967): first each word takes its best head; if that is no tree, the root is the word
/// that gains most by being it, and cycles are broken where it costs least. Reused from sentence to sentence.
/// </summary>
internal sealed unsafe class TreeChooser
{
    private int[] _state = [];
    private int[] _cycle = [];

    /// <summary>Writes the head of each word; the number of words stands for the root. Scores are [count × (count + 1)] and are changed.</summary>
    public void Choose(float* scores, int count, Span<int> heads)
    {
        if (_state.Length < count)
        {
            _state = new int[count * 2];
            _cycle = new int[count * 2];
        }

        var root = Root(scores, count);
        for (var i = 0; i < count; i++)
        {
            scores[((long)i * (count + 1)) + count] = float.NegativeInfinity;
            heads[i] = i == root ? count : Network.Best(new ReadOnlySpan<float>(scores + ((long)i * (count + 1)), count));
        }

        // A cycle is opened at the word for which another head outside of what hangs on the cycle costs least
        while (Cycle(heads, count) is var length && length > 0)
        {
            Open(scores, count, heads, length);
        }
    }

    private static int Root(float* scores, int count)
    {
        var (best, gain) = (0, float.NegativeInfinity);
        for (var i = 0; i < count; i++)
        {
            var row = scores + ((long)i * (count + 1));
            var other = count > 1 ? row[Network.Best(new ReadOnlySpan<float>(row, count))] : 0;
            if (row[count] - other > gain)
            {
                (best, gain) = (i, row[count] - other);
            }
        }

        return best;
    }

    /// <summary>The words of a cycle, and how many; 0 when all words reach the root.</summary>
    private int Cycle(ReadOnlySpan<int> heads, int count)
    {
        Array.Clear(_state, 0, count);
        for (var start = 0; start < count; start++)
        {
            var at = start;
            while (at < count && _state[at] == 0)
            {
                _state[at] = start + 1;
                at = heads[at];
            }

            if (at < count && _state[at] == start + 1)
            {
                var length = 0;
                var first = at;
                do
                {
                    _cycle[length++] = at;
                    at = heads[at];
                }
                while (at != first);
                return length;
            }
        }

        return 0;
    }

    private void Open(float* scores, int count, Span<int> heads, int length)
    {
        // All words that lead into the cycle hang on it: none of them can be the new head
        Span<bool> hangs = count <= 1024 ? stackalloc bool[count] : new bool[count];
        Hanging(heads, count, length, hangs);
        var (word, head, cost) = (-1, -1, float.PositiveInfinity);
        for (var c = 0; c < length; c++)
        {
            var row = scores + ((long)_cycle[c] * (count + 1));
            for (var j = 0; j < count; j++)
            {
                if (!hangs[j] && row[heads[_cycle[c]]] - row[j] < cost)
                {
                    (word, head, cost) = (_cycle[c], j, row[heads[_cycle[c]]] - row[j]);
                }
            }
        }

        heads[word] = head;
    }

    /// <summary>Follows the heads of each word to one that is known to hang on the cycle, or not, and tells so of all on the way.</summary>
    private void Hanging(ReadOnlySpan<int> heads, int count, int length, Span<bool> hangs)
    {
        const int open = 0, yes = 1, no = 2;
        Array.Clear(_state, 0, count);
        for (var c = 0; c < length; c++)
        {
            _state[_cycle[c]] = yes;
        }

        for (var i = 0; i < count; i++)
        {
            var end = i;
            for (var steps = 0; end < count && _state[end] == open && steps <= count; steps++)
            {
                end = heads[end];
            }

            // What leads to the root, or into another cycle, does not hang on this one
            var known = end < count && _state[end] == yes ? yes : no;
            for (var at = i; at < count && _state[at] == open; at = heads[at])
            {
                _state[at] = known;
            }
        }

        for (var i = 0; i < count; i++)
        {
            hangs[i] = _state[i] == yes;
        }
    }
}
