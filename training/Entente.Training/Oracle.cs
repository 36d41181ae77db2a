using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Tells which transitions lose the fewest arcs of the gold tree from any state of the arc-hybrid system.</summary>
internal sealed class Oracle
{
    private readonly int[] _heads;
    private readonly int[] _labels;
    private readonly List<int>[] _children;

    public Oracle(GoldWord[] words, string[] labels)
    {
        _heads = [.. words.Select(w => w.Head < 0 ? words.Length : w.Head)];
        _labels = [.. words.Select(w => Array.IndexOf(labels, w.Deprel))];
        _children = [.. Enumerable.Range(0, words.Length + 1).Select(_ => new List<int>())];
        for (var i = 0; i < words.Length; i++)
        {
            _children[_heads[i]].Add(i);
        }
    }

    /// <summary>The highest-scored of the transitions that cost least; the guess itself when it is one of them.</summary>
    public int Best(ParseState state, ReadOnlySpan<int> scores, int root, int guess)
    {
        var shift = state.CanShift ? ShiftCost(state) : int.MaxValue;
        var left = state.CanLeft ? LeftCost(state) : int.MaxValue;
        var right = state.CanRight ? RightCost(state) : int.MaxValue;
        var least = Math.Min(shift, Math.Min(left, right));
        var best = shift == least ? Transitions.Shift : -1;
        if (left == least)
        {
            best = Better(scores, best, Arc(scores, state, state.Front, root, true, guess));
        }

        return right == least ? Better(scores, best, Arc(scores, state, state.Second, root, false, guess)) : best;
    }

    private static int Better(ReadOnlySpan<int> scores, int best, int other) => best < 0 || scores[other] > scores[best] ? other : best;

    /// <summary>The arc with its gold label; of an arc that gold does not have, with the label that scores best.</summary>
    private int Arc(ReadOnlySpan<int> scores, ParseState state, int head, int root, bool left, int guess)
    {
        if (_heads[state.Top] == head && _labels[state.Top] >= 0)
        {
            return left ? Transitions.Left(_labels[state.Top]) : Transitions.Right(_labels[state.Top]);
        }

        if (guess != Transitions.Shift && Transitions.IsLeft(guess) == left)
        {
            return guess;
        }

        var best = -1;
        for (var k = left ? Transitions.Left(0) : Transitions.Right(0); k < scores.Length; k += 2)
        {
            if (Transitions.Label(k) != root && (best < 0 || scores[k] > scores[best]))
            {
                best = k;
            }
        }

        return best;
    }

    /// <summary>The front loses its head and dependents on the stack, save the top as head.</summary>
    private int ShiftCost(ParseState state)
    {
        var front = state.Front;
        var cost = 0;
        for (var k = 0; k < state.Depth; k++)
        {
            var on = state.StackAt(k);
            cost += _heads[on] == front ? 1 : 0;
            cost += k < state.Depth - 1 && _heads[front] == on ? 1 : 0;
        }

        return cost;
    }

    /// <summary>The top loses its head if that is the second or further on in the buffer, and its dependents in the buffer.</summary>
    private int LeftCost(ParseState state)
    {
        var top = state.Top;
        var head = _heads[top];
        var lost = head != state.Front && (head == state.Second || head > state.Front) ? 1 : 0;
        return lost + InBuffer(top, state.Front);
    }

    /// <summary>The top loses its head and its dependents in the buffer.</summary>
    private int RightCost(ParseState state)
    {
        var top = state.Top;
        return (_heads[top] >= state.Front ? 1 : 0) + InBuffer(top, state.Front);
    }

    private int InBuffer(int head, int front)
    {
        var count = 0;
        foreach (var child in _children[head])
        {
            count += child >= front ? 1 : 0;
        }

        return count;
    }
}
