using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// Chooses a word's tag: first the universal part of speech whose tags together are most likely, then the best of its tags.
/// One tag alone may lead where its part of speech does not: an adjective may be split over three Penn tags.
/// </summary>
internal sealed unsafe class TagChooser
{
    private readonly byte[] _parts;
    private readonly int _partCount;

    public TagChooser(TagSet tags)
    {
        var parts = tags.Upos.Distinct(StringComparer.Ordinal).ToArray();
        _parts = [.. tags.Upos.Select(u => (byte)Array.IndexOf(parts, u))];
        _partCount = parts.Length;
    }

    /// <summary>The number of the tag. Scores are changed; their count is filled up to a multiple of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte Choose(float* scores)
    {
        var count = _parts.Length;
        var best = Network.Best(new ReadOnlySpan<float>(scores, count));
        var most = Vector256.Create(scores[best]);
        Span<float> sums = stackalloc float[_partCount];
        sums.Clear();
        for (var k = 0; k < count; k += 8)
        {
            Chance(Vector256.Load(scores + k) - most).Store(scores + k);
        }

        for (var k = 0; k < count; k++)
        {
            sums[_parts[k]] += scores[k];
        }

        var part = Network.Best(sums);
        if (_parts[best] == part)
        {
            return (byte)best;
        }

        best = Array.IndexOf(_parts, (byte)part);
        for (var k = best + 1; k < count; k++)
        {
            best = _parts[k] == part && scores[k] > scores[best] ? k : best;
        }

        return (byte)best;
    }

    // e^x as (1 + x/256)^256: products only, the same on every machine
    private static Vector256<float> Chance(Vector256<float> x)
    {
        var y = Vector256.Max((x * (1f / 256)) + Vector256<float>.One, Vector256<float>.Zero);
        for (var i = 0; i < 8; i++)
        {
            y *= y;
        }

        return y;
    }
}
