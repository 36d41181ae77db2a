namespace Entente.Claims.Coding.Timing;

/// <summary>Text → time expressions with the days they stand for.</summary>
public sealed class TimeTagger
{
    public static TimeTagger Load() => new();

    public IReadOnlyList<TimeExpression> Tag(AnalyzedDocument document, Publication? published) => [];
}
