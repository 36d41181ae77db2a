namespace Entente.Claims.Coding.Naming;

/// <summary>Who is or was what in which organisation, bloc or treaty (data/memberships.tsv), for those who ask about an actor.</summary>
internal sealed class Memberships
{
    private readonly ILookup<string, TableRow> _byActor;
    private readonly Dictionary<string, string> _names;

    private Memberships(Table memberships, Table organisations)
    {
        _byActor = memberships.Rows.ToLookup(r => r.Required("actor"), StringComparer.Ordinal);
        _names = organisations.Rows.ToDictionary(r => "org:" + r.Required("id"), r => r.Required("name"), StringComparer.Ordinal);
    }

    public static Memberships Load() => new(Table.Shipped("memberships"), Table.Shipped("organisations"));

    /// <summary>What an actor is on a day; without a day what it is still. "NATO: member since 2023-04-04".</summary>
    public IReadOnlyList<string> Of(string actor, DateOnly? day) =>
    [
        .. _byActor[actor].Where(r => day is { } d ? r.When().Contains(d) : r["to"] is null)
            .Select(r => $"{_names.GetValueOrDefault(r.Required("organisation"), r.Required("organisation"))}: {r.Required("standing")} since {r.Required("from")}"),
    ];
}
