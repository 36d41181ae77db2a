using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Entente.Claims.Analyzing.Net.Workspace;

namespace Entente.Claims.Analyzing.Net;

/// <summary>Chooses the relation of each word to its head: what both show, added up, what is negative cut off, and weighed.</summary>
internal readonly unsafe struct RelationScorer
{
    private readonly IntMatrix _below;
    private readonly IntMatrix _above;
    private readonly IntMatrix _out;
    private readonly int _labels;
    private readonly byte _root;

    public RelationScorer(ref NetSections file, int labels, byte root)
    {
        _below = file.Matrix();
        _above = file.Matrix();
        _out = file.Matrix();
        _labels = labels;
        _root = root;
    }

    /// <summary>Takes in the words of some sentences.</summary>
    public void Prepare(Workspace space, byte* input, int count)
    {
        _below.Multiply(input, space.Get<float>(Part.Below, IntMatrix.Rows(count) * _below.Outputs), count);
        _above.Multiply(input, space.Get<float>(Part.Above, IntMatrix.Rows(count) * _below.Outputs), count);
    }

    /// <summary>Writes the relation of each word of all the sentences; "root" is that of the root and of no other.</summary>
    /// <param name="above">For each word the row of its head; negative for a root.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Choose(Workspace space, ReadOnlySpan<int> above, Span<byte> labels)
    {
        var (count, rows, size) = (above.Length, IntMatrix.Rows(above.Length), _below.Outputs);
        var own = space.Get<float>(Part.Below, rows * size);
        var others = space.Get<float>(Part.Above, rows * size);
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < size && above[i] >= 0; k += 8)
            {
                var at = own + ((long)i * size) + k;
                (Vector256.Load(at) + Vector256.Load(others + ((long)above[i] * size) + k)).Store(at);
            }
        }

        var joined = space.Get<byte>(Part.Joined, rows * size);
        var scores = space.Get<float>(Part.Labels, rows * _out.Outputs);
        Fixed.RoundPositive(own, joined, count * size);
        _out.Multiply(joined, scores, count);
        for (var i = 0; i < count; i++)
        {
            var row = scores + ((long)i * _out.Outputs);
            row[_root] = float.NegativeInfinity;
            labels[i] = above[i] < 0 ? _root : (byte)Network.Best(new ReadOnlySpan<float>(row, _labels));
        }
    }
}
