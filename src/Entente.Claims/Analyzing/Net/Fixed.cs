using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// Numbers between layers: seven bits with a fixed point. Products of two of them with weights of one byte fit 16 bits, which every machine with vectors can do;
/// finer steps gained nothing (EWT dev: 0.01 points of tags).
/// </summary>
internal static unsafe class Fixed
{
    /// <summary>What 1 is.</summary>
    public const float One = 16;

    /// <summary>What 0 is, of numbers that may be negative: they reach from −4 to 3.94.</summary>
    public const int Zero = 64;

    private const float Most = 127;

    /// <summary>Rounds numbers to fixed point; the count is a multiple of 32.</summary>
    public static void Round(float* from, byte* to, int count) => Round(from, to, count, Zero);

    /// <summary>The same for numbers of which only the positive ones count: they reach from 0 to 7.94.</summary>
    public static void RoundPositive(float* from, byte* to, int count) => Round(from, to, count, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Round(float* from, byte* to, int count, int zero)
    {
        // With numbers that are positive, cutting off what follows the point rounds the same way on every machine
        var shift = Vector256.Create(zero + 0.5f);
        for (var i = 0; i < count; i += 32)
        {
            var low = Vector256.Narrow(Whole(from + i, shift), Whole(from + i + 8, shift));
            var high = Vector256.Narrow(Whole(from + i + 16, shift), Whole(from + i + 24, shift));
            Vector256.Narrow(low, high).AsByte().Store(to + i);
        }
    }

    private static Vector256<int> Whole(float* from, Vector256<float> shift)
    {
        var shifted = (Vector256.Load(from) * One) + shift;
        return Vector256.ConvertToInt32(Vector256.Min(Vector256.Max(shifted, Vector256<float>.Zero), Vector256.Create(Most)));
    }
}
