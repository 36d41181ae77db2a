namespace Entente.Claims.Coding.Quantifying;

/// <summary>Text → numbers with unit, change, what they measure and for when.</summary>
public sealed class Quantifier
{
    public static Quantifier Load() => new();

    public IReadOnlyList<Quantity> Find(AnalyzedDocument document, IReadOnlyList<TimeExpression> times) => [];
}
