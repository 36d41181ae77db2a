namespace Entente.Claims;

/// <summary>Somebody or something that acts, speaks or is acted upon.</summary>
/// <param name="Id">Stable: a row of data/ ("CHN", "person:xi-jinping", "org:nato"), or a slug of the words for one that is not there ("name:bruno-macaes").</param>
/// <param name="Name">The name to show.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind)
{
    /// <summary>Codes of <see cref="Country"/> that are no state's: intergovernmental and non-governmental organisations, militant groups, movements and companies that are of no country.</summary>
    public static IReadOnlyList<string> OfNoState { get; } = ["IGO", "NGO", "IMG", "ISM", "MNC"];

    /// <summary>ISO 3166-1 alpha-3, "XKX" for Kosovo, or one of <see cref="OfNoState"/>.</summary>
    public string? Country { get; init; }

    /// <summary>The state that it belongs to: <see cref="Country"/>, where that is one; null for those of no country.</summary>
    public string? State => Country is { } code && !OfNoState.Contains(code) ? code : null;

    /// <summary>PLOVER sector (GOV, MIL, MED …); null for the state itself.</summary>
    public string? Sector { get; init; }
}

/// <summary>What kind of actor.</summary>
public enum ActorKind
{
    /// <summary>A state or territory.</summary>
    Country,

    /// <summary>A government or a part of it: ministry, parliament, army, court.</summary>
    Government,

    /// <summary>An intergovernmental organisation or bloc.</summary>
    Organisation,

    Person,

    /// <summary>A company, bank, university, party or other body.</summary>
    Body,

    /// <summary>A newspaper, broadcaster or site.</summary>
    Outlet,

    /// <summary>A news agency.</summary>
    Agency,

    /// <summary>People taken together: "the Chinese", "protesters", "officials".</summary>
    Group,
}

/// <summary>The words of a text that name an actor.</summary>
public sealed record ActorMention(TextSpan Span, Actor Actor)
{
    /// <summary>The office or post, as the text or data/ has it ("foreign ministry spokesman").</summary>
    public string? Role { get; init; }

    /// <summary>
    /// How the words were linked to the actor: by tables and the date ("name", "demonym", "capital", "office", "members", "place"), or to other words of the text
    /// ("surname", "acronym", "title", "counterpart", "outlet", "noun", "both", "relative", "speaker", "pronoun").
    /// </summary>
    public string? Via { get; init; }

    /// <summary>The words of the text that these go back to, where they stand for others: of "he" the name or noun that it means. Null for what names its actor by itself.</summary>
    public TextSpan? Antecedent { get; init; }

    /// <summary>Of one word or phrase that stands for several ("the two leaders"): the others. Each is listed as a mention of its own with the same span.</summary>
    public bool Shared { get; init; }
}

/// <summary>A place name and where it is.</summary>
public sealed record PlaceMention(TextSpan Span, string Name)
{
    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}
