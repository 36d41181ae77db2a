namespace Entente.Claims.Coding.Referring;

/// <summary>"his Russian counterpart": who holds in that country, on the day, the office that the last person named before it holds in another.</summary>
internal sealed class CounterpartSieve(DateOnly? day) : Sieve
{
    private const int Reach = 1;

    protected override Link? Find(Scene scene, Mention mention)
    {
        if (scene.Form(mention.Head) is not "counterpart" || mention.Entity.Actors is not [{ Country: { } country }])
        {
            return null;
        }

        var whose = scene.Before(mention, Reach).FirstOrDefault(m => !m.Plural && m.Entity.Actors is [{ Kind: ActorKind.Person } actor] && actor.Country != country);
        if (whose is null || scene.Lexicon.Offices.ById(whose.Entity.Actors[0].Id) is not { } person)
        {
            return null;
        }

        var spell = person.At(day);
        var offices = scene.Lexicon.Offices;
        if ((offices.Holder(country, spell.Office, day) ?? (spell.Leader ? offices.Holder(country, "leader", day) : null)) is not { } other)
        {
            return null;
        }

        Entity.Part(mention);
        mention.Entity.NoteRole(spell.Office);
        mention.Entity.IsPerson = true;
        return new Link("counterpart", [whose]) { Actors = [other.ActorAt(day)] };
    }
}
