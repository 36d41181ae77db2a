namespace Entente.Claims.Coding.Naming;

/// <summary>Text → the actors and places it names, linked to data/ by the date.</summary>
public sealed class Namer
{
    public static Namer Load() => new();

    public Names Find(AnalyzedDocument document, Publication? published) => new([], []);
}

/// <summary>Actors and places of a document, each in text order.</summary>
public sealed record Names(IReadOnlyList<ActorMention> Actors, IReadOnlyList<PlaceMention> Places);
