namespace Entente.Training.Net;

/// <summary>y = x · W + b, with what is negative cut off if asked.</summary>
internal sealed class Dense(int from, int to, bool rectified, Random random)
{
    private readonly Gemm _gemm = new();
    private float[] _turned = [];
    private float[] _turnedInput = [];

    public Param Weights { get; } = new Param(from, to).Glorot(random);

    public Param Bias { get; } = new(1, to);

    public int From => from;

    public int To => to;

    public void Forward(float[] x, float[] y, int count)
    {
        _gemm.Multiply(x, Weights.Weights, y, count, from, to);
        for (var i = 0; i < count; i++)
        {
            var row = y.AsSpan(i * to, to);
            for (var j = 0; j < to; j++)
            {
                var v = row[j] + Bias.Weights[j];
                row[j] = rectified && v < 0 ? 0 : v;
            }
        }
    }

    /// <summary>Takes the gradient of y (which it cuts where y was cut) and adds to that of x.</summary>
    public void Backward(float[] x, float[] y, float[] dy, float[] dx, int count)
    {
        for (var i = 0; rectified && i < count * to; i++)
        {
            if (y[i] <= 0)
            {
                dy[i] = 0;
            }
        }

        for (var i = 0; i < count; i++)
        {
            Vectors.Add(Bias.Gradient, dy.AsSpan(i * to, to));
        }

        Ensure(ref _turned, from * to);
        Ensure(ref _turnedInput, count * from);
        Gemm.Transpose(Weights.Weights, _turned, from, to);
        _gemm.Multiply(dy, _turned, dx, count, to, from, add: true);
        Gemm.Transpose(x.AsSpan(0, count * from), _turnedInput, count, from);
        _gemm.Multiply(_turnedInput, dy, Weights.Gradient, from, count, to, add: true);
    }

    public static void Ensure(ref float[] array, int length)
    {
        if (array.Length < length)
        {
            array = new float[length * 5 / 4];
        }
    }
}
