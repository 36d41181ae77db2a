using System.Runtime.Intrinsics;
using Entente.Claims.Analyzing.Net;

namespace Entente.Training.Net;

/// <summary>The forms of <see cref="Squash"/> as training needs them, and their slopes.</summary>
internal static class Bends
{
    private const float Edge = 3;

    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-Edge)), Vector512.Create(Edge));
        var square = x * x;
        return x * (square + Vector512.Create(27f)) / ((square * 9f) + Vector512.Create(27f));
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

    public static Vector512<float> SigmoidSlope(Vector512<float> x) => TanhSlope(x * 0.5f) * 0.25f;
}
