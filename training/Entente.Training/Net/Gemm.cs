using System.Runtime.Intrinsics;

namespace Entente.Training.Net;

/// <summary>Products of matrices that lie row after row: C += A · B, in blocks of six rows and 32 columns.</summary>
internal sealed unsafe class Gemm
{
    private const int Rows = 6, Columns = 32, Lanes = 16;

    private float[] _packed = [];

    /// <summary>C[m × n] = A[m × k] · B[k × n], or added to C.</summary>
    public void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int k, int n, bool add = false)
    {
        if (!add)
        {
            c[..(m * n)].Clear();
        }

        Pack(b, k, n);
        fixed (float* pa = a)
        fixed (float* pb = _packed)
        fixed (float* pc = c)
        {
            for (var j = 0; j < n; j += Columns)
            {
                var panel = pb + ((long)j * k);
                var width = Math.Min(Columns, n - j);
                var i = 0;
                if (width == Columns)
                {
                    for (; i + Rows <= m; i += Rows)
                    {
                        Six(pa + ((long)i * k), panel, pc + ((long)i * n) + j, k, n);
                    }
                }

                for (; i < m; i++)
                {
                    One(pa + ((long)i * k), panel, pc + ((long)i * n) + j, k, width);
                }
            }
        }
    }

    /// <summary>The matrix turned: [rows × columns] to [columns × rows].</summary>
    public static void Transpose(ReadOnlySpan<float> from, Span<float> to, int rows, int columns)
    {
        for (var i = 0; i < rows; i += 16)
        {
            for (var j = 0; j < columns; j++)
            {
                var last = Math.Min(rows, i + 16);
                for (var r = i; r < last; r++)
                {
                    to[(j * rows) + r] = from[(r * columns) + j];
                }
            }
        }
    }

    private void Pack(ReadOnlySpan<float> b, int k, int n)
    {
        var panels = (n + Columns - 1) / Columns;
        if (_packed.Length < panels * Columns * k)
        {
            _packed = new float[panels * Columns * k];
        }

        for (var p = 0; p < panels; p++)
        {
            var width = Math.Min(Columns, n - (p * Columns));
            for (var row = 0; row < k; row++)
            {
                var to = _packed.AsSpan((p * Columns * k) + (row * Columns), Columns);
                b.Slice((row * n) + (p * Columns), width).CopyTo(to);
                to[width..].Clear();
            }
        }
    }

    private static void Six(float* a, float* b, float* c, int k, int n)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector512<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        float* a1 = a + k, a2 = a1 + k, a3 = a2 + k, a4 = a3 + k, a5 = a4 + k;
        for (var p = 0; p < k; p++, b += Columns)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + Lanes);
            var x = Vector512.Create(a[p]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a1[p]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a2[p]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a3[p]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a4[p]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a5[p]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
        }

        Add(c, c00, c01);
        Add(c + n, c10, c11);
        Add(c + (2 * n), c20, c21);
        Add(c + (3 * n), c30, c31);
        Add(c + (4 * n), c40, c41);
        Add(c + (5 * n), c50, c51);
    }

    private static void Add(float* c, Vector512<float> low, Vector512<float> high)
    {
        (Vector512.Load(c) + low).Store(c);
        (Vector512.Load(c + Lanes) + high).Store(c + Lanes);
    }

    private static void One(float* a, float* b, float* c, int k, int width)
    {
        Vector512<float> low = default, high = default;
        for (var p = 0; p < k; p++, b += Columns)
        {
            var x = Vector512.Create(a[p]);
            low = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), low);
            high = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + Lanes), high);
        }

        var sums = stackalloc float[Columns];
        low.Store(sums);
        high.Store(sums + Lanes);
        for (var j = 0; j < width; j++)
        {
            c[j] += sums[j];
        }
    }
}
