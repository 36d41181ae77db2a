namespace Entente.Training;

/// <summary>An averaged perceptron of one yes-or-no question over hashed features that share places where their hashes do, as in the model.</summary>
internal sealed class HashedPerceptron(int bits)
{
    private readonly int[] _weights = new int[1 << bits];
    private readonly long[] _sums = new long[1 << bits];
    private readonly uint _mask = (1u << bits) - 1;
    private int _now = 1;

    /// <summary>How often a place was judged wrongly since the last pass.</summary>
    public int Mistakes { get; private set; }

    public void BeginPass() => Mistakes = 0;

    /// <summary>Learns one example: moves the weights when the sum is on the wrong side or within the margin.</summary>
    public void Learn(ReadOnlySpan<uint> features, bool right, int margin)
    {
        var score = 0;
        foreach (var feature in features)
        {
            score += _weights[feature & _mask];
        }

        var side = right ? score : -score;
        Mistakes += side <= 0 ? 1 : 0;
        if (side <= margin)
        {
            var step = right ? 1 : -1;
            foreach (var feature in features)
            {
                _weights[feature & _mask] += step;
                _sums[feature & _mask] += (long)step * _now;
            }
        }

        _now++;
    }

    /// <summary>The averaged weights in one byte each; the heaviest of a thousand are cut to what fits.</summary>
    public byte[] Quantised()
    {
        var averaged = new double[_weights.Length];
        for (var i = 0; i < averaged.Length; i++)
        {
            averaged[i] = _weights[i] - ((double)_sums[i] / _now);
        }

        var sizes = averaged.Select(Math.Abs).Where(w => w > 0).Order().ToArray();
        var scale = sizes.Length == 0 ? 1 : 127 / sizes[(int)(sizes.Length * 0.9995)];
        return [.. averaged.Select(w => (byte)(sbyte)Math.Clamp(Math.Round(w * scale), -127, 127))];
    }
}
