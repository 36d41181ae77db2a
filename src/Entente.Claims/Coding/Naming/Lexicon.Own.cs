namespace Entente.Claims.Coding.Naming;

/// <content>The user's own actors, which win over data/.</content>
internal sealed partial class Lexicon
{
    private void ReadOwn(OwnActors own)
    {
        foreach (var row in own.Actors)
        {
            _row = new RowPlace("actors", row.Line);
            if (row.Kind == ActorKind.Person)
            {
                OwnPerson(row);
            }
            else if (row.Kind == ActorKind.Country)
            {
                OwnNames(SenseKind.Country, _countries[row.Id], row, row.Aliases);
            }
            else
            {
                var kind = row.Kind is ActorKind.Outlet or ActorKind.Agency ? SenseKind.Outlet : SenseKind.Organisation;
                OwnNames(kind, _bodies.GetValueOrDefault(row.Id) ?? OwnBody(row), row, row.Aliases);
            }
        }
    }

    private Body OwnBody(OwnActor row)
    {
        var body = new Body(new Actor(row.Id, row.Name, row.Kind) { Country = row.Country, Sector = row.Sector }, CodedNames.Of(row.Kind), row.When);
        _bodies.Add(row.Id, body);
        return body;
    }

    private void OwnPerson(OwnActor row)
    {
        var person = Offices.AddOwn(row, _row);
        OwnNames(SenseKind.Person, person, row, row.Aliases);
        foreach (var surname in row.Surnames)
        {
            Phrase(new Sense(SenseKind.Surname, person, surname) { Own = true });
        }

        NoteGivenName(person.Name);
    }

    private void OwnNames(SenseKind kind, object what, OwnActor row, IReadOnlyList<string> aliases)
    {
        foreach (var name in aliases.Prepend(row.Name))
        {
            Phrase(new Sense(kind, what, name) { Own = true });
        }
    }
}
