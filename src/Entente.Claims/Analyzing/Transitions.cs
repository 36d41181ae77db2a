namespace Entente.Claims.Analyzing;

/// <summary>Transitions by number: 0 is SHIFT, 1 + 2l LEFT and 2 + 2l RIGHT with label l.</summary>
internal static class Transitions
{
    public const int Shift = 0;

    public static int Count(int labels) => 1 + (2 * labels);

    public static int Left(int label) => 1 + (2 * label);

    public static int Right(int label) => 2 + (2 * label);

    public static bool IsLeft(int transition) => (transition & 1) == 1;

    public static int Label(int transition) => (transition - 1) / 2;

    public static void Apply(ParseState state, int transition)
    {
        if (transition == Shift)
        {
            state.Shift();
        }
        else if (IsLeft(transition))
        {
            state.Left((byte)Label(transition));
        }
        else
        {
            state.Right((byte)Label(transition));
        }
    }

    /// <summary>The best transition that the state allows; of equals the first. The root takes its one dependent as "root", no other word takes any so.</summary>
    public static int Best(ReadOnlySpan<int> scores, ParseState state, int root)
    {
        if (state.Front == state.Count && state.CanLeft)
        {
            return Left(root);
        }

        var best = state.CanShift ? Shift : -1;
        for (var k = state.CanLeft ? Left(0) : scores.Length; k < scores.Length; k += 2)
        {
            if ((best < 0 || scores[k] > scores[best]) && Label(k) != root)
            {
                best = k;
            }
        }

        for (var k = state.CanRight ? Right(0) : scores.Length; k < scores.Length; k += 2)
        {
            if ((best < 0 || scores[k] > scores[best]) && Label(k) != root)
            {
                best = k;
            }
        }

        return best;
    }
}
