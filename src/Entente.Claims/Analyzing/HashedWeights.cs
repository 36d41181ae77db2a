using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Claims.Analyzing;

/// <summary>
/// A linear model of one yes-or-no question as it lies in the model file: one signed byte a weight, at the place that the feature's hash names
/// (feature hashing, Weinberger et al. 2009). Features that share a place shared it in training too. Scores are sums of whole numbers, the same everywhere.
/// </summary>
internal readonly unsafe struct HashedWeights
{
    private readonly sbyte* _weights;
    private readonly uint _mask;

    /// <param name="weights">A power of two of bytes, in memory that nothing moves.</param>
    public HashedWeights(ReadOnlySpan<byte> weights)
    {
        _weights = (sbyte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(weights));
        _mask = (uint)weights.Length - 1;
    }

    /// <summary>Above zero is yes.</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            sum += _weights[feature & _mask];
        }

        return sum;
    }
}

/// <summary>Collects the hashed features of one question.</summary>
internal ref struct FeatureList(Span<uint> keys)
{
    private readonly Span<uint> _keys = keys;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<uint> Keys => _keys[..Count];

    /// <summary>Adds a feature of the next template.</summary>
    public void Add(uint a, uint b = 0, uint c = 0, uint d = 0)
    {
        var hash = ((uint)Count + 1) * 0x9E3779B1;
        hash = (hash ^ a) * 0x85EBCA6B;
        hash = ((hash ^ (hash >> 15)) + b) * 0xC2B2AE35;
        hash = ((hash ^ (hash >> 13)) + c) * 0x27D4EB2F;
        hash = ((hash ^ (hash >> 15)) + d) * 0x165667B1;
        _keys[Count++] = hash ^ (hash >> 14);
    }
}
