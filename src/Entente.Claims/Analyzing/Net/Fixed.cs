using System.Runtime.Intrinsics;

namespace Entente.Claims.Analyzing.Net;

/// <summary>Numbers between layers: 16 bits with a fixed point, cut at ±32.</summary>
internal static unsafe class Fixed
{
    /// <summary>What 1 is.</summary>
    public const float One = 1024;

    /// <summary>Rounds numbers to fixed point; the count is a multiple of 16.</summary>
    public static void Round(float* from, short* to, int count)
    {
        for (var i = 0; i < count; i += 16)
        {
            Vector256.Narrow(Round(Vector256.Load(from + i)), Round(Vector256.Load(from + i + 8))).Store(to + i);
        }
    }

    // Shifted so that all numbers are positive, cutting off what follows the point rounds the same way on every machine
    private static Vector256<int> Round(Vector256<float> x)
    {
        var shifted = (x * One) + Vector256.Create(32768.5f);
        shifted = Vector256.Min(Vector256.Max(shifted, Vector256.Create(1f)), Vector256.Create(65535f));
        return Vector256.ConvertToInt32(shifted) - Vector256.Create(32768);
    }
}
