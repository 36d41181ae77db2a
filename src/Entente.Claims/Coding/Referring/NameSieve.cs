namespace Entente.Claims.Coding.Referring;

/// <summary>
/// Names again: the same words, the surname of somebody named in full ("surname"), and a name without the words that only tell what it is ("name": "Harbour Bank" for
/// "Harbour Bank Group"). Actors that data/ identifies are one by their id already; here a short form learns which words it is short for.
/// </summary>
internal sealed class NameSieve : Sieve
{
    private readonly Dictionary<string, Mention> _byActor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mention> _byWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Mention?> _bySurname = new(StringComparer.OrdinalIgnoreCase);

    protected override Link? Find(Scene scene, Mention mention)
    {
        if (mention.Kind != MentionKind.Name || mention.Named.Count > 1)
        {
            return null;
        }

        return mention.Named is [var named] ? OfActor(mention, named) : OfUnlisted(scene, mention);
    }

    private Link? OfActor(Mention mention, ActorMention named)
    {
        if (named.Actor.Kind == ActorKind.Group && named.Actor.Country is null)
        {
            return null;
        }

        var known = _byActor.TryGetValue(named.Actor.Id, out var before);
        if (!known || before!.Span.Length < mention.Span.Length && named.Via == "name")
        {
            _byActor[named.Actor.Id] = mention;
        }

        if (!known)
        {
            return null;
        }

        if (named.Via is "surname" && before!.Span.Length > mention.Span.Length)
        {
            return new Link(named.Via, [before]);
        }

        before!.Entity.Absorb(mention.Entity);
        return null;
    }

    // those who are in no table: the same words, or the last word of a person's name, when nobody else has it
    private Link? OfUnlisted(Scene scene, Mention mention)
    {
        var name = NameWords.Of(scene, mention);
        if (!name.IsName)
        {
            return null;
        }

        if (_byWords.TryGetValue(name.Words, out var same))
        {
            return new Link("name", [same]);
        }

        _byWords.Add(name.Words, mention);
        var space = name.Words.LastIndexOf(' ');
        if (space < 0)
        {
            return _bySurname.GetValueOrDefault(name.Words) is { } full && full.Entity.IsPerson == true && !scene.IsCommonNoun(name.Words) ? new Link("surname", [full]) : null;
        }

        if (mention.IsPerson == true && name.IsWhole)
        {
            var surname = name.Words[(space + 1)..];
            _bySurname[surname] = _bySurname.TryGetValue(surname, out var other) && other != mention ? null : mention;
        }

        return null;
    }
}
