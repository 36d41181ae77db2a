namespace Entente.Claims.Coding.Judging;

/// <summary>Trees → every word that tells of an event or state, with how it is told there.</summary>
public sealed class Judge
{
    public static Judge Load() => new();

    public IReadOnlyList<Predicate> Find(AnalyzedDocument document) => [];
}
