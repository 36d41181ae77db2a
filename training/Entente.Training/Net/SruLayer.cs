using System.Runtime.Intrinsics;

namespace Entente.Training.Net;

/// <summary>
/// A simple recurrent unit in both directions (Lei, Zhang, Wang, Dai and Artzi 2018): everything heavy is one product of matrices over all words,
/// and only the cell runs along the sentence. c = f∘c' + (1−f)∘u, h = r∘tanh(c) + (1−r)∘x, the gates f and r see the last cell.
/// </summary>
internal sealed class SruLayer
{
    private readonly int _in;
    private readonly int _size;
    private readonly Gemm _gemm = new();
    private float[] _u = [], _c = [], _du = [], _turned = [], _turnedInput = [];

    public SruLayer(int input, int size, Random random)
    {
        (_in, _size) = (input, size);
        Weights = new Param(input, 6 * size).Uniform(random, Math.Sqrt(3.0 / input));
        Cell = new Param(4, size).Uniform(random, 0.5);
        Bias = new Param(4, size);
        Array.Fill(Bias.Weights, 0f);
    }

    /// <summary>Forward direction's u, f, r, then the backward direction's.</summary>
    public Param Weights { get; }

    /// <summary>How the gates see the last cell: f and r forward, f and r backward.</summary>
    public Param Cell { get; }

    public Param Bias { get; }

    public int Out => 2 * _size;

    public void Forward(float[] x, float[] y, Batch batch)
    {
        var n = batch.Count;
        Dense.Ensure(ref _u, n * 6 * _size);
        Dense.Ensure(ref _c, n * 2 * _size);
        _gemm.Multiply(x, Weights.Weights, _u, n, _in, 6 * _size);
        for (var s = 0; s < batch.Sentences; s++)
        {
            Run(x, y, batch.Start(s), batch.Start(s + 1), 0);
            Run(x, y, batch.Start(s), batch.Start(s + 1), 1);
        }
    }

    private void Run(float[] x, float[] y, int start, int end, int way)
    {
        var v = Cell.Weights.AsSpan(way * 2 * _size);
        var b = Bias.Weights.AsSpan(way * 2 * _size);
        var h = _size;
        for (var step = 0; step < end - start; step++)
        {
            var t = way == 0 ? start + step : end - 1 - step;
            var u = _u.AsSpan((t * 6 * h) + (way * 3 * h), 3 * h);
            var c = _c.AsSpan((t * 2 * h) + (way * h), h);
            var last = step == 0 ? default : _c.AsSpan(((way == 0 ? t - 1 : t + 1) * 2 * h) + (way * h), h);
            var skip = x.AsSpan((t * _in) + Skip(way), h);
            var to = y.AsSpan((t * 2 * h) + (way * h), h);
            for (var k = 0; k < h; k += 16)
            {
                var c0 = step == 0 ? default : Vector512.Create<float>(last[k..]);
                var f = Bends.Sigmoid(Vector512.Create<float>(u[(h + k)..]) + (Vector512.Create<float>(v[k..]) * c0) + Vector512.Create<float>(b[k..]));
                var r = Bends.Sigmoid(Vector512.Create<float>(u[((2 * h) + k)..]) + (Vector512.Create<float>(v[(h + k)..]) * c0) + Vector512.Create<float>(b[(h + k)..]));
                var u0 = Vector512.Create<float>(u[k..]);
                var c1 = u0 + (f * (c0 - u0));
                var x0 = Vector512.Create<float>(skip[k..]);
                c1.CopyTo(c[k..]);
                (x0 + (r * (Bends.Tanh(c1) - x0))).CopyTo(to[k..]);
            }
        }
    }

    public void Backward(float[] x, float[] dy, float[] dx, Batch batch)
    {
        var n = batch.Count;
        Dense.Ensure(ref _du, n * 6 * _size);
        Dense.Ensure(ref _turned, _in * 6 * _size);
        Dense.Ensure(ref _turnedInput, n * _in);
        for (var s = 0; s < batch.Sentences; s++)
        {
            Unrun(x, dy, dx, batch.Start(s), batch.Start(s + 1), 0);
            Unrun(x, dy, dx, batch.Start(s), batch.Start(s + 1), 1);
        }

        Gemm.Transpose(Weights.Weights, _turned, _in, 6 * _size);
        _gemm.Multiply(_du, _turned, dx, n, 6 * _size, _in, add: true);
        Gemm.Transpose(x.AsSpan(0, n * _in), _turnedInput, n, _in);
        _gemm.Multiply(_turnedInput, _du, Weights.Gradient, _in, n, 6 * _size, add: true);
    }

    private void Unrun(float[] x, float[] dy, float[] dx, int start, int end, int way)
    {
        var h = _size;
        var v = Cell.Weights.AsSpan(way * 2 * h);
        var b = Bias.Weights.AsSpan(way * 2 * h);
        var dv = Cell.Gradient.AsSpan(way * 2 * h);
        var db = Bias.Gradient.AsSpan(way * 2 * h);
        Span<float> carried = stackalloc float[h];
        carried.Clear();
        for (var step = end - start - 1; step >= 0; step--)
        {
            var t = way == 0 ? start + step : end - 1 - step;
            var at = (t * 6 * h) + (way * 3 * h);
            var u = _u.AsSpan(at, 3 * h);
            var du = _du.AsSpan(at, 3 * h);
            var c = _c.AsSpan((t * 2 * h) + (way * h), h);
            var last = step == 0 ? default : _c.AsSpan(((way == 0 ? t - 1 : t + 1) * 2 * h) + (way * h), h);
            var skip = x.AsSpan((t * _in) + Skip(way), h);
            var dskip = dx.AsSpan((t * _in) + Skip(way), h);
            var dh = dy.AsSpan((t * 2 * h) + (way * h), h);
            for (var k = 0; k < h; k += 16)
            {
                var c0 = step == 0 ? default : Vector512.Create<float>(last[k..]);
                Vector512<float> vf = Vector512.Create<float>(v[k..]), vr = Vector512.Create<float>(v[(h + k)..]);
                var af = Vector512.Create<float>(u[(h + k)..]) + (vf * c0) + Vector512.Create<float>(b[k..]);
                var ar = Vector512.Create<float>(u[((2 * h) + k)..]) + (vr * c0) + Vector512.Create<float>(b[(h + k)..]);
                Vector512<float> f = Bends.Sigmoid(af), r = Bends.Sigmoid(ar);
                var c1 = Vector512.Create<float>(c[k..]);
                var u0 = Vector512.Create<float>(u[k..]);
                var x0 = Vector512.Create<float>(skip[k..]);
                var g = Vector512.Create<float>(dh[k..]);
                var tanh = Bends.Tanh(c1);
                (Vector512.Create<float>(dskip[k..]) + (g * (Vector512<float>.One - r))).CopyTo(dskip[k..]);
                var dar = g * (tanh - x0) * Bends.SigmoidSlope(ar);
                var dc = Vector512.Create<float>((ReadOnlySpan<float>)carried[k..]) + (g * r * Bends.TanhSlope(c1));
                var daf = dc * (c0 - u0) * Bends.SigmoidSlope(af);
                (dc * (Vector512<float>.One - f)).CopyTo(du[k..]);
                daf.CopyTo(du[(h + k)..]);
                dar.CopyTo(du[((2 * h) + k)..]);
                ((dc * f) + (daf * vf) + (dar * vr)).CopyTo(carried[k..]);
                (Vector512.Create<float>(db[k..]) + daf).CopyTo(db[k..]);
                (Vector512.Create<float>(db[(h + k)..]) + dar).CopyTo(db[(h + k)..]);
                (Vector512.Create<float>(dv[k..]) + (daf * c0)).CopyTo(dv[k..]);
                (Vector512.Create<float>(dv[(h + k)..]) + (dar * c0)).CopyTo(dv[(h + k)..]);
            }
        }
    }

    /// <summary>What a direction lets through of its input: all of a word's vector, or its own half of the layer below.</summary>
    private int Skip(int way) => _in == _size ? 0 : way * _size;
}
