using System.Runtime.Intrinsics;

namespace Entente.Claims.Analyzing.Net;

/// <summary>
/// The bends of the network, made of additions, products and one quotient only, so that they are the same on every machine:
/// x(27 + x²)/(27 + 9x²), a Padé form of the hyperbolic tangent that reaches ±1 with slope 0 at ±3.
/// The network is trained with the same forms, so that they need not be close to the functions they are named after.
/// </summary>
internal static class Squash
{
    private const float Edge = 3;

    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-Edge)), Vector512.Create(Edge));
        var square = x * x;
        return x * (square + Vector512.Create(27f)) / ((square * 9f) + Vector512.Create(27f));
    }

    public static Vector256<float> Tanh(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-Edge)), Vector256.Create(Edge));
        var square = x * x;
        return x * (square + Vector256.Create(27f)) / ((square * 9f) + Vector256.Create(27f));
    }

    public static Vector512<float> TanhSlope(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-Edge)), Vector512.Create(Edge));
        var square = x * x;
        var below = (square * 9f) + Vector512.Create(27f);
        var above = x * (square + Vector512.Create(27f));
        return ((((square * 3f) + Vector512.Create(27f)) * below) - (above * x * 18f)) / (below * below);
    }

    public static Vector512<float> Sigmoid(Vector512<float> x) => (Tanh(x * 0.5f) * 0.5f) + Vector512.Create(0.5f);

    public static Vector256<float> Sigmoid(Vector256<float> x) => (Tanh(x * 0.5f) * 0.5f) + Vector256.Create(0.5f);

    public static Vector512<float> SigmoidSlope(Vector512<float> x) => TanhSlope(x * 0.5f) * 0.25f;
}
