using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>The offices of data/role-nouns.tsv, by whatever word texts call them: "premier" and "prime minister" are one.</summary>
internal sealed class OfficeNames
{
    /// <summary>"Leader", "ruler" and the like name whoever has most to say, and no office.</summary>
    private const string NoOffice = "leader";
    private const string OfCountry = " of ";

    private static readonly Lazy<OfficeNames> Shipped = new(() => new OfficeNames(Table.Shipped("role-nouns"), Table.Shipped("offices"), Table.Shipped("countries")));

    private readonly Dictionary<string, string> _offices;
    private readonly ILookup<string, string> _nouns;
    private readonly HashSet<string> _several;
    private readonly Dictionary<string, string> _countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<(string Person, string Office, string Country), DateInterval> _terms;

    private OfficeNames(Table nouns, Table holders, Table countries)
    {
        var offices = nouns.Rows.Where(r => r["kind"] == "office" && r["office"] is not (null or NoOffice)).Select(r => (Noun: r.Required("noun"), Office: r.Required("office"))).ToArray();
        _offices = offices.ToDictionary(o => o.Noun, o => o.Office, StringComparer.OrdinalIgnoreCase);
        _nouns = offices.ToLookup(o => o.Office, o => o.Noun, StringComparer.Ordinal);
        _several = [.. holders.Rows.Where(r => r["several"] == "yes" && r["org"] is null).Select(r => r.Required("office"))];
        foreach (var (name, code) in countries.Rows.SelectMany(r => r.List("aliases").Prepend(r.Required("name")).Select(n => (n, r.Required("iso3")))))
        {
            _countries.TryAdd(name, code);
            _countries.TryAdd("the " + name, code);
        }

        _terms = holders.Rows.Where(r => r["country"] is not null).ToLookup(r => (r.Required("person"), r.Required("office"), r.Required("country")), r => r.When());
    }

    /// <summary>From the shipped tables, which are read once.</summary>
    public static OfficeNames Load() => Shipped.Value;

    /// <summary>The office that the words name and nothing beside it; null where they name none, or tell more ("former president").</summary>
    public string? Of(string? words) => words is not null && _offices.TryGetValue(words.Trim(), out var office) ? office : null;

    /// <summary>The same of a holder who is of that country: "President of Kenya" says no more than "President".</summary>
    public string? Of(string? words, string? country) => Of(words) ?? (words?.LastIndexOf(OfCountry, StringComparison.OrdinalIgnoreCase) is { } at and > 0
        && country is not null && _countries.TryGetValue(words[(at + OfCountry.Length)..].Trim(), out var code) && code == country ? Of(words[..at]) : null);

    /// <summary>All words for an office; those given, where they name none.</summary>
    public IReadOnlyList<string> Words(string words) => Of(words) is { } office ? [.. _nouns[office].Order(StringComparer.Ordinal)] : [words];

    /// <summary>Whether a person is known to have held the office before that time and not during it.</summary>
    internal bool HadLeft(string person, string office, string country, DateInterval time)
    {
        var terms = _terms[(person, office, country)].ToArray();
        return Array.Exists(terms, t => t.Latest < time.Earliest) && !Array.Exists(terms, t => (t.Earliest is null || t.Earliest <= time.Latest) && (t.Latest is null || t.Latest >= time.Earliest));
    }

    /// <summary>Whether a country has one holder of the office at a time.</summary>
    internal bool HasOneHolder(string office) => _nouns.Contains(office) && !_several.Contains(office);
}
