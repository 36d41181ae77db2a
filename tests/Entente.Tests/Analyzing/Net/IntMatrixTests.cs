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
                packed[(j / 16 * 16 * inputs) + (i / 2 * 32) + (j % 16 * 2) + (i % 2)] = (byte)weights[i, j];
            }
        }

        var scales = Enumerable.Repeat(0.5f, outputs).ToArray();
        var bias = Enumerable.Range(0, outputs).Select(j => (float)j).ToArray();
        var x = Enumerable.Range(0, count * inputs).Select(_ => (short)random.Next(-3000, 3001)).ToArray();
        var y = new float[count * outputs];
        var matrix = new IntMatrix(inputs, Kept<byte>(packed), Kept<float>(scales), Kept<float>(bias));
        fixed (short* px = x)
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
        float[] from = [0, 1, -1, 0.0004f, 0.0005f, -0.0005f, 31.99f, 40, -40, 1e9f, -1e9f, 0.5f, 2, 3, 4, 5];
        var to = new short[16];
        fixed (float* pf = from)
        fixed (short* pt = to)
        {
            Fixed.Round(pf, pt, 16);
        }

        to.ShouldBe([0, 1024, -1024, 0, 1, -1, 32758, 32767, -32767, 32767, -32767, 512, 2048, 3072, 4096, 5120]);
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
