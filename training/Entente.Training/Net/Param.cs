using System.Numerics;
using System.Runtime.InteropServices;

namespace Entente.Training.Net;

/// <summary>A matrix of weights with its gradient and what Adam (Kingma and Ba 2015) remembers of earlier gradients.</summary>
internal sealed class Param
{
    private const float Beta1 = 0.9f, Beta2 = 0.98f, Epsilon = 1e-8f;

    private readonly float[] _first;
    private readonly float[] _second;
    private float[] _sum = [];
    private int _summed;
    private readonly bool[]? _touched;
    private readonly List<int> _rows = [];

    public Param(int rows, int columns, bool sparse = false)
    {
        Rows = rows;
        Columns = columns;
        Weights = new float[rows * columns];
        Gradient = new float[rows * columns];
        _first = new float[rows * columns];
        _second = new float[rows * columns];
        _touched = sparse ? new bool[rows] : null;
    }

    public int Rows { get; }

    public int Columns { get; }

    public float[] Weights { get; }

    public float[] Gradient { get; }

    /// <summary>Even between ± the limit.</summary>
    public Param Uniform(Random random, double limit)
    {
        for (var i = 0; i < Weights.Length; i++)
        {
            Weights[i] = (float)(((random.NextDouble() * 2) - 1) * limit);
        }

        return this;
    }

    /// <summary>After Glorot and Bengio (2010).</summary>
    public Param Glorot(Random random) => Uniform(random, Math.Sqrt(6.0 / (Rows + Columns)));

    /// <summary>The gradient of a row of a sparse parameter, noted as touched.</summary>
    public Span<float> Touch(int row)
    {
        if (!_touched![row])
        {
            _touched[row] = true;
            _rows.Add(row);
        }

        return Gradient.AsSpan(row * Columns, Columns);
    }

    public double SquaredNorm()
    {
        var sum = 0.0;
        if (_touched is null)
        {
            return Vectors.Dot(Gradient, Gradient);
        }

        foreach (var row in _rows)
        {
            var g = Gradient.AsSpan(row * Columns, Columns);
            sum += Vectors.Dot(g, g);
        }

        return sum;
    }

    /// <summary>One step of Adam; of a sparse parameter only the touched rows move. The gradient is cleared.</summary>
    public void Step(float rate, float scale, int step)
    {
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(Beta2, step)) / (1 - MathF.Pow(Beta1, step));
        if (_touched is null)
        {
            Step(0, Weights.Length, corrected, scale);
            return;
        }

        foreach (var row in _rows)
        {
            Step(row * Columns, Columns, corrected, scale);
            _touched[row] = false;
        }

        _rows.Clear();
    }

    /// <summary>Adds the weights as they are to those that will be averaged.</summary>
    public void Remember()
    {
        _sum = _sum.Length == 0 ? new float[Weights.Length] : _sum;
        Vectors.Add(_sum, Weights);
        _summed++;
    }

    /// <summary>Puts the mean of what was remembered in the place of the weights (Izmailov and others 2018).</summary>
    public void Average()
    {
        for (var i = 0; i < Weights.Length && _summed > 0; i++)
        {
            Weights[i] = _sum[i] / _summed;
        }
    }

    private void Step(int from, int count, float rate, float scale)
    {
        var weights = MemoryMarshal.Cast<float, Vector<float>>(Weights.AsSpan(from, count));
        var gradient = MemoryMarshal.Cast<float, Vector<float>>(Gradient.AsSpan(from, count));
        var first = MemoryMarshal.Cast<float, Vector<float>>(_first.AsSpan(from, count));
        var second = MemoryMarshal.Cast<float, Vector<float>>(_second.AsSpan(from, count));
        for (var i = 0; i < weights.Length; i++)
        {
            var g = gradient[i] * scale;
            first[i] = (first[i] * Beta1) + (g * (1 - Beta1));
            second[i] = (second[i] * Beta2) + (g * g * (1 - Beta2));
            weights[i] -= first[i] * rate / (Vector.SquareRoot(second[i]) + new Vector<float>(Epsilon));
        }

        for (var i = from + (weights.Length * Vector<float>.Count); i < from + count; i++)
        {
            var g = Gradient[i] * scale;
            _first[i] = (Beta1 * _first[i]) + ((1 - Beta1) * g);
            _second[i] = (Beta2 * _second[i]) + ((1 - Beta2) * g * g);
            Weights[i] -= rate * _first[i] / (MathF.Sqrt(_second[i]) + Epsilon);
        }

        Gradient.AsSpan(from, count).Clear();
    }
}
