using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Events, and which of them are plans that were carried out.</summary>
internal static class EventQuery
{
    private const string Select =
        "SELECT v.name, v.type, v.mode, v.status, v.actors, v.recipients, v.earliest, v.latest, v.time_basis, v.goldstein, v.mentions, v.documents, v.origins_named, v.origins_copied, "
        + "v.origins_unknown, v.denied, v.claim FROM matter v WHERE v.kind = 'event'";

    private const string Order = " ORDER BY coalesce(v.earliest, v.latest) IS NULL, coalesce(v.earliest, v.latest), v.latest, v.name";

    public static List<EventRow> Rows(SqliteConnection connection, ClaimFilter filter, Outlets outlets)
    {
        var conditions = ClaimConditions.Of(connection, filter);
        var sql = filter with { Limit = 0 } == ClaimFilter.All
            ? Select + Order
            : Select + " AND v.id IN (SELECT e.matter FROM claim c JOIN document d ON d.id = c.document JOIN matter_claim e ON e.claim = c.id" + conditions.Sql + ")" + Order;
        var rows = connection.Query(sql, RowOf, conditions.Values);
        if (filter.AccordingTo.Count > 0)
        {
            var voiced = ClaimQuery.Rows(connection, filter with { Limit = 0 }, outlets).Select(c => c.Event).ToHashSet(StringComparer.Ordinal);
            rows = rows.FindAll(e => voiced.Contains(e.Id));
        }

        rows = filter.Limit > 0 ? [.. rows.Take(filter.Limit)] : rows;
        var names = JsonSerializer.Serialize(rows.Select(e => e.Id));
        var plans = connection.Query(
                """
                SELECT p.name, a.name FROM outcome x JOIN matter p ON p.id = x.plan JOIN matter a ON a.id = x.act
                WHERE x.what = 'happened' AND p.name IN (SELECT value FROM json_each($1)) ORDER BY p.name, a.name
                """,
                r => (Plan: r.GetString(0), Event: r.GetString(1)), names)
            .ToLookup(p => p.Plan, p => p.Event, StringComparer.Ordinal);
        var alleged = ClaimQuery.Alleged(connection, names).ToLookup(c => c.Event!, StringComparer.Ordinal);
        return [.. rows.Select(e => e with { Happened = [.. plans[e.Id]], Allegations = [.. alleged[e.Id].OrderBy(c => c.Id, StringComparer.Ordinal)] })];
    }

    private static EventRow RowOf(SqliteDataReader r) => new(r.GetString(0), r.GetString(1), r.TextOrNull(2), r.GetString(3))
    {
        Actors = Columns.List(r.GetString(4)),
        Recipients = Columns.List(r.GetString(5)),
        Time = Columns.Interval(r, 6, 7),
        TimeBasis = r.TextOrNull(8),
        Goldstein = r.NumberOrNull(9),
        Mentions = r.GetInt32(10),
        Documents = r.GetInt32(11),
        OriginsNamed = r.GetInt32(12),
        OriginsCopied = r.GetInt32(13),
        OriginsUnknown = r.GetInt32(14),
        Denials = r.GetInt32(15),
        Claim = r.GetString(16),
    };
}
