namespace Entente.Claims.Coding.Naming;

/// <summary>What one phrase, taken by itself, names. What is not known is null.</summary>
/// <param name="Country">ISO 3166-1 alpha-3, or IGO NGO IMG MNC.</param>
/// <param name="Sector">PLOVER sector; null for the state itself.</param>
/// <param name="Name">The name to show, of somebody or something that data/ knows.</param>
public sealed record NamedPhrase(string? Country, string? Sector, string? Name);

/// <summary>Resolves single phrases as they stand in the actor column of event data: "President Tokayev", "Kyiv police", "group of thieves".</summary>
internal sealed class PhraseNamer(Namer namer, Lexicon lexicon)
{
    public NamedPhrase Resolve(string phrase, DateOnly? day)
    {
        var names = namer.Find(Document(phrase), day, out _);
        if (Main(names.Actors, phrase) is not { } main)
        {
            return OfPlace(names, phrase);
        }

        var actor = main.Actor;
        var country = actor.Country ?? names.Actors.Select(a => a.Actor.Country).FirstOrDefault(c => c is not null) ?? names.Places.Select(p => p.Country).FirstOrDefault(c => c is not null);
        var name = main.Via == "capital" && lexicon.Capital(main.Span.In(phrase)) is { } capital ? capital : IsListed(actor) ? actor.Name : null;
        return new NamedPhrase(country, actor.Sector, name);
    }

    /// <summary>A phrase as a document of its own.</summary>
    public static AnalyzedDocument Document(string phrase)
    {
        var whole = new TextSpan(0, phrase.Length);
        return new AnalyzedDocument(new Document("phrase", phrase, [new Block(whole, BlockRole.Body, whole)]), [], []);
    }

    // "CHN", "person:…", "org:…", "name:…", but not "CHN:GOV" and "group:…"
    private static bool IsListed(Actor actor) => !actor.Id.Contains(':', StringComparison.Ordinal) || char.IsLower(actor.Id[0]) && !actor.Id.StartsWith("group:", StringComparison.Ordinal);

    // a person before a body, a body before a group, a group before a state: the head of a phrase is what it ends in
    private static ActorMention? Main(IReadOnlyList<ActorMention> actors, string phrase) => actors
        .Where(a => a.Via != "pronoun" && !a.Shared)
        .OrderByDescending(a => a.Actor.Kind switch { ActorKind.Person => 4, ActorKind.Country => a.Span.Length == phrase.Length ? 2 : 0, _ => IsListed(a.Actor) ? 3 : 2 })
        .ThenBy(a => a.Span).FirstOrDefault();

    private NamedPhrase OfPlace(Names names, string phrase)
    {
        if (names.Places.Count == 0 || names.Places[0] is not { } place)
        {
            return new NamedPhrase(null, null, null);
        }

        var alone = place.Span.Length >= phrase.Length - 4;
        return new NamedPhrase(lexicon.Country(place.Country) is null ? null : place.Country, alone && place.Country is not null ? "CVL" : null, alone ? place.Name : null);
    }
}
