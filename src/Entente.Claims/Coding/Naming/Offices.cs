namespace Entente.Claims.Coding.Naming;

/// <summary>Who held which office when (data/offices.tsv).</summary>
internal sealed class Offices
{
    private readonly Dictionary<string, Person> _byId = new(4096, StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _byName = new(4096, StringComparer.Ordinal);
    private readonly Dictionary<(string Where, string Office), List<Spell>> _held = [];
    private readonly List<Spell> _own = [];

    /// <summary>The person of an id; null when data/ has none.</summary>
    public Person? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads a row; the person is made at the first.</summary>
    public Person Add(TableRow row, RowPlace place)
    {
        var person = PersonOf(row.Required("person"));
        var spell = new Spell(person, row.Required("office"), row.Required("country"), row["org"], row["sector"], row["leader"] is not null, row.When()) { Row = place };
        person.Spells.Add(spell);
        if (row["several"] is not null)
        {
            return person;
        }

        var where = spell.Organisation ?? spell.Country;
        Hold(where, spell.Office, spell);
        if (spell.Leader)
        {
            Hold(where, spell.Organisation is null ? "leader" : "chief", spell);
        }

        return person;
    }

    /// <summary>Adds a spell at the head of a government, of which the office is not known.</summary>
    public Person AddLeader(string name, string country, DateInterval when, RowPlace place)
    {
        var person = PersonOf(name);
        person.Spells.Add(new Spell(person, "government", country, null, "GOV", false, when) { Row = place });
        return person;
    }

    /// <summary>Adds a person of the user's own table, who wins over those of data/ for the days of the office.</summary>
    public Person AddOwn(OwnActor row, RowPlace place)
    {
        if (!_byId.TryGetValue(row.Id, out var person))
        {
            _byId.Add(row.Id, person = new Person(row.Name, row.Id));
        }

        if (row.Office is null && person.Spells.Count > 0)
        {
            return person;
        }

        var country = row.Country ?? person.Spells[0].Country;
        var spell = new Spell(person, row.Office ?? "person", country, null, row.Sector, false, row.When) { Row = place };
        person.Spells.Add(spell);
        if (row.Office is not null)
        {
            _own.Add(spell);
        }

        return person;
    }

    // by the id, so that one person is one however a table writes the accents
    private Person PersonOf(string name)
    {
        if (!_byName.TryGetValue(name, out var person))
        {
            person = new Person(name);
            _byName.Add(name, person = _byId.TryAdd(person.Id, person) ? person : _byId[person.Id]);
        }

        return person;
    }

    /// <summary>
    /// The holder of an office of a country or organisation on a day; without a day the newest. Null when it is not known, or two may have held it:
    /// of two whose spells meet on the day it is the one who came.
    /// </summary>
    public Person? Holder(string where, string office, DateOnly? day)
    {
        if (_own.FindLast(s => s.Country == where && s.Office == office && (day is not { } d || s.When.Contains(d))) is { } own)
        {
            return own.Person;
        }

        if (!_held.TryGetValue((where, office), out var spells))
        {
            return null;
        }

        Spell? found = null;
        foreach (var spell in spells)
        {
            if (day is { } d ? !spell.When.Contains(d) : found is not null && End(spell) < End(found))
            {
                continue;
            }

            if (found is not null && found.Person != spell.Person && (day is null ? End(spell) == End(found) : !Meet(found, spell) && !Meet(spell, found)))
            {
                return null;
            }

            found = found is not null && spell.When.Earliest < found.When.Earliest ? found : spell;
        }

        return found?.Person;
    }

    /// <summary>
    /// The day that fits a document of unknown date best: most of the persons it names hold an office then, above all the offices that it gives them.
    /// Of such days the nearest to a known lower bound, else the newest; null when nobody is named.
    /// </summary>
    public static DateOnly? LikelyDay(IReadOnlyCollection<(Person Person, string? Office)> named, DateInterval within)
    {
        DateOnly? best = null;
        var most = 0;
        var old = within is { Earliest: not null, Latest: null };
        foreach (var candidate in named.SelectMany(p => p.Person.Spells).Select(s => s.When.Latest?.AddDays(-1) ?? within.Latest ?? s.When.Earliest!.Value.AddDays(1)))
        {
            if (!within.Contains(candidate))
            {
                continue;
            }

            var count = named.Sum(p => Fit(p.Person, p.Office, candidate));
            if (count > most || count == most && (old ? candidate < best : candidate > best))
            {
                (best, most) = (candidate, count);
            }
        }

        return best;
    }

    private static int Fit(Person person, string? office, DateOnly day)
    {
        var fit = 0;
        foreach (var spell in person.Spells)
        {
            if (spell.When.Contains(day))
            {
                fit = Math.Max(fit, office is not null && (spell.Office == office || office == "leader" && spell.Leader) ? 3 : 1);
            }
        }

        return fit;
    }

    private static DateOnly End(Spell spell) => spell.When.Latest ?? DateOnly.MaxValue;

    private static bool Meet(Spell first, Spell second) => first.When.Latest == second.When.Earliest;

    private void Hold(string where, string office, Spell spell)
    {
        if (!_held.TryGetValue((where, office), out var spells))
        {
            _held.Add((where, office), spells = []);
        }

        spells.Add(spell);
    }
}
