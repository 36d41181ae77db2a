using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Claims by a filter, with their sentences and parties.</summary>
internal static class ClaimQuery
{
    private const string From = """
         FROM shown JOIN page p ON p.id = shown.page JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id
        LEFT JOIN matter_claim e ON e.claim = c.id LEFT JOIN matter m ON m.id = e.matter LEFT JOIN document o ON o.id = e.root
        """;

    /// <summary>Stands in the place of "shown" where the claims of other coders are asked for.</summary>
    private const string Guests = "(SELECT page, id AS coding FROM coding WHERE coder IN (SELECT coder FROM guest WHERE $0 IS NULL OR coder = $0)) AS shown";

    private const string Select = """
        SELECT c.id, c.document, c.claim, c.kind, d.document, c.gist, c.start, c.stop, c.sentence_start, c.sentence_stop, d.title, d.publisher, d.uri, p.digest,
               c.type, c.mode, c.contexts, c.earliest, c.latest, c.time_value, c.time_basis, c.certainty, c.polarity, c.readings, c.confidence, c.chain,
               c.place, c.cameo, c.goldstein, c.rule, m.name, c.value, c.high, c.unit, c.measure, c.period, c.change, c.from_value, c.to_value, c.record,
               c.trigger_start, c.trigger_stop, c.decided, c.words, c.reason, c.allegation,
               d.published_earliest, d.published_latest, o.document, e.stand,
               (SELECT k.identity FROM coding g JOIN guest ON guest.coder = g.coder JOIN coder k ON k.id = g.coder WHERE g.id = d.coding)
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

    /// <summary>The ids of claims by a filter, each with its rule, in the filter's order where that has a limit: in a large record they are read in a moment, and all of each claim is not.</summary>
    public static IEnumerable<(string Id, string Rule)> Keys(SqliteConnection connection, ClaimFilter filter, Outlets outlets)
    {
        if (filter.AccordingTo.Count > 0 || filter.Coder is not null)
        {
            return Rows(connection, filter, outlets).Select(c => (c.Id, c.Rule));
        }

        var conditions = ClaimConditions.Of(connection, filter);
        return connection.All(
            "SELECT c.claim, c.rule" + From + conditions.Sql + (filter.Limit > 0 ? Order + $" LIMIT {filter.Limit}" : ""), r => (r.Text(0), r.Text(1)), conditions.Values);
    }

    /// <summary>Claims by their ids.</summary>
    public static Dictionary<string, ClaimRow> Rows(SqliteConnection connection, IReadOnlyCollection<string> ids) => ids.Count == 0
        ? []
        : Rows(connection, ClaimConditions.Of(ids), 0).DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>The allegations among the mentions of some events, whose ids come as a JSON list.</summary>
    public static List<ClaimRow> Alleged(SqliteConnection connection, string events) => Rows(connection, ClaimConditions.AllegedIn(events), 0);

    /// <summary>Claims by a filter; who says them is not looked at.</summary>
    public static List<ClaimRow> Rows(SqliteConnection connection, ClaimFilter filter) => filter.Coder is not { } coder
        ? Rows(connection, ClaimConditions.Of(connection, filter), filter.Limit)
        : CoderQuery.IdOf(connection, coder) is { } id ? Rows(connection, ClaimConditions.Of(connection, filter), filter.Limit, OfGuest(id)) : [];

    /// <summary>Entente's own claims of documents.</summary>
    public static List<ClaimRow> OfDocuments(SqliteConnection connection, IReadOnlyCollection<string> documents) => Rows(connection, ClaimConditions.OfDocuments(documents), 0);

    /// <summary>What other coders claim of documents.</summary>
    /// <param name="coder">The row of the one that is wanted; null for all.</param>
    public static List<ClaimRow> OfGuests(SqliteConnection connection, IReadOnlyCollection<string> documents, long? coder) => Rows(connection, ClaimConditions.OfDocuments(documents), 0, OfGuest(coder));

    private static string OfGuest(long? coder) => Guests.Replace("$0", coder?.ToString(CultureInfo.InvariantCulture) ?? "NULL", StringComparison.Ordinal);

    /// <param name="source">What stands in the place of the codings shown.</param>
    private static List<ClaimRow> Rows(SqliteConnection connection, ClaimConditions conditions, int limit, string source = "shown")
    {
        string Of(string sql) => sql.Replace("FROM shown", "FROM " + source, StringComparison.Ordinal);
        using var texts = new DocumentTexts(connection);
        var sql = Of(Select) + conditions.Sql + Order + (limit > 0 ? $" LIMIT {limit}" : "");
        var found = connection.Query(sql, r => (Key: r.GetInt64(0), Document: r.GetInt64(1), Columns: new ClaimColumns(r)), conditions.Values);
        var parties = connection.Query(Of(Parties) + conditions.Sql + ") ORDER BY y.claim, y.n", r => (Claim: r.GetInt64(0), Party: PartyOf(r, texts)), conditions.Values).ToLookup(p => p.Claim, p => p.Party);
        var marks = CorrectionQuery.Marks(connection, Of("SELECT c.id" + From) + conditions.Sql, conditions.Values);
        var doubts = source == "shown" ? null : Doubts(connection, found.Select(c => c.Document).Distinct());
        return [.. found.Select(c => c.Columns.Row(texts.Of(c.Document)) with { Parties = [.. parties[c.Key]], Corrections = [.. marks[c.Key]] }).Select(c => doubts is null ? c : c with { Doubts = [.. doubts[c.Id]] })];
    }

    /// <summary>What speaks against claims of other coders, by the claim.</summary>
    private static ILookup<string, string> Doubts(SqliteConnection connection, IEnumerable<long> documents) => connection.Query(
        "SELECT q.message FROM document d JOIN problem q ON q.coding = d.coding AND q.document = d.document WHERE d.id IN (SELECT value FROM json_each($1)) AND q.code = $2 ORDER BY d.id, q.n",
        r => DoubtText.Read(r.GetString(0)), JsonSerializer.Serialize(documents), ProblemCodes.ClaimDoubted).ToLookup(d => d.Claim, d => d.Message, StringComparer.Ordinal);

    /// <summary>The one claim whose id begins so, of Entente's own coding or else of another's.</summary>
    public static ClaimRow? One(SqliteConnection connection, string id) => One(connection, id, "shown") ?? One(connection, id, OfGuest(null));

    private static ClaimRow? One(SqliteConnection connection, string id, string source)
    {
        var names = connection.Query(
            "SELECT DISTINCT c.claim, d.document" + From.Replace("FROM shown", "FROM " + source, StringComparison.Ordinal) + " WHERE c.claim >= $1 AND c.claim < $1 || 'z' LIMIT 2", r => (Claim: r.GetString(0), Document: r.GetString(1)), id);
        return names.Count == 1 ? Rows(connection, ClaimConditions.Of([names[0].Claim]), 0, source).FirstOrDefault() : null;
    }

    private static PartyRow PartyOf(SqliteDataReader r, DocumentTexts texts) => new(
        r.GetString(2), Columns.Actor(r.GetString(3), r.GetString(4), r.GetString(5), r.TextOrNull(6), r.TextOrNull(7)),
        texts.Of(r.GetInt64(1)).Words(r.GetInt32(9), r.GetInt32(10)), r.TextOrNull(8))
    {
        Antecedent = r.IsDBNull(11) ? null : texts.Of(r.GetInt64(1)).Words(r.GetInt32(11), r.GetInt32(12)),
    };
}
