namespace Entente.Claims.Coding.Referring;

/// <summary>
/// "I", "my" in a quotation: its speaker. "We" is the body that speaks; of somebody in office it is the government or army spoken for; of others it is nobody, for the text does not tell who else is meant.
/// </summary>
internal sealed class SpeakerSieve : Sieve
{
    protected override Link? Find(Scene scene, Mention mention)
    {
        if (mention.Pronoun is not { Person: 1 } pronoun || scene.SpeakerOf(mention) is not { } speaker || speaker.Pronoun is { Person: 1 } || speaker.Plural)
        {
            return null;
        }

        var link = new Link("speaker", [speaker]);
        if (pronoun.Plural != true)
        {
            return speaker.Entity.IsPerson is not false ? link : null;
        }

        return speaker.Entity.Actors switch
        {
            [{ Kind: ActorKind.Person, Sector: "GOV" or "MIL" } person] when scene.Lexicon.Country(person.Country) is { } country => link with { Actors = [scene.Lexicon.Group(country, person.Sector!)] },
            [{ Kind: not (ActorKind.Person or ActorKind.Group) }] => link,
            _ => null,
        };
    }
}
