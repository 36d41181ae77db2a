using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Actors of the record, without private persons.</summary>
internal static class ActorQuery
{
    private const string Mentions = "FROM shown JOIN document d ON d.coding = shown.coding JOIN mention m ON m.document = d.id";

    private const string Forms = "SELECT m.actor, m.name, m.kind, m.country, m.sector, count(*) " + Mentions + " GROUP BY m.actor, m.name, m.kind, m.country, m.sector";

    private const string Claims = """
        SELECT y.actor, count(DISTINCT y.claim) FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id JOIN party y ON y.claim = c.id GROUP BY y.actor
        """;

    private const string Offices = """
        SELECT y.actor, c.words FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id JOIN party y ON y.claim = c.id
        WHERE c.kind = 'role' AND c.words IS NOT NULL GROUP BY y.actor, c.words ORDER BY count(*) DESC, c.words
        """;

    public static List<ActorRow> Rows(SqliteConnection connection)
    {
        var isPublic = Table.Shipped("sectors").Rows.Where(r => r["office"] == "public").Select(r => r.Required("code")).ToHashSet(StringComparer.Ordinal);
        var offices = connection.Query(Offices, r => (Actor: r.GetString(0), Office: r.GetString(1))).ToLookup(r => r.Actor, r => r.Office, StringComparer.Ordinal);
        var documents = Counts(connection, $"SELECT m.actor, count(DISTINCT d.id) {Mentions} GROUP BY m.actor");
        var claims = Counts(connection, Claims);
        var forms = connection.Query(Forms, r => (Actor: Columns.Actor(r.GetString(0), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4)), Count: r.GetInt32(5)));
        var inOffice = connection.Query($"SELECT DISTINCT m.actor, m.sector {Mentions} WHERE m.role IS NOT NULL AND m.sector IS NOT NULL", r => (Actor: r.GetString(0), Sector: r.GetString(1)))
            .Where(r => isPublic.Contains(r.Sector)).Select(r => r.Actor).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. forms.GroupBy(f => f.Actor.Id, StringComparer.Ordinal)
                .Select(g => new ActorRow(MainForm(g), documents[g.Key], g.Sum(f => f.Count), claims.GetValueOrDefault(g.Key)) { Roles = [.. offices[g.Key].Distinct(StringComparer.OrdinalIgnoreCase)] })
                .Where(a => IsShown(a, inOffice))
                .OrderByDescending(a => a.Claims).ThenByDescending(a => a.Mentions).ThenBy(a => a.Actor.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>An actor by its id, as it is named most often.</summary>
    public static Actor? One(SqliteConnection connection, string id) => connection.Query(
        Forms.Replace("GROUP BY", "WHERE m.actor = $1 GROUP BY", StringComparison.Ordinal), r => (Columns.Actor(r.GetString(0), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4)), r.GetInt32(5)), id) is { Count: > 0 } forms
        ? MainForm(forms)
        : null;

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
        !row.Actor.Id.StartsWith("name:", StringComparison.Ordinal) || (row.Claims > 0 && (row.Actor.Kind != ActorKind.Person || inOffice.Contains(row.Actor.Id)));

    /// <summary>The same actor may be mentioned in several capacities; the one met most often is shown.</summary>
    private static Actor MainForm(IEnumerable<(Actor Actor, int Count)> forms) =>
        forms.OrderByDescending(f => f.Count).ThenBy(f => f.Actor.Name, StringComparer.Ordinal).ThenBy(f => f.Actor.Sector, StringComparer.Ordinal).First().Actor;

    private static Dictionary<string, int> Counts(SqliteConnection connection, string sql) =>
        connection.Query(sql, r => (Actor: r.GetString(0), Count: r.GetInt32(1))).ToDictionary(c => c.Actor, c => c.Count, StringComparer.Ordinal);
}
