using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Documents: the list, and one with all that stands in it.</summary>
internal static class DocumentQuery
{
    private const string Select = """
        SELECT d.id, d.document, p.digest, d.title, d.publisher, d.uri, d.authors, d.language, d.published_earliest, d.published_latest, d.published_basis,
               d.characters, d.dropped, d.comments, (SELECT count(*) FROM sentence s WHERE s.document = d.id), (SELECT count(*) FROM claim c WHERE c.document = d.id), p.id, d.coding, d.confidence
        FROM shown JOIN page p ON p.id = shown.page JOIN document d ON d.coding = shown.coding
        """;

    public static List<DocumentRow> Rows(SqliteConnection connection, string? id) => [.. Keyed(connection, id).Select(d => d.Row)];

    /// <summary>The first few whose ids begin so.</summary>
    public static List<DocumentRow> Beginning(SqliteConnection connection, string id, int most) =>
        [.. connection.Query("SELECT DISTINCT d.document FROM shown JOIN document d ON d.coding = shown.coding WHERE d.document >= $1 AND d.document < $1 || char(1114111) ORDER BY d.document LIMIT $2", r => r.GetString(0), id, most).SelectMany(d => Rows(connection, d)).Take(most)];

    public static DocumentView? View(SqliteConnection connection, string id)
    {
        if (Keyed(connection, id) is not [var (key, row)])
        {
            return null;
        }

        var text = connection.Text("SELECT text FROM document WHERE id = $1", key) ?? "";
        var map = new CodePointMap(text);
        return new DocumentView(row, text)
        {
            Blocks = connection.Query("SELECT start, stop, role, reason, depth, author, posted, reply_to FROM block WHERE document = $1 ORDER BY n", r => BlockOf(r, map), key),
            Sentences = connection.Query("SELECT start, stop FROM sentence WHERE document = $1 ORDER BY n", r => Columns.Span(map, r.GetInt32(0), r.GetInt32(1)), key),
            Mentions = connection.Query("SELECT start, stop, actor, name, kind, country, sector, role, via FROM mention WHERE document = $1 ORDER BY n", r => MentionOf(r, map), key),
            Claims = [.. ClaimQuery.Rows(connection, new ClaimFilter { Document = row.Id }).OrderBy(c => c.Evidence).ThenBy(c => c.Id, StringComparer.Ordinal)],
            DateEvidence = Coded(connection, row.Id) is { } coded ? CodedDating.Of(coded, map) : [],
        };
    }

    /// <summary>Who published a document is looked at here and not by the coder, for it is no fault of the page.</summary>
    public static List<ProblemRow> Problems(SqliteConnection connection) => connection.Query(
        """
        SELECT path, 0 AS read, code, message FROM missed
        UNION ALL
        SELECT (SELECT min(path) FROM path WHERE path.page = shown.page), 1, p.code, p.message FROM shown JOIN problem p ON p.coding = shown.coding
        UNION ALL
        SELECT (SELECT min(path) FROM path WHERE path.page = shown.page), 1, $1,
               'Nothing tells who published ' || d.document || ': say it with --publisher or in pages.csv, so that what it says in its own voice has an origin.'
        FROM shown JOIN document d ON d.coding = shown.coding WHERE d.publisher IS NULL
        ORDER BY path, code, message
        """,
        r => new ProblemRow(r.TextOrNull(0) ?? "", r.GetInt32(1) == 1, new Problem(r.GetString(2), r.GetString(3))),
        ProblemCodes.NoPublisher);

    public static byte[]? Coded(SqliteConnection connection, string id)
    {
        var found = connection.Query("SELECT d.coded FROM shown JOIN document d ON d.coding = shown.coding WHERE d.document = $1", r => r.GetFieldValue<byte[]>(0), id);
        return found.Count == 0 ? null : CodedBytes.Unpack(found[0]);
    }

    private static List<(long Key, DocumentRow Row)> Keyed(SqliteConnection connection, string? id)
    {
        const string Wanted = " IN (SELECT shown.{0} FROM shown JOIN document d ON d.coding = shown.coding WHERE $1 IS NULL OR d.document = $1)";
        var paths = connection.Query(
                "SELECT page, path FROM path WHERE page" + Wanted.Replace("{0}", "page", StringComparison.Ordinal), r => (Page: r.GetInt64(0), Path: r.GetString(1)), id)
            .ToLookup(p => p.Page, p => p.Path);
        var problems = connection.Query(
                "SELECT coding, document, code, message FROM problem WHERE coding" + Wanted.Replace("{0}", "coding", StringComparison.Ordinal) + " ORDER BY coding, n",
                r => (Coding: r.GetInt64(0), Document: r.TextOrNull(1), Problem: new Problem(r.GetString(2), r.GetString(3))),
                id)
            .ToLookup(p => p.Coding);
        var rows = connection.Query(
            Select + (id is null ? "" : " WHERE d.document = $1") + " ORDER BY d.publisher, coalesce(d.published_latest, d.published_earliest), d.document",
            r => (Key: r.GetInt64(0), Row: RowOf(r) with { Paths = [.. paths[r.GetInt64(16)].Order(StringComparer.Ordinal)] }, Coding: r.GetInt64(17)),
            id is null ? [] : [id]);
        return [.. rows.Select(d => (d.Key, d.Row with { Problems = [.. problems[d.Coding].Where(p => p.Document is null || p.Document == d.Row.Id).Select(p => p.Problem)] }))];
    }

    private static DocumentRow RowOf(SqliteDataReader r) => new(r.GetString(1), r.GetString(2), [])
    {
        Title = r.TextOrNull(3),
        Publisher = r.TextOrNull(4),
        Uri = r.TextOrNull(5),
        Authors = Columns.List(r.TextOrNull(6)),
        Language = r.TextOrNull(7),
        Published = Columns.Interval(r, 8, 9),
        PublishedBasis = Columns.List(r.TextOrNull(10)),
        Characters = r.GetInt32(11),
        Dropped = r.GetDouble(12),
        Comments = r.GetInt32(13),
        Sentences = r.GetInt32(14),
        Claims = r.GetInt32(15),
        Confidence = r.GetDouble(18),
    };

    private static Block BlockOf(SqliteDataReader r, CodePointMap map)
    {
        var role = CodedNames.TryParse<BlockRole>(r.GetString(2), out var parsed) ? parsed : BlockRole.Furniture;
        return new Block(Columns.Span(map, r.GetInt32(0), r.GetInt32(1)), role, default)
        {
            Reason = r.TextOrNull(3),
            Depth = r.IntegerOrNull(4),
            Author = r.TextOrNull(5),
            Posted = r.TextOrNull(6),
            ReplyTo = r.TextOrNull(7),
        };
    }

    private static MentionRow MentionOf(SqliteDataReader r, CodePointMap map) => new(
        Columns.Span(map, r.GetInt32(0), r.GetInt32(1)), Columns.Actor(r.GetString(2), r.GetString(3), r.GetString(4), r.TextOrNull(5), r.TextOrNull(6)), r.TextOrNull(7), r.TextOrNull(8));
}
