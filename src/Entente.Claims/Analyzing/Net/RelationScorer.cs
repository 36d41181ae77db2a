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

    /// <summary>Writes the relation of each word; "root" is that of the root and of no other.</summary>
    public void Choose(Workspace space, short* input, ReadOnlySpan<int> heads, Span<byte> labels)
    {
        var (count, size) = (heads.Length, _below.Outputs);
        var below = space.Get<float>(Part.Below, count * size);
        var above = space.Get<float>(Part.Above, count * size);
        var joined = space.Get<short>(Part.Joined, count * size);
        var scores = space.Get<float>(Part.Labels, count * _out.Outputs);
        _below.Multiply(input, below, count);
        _above.Multiply(input, above, count);
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < size && heads[i] < count; k += 8)
            {
                var at = below + ((long)i * size) + k;
                (Vector256.Load(at) + Vector256.Load(above + ((long)heads[i] * size) + k)).Store(at);
            }
        }

        ArcScorer.Rectify(below, count * size);
        Fixed.Round(below, joined, count * size);
        _out.Multiply(joined, scores, count);
        for (var i = 0; i < count; i++)
        {
            var row = scores + ((long)i * _out.Outputs);
            row[_root] = float.NegativeInfinity;
            labels[i] = heads[i] == count ? _root : (byte)Network.Best(new ReadOnlySpan<float>(row, _labels));
        }
    }
}
