using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Claims by a filter, with their sentences and parties.</summary>
internal static class ClaimQuery
{
    private const string From = """
         FROM shown JOIN page p ON p.id = shown.page JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id
        LEFT JOIN matter_claim e ON e.claim = c.id LEFT JOIN matter m ON m.id = e.matter LEFT JOIN document o ON o.id = e.root
        """;

    private const string Select = """
        SELECT c.id, c.document, c.claim, c.kind, d.document, c.gist, c.start, c.stop, c.sentence_start, c.sentence_stop, d.title, d.publisher, d.uri, p.digest,
               c.type, c.mode, c.contexts, c.earliest, c.latest, c.time_value, c.time_basis, c.certainty, c.polarity, c.readings, c.confidence, c.chain,
               c.place, c.cameo, c.goldstein, c.rule, m.name, c.value, c.high, c.unit, c.measure, c.period, c.change, c.from_value, c.to_value, c.record,
               c.trigger_start, c.trigger_stop, c.decided, c.words, c.reason, c.allegation,
               d.published_earliest, d.published_latest, o.document, e.stand
        """ + From;

    private const string Parties = """
        SELECT y.claim, c2.document, y.part, y.actor, y.name, y.kind, y.country, y.sector, y.via, y.start, y.stop, y.antecedent_start, y.antecedent_stop
        FROM party y JOIN claim c2 ON c2.id = y.claim WHERE y.claim IN (SELECT c.id
        """ + From;

    private const string Order = " ORDER BY coalesce(c.earliest, c.latest) IS NULL, coalesce(c.earliest, c.latest), c.latest, d.document, c.start, c.stop, c.claim";

    /// <summary>Claims by a filter, also by who says them.</summary>
    public static List<ClaimRow> Rows(SqliteConnection connection, ClaimFilter filter, Outlets outlets)
    {
        if (filter.AccordingTo.Count == 0)
        {
            return Rows(connection, filter);
        }

        var voices = new VoiceFilter(connection, outlets, filter.AccordingTo);
        var rows = Rows(connection, filter with { Limit = 0 }).Where(voices.Holds);
        return [.. filter.Limit > 0 ? rows.Take(filter.Limit) : rows];
    }

    /// <summary>Claims by their ids.</summary>
    public static Dictionary<string, ClaimRow> Rows(SqliteConnection connection, IReadOnlyCollection<string> ids) => ids.Count == 0
        ? []
        : Rows(connection, ClaimConditions.Of(ids), 0).DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>The allegations among the mentions of some events, whose ids come as a JSON list.</summary>
    public static List<ClaimRow> Alleged(SqliteConnection connection, string events) => Rows(connection, ClaimConditions.AllegedIn(events), 0);

    /// <summary>Claims by a filter; who says them is not looked at.</summary>
    public static List<ClaimRow> Rows(SqliteConnection connection, ClaimFilter filter) => Rows(connection, ClaimConditions.Of(connection, filter), filter.Limit);

    private static List<ClaimRow> Rows(SqliteConnection connection, ClaimConditions conditions, int limit)
    {
        using var texts = new DocumentTexts(connection);
        var sql = Select + conditions.Sql + Order + (limit > 0 ? $" LIMIT {limit}" : "");
        var found = connection.Query(sql, r => (Key: r.GetInt64(0), Document: r.GetInt64(1), Columns: new ClaimColumns(r)), conditions.Values);
        var parties = connection.Query(Parties + conditions.Sql + ") ORDER BY y.claim, y.n", r => (Claim: r.GetInt64(0), Party: PartyOf(r, texts)), conditions.Values).ToLookup(p => p.Claim, p => p.Party);
        return [.. found.Select(c => c.Columns.Row(texts.Of(c.Document)) with { Parties = [.. parties[c.Key]] })];
    }

    public static ClaimRow? One(SqliteConnection connection, string id)
    {
        var names = connection.Query(
            "SELECT DISTINCT c.claim, d.document" + From + " WHERE c.claim >= $1 AND c.claim < $1 || 'z' LIMIT 2", r => (Claim: r.GetString(0), Document: r.GetString(1)), id);
        return names.Count == 1 ? Rows(connection, [names[0].Claim]).GetValueOrDefault(names[0].Claim) : null;
    }

    private static PartyRow PartyOf(SqliteDataReader r, DocumentTexts texts) => new(
        r.GetString(2), Columns.Actor(r.GetString(3), r.GetString(4), r.GetString(5), r.TextOrNull(6), r.TextOrNull(7)),
        texts.Of(r.GetInt64(1)).Words(r.GetInt32(9), r.GetInt32(10)), r.TextOrNull(8))
    {
        Antecedent = r.IsDBNull(11) ? null : texts.Of(r.GetInt64(1)).Words(r.GetInt32(11), r.GetInt32(12)),
    };
}
