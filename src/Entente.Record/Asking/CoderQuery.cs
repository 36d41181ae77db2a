using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Other coders, and what they and Entente make of the same documents.</summary>
internal static class CoderQuery
{
    private const int Portion = 500;

    /// <summary>The documents that another coder coded and that are shown, each with Entente's own.</summary>
    private const string Coded = """
        SELECT d.document, d.text = o.text FROM coding c JOIN document d ON d.coding = c.id JOIN shown ON shown.page = c.page JOIN document o ON o.coding = shown.coding AND o.document = d.document
        WHERE c.coder = $1 AND ($2 IS NULL OR d.document IN (SELECT value FROM json_each($2))) ORDER BY d.document
        """;

    /// <summary>The documents that two others coded.</summary>
    private const string CodedByBoth = """
        SELECT d.document, d.text = o.text FROM coding c JOIN document d ON d.coding = c.id JOIN coding e ON e.page = c.page AND e.coder = $3 JOIN document o ON o.coding = e.id AND o.document = d.document
        WHERE c.coder = $1 AND ($2 IS NULL OR d.document IN (SELECT value FROM json_each($2))) ORDER BY d.document
        """;

    public static IReadOnlyList<CoderRow> Rows(SqliteConnection connection) =>
        [.. connection.Query("SELECT k.id, k.identity FROM guest g JOIN coder k ON k.id = g.coder", r => (Id: r.GetInt64(0), Name: r.GetString(1))).OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => Row(connection, c.Id, c.Name))];

    /// <summary>What a coder and Entente, or another of the others, say otherwise, by document and place; null when there is no such coder.</summary>
    public static IReadOnlyList<CoderDifference>? Differences(SqliteConnection connection, string coder, ClaimKind? kind, string? beside)
    {
        var (id, other) = (IdOf(connection, coder), beside is null ? null : IdOf(connection, beside));
        if (id is null || (beside is not null && other is null))
        {
            return null;
        }

        return [.. Compared(connection, id.Value, kind, other, null).SelectMany(d => d.Pairs).Where(p => p.In.Count > 0 || p.Theirs is null || p.Ours is null)];
    }

    /// <summary>Which claims of Entente's own, in some documents, another coder tells otherwise, and in what.</summary>
    public static IEnumerable<CoderDifference> Otherwise(SqliteConnection connection, long coder, IReadOnlyCollection<string> documents) =>
        Compared(connection, coder, null, null, documents).SelectMany(d => d.Pairs).Where(p => p is { Ours: not null, Theirs: not null, In.Count: > 0 });

    /// <summary>What other coders claim of a document, by coder and place.</summary>
    public static IReadOnlyList<ClaimRow> Claims(SqliteConnection connection, string document) =>
        [.. ClaimQuery.OfGuests(connection, [document], null).OrderBy(c => c.Coder, StringComparer.Ordinal).ThenBy(c => c.Start).ThenBy(c => c.Stop).ThenBy(c => c.Id, StringComparer.Ordinal)];

    public static long? IdOf(SqliteConnection connection, string coder) =>
        connection.Query("SELECT k.id FROM guest g JOIN coder k ON k.id = g.coder WHERE k.identity = $1", r => r.GetInt64(0), coder) is [var id] ? id : null;

    private static CoderRow Row(SqliteConnection connection, long id, string name)
    {
        var row = new CoderRow(name, 0);
        foreach (var (_, pairs) in Compared(connection, id, null, null, null))
        {
            row = row with
            {
                Documents = row.Documents + 1,
                Claims = row.Claims + pairs.Count(p => p.Theirs is not null),
                Same = row.Same + pairs.Count(p => p.Theirs is not null && p.Ours is not null && p.In.Count == 0),
                Otherwise = row.Otherwise + pairs.Count(p => p.In.Count > 0),
                OnlyTheirs = row.OnlyTheirs + pairs.Count(p => p.Ours is null),
                OnlyOurs = row.OnlyOurs + pairs.Count(p => p.Theirs is null),
            };
        }

        return row;
    }

    /// <summary>Some documents after the other, for the claims of all together may be larger than memory.</summary>
    /// <param name="beside">The row of the coder that it is set beside; null for Entente's own.</param>
    /// <param name="only">Only these documents; null for all.</param>
    private static IEnumerable<(string Document, IReadOnlyList<CoderDifference> Pairs)> Compared(SqliteConnection connection, long coder, ClaimKind? kind, long? beside, IReadOnlyCollection<string>? only)
    {
        var among = only is null ? null : JsonSerializer.Serialize(only);
        var documents = beside is null ? connection.Query(Coded, DocumentOf, coder, among) : connection.Query(CodedByBoth, DocumentOf, coder, among, beside);
        foreach (var portion in documents.Chunk(Portion))
        {
            var ids = portion.Select(d => d.Id).ToList();
            var theirs = Of(ClaimQuery.OfGuests(connection, ids, coder));
            var ours = Of(beside is null ? ClaimQuery.OfDocuments(connection, ids) : ClaimQuery.OfGuests(connection, ids, beside));
            foreach (var (id, sameText) in portion)
            {
                yield return (id, ClaimComparison.Of([.. theirs[id]], [.. ours[id]], sameText).Pairs);
            }
        }

        ILookup<string, ClaimRow> Of(List<ClaimRow> claims) => claims.Where(c => kind is null || c.Kind == kind).ToLookup(c => c.Document, StringComparer.Ordinal);
    }

    private static (string Id, bool SameText) DocumentOf(SqliteDataReader r) => (r.GetString(0), r.GetInt32(1) == 1);
}
