using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// A simple recurrent unit in both directions (Lei, Zhang, Wang, Dai and Artzi 2018). All that is heavy is one product of matrices over the words;
/// along the sentence runs only the cell: c = f∘c' + (1−f)∘u, and what goes on is h = r∘tanh(c) + (1−r)∘x.
/// </summary>
/// <param name="weights">Forward u, f and r, then backward; the bias of the gates is in it.</param>
/// <param name="cell">How the gates see the last cell: f and r forward, f and r backward.</param>
internal readonly unsafe struct RecurrentLayer(IntMatrix weights, float* cell)
{
    private readonly float* _cell = cell;

    /// <summary>Units in each direction.</summary>
    public int Size => weights.Outputs / 6;

    /// <summary>What is multiplied with the words before the layer runs.</summary>
    public IntMatrix Weights => weights;

    /// <summary>Goes along a sentence: x and the products of its words → y[count × 2 size].</summary>
    /// <param name="rows">At which rows of x and of the products the words stand; null = one after the other.</param>
    public void Run(float* x, float* sums, int* rows, float* y, int count)
    {
        Way(x, sums, rows, y, count, 0);
        Way(x, sums, rows, y, count, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Way(float* x, float* sums, int* rows, float* y, int count, int way)
    {
        var size = Size;
        var v = _cell + (way * 2 * size);
        var skip = weights.Inputs == size ? 0 : way * size;
        var cells = stackalloc float[size];
        new Span<float>(cells, size).Clear();
        for (var step = 0; step < count; step++)
        {
            var t = way == 0 ? step : count - 1 - step;
            long row = rows == null ? t : rows[t];
            var u = sums + (row * 6 * size) + (way * 3 * size);
            var x0 = x + (row * weights.Inputs) + skip;
            var h = y + ((long)t * 2 * size) + (way * size);

            // Units do not wait for each other, so the machine works on several at a time
            for (var k = 0; k < size; k += 8)
            {
                var c = Vector256.Load(cells + k);
                var (f, r) = Squash.Sigmoids(
                    Vector256.Load(u + size + k) + (Vector256.Load(v + k) * c),
                    Vector256.Load(u + (2 * size) + k) + (Vector256.Load(v + size + k) * c));
                var u0 = Vector256.Load(u + k);
                c = u0 + (f * (c - u0));
                c.Store(cells + k);
                var through = Vector256.Load(x0 + k);
                (through + (r * (Squash.Tanh(c) - through))).Store(h + k);
            }
        }
    }
}
