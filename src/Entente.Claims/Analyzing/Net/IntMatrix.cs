using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// A matrix of one-byte weights as it lies in the model file, multiplied with rows of seven-bit numbers (<see cref="Fixed"/>) in whole numbers: sums are exact, so their order,
/// and with it the width of the machine's vectors, does not matter.
/// The outputs stand in panels of 16; in a panel, for each four inputs, the four weights of each output lie side by side.
/// </summary>
internal readonly unsafe struct IntMatrix
{
    /// <summary>Outputs in a panel.</summary>
    public const int Panel = 16;

    /// <summary>Inputs whose weights lie side by side.</summary>
    public const int Group = 4;

    /// <summary>Rows that are multiplied together.</summary>
    public const int RowsTogether = 6;

    private readonly sbyte* _weights;
    private readonly float* _scales;
    private readonly float* _bias;

    /// <param name="inputs">A multiple of four.</param>
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

    /// <summary>Rows for which memory must be there, in and out, when so many are multiplied.</summary>
    public static int Rows(int count) => (count + RowsTogether - 1) / RowsTogether * RowsTogether;

    /// <summary>y[count × outputs] = x[count × inputs] · W, scaled, and the bias added. What stands in y up to <see cref="Rows"/> is lost.</summary>
    public void Multiply(byte* x, float* y, int count)
    {
        for (var p = 0; p < Outputs; p += Panel)
        {
            var panel = _weights + ((long)p * Inputs);
            for (var i = 0; i < count; i += RowsTogether)
            {
                var from = (int*)(x + ((long)i * Inputs));
                var to = y + ((long)i * Outputs) + p;
                if (AvxVnni.IsSupported)
                {
                    SixByDots(panel, from, to, p);
                }
                else if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
                {
                    SixBy64(panel, from, to, p);
                }
                else if (Avx2.IsSupported)
                {
                    ThreeBy32(panel, from, to, p);
                    ThreeBy32(panel, from + (3 * Inputs / Group), to + (3 * Outputs), p);
                }
                else if (Dp.IsSupported || Ssse3.IsSupported)
                {
                    for (var row = 0; row < RowsTogether; row += 2)
                    {
                        TwoBy16(panel, from + (row * Inputs / Group), to + (row * Outputs), p);
                    }
                }
                else
                {
                    Plain(panel, (byte*)from, to, p, Math.Min(RowsTogether, count - i));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SixByDots(sbyte* panel, int* x, float* y, int p)
    {
        var groups = Inputs / Group;
        int* x1 = x + groups, x2 = x1 + groups, x3 = x2 + groups, x4 = x3 + groups, x5 = x4 + groups;
        Vector256<int> l0 = default, l1 = default, l2 = default, l3 = default, l4 = default, l5 = default;
        Vector256<int> h0 = default, h1 = default, h2 = default, h3 = default, h4 = default, h5 = default;
        for (var k = 0; k < groups; k++, panel += Group * Panel)
        {
            var (low, high) = (Vector256.Load(panel), Vector256.Load(panel + 32));
            var v = Vector256.Create(x[k]).AsByte();
            l0 = AvxVnni.MultiplyWideningAndAdd(l0, v, low);
            h0 = AvxVnni.MultiplyWideningAndAdd(h0, v, high);
            v = Vector256.Create(x1[k]).AsByte();
            l1 = AvxVnni.MultiplyWideningAndAdd(l1, v, low);
            h1 = AvxVnni.MultiplyWideningAndAdd(h1, v, high);
            v = Vector256.Create(x2[k]).AsByte();
            l2 = AvxVnni.MultiplyWideningAndAdd(l2, v, low);
            h2 = AvxVnni.MultiplyWideningAndAdd(h2, v, high);
            v = Vector256.Create(x3[k]).AsByte();
            l3 = AvxVnni.MultiplyWideningAndAdd(l3, v, low);
            h3 = AvxVnni.MultiplyWideningAndAdd(h3, v, high);
            v = Vector256.Create(x4[k]).AsByte();
            l4 = AvxVnni.MultiplyWideningAndAdd(l4, v, low);
            h4 = AvxVnni.MultiplyWideningAndAdd(h4, v, high);
            v = Vector256.Create(x5[k]).AsByte();
            l5 = AvxVnni.MultiplyWideningAndAdd(l5, v, low);
            h5 = AvxVnni.MultiplyWideningAndAdd(h5, v, high);
        }

        Store(l0, h0, y, p);
        Store(l1, h1, y + Outputs, p);
        Store(l2, h2, y + (2 * Outputs), p);
        Store(l3, h3, y + (3 * Outputs), p);
        Store(l4, h4, y + (4 * Outputs), p);
        Store(l5, h5, y + (5 * Outputs), p);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SixBy64(sbyte* panel, int* x, float* y, int p)
    {
        var groups = Inputs / Group;
        int* x1 = x + groups, x2 = x1 + groups, x3 = x2 + groups, x4 = x3 + groups, x5 = x4 + groups;
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        for (var k = 0; k < groups; k++, panel += Group * Panel)
        {
            var w = Vector512.Load(panel);
            s0 += Dots(x[k], w);
            s1 += Dots(x1[k], w);
            s2 += Dots(x2[k], w);
            s3 += Dots(x3[k], w);
            s4 += Dots(x4[k], w);
            s5 += Dots(x5[k], w);
        }

        Store(s0.GetLower(), s0.GetUpper(), y, p);
        Store(s1.GetLower(), s1.GetUpper(), y + Outputs, p);
        Store(s2.GetLower(), s2.GetUpper(), y + (2 * Outputs), p);
        Store(s3.GetLower(), s3.GetUpper(), y + (3 * Outputs), p);
        Store(s4.GetLower(), s4.GetUpper(), y + (4 * Outputs), p);
        Store(s5.GetLower(), s5.GetUpper(), y + (5 * Outputs), p);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ThreeBy32(sbyte* panel, int* x, float* y, int p)
    {
        var groups = Inputs / Group;
        int* x1 = x + groups, x2 = x1 + groups;
        Vector256<int> l0 = default, l1 = default, l2 = default, h0 = default, h1 = default, h2 = default;
        for (var k = 0; k < groups; k++, panel += Group * Panel)
        {
            var (low, high) = (Vector256.Load(panel), Vector256.Load(panel + 32));
            l0 += Dots(x[k], low);
            h0 += Dots(x[k], high);
            l1 += Dots(x1[k], low);
            h1 += Dots(x1[k], high);
            l2 += Dots(x2[k], low);
            h2 += Dots(x2[k], high);
        }

        Store(l0, h0, y, p);
        Store(l1, h1, y + Outputs, p);
        Store(l2, h2, y + (2 * Outputs), p);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwoBy16(sbyte* panel, int* x, float* y, int p)
    {
        var groups = Inputs / Group;
        var x1 = x + groups;
        Vector128<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (var k = 0; k < groups; k++, panel += Group * Panel)
        {
            Vector128<sbyte> w0 = Vector128.Load(panel), w1 = Vector128.Load(panel + 16), w2 = Vector128.Load(panel + 32), w3 = Vector128.Load(panel + 48);
            a0 = AddDots(a0, x[k], w0);
            a1 = AddDots(a1, x[k], w1);
            a2 = AddDots(a2, x[k], w2);
            a3 = AddDots(a3, x[k], w3);
            b0 = AddDots(b0, x1[k], w0);
            b1 = AddDots(b1, x1[k], w1);
            b2 = AddDots(b2, x1[k], w2);
            b3 = AddDots(b3, x1[k], w3);
        }

        Store(Vector256.Create(a0, a1), Vector256.Create(a2, a3), y, p);
        Store(Vector256.Create(b0, b1), Vector256.Create(b2, b3), y + Outputs, p);
    }

    private static Vector128<int> AddDots(Vector128<int> sums, int four, Vector128<sbyte> weights)
    {
        // Seven bits are as good signed as unsigned, which is what Arm's dot product wants
        var v = Vector128.Create(four);
        return Dp.IsSupported
            ? Dp.DotProduct(sums, v.AsSByte(), weights)
            : sums + Sse2.MultiplyAddAdjacent(Ssse3.MultiplyAddAdjacent(v.AsByte(), weights), Vector128.Create((short)1));
    }

    private static Vector512<int> Dots(int four, Vector512<sbyte> weights) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(Vector512.Create(four).AsByte(), weights), Vector512.Create((short)1));

    private static Vector256<int> Dots(int four, Vector256<sbyte> weights) =>
        Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Create(four).AsByte(), weights), Vector256.Create((short)1));

    private void Store(Vector256<int> low, Vector256<int> high, float* y, int p)
    {
        ((Vector256.ConvertToSingle(low) * Vector256.Load(_scales + p)) + Vector256.Load(_bias + p)).Store(y);
        ((Vector256.ConvertToSingle(high) * Vector256.Load(_scales + p + 8)) + Vector256.Load(_bias + p + 8)).Store(y + 8);
    }

    /// <summary>The same for machines without these instructions.</summary>
    private void Plain(sbyte* weights, byte* x, float* y, int p, int rows)
    {
        Span<int> sums = stackalloc int[Panel];
        for (var row = 0; row < rows; row++, x += Inputs, y += Outputs)
        {
            sums.Clear();
            var panel = weights;
            for (var k = 0; k < Inputs; k += Group, panel += Group * Panel)
            {
                for (var j = 0; j < Panel * Group; j++)
                {
                    sums[j / Group] += x[k + (j % Group)] * panel[j];
                }
            }

            for (var j = 0; j < Panel; j++)
            {
                y[j] = (sums[j] * _scales[p + j]) + _bias[p + j];
            }
        }
    }
}
