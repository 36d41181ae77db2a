namespace Entente.Claims.Analyzing;

/// <summary>The hash that names words and features in the model. It is part of the model's format: the same on every machine and run.</summary>
internal static class Mix
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>Begins the key of a feature template.</summary>
    public static ulong Seed(int template) => Then((ulong)template * 0xD1B54A32D192ED03, 0xA5A5A5A5);

    /// <summary>Adds one atom to a key.</summary>
    public static ulong Then(ulong key, uint atom)
    {
        key = (key + atom) * Factor;
        return key ^ (key >> 29);
    }

    /// <summary>Ends a key: every bit depends on every atom.</summary>
    public static ulong End(ulong key)
    {
        key *= 0xBF58476D1CE4E5B9;
        return key ^ (key >> 32);
    }

    /// <summary>Adds one character to the hash of a word (FNV-1a).</summary>
    public static uint Add(uint hash, char c) => (hash ^ c) * 16777619;

    /// <summary>The hash of no characters.</summary>
    public const uint Empty = 2166136261;

    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = Empty;
        foreach (var c in word)
        {
            hash = Add(hash, c);
        }

        return hash;
    }
}
