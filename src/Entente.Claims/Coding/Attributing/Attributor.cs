namespace Entente.Claims.Coding.Attributing;

/// <summary>Text → who says what, with the chain from the publisher to each source.</summary>
public sealed class Attributor
{
    public static Attributor Load() => new();

    public IReadOnlyList<Attribution> Find(Findings findings) => [];
}
