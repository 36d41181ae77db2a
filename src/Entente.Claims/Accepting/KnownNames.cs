using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Accepting;

/// <summary>By which names the tables of data/ know an actor, and the codes that they hold.</summary>
internal sealed class KnownNames
{
    /// <summary>What the id of a place begins with; data/places.tsv goes by names.</summary>
    public const string Place = "place:";

    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);

    /// <summary>Names of a country's places and office-holders: where these stand, the text speaks of the country too.</summary>
    private readonly Dictionary<string, HashSet<string>> _within = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _countriesCalled = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, HashSet<string>> _countriesOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _offices = new(Table.Shipped("role-nouns").Rows.SelectMany(r => new[] { r.Required("noun"), r["plural"] ?? "" }).Where(n => n.Length > 0), StringComparer.OrdinalIgnoreCase);

    private KnownNames()
    {
    }

    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Codes { get; } = new(Actor.OfNoState, StringComparer.Ordinal);

    public IReadOnlyList<string> Sectors { get; } = [.. Table.Shipped("sectors").Rows.Select(r => r.Required("code"))];

    public static KnownNames Load()
    {
        var names = new KnownNames();
        names.ReadCountries();
        names.ReadBodies();
        names.ReadPersons();
        return names;
    }

    /// <summary>What an id of data/ is called; empty for one that is not there.</summary>
    public IReadOnlyCollection<string> Of(string id) => _names.GetValueOrDefault(id) ?? [];

    /// <summary>What stands for a country in a text besides its own names.</summary>
    public IReadOnlyCollection<string> Within(string country) => _within.GetValueOrDefault(country) ?? [];

    /// <summary>The countries that words are a name, an adjective or a demonym of.</summary>
    public IReadOnlyCollection<string> CountriesCalled(string words) => _countriesCalled.GetValueOrDefault(words) ?? [];

    /// <summary>The countries that a person of data/ holds or held an office of.</summary>
    public IReadOnlyCollection<string> CountriesOf(string person) => _countriesOf.GetValueOrDefault(person) ?? [];

    /// <summary>Whether some of the words are an office: "the French prime minister".</summary>
    public bool HoldsOffice(string words)
    {
        var all = AcceptedText.Words(words).ToArray();
        return Enumerable.Range(0, all.Length).Any(i => Enumerable.Range(1, Math.Min(4, all.Length - i)).Any(n => _offices.Contains(string.Join(' ', all.Skip(i).Take(n)))));
    }

    private void ReadCountries()
    {
        foreach (var row in Table.Shipped("countries").Rows)
        {
            var code = row.Required("iso3");
            Countries.Add(code);
            Codes.Add(code);
            foreach (var name in row.List("aliases").Concat(row.List("adjectives")).Concat(row.List("demonyms")).Prepend(row.Required("name")))
            {
                Add(_names, code, name);
                Add(_countriesCalled, name, code);
            }

            Add(_within, code, row["capital"]);
        }

        foreach (var row in Table.Shipped("places").Rows)
        {
            foreach (var name in row.List("aliases").Concat(row.List("adjectives")).Concat(row.List("demonyms")).Prepend(row.Required("name")))
            {
                Add(_names, Place + row.Required("name"), name);
                if (row["country"] is { } country)
                {
                    Add(_within, country, name);
                }
            }
        }
    }

    private void ReadBodies()
    {
        foreach (var row in Table.Shipped("organisations").Rows)
        {
            AddAll("org:" + row.Required("id"), row);
        }

        foreach (var row in Table.Shipped("outlets").Rows)
        {
            AddAll("outlet:" + Slug.Of(row.Required("name")), row);
        }

        foreach (var row in Table.Shipped("agreements").Rows)
        {
            AddAll("agreement:" + row.Required("id"), row);
        }
    }

    private void ReadPersons()
    {
        foreach (var row in Table.Shipped("offices").Rows.Concat(Table.Shipped("leaders").Rows))
        {
            var name = row.Required("person");
            var id = "person:" + Slug.Of(name);
            Add(_names, id, name);
            Add(_names, id, name[(name.LastIndexOf(' ') + 1)..]);
            Add(_countriesOf, id, row.Required("country"));
            Add(_within, row.Required("country"), name[(name.LastIndexOf(' ') + 1)..]);
        }

        foreach (var row in Table.Shipped("offices").Rows)
        {
            foreach (var other in row.List("aliases").Concat(row.List("surnames")))
            {
                Add(_names, "person:" + Slug.Of(row.Required("person")), other);
                Add(_within, row.Required("country"), other);
            }
        }
    }

    private void AddAll(string id, TableRow row)
    {
        foreach (var name in row.List("aliases").Prepend(row.Required("name")))
        {
            Add(_names, id, name);
        }
    }

    private static void Add(Dictionary<string, HashSet<string>> all, string key, string? value)
    {
        if (value is not null)
        {
            if (!all.TryGetValue(key, out var some))
            {
                all[key] = some = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            }

            some.Add(value);
        }
    }
}
