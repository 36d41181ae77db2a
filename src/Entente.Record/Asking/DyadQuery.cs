using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Dyads: all of them, and one with its timeline.</summary>
internal static class DyadQuery
{
    private const string Select = """
        SELECT y.a, y.b, count(*), count(DISTINCT d.document),
               count(DISTINCT CASE WHEN c.origin_kind <> 'unnamed' THEN lower(c.origin) END), min(coalesce(c.earliest, c.latest)), max(coalesce(c.latest, c.earliest))
        FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id JOIN dyad y ON y.claim = c.id
        """;

    public static List<DyadRow> Rows(SqliteConnection connection, (string A, string B)? only)
    {
        var events = connection.Query(
                "SELECT x.a, x.b, count(*), avg(CASE WHEN e.status = 'told' AND e.denied < e.mentions THEN e.goldstein END) FROM matter_dyad x JOIN matter e ON x.matter = e.id WHERE x.kind IN ('event', 'plan')" + (only is null ? "" : " AND x.a = $1 AND x.b = $2") + " GROUP BY x.a, x.b",
                r => (Key: (r.GetString(0), r.GetString(1)), Count: r.GetInt32(2), Goldstein: r.NumberOrNull(3)),
                only is { } asked ? [asked.A, asked.B] : [])
            .ToDictionary(e => e.Key, e => (e.Count, e.Goldstein));
        var where = only is null ? "" : " WHERE y.a = $1 AND y.b = $2";
        var rows = connection.Query(Select + where + " GROUP BY y.a, y.b ORDER BY count(*) DESC, y.a, y.b", r => RowOf(r, events), only is { } pair ? [pair.A, pair.B] : []);
        var names = ActorQuery.SideNames(connection, rows.SelectMany(d => new[] { d.A, d.B }));
        return [.. rows.Select(d => d with { NameA = names.GetValueOrDefault(d.A, d.A), NameB = names.GetValueOrDefault(d.B, d.B) })];
    }

    public static DyadView? View(SqliteConnection connection, string a, string b)
    {
        var pair = Ordered(Canonical(a), Canonical(b));
        return Rows(connection, pair) is [var row]
            ? new DyadView(row, ClaimQuery.Rows(connection, new ClaimFilter { Dyad = pair.A + "/" + pair.B })) { Months = Months(connection, pair) }
            : null;
    }

    public static List<DyadMonthRow> Months(SqliteConnection connection, (string A, string B)? only) => connection.Query(
        "SELECT a, b, month, events, cooperative, conflictual, goldstein FROM dyad_months" + (only is null ? "" : " WHERE a = $1 AND b = $2") + " ORDER BY a, b, month",
        r => new DyadMonthRow(
            r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.IntegerOrNull(4) ?? 0, r.IntegerOrNull(5) ?? 0, Rounded(r.NumberOrNull(6))),
        only is { } pair ? [pair.A, pair.B] : []);

    /// <summary>The two sides of "CHN-RUS", "CHN/RUS" or "RUS-org:nato" in ordinal order; country codes in any case.</summary>
    /// <exception cref="FormatException">It does not name two.</exception>
    public static (string A, string B) Parse(SqliteConnection connection, string dyad)
    {
        var pairs = Enumerable.Range(0, dyad.Length)
            .Where(i => dyad[i] is '-' or '/' or ',')
            .Select(i => Ordered(Canonical(dyad[..i]), Canonical(dyad[(i + 1)..])))
            .Where(p => p.A.Length > 0 && p.B.Length > 0)
            .ToList();
        if (pairs.Count == 0)
        {
            throw new FormatException($"'{dyad}' names no two actors: write it as CHN-RUS, or with an organisation's id as RUS-org:nato.");
        }

        var known = pairs.FindIndex(p => connection.Number("SELECT EXISTS (SELECT 1 FROM dyad WHERE a = $1 AND b = $2)", p.A, p.B) == 1);
        return pairs[Math.Max(known, 0)];
    }

    private static (string A, string B) Ordered(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);

    private static string Canonical(string side) => side.Trim() is { Length: 3 } code ? code.ToUpperInvariant() : side.Trim();

    private static double? Rounded(double? mean) => mean is { } value ? Math.Round(value, 4) : null;

    private static DyadRow RowOf(SqliteDataReader r, Dictionary<(string, string), (int Count, double? Goldstein)> events)
    {
        var (a, b) = (r.GetString(0), r.GetString(1));
        var (count, goldstein) = events.GetValueOrDefault((a, b));
        var time = Columns.Interval(r, 5, 6);
        return new DyadRow(a, b, a, b)
        {
            Claims = r.GetInt32(2),
            Documents = r.GetInt32(3),
            Origins = r.GetInt32(4),
            First = time?.Earliest,
            Last = time?.Latest,
            Events = count,
            Goldstein = Rounded(goldstein),
        };
    }
}
