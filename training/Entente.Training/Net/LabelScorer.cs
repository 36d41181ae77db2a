namespace Entente.Training.Net;

/// <summary>Scores the relations of a word to its head: what each of both shows, added up, bent, and weighed.</summary>
internal sealed class LabelScorer(int input, int size, int labels, Random random)
{
    private float[] _below = [], _above = [], _joined = [], _scores = [], _dScores = [], _dJoined = [], _dBelow = [], _dAbove = [];

    public Dense Below { get; } = new(input, size, false, random);

    public Dense Above { get; } = new(input, size, false, random);

    public Dense Out { get; } = new(size, labels, false, random);

    public IEnumerable<Param> Params => [Below.Weights, Below.Bias, Above.Weights, Above.Bias, Out.Weights, Out.Bias];

    /// <summary>Scores for each word, given the place of its head among all words of the batch (negative: none).</summary>
    public float[] Forward(float[] h, int[] heads, int count)
    {
        Dense.Ensure(ref _below, count * size);
        Dense.Ensure(ref _above, count * size);
        Dense.Ensure(ref _joined, count * size);
        Dense.Ensure(ref _scores, count * labels);
        Below.Forward(h, _below, count);
        Above.Forward(h, _above, count);
        for (var i = 0; i < count; i++)
        {
            var to = _joined.AsSpan(i * size, size);
            _below.AsSpan(i * size, size).CopyTo(to);
            if (heads[i] >= 0)
            {
                Vectors.Add(to, _above.AsSpan(heads[i] * size, size));
            }

            for (var k = 0; k < size; k++)
            {
                to[k] = Math.Max(0, to[k]);
            }
        }

        Out.Forward(_joined, _scores, count);
        return _scores;
    }

    /// <summary>Takes the gradient that stands where the scores were.</summary>
    public void Backward(float[] h, int[] heads, float[] dh, int count)
    {
        Dense.Ensure(ref _dJoined, count * size);
        Dense.Ensure(ref _dBelow, count * size);
        Dense.Ensure(ref _dAbove, count * size);
        Dense.Ensure(ref _dScores, count * labels);
        _scores.AsSpan(0, count * labels).CopyTo(_dScores);
        _dJoined.AsSpan(0, count * size).Clear();
        _dAbove.AsSpan(0, count * size).Clear();
        Out.Backward(_joined, _scores, _dScores, _dJoined, count);
        for (var i = 0; i < count * size; i++)
        {
            _dBelow[i] = _joined[i] > 0 ? _dJoined[i] : 0;
        }

        for (var i = 0; i < count; i++)
        {
            if (heads[i] >= 0)
            {
                Vectors.Add(_dAbove.AsSpan(heads[i] * size, size), _dBelow.AsSpan(i * size, size));
            }
        }

        Below.Backward(h, _below, _dBelow, dh, count);
        Above.Backward(h, _above, _dAbove, dh, count);
    }
}
