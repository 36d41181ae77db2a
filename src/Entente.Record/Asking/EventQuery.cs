using Entente.Claims;
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

    public static List<EventRow> Rows(SqliteConnection connection, ClaimFilter filter)
    {
        var conditions = ClaimConditions.Of(connection, filter);
        var sql = filter with { Limit = 0 } == ClaimFilter.All
            ? Select + Order
            : Select + " AND v.id IN (SELECT e.matter FROM claim c JOIN document d ON d.id = c.document JOIN matter_claim e ON e.claim = c.id" + conditions.Sql + ")" + Order;
        var plans = connection.Query("SELECT p.name, a.name FROM outcome x JOIN matter p ON p.id = x.plan JOIN matter a ON a.id = x.act WHERE x.what = 'happened' ORDER BY p.name, a.name", r => (Plan: r.GetString(0), Event: r.GetString(1))).ToLookup(p => p.Plan, p => p.Event);
        var alleged = ClaimQuery.Rows(connection, new ClaimFilter { Kind = ClaimKind.Event, Allegations = true }).Where(c => c.Event is not null).ToLookup(c => c.Event!, StringComparer.Ordinal);
        var rows = connection.Query(sql, r => RowOf(r, plans, alleged), conditions.Values);
        return filter.Limit > 0 ? [.. rows.Take(filter.Limit)] : rows;
    }

    private static EventRow RowOf(SqliteDataReader r, ILookup<string, string> plans, ILookup<string, ClaimRow> alleged) => new(r.GetString(0), r.GetString(1), r.TextOrNull(2), r.GetString(3))
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
        Happened = [.. plans[r.GetString(0)]],
        Allegations = [.. alleged[r.GetString(0)].OrderBy(c => c.Id, StringComparer.Ordinal)],
    };
}
