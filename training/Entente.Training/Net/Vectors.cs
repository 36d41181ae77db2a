using System.Numerics;
using System.Runtime.InteropServices;
using Entente.Claims.Analyzing.Net;

namespace Entente.Training.Net;

/// <summary>Sums and products of rows.</summary>
internal static class Vectors
{
    public static void Add(Span<float> to, ReadOnlySpan<float> from)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(to);
        var b = MemoryMarshal.Cast<float, Vector<float>>(from);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] += b[i];
        }

        for (var i = a.Length * Vector<float>.Count; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }

    public static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float scale)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(to);
        var b = MemoryMarshal.Cast<float, Vector<float>>(from);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] += b[i] * scale;
        }

        for (var i = a.Length * Vector<float>.Count; i < to.Length; i++)
        {
            to[i] += from[i] * scale;
        }
    }

    public static void Multiply(Span<float> to, ReadOnlySpan<float> by)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(to);
        var b = MemoryMarshal.Cast<float, Vector<float>>(by);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] *= b[i];
        }

        for (var i = a.Length * Vector<float>.Count; i < to.Length; i++)
        {
            to[i] *= by[i];
        }
    }

    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(x);
        var b = MemoryMarshal.Cast<float, Vector<float>>(y);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        var rest = Vector.Sum(sum);
        for (var i = a.Length * Vector<float>.Count; i < x.Length; i++)
        {
            rest += x[i] * y[i];
        }

        return rest;
    }

    /// <summary>Scores → the gradient of the cross-entropy: chances, less one at the gold. Returns the loss.</summary>
    public static double Learn(Span<float> scores, int gold, float weight)
    {
        var most = scores[Network.Best(scores)];
        var sum = 0.0;
        var own = scores[gold] - most;
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = MathF.Exp(scores[k] - most);
            sum += scores[k];
        }

        var scale = (float)(weight / sum);
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] *= scale;
        }

        scores[gold] -= weight;
        return weight * (Math.Log(sum) - own);
    }
}
