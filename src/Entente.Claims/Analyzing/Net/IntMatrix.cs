using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// A matrix of one-byte weights as it lies in the model file, multiplied with rows of 16-bit numbers in whole numbers: sums are exact, so their order,
/// and with it the width of the machine's vectors, does not matter.
/// The outputs stand in panels of 16; in a panel, for each two inputs, the two weights of each output lie side by side.
/// </summary>
internal readonly unsafe struct IntMatrix
{
    /// <summary>Outputs in a panel.</summary>
    public const int Panel = 16;

    private readonly sbyte* _weights;
    private readonly float* _scales;
    private readonly float* _bias;

    /// <param name="inputs">An even number of inputs.</param>
    /// <param name="weights">Panels.</param>
    /// <param name="scales">For each output (a whole number of panels) what its sum is multiplied with.</param>
    /// <param name="bias">For each output what is added.</param>
    public IntMatrix(int inputs, ReadOnlySpan<byte> weights, ReadOnlySpan<byte> scales, ReadOnlySpan<byte> bias)
    {
        Inputs = inputs;
        Outputs = scales.Length / sizeof(float);
        _weights = (sbyte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(weights));
        _scales = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(scales));
        _bias = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bias));
    }

    public int Inputs { get; }

    /// <summary>The outputs, filled up to whole panels.</summary>
    public int Outputs { get; }

    /// <summary>y[count × outputs] = x[count × inputs] · W, scaled, and the bias added.</summary>
    public void Multiply(short* x, float* y, int count)
    {
        var pairs = Inputs / 2;
        for (var p = 0; p < Outputs; p += Panel)
        {
            var panel = _weights + ((long)p * Inputs);
            var i = 0;
            if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
            {
                for (; i + 6 <= count; i += 6)
                {
                    Six(panel, x + ((long)i * Inputs), y + ((long)i * Outputs) + p, pairs, p);
                }
            }
            else if (Avx2.IsSupported)
            {
                for (; i + 3 <= count; i += 3)
                {
                    Three(panel, x + ((long)i * Inputs), y + ((long)i * Outputs) + p, pairs, p);
                }
            }

            for (; i < count; i++)
            {
                if (Avx2.IsSupported)
                {
                    One(panel, x + ((long)i * Inputs), y + ((long)i * Outputs) + p, pairs, p);
                }
                else
                {
                    Plain(panel, x + ((long)i * Inputs), y + ((long)i * Outputs) + p, pairs, p);
                }
            }
        }
    }

    private void Six(sbyte* panel, short* x, float* y, int pairs, int p)
    {
        int* x0 = (int*)x, x1 = x0 + pairs, x2 = x1 + pairs, x3 = x2 + pairs, x4 = x3 + pairs, x5 = x4 + pairs;
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        for (var k = 0; k < pairs; k++, panel += 2 * Panel)
        {
            var w = Avx512BW.ConvertToVector512Int16(Vector256.Load(panel));
            s0 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(x0[k]).AsInt16(), w);
            s1 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(x1[k]).AsInt16(), w);
            s2 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(x2[k]).AsInt16(), w);
            s3 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(x3[k]).AsInt16(), w);
            s4 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(x4[k]).AsInt16(), w);
            s5 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(x5[k]).AsInt16(), w);
        }

        Store(s0, y, p);
        Store(s1, y + Outputs, p);
        Store(s2, y + (2 * Outputs), p);
        Store(s3, y + (3 * Outputs), p);
        Store(s4, y + (4 * Outputs), p);
        Store(s5, y + (5 * Outputs), p);
    }

    private void Store(Vector512<int> sums, float* y, int p)
    {
        Store(sums.GetLower(), y, p);
        Store(sums.GetUpper(), y + 8, p + 8);
    }

    private void Store(Vector256<int> sums, float* y, int p) =>
        ((Vector256.ConvertToSingle(sums) * Vector256.Load(_scales + p)) + Vector256.Load(_bias + p)).Store(y);

    private void Three(sbyte* panel, short* x, float* y, int pairs, int p)
    {
        int* x0 = (int*)x, x1 = x0 + pairs, x2 = x1 + pairs;
        Vector256<int> l0 = default, l1 = default, l2 = default, h0 = default, h1 = default, h2 = default;
        for (var k = 0; k < pairs; k++, panel += 2 * Panel)
        {
            var low = Avx2.ConvertToVector256Int16(Vector128.Load(panel));
            var high = Avx2.ConvertToVector256Int16(Vector128.Load(panel + Panel));
            var v = Vector256.Create(x0[k]).AsInt16();
            l0 += Avx2.MultiplyAddAdjacent(v, low);
            h0 += Avx2.MultiplyAddAdjacent(v, high);
            v = Vector256.Create(x1[k]).AsInt16();
            l1 += Avx2.MultiplyAddAdjacent(v, low);
            h1 += Avx2.MultiplyAddAdjacent(v, high);
            v = Vector256.Create(x2[k]).AsInt16();
            l2 += Avx2.MultiplyAddAdjacent(v, low);
            h2 += Avx2.MultiplyAddAdjacent(v, high);
        }

        Store(l0, y, p);
        Store(h0, y + 8, p + 8);
        Store(l1, y + Outputs, p);
        Store(h1, y + Outputs + 8, p + 8);
        Store(l2, y + (2 * Outputs), p);
        Store(h2, y + (2 * Outputs) + 8, p + 8);
    }

    private void One(sbyte* panel, short* x, float* y, int pairs, int p)
    {
        Vector256<int> low = default, high = default;
        for (var k = 0; k < pairs; k++, panel += 2 * Panel)
        {
            var v = Vector256.Create(((int*)x)[k]).AsInt16();
            low += Avx2.MultiplyAddAdjacent(v, Avx2.ConvertToVector256Int16(Vector128.Load(panel)));
            high += Avx2.MultiplyAddAdjacent(v, Avx2.ConvertToVector256Int16(Vector128.Load(panel + Panel)));
        }

        Store(low, y, p);
        Store(high, y + 8, p + 8);
    }

    /// <summary>The same for machines without these instructions.</summary>
    private void Plain(sbyte* panel, short* x, float* y, int pairs, int p)
    {
        Span<int> sums = stackalloc int[Panel];
        sums.Clear();
        for (var k = 0; k < pairs; k++, panel += 2 * Panel)
        {
            int a = x[2 * k], b = x[(2 * k) + 1];
            for (var j = 0; j < Panel; j++)
            {
                sums[j] += (a * panel[2 * j]) + (b * panel[(2 * j) + 1]);
            }
        }

        for (var j = 0; j < Panel; j++)
        {
            y[j] = (sums[j] * _scales[p + j]) + _bias[p + j];
        }
    }
}
