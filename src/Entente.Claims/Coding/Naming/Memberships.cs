namespace Entente.Claims.Coding.Naming;

/// <summary>Who is or was what in which organisation, bloc or treaty (data/memberships.tsv), for those who ask about an actor.</summary>
internal sealed class Memberships
{
    private readonly ILookup<string, TableRow> _byActor;
    private readonly ILookup<string, TableRow> _byOrganisation;
    private readonly Dictionary<string, string> _names;

    private Memberships(Table memberships, Table organisations, Table agreements)
    {
        _byActor = memberships.Rows.ToLookup(r => r.Required("actor"), StringComparer.Ordinal);
        _byOrganisation = memberships.Rows.ToLookup(r => r.Required("organisation"), StringComparer.Ordinal);
        _names = organisations.Rows.Select(r => ("org:" + r.Required("id"), r.Required("name")))
            .Concat(agreements.Rows.Select(r => ("agreement:" + r.Required("id"), r.Required("name")))).ToDictionary(StringComparer.Ordinal);
    }

    public static Memberships Load() => new(Table.Shipped("memberships"), Table.Shipped("organisations"), Table.Shipped("agreements"));

    /// <summary>What an actor is on a day; without a day what it is still. "NATO: member since 2023-04-04".</summary>
    public IReadOnlyList<string> Of(string actor, DateOnly? day) =>
        [.. _byActor[actor].Where(r => IsOn(r, day)).Select(r => Told(r, r.Required("organisation")))];

    /// <summary>Who is what in an organisation or treaty on a day; without a day who is still. "Finland" is told by its code: "FIN: member since 2023-04-04".</summary>
    public IReadOnlyList<string> In(string organisation, DateOnly? day) =>
        [.. _byOrganisation[organisation].Where(r => IsOn(r, day)).Select(r => Told(r, r.Required("actor")))];

    /// <summary>The same for some standings only: the permanent members, the candidates.</summary>
    public IReadOnlyList<string> In(string organisation, DateOnly? day, IReadOnlyList<string> standings) =>
        [.. _byOrganisation[organisation].Where(r => standings.Contains(r.Required("standing")) && IsOn(r, day)).Select(r => Told(r, r.Required("actor")))];

    private static bool IsOn(TableRow row, DateOnly? day) => day is { } d ? row.When().Contains(d) : row["to"] is null;

    private string Told(TableRow row, string who) => $"{_names.GetValueOrDefault(who, who)}: {row.Required("standing")} since {row.Required("from")}";
}
