namespace Entente.Claims.Accepting;

/// <summary>
/// Whether a text speaks of an actor: a word of the name stands in it, or a name that data/ knows the actor by, or the document is known to name it. Of a country, its people and its government
/// a text also speaks where it names a place or an office-holder of it ("Paris", "Macron"), and of an office-holder where it names the office and the country ("the French president").
/// </summary>
internal sealed class NamedActors(KnownNames names, AcceptedText text)
{
    /// <summary>Words of a name that are in many.</summary>
    private static readonly string[] Small = ["the", "of", "and", "for", "in", "on", "to", "a", "an", "de", "la", "al", "el", "van", "von"];

    /// <summary>Whether the text names it, or its office where these words of the text stand for it.</summary>
    public bool Names(Actor actor, string words) => NamesItself(actor) || NamesOffice(actor.Id, words);

    /// <summary>Whether words of the text name an office, and the text the country, of an office-holder of data/.</summary>
    public bool NamesOffice(string id, string words) => names.HoldsOffice(words) && names.CountriesOf(id).Any(Names);

    /// <summary>Whether the text speaks of a country or an organisation, by its code or id.</summary>
    public bool Names(string id) => text.Known.Contains(id) || names.Of(id).Any(text.Holds) || names.Within(id).Any(text.Holds)
        || (id.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && names.Countries.Contains(id[..colon]) && Names(id[..colon]));

    /// <summary>Whether a word that tells this name from others stands in the text.</summary>
    public bool HoldsWordOf(string name)
    {
        var words = AcceptedText.Words(name).Where(w => !Small.Contains(w, StringComparer.OrdinalIgnoreCase)).ToArray();
        var proper = words.Where(w => char.IsUpper(w[0]) || char.IsDigit(w[0])).ToArray();
        return (proper.Length > 0 ? proper : words).Any(text.Holds) || text.Known.Contains(name);
    }

    /// <summary>Why an id and a name of data/ do not go together; null when they do, or the id stands in no table.</summary>
    public string? Mismatch(Actor actor)
    {
        var known = names.Of(actor.Id);
        if (known.Count == 0 || known.Contains(actor.Name) || names.Within(actor.Id).Contains(actor.Name, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var words = known.SelectMany(AcceptedText.Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return AcceptedText.Words(actor.Name).Any(w => words.Contains(w) && !Small.Contains(w, StringComparer.OrdinalIgnoreCase)) ? null : $"the id {actor.Id} is {known.First()}, not '{Fields.Shown(actor.Name)}'";
    }

    /// <summary>What does not go together in a country's kind, id and country, with the member to be put right; null when all does.</summary>
    public (string Member, string Fault)? Misfit(Actor actor)
    {
        var code = actor.Id.Split(':')[0];
        if (!names.Countries.Contains(code))
        {
            return null;
        }

        return actor.Id == code && actor.Kind is ActorKind.Outlet or ActorKind.Agency or ActorKind.Person or ActorKind.Organisation
                ? ("kind", $"{code} is a country and no {CodedNames.Of(actor.Kind)}. Write the kind country, or who it is of the country by an id of its own")
            : actor.Country is { } country && country != code ? ("country", $"the id {actor.Id} is of {code}, not of {country}. Write {code}, or leave country out")
            : null;
    }

    /// <summary>Why words cannot stand for an actor: they are the name of another country. Null when they can.</summary>
    public string? Contradiction(Actor actor, TextSpan span)
    {
        var words = OneLine.Of(span.In(text.Text));
        var called = names.CountriesCalled(words);
        var own = Side(actor);
        return called.Count == 0 || own is null || called.Contains(own) || actor.Kind is not (ActorKind.Country or ActorKind.Government or ActorKind.Group) ? null : $"the words '{words}' name {string.Join(" or ", called)}, not {own}";
    }

    private bool NamesItself(Actor actor) => text.Known.Contains(actor.Id) || names.Of(actor.Id).Any(text.Holds) || HoldsWordOf(actor.Name) || (Side(actor) is { } side && actor.Kind is not ActorKind.Person && Names(side));

    /// <summary>The country that the actor is, or is of.</summary>
    private string? Side(Actor actor) => names.Countries.Contains(actor.Id) ? actor.Id
        : actor.Id.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && names.Countries.Contains(actor.Id[..colon]) ? actor.Id[..colon]
        : actor.Country is { } country && names.Countries.Contains(country) && actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Group ? country : null;
}
