using System.Runtime.CompilerServices;
namespace Entente.Claims.Analyzing.Net;

/// <summary>The marks of names: 0 outside; for each kind one that begins (odd) and one that goes on (even).</summary>
internal static unsafe class NameMarks
{
    /// <summary>How many there are.</summary>
    public const int Count = 7;

    /// <summary>What the marks are called in treebanks of names, by number.</summary>
    public static readonly string[] Names = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"];

    /// <summary>The best row of marks in which a name goes on only where one of its kind stands (Viterbi 1967).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Choose(float* scores, int stride, int count, Span<byte> marks)
    {
        if (count == 0)
        {
            return;
        }

        var from = new byte[count * Count];
        Span<float> last = stackalloc float[Count];
        Span<float> next = stackalloc float[Count];
        for (var k = 0; k < Count; k++)
        {
            last[k] = k > 0 && k % 2 == 0 ? float.NegativeInfinity : scores[k];
        }

        for (var i = 1; i < count; i++)
        {
            var any = Network.Best(last);
            for (var k = 0; k < Count; k++)
            {
                var before = k == 0 || k % 2 == 1 ? any : last[k] >= last[k - 1] ? k : k - 1;
                from[(i * Count) + k] = (byte)before;
                next[k] = last[before] + scores[((long)i * stride) + k];
            }

            next.CopyTo(last);
        }

        var at = Network.Best(last);
        for (var i = count - 1; i >= 0; i--)
        {
            marks[i] = (byte)at;
            at = from[(i * Count) + at];
        }
    }
}
