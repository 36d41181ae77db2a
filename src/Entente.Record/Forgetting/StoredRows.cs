using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>A document's rows as they stand in the ledger, to be written back with less in them.</summary>
internal sealed class StoredRows
{
    private static readonly int TextColumn = RowColumns.IndexOf(RowColumns.Document, "text"), Role = RowColumns.IndexOf(RowColumns.Block, "role"), Allegation = RowColumns.IndexOf(RowColumns.Claim, "allegation");

    private readonly SqliteConnection _connection;
    private readonly long _id;
    private readonly IReadOnlyList<long> _claims;

    private StoredRows(SqliteConnection connection, long id)
    {
        (_connection, _id) = (connection, id);
        var seal = connection.Text("SELECT seal FROM document WHERE id = $1", id);
        var document = Rows($"SELECT {RowColumns.Document} FROM document WHERE id = $1")[0];
        var text = new Entente.Claims.CodePointMap((string)document[TextColumn]!);
        var parties = Rows($"SELECT claim, {RowColumns.Party} FROM party WHERE claim IN (SELECT id FROM claim WHERE document = $1) ORDER BY claim, n").ToLookup(r => (long)r[0]!, r => r[1..]);
        var dyads = connection.Query($"SELECT claim, {RowColumns.Dyad} FROM dyad WHERE claim IN (SELECT id FROM claim WHERE document = $1) ORDER BY claim, a, b", r => (Claim: r.GetInt64(0), Pair: (r.GetString(1), r.GetString(2))), id)
            .ToLookup(d => d.Claim, d => d.Pair);
        var claims = Rows($"SELECT id, {RowColumns.Claim} FROM claim WHERE document = $1 ORDER BY id");
        _claims = [.. claims.Select(c => (long)c[0]!)];
        Before = new DocumentRows(document)
        {
            Agency = connection.Text("SELECT agency FROM credit WHERE document = $1", id),
            Seal = seal ?? "",
            Blocks = Rows($"SELECT {RowColumns.Block} FROM block WHERE document = $1 ORDER BY n"),
            Sentences = [.. Rows($"SELECT {RowColumns.Sentence} FROM sentence WHERE document = $1 ORDER BY n").Select(s => (s, ((string)document[TextColumn]!)[text.ToOffset((int)(long)s[1]!)..text.ToOffset((int)(long)s[2]!)]))],
            Mentions = Rows($"SELECT {RowColumns.Mention} FROM mention WHERE document = $1 ORDER BY n"),
            Claims = [.. claims.Select(c => new ClaimRows(c[1..], [.. parties[(long)c[0]!]], [.. dyads[(long)c[0]!]]))],
        };
    }

    public DocumentRows Before { get; }

    public string Text => (string)Before.Document[TextColumn]!;

    public static StoredRows Read(SqliteConnection connection, long document) => new(connection, document);

    /// <summary>Puts the rows that a redaction made into the place of those that were read.</summary>
    /// <returns>How many documents that changes (one or none), sentences that blanks, claims and comments that takes out.</returns>
    public ForgetCounts Write(DocumentRows after)
    {
        if (ReferenceEquals(after, Before))
        {
            return ForgetCounts.None;
        }

        var columns = RowColumns.Document.Split(", ");
        Run($"UPDATE document SET ({RowColumns.Document}, seal) = ({string.Join(", ", Enumerable.Range(2, columns.Length + 1).Select(i => "$" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)))}) WHERE id = $1", [.. after.Document, after.Seal.Length == 0 ? null : after.Seal]);
        if (after.Agency is null)
        {
            Run("DELETE FROM credit WHERE document = $1");
        }

        foreach (var block in after.Blocks.Except(Before.Blocks))
        {
            Run("UPDATE block SET reason = $3, depth = $4, author = $5, posted = $6, reply_to = $7 WHERE document = $1 AND n = $2", [block[0], .. block[4..9]]);
        }

        foreach (var mention in Before.Mentions.Except(after.Mentions))
        {
            Run("DELETE FROM mention WHERE document = $1 AND n = $2", mention[0]);
        }

        return Counts(after, WriteClaims(after));
    }

    private long WriteClaims(DocumentRows after)
    {
        var kept = after.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var gone = 0L;
        foreach (var (claim, key) in Before.Claims.Zip(_claims))
        {
            if (!kept.TryGetValue(claim.Id, out var now))
            {
                gone++;
                foreach (var table in new[] { "party WHERE claim", "dyad WHERE claim", "corrected WHERE claim", "claim WHERE id" })
                {
                    _connection.Run($"DELETE FROM {table} = $1", key);
                }
            }
            else if (!ReferenceEquals(now, claim))
            {
                _connection.Run("UPDATE claim SET allegation = $2 WHERE id = $1", key, now.Claim[Allegation]);
            }
        }

        return gone;
    }

    private ForgetCounts Counts(DocumentRows after, long claims)
    {
        var (before, now) = (((string)Before.Document[TextColumn]!), ((string)after.Document[TextColumn]!));
        var map = new Entente.Claims.CodePointMap(before);
        var comments = Before.Blocks.Count(b => b[Role] is "comment" && Words(before, b) != Words(now, b));
        return new ForgetCounts(0, 1, Before.Sentences.Zip(after.Sentences).Count(s => s.First.Words != s.Second.Words), claims, comments);

        string Words(string text, object?[] block) => text[map.ToOffset((int)(long)block[1]!)..map.ToOffset((int)(long)block[2]!)];
    }

    private void Run(string sql, params object?[] values) => _connection.Run(sql, [_id, .. values]);

    private List<object?[]> Rows(string sql) => _connection.Query(sql, RowOf, _id);

    private static object?[] RowOf(SqliteDataReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))];
}
