using System.Runtime.InteropServices;
using Entente.Claims.Analyzing.Net;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing.Net;

public sealed unsafe class IntMatrixTests
{
    [Theory]
    [InlineData(1, 128, 16)]
    [InlineData(5, 256, 48)]
    [InlineData(6, 96, 32)]
    [InlineData(23, 256, 768)]
    public void A_product_is_exact_however_many_rows_are_taken_at_a_time(int count, int inputs, int outputs)
    {
        var random = new Random(7);
        var weights = new sbyte[inputs, outputs];
        var packed = new byte[inputs * outputs];
        for (var i = 0; i < inputs; i++)
        {
            for (var j = 0; j < outputs; j++)
            {
                weights[i, j] = (sbyte)random.Next(-127, 128);
                packed[(j / 16 * 16 * inputs) + (i / 4 * 64) + (j % 16 * 4) + (i % 4)] = (byte)weights[i, j];
            }
        }

        var scales = Enumerable.Repeat(0.5f, outputs).ToArray();
        var bias = Enumerable.Range(0, outputs).Select(j => (float)j).ToArray();
        var x = Enumerable.Range(0, IntMatrix.Rows(count) * inputs).Select(_ => (byte)random.Next(0, 128)).ToArray();
        var y = new float[IntMatrix.Rows(count) * outputs];
        var matrix = new IntMatrix(inputs, Kept<byte>(packed), Kept<float>(scales), Kept<float>(bias));
        fixed (byte* px = x)
        fixed (float* py = y)
        {
            matrix.Multiply(px, py, count);
        }

        for (var t = 0; t < count; t++)
        {
            for (var j = 0; j < outputs; j++)
            {
                var sum = 0;
                for (var i = 0; i < inputs; i++)
                {
                    sum += x[(t * inputs) + i] * weights[i, j];
                }

                y[(t * outputs) + j].ShouldBe((sum * 0.5f) + j);
            }
        }
    }

    [Fact]
    public void Numbers_are_rounded_to_the_nearest_and_cut_at_the_ends()
    {
        float[] from = [0, 1, -1, 0.03f, 0.04f, -0.04f, 3.93f, 4, 40, -4, -40, 1e9f, -1e9f, 0.5f, -0.5f, 2, .. new float[16]];
        var to = new byte[32];
        fixed (float* pf = from)
        fixed (byte* pt = to)
        {
            Fixed.Round(pf, pt, 32);
            to.Take(16).ShouldBe(new byte[] { 64, 80, 48, 64, 65, 63, 127, 127, 127, 0, 0, 127, 0, 72, 56, 96 });
            Fixed.RoundPositive(pf, pt, 32);
            to.Take(16).ShouldBe(new byte[] { 0, 16, 0, 0, 1, 0, 63, 64, 127, 0, 0, 127, 0, 8, 0, 32 });
        }
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        const int inputs = 320;
        var packed = Enumerable.Repeat((byte)127, inputs * 16).ToArray();
        var y = new float[IntMatrix.RowsTogether * 16];
        var matrix = new IntMatrix(inputs, Kept<byte>(packed), Kept<float>([.. Enumerable.Repeat(1f, 16)]), Kept<float>(new float[16]));
        fixed (byte* px = Enumerable.Repeat((byte)127, IntMatrix.RowsTogether * inputs).ToArray())
        fixed (float* py = y)
        {
            matrix.Multiply(px, py, 1);
        }

        y.Take(16).ShouldAllBe(sum => sum == 127 * 127 * inputs);
    }

    /// <summary>Bytes at a place that nothing moves, as those of a model file.</summary>
    private static ReadOnlySpan<byte> Kept<T>(T[] numbers)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes<T>(numbers);
        var kept = GC.AllocateArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(kept);
        Alive.Add(kept);
        return kept;
    }

    private static readonly List<byte[]> Alive = [];
}
