using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Actors of the record, without private persons.</summary>
internal static class ActorQuery
{
    private const string Mentions = "FROM shown JOIN document d ON d.coding = shown.coding JOIN mention m ON m.document = d.id";

    private const string Parties = "FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id JOIN party y ON y.claim = c.id";

    /// <summary>The next actor and name, after one of each.</summary>
    private const string NextName = "SELECT actor, name FROM mention WHERE (actor, name) > ($1, $2) ORDER BY actor, name LIMIT 1";

    public static List<ActorRow> Rows(SqliteConnection connection) => Rows(connection, null);

    /// <param name="wanted">Only those of some ids; null for all.</param>
    public static List<ActorRow> Rows(SqliteConnection connection, IReadOnlyCollection<string>? wanted)
    {
        var ids = wanted is null ? [] : new object?[] { JsonSerializer.Serialize(wanted) };

        var isPublic = Table.Shipped("sectors").Rows.Where(r => r["office"] == "public").Select(r => r.Required("code")).ToHashSet(StringComparer.Ordinal);
        var offices = connection.Query(
            $"SELECT y.actor, c.words {Parties} WHERE c.kind = 'role' AND c.words IS NOT NULL{Of("y")} GROUP BY y.actor, c.words ORDER BY count(*) DESC, c.words", r => (Actor: r.GetString(0), Office: r.GetString(1)), ids).ToLookup(r => r.Actor, r => r.Office, StringComparer.Ordinal);
        var documents = Counts($"SELECT m.actor, count(DISTINCT d.id) {Mentions} WHERE 1{Of("m")} GROUP BY m.actor");
        var claims = Counts($"SELECT y.actor, count(DISTINCT y.claim) {Parties} WHERE 1{Of("y")} GROUP BY y.actor");
        var forms = connection.Query(Forms("1" + Of("m")), FormOf, ids);
        var inOffice = connection.Query($"SELECT DISTINCT m.actor, m.sector {Mentions} WHERE m.role IS NOT NULL AND m.sector IS NOT NULL{Of("m")}", r => (Actor: r.GetString(0), Sector: r.GetString(1)), ids)
            .Where(r => isPublic.Contains(r.Sector)).Select(r => r.Actor).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. forms.GroupBy(f => f.Actor.Id, StringComparer.Ordinal)
                .Select(g => new ActorRow(MainForm(g), documents[g.Key], g.Sum(f => f.Count), claims.GetValueOrDefault(g.Key)) { Roles = [.. offices[g.Key].Distinct(StringComparer.OrdinalIgnoreCase)] })
                .Where(a => IsShown(a, inOffice))
                .OrderByDescending(a => a.Claims).ThenByDescending(a => a.Mentions).ThenBy(a => a.Actor.Id, StringComparer.Ordinal),
        ];

        string Of(string table) => wanted is null ? "" : $" AND {table}.actor IN (SELECT value FROM json_each($1))";

        Dictionary<string, int> Counts(string sql) => connection.Query(sql, r => (Actor: r.GetString(0), Count: r.GetInt32(1)), ids).ToDictionary(c => c.Actor, c => c.Count, StringComparer.Ordinal);
    }

    /// <summary>An actor by its id, as it is named most often.</summary>
    public static Actor? One(SqliteConnection connection, string id) => connection.Query(Forms("m.actor = $1"), FormOf, id) is { Count: > 0 } forms ? MainForm(forms) : null;

    /// <summary>The actors that somebody may mean who names one: the one with this id, or else all of this name, without private persons.</summary>
    public static IReadOnlyList<Actor> Named(SqliteConnection connection, string named) => One(connection, named) is { } one
        ? [one]
        : [.. Names(connection).Where(n => IsSame(n.Name, named)).Select(n => n.Id).Distinct(StringComparer.Ordinal).Select(id => One(connection, id)).OfType<Actor>().Where(a => IsSame(a.Name, named) && (IsKnown(a.Id) || Rows(connection, [a.Id]).Count > 0))];

    /// <summary>Every id of an actor with every name that goes with it somewhere, in order. It costs what there are of these, however often each is named.</summary>
    public static List<(string Id, string Name)> Names(SqliteConnection connection)
    {
        using var next = new Statement(connection, NextName);
        var names = new List<(string Id, string Name)>();
        for (var last = ("", ""); next.All(r => (r.Text(0), r.Text(1)), last.Item1, last.Item2) is [var name]; last = name)
        {
            names.Add(name);
        }

        return names;
    }

    /// <summary>Names of countries and organisations by what they count as in a dyad.</summary>
    public static Dictionary<string, string> SideNames(SqliteConnection connection, IEnumerable<string> sides)
    {
        const string Sql = "SELECT min(name) FROM mention WHERE actor = $1 AND kind IN ('country', 'organisation')";
        return sides.Distinct(StringComparer.Ordinal).Select(s => (Side: s, Name: connection.Text(Sql, s))).Where(n => n.Name is not null).ToDictionary(n => n.Side, n => n.Name!, StringComparer.Ordinal);
    }

    /// <summary>
    /// An actor whose id begins with "name:" stands in no table: it needs a claim to be here, and a person also a public office, for private persons get no page of their own.
    /// </summary>
    private static bool IsShown(ActorRow row, HashSet<string> inOffice) =>
        IsKnown(row.Actor.Id) || (row.Claims > 0 && (row.Actor.Kind != ActorKind.Person || inOffice.Contains(row.Actor.Id)));

    private static bool IsSame(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(string id) => !id.StartsWith("name:", StringComparison.Ordinal);

    private static string Forms(string where) => $"SELECT m.actor, m.name, m.kind, m.country, m.sector, count(*) {Mentions} WHERE {where} GROUP BY m.actor, m.name, m.kind, m.country, m.sector";

    private static (Actor Actor, int Count) FormOf(SqliteDataReader r) => (Columns.Actor(r.GetString(0), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4)), r.GetInt32(5));

    /// <summary>The same actor may be mentioned in several capacities; the one met most often is shown.</summary>
    private static Actor MainForm(IEnumerable<(Actor Actor, int Count)> forms) =>
        forms.OrderByDescending(f => f.Count).ThenBy(f => f.Actor.Name, StringComparer.Ordinal).ThenBy(f => f.Actor.Sector, StringComparer.Ordinal).First().Actor;
}
