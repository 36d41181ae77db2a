using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// The bends of the network, made of additions, products and quotients only, so that they are the same on every machine:
/// x(27 + x²)/(27 + 9x²), a Padé form of the hyperbolic tangent that reaches ±1 with slope 0 at ±3.
/// The network is trained with the same forms, so that they need not be close to the functions they are named after.
/// </summary>
internal static class Squash
{
    private const float Edge = 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var (above, below) = Parts(x);
        return above / below;
    }

    /// <summary>Two sigmoids, (tanh(x/2) + 1)/2, with one quotient between them: quotients are what takes time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> X, Vector256<float> Y) Sigmoids(Vector256<float> x, Vector256<float> y)
    {
        var (aboveX, belowX) = Parts(x * 0.5f);
        var (aboveY, belowY) = Parts(y * 0.5f);
        var one = Vector256.Create(0.5f) / (belowX * belowY);
        return ((aboveX * belowY * one) + Vector256.Create(0.5f), (aboveY * belowX * one) + Vector256.Create(0.5f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Above, Vector256<float> Below) Parts(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-Edge)), Vector256.Create(Edge));
        var square = x * x;
        return (x * (square + Vector256.Create(27f)), (square * 9f) + Vector256.Create(27f));
    }
}
