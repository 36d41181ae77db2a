using Entente.Claims;

namespace Entente.Record.Exchanging;

/// <summary>Numbers of states by country and day (data/state-codes.tsv): Correlates of War and Gleditsch–Ward. No number for a day on which a country was not counted.</summary>
internal sealed class StateCodes
{
    private readonly ILookup<(string Iso3, string System), (string Code, DateInterval Days)> _codes;

    private StateCodes(Table table) => _codes = table.Rows.ToLookup(
        r => (r.Required("iso3"), r.Required("system")),
        r => (r.Required("code"), r.When()));

    public static StateCodes Load() => new(Table.Shipped("state-codes"));

    /// <summary>The number on a day; without a day only when the country has had one number alone.</summary>
    public string? Cow(string? country, DateOnly? day) => Of(country, "cow", day);

    /// <summary>As <see cref="Cow"/>, of Gleditsch and Ward.</summary>
    public string? GleditschWard(string? country, DateOnly? day) => Of(country, "gw", day);

    private string? Of(string? country, string system, DateOnly? day)
    {
        if (country is null)
        {
            return null;
        }

        var spells = _codes[(country, system)];
        if (day is { } known)
        {
            return spells.FirstOrDefault(s => s.Days.Contains(known)).Code;
        }

        var codes = spells.Select(s => s.Code).Distinct(StringComparer.Ordinal).ToArray();
        return codes is [var only] ? only : null;
    }
}
