namespace Entente.Claims.Coding.Quantifying;

/// <summary>Quantities → claims of kind figure and count.</summary>
public static class FigureCoder
{
    public static IEnumerable<Claim> Code(Findings findings) => [];
}
