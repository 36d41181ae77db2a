using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Where and how pages name an actor.</summary>
internal static class ActorPlaceQuery
{
    private const string Shown = "FROM shown s JOIN document d ON d.coding = s.coding";

    /// <param name="most">How many documents and how many claims are given.</param>
    public static ActorView? View(SqliteConnection connection, string id, int most)
    {
        if (ActorQuery.Rows(connection, [id]) is not [var row])
        {
            return null;
        }

        var documents = connection.Query(
            $"SELECT d.id, d.document, d.title, d.publisher, count(*) {Shown} JOIN mention m ON m.document = d.id WHERE m.actor = $1 GROUP BY d.id ORDER BY count(*) DESC, d.document LIMIT $2",
            r => (Key: r.GetInt64(0), Id: r.GetString(1), Title: r.TextOrNull(2), Publisher: r.TextOrNull(3), Mentions: r.GetInt32(4)), id, most);
        using var texts = new DocumentTexts(connection);
        var named = documents.ToDictionary(d => d.Key, d => Words(connection, texts.Of(d.Key), d.Key, id));
        var claims = connection.Query(
            $"SELECT DISTINCT d.document, c.start, c.claim {Shown} JOIN claim c ON c.document = d.id JOIN party y ON y.claim = c.id WHERE y.actor = $1 ORDER BY 1, 2, 3 LIMIT $2", r => r.GetString(2), id, most);
        var rows = ClaimQuery.Rows(connection, claims);
        return new ActorView(row)
        {
            Names = [.. named.Values.SelectMany(w => w).GroupBy(w => w, StringComparer.Ordinal).Select(g => (g.Key, g.Count())).OrderByDescending(n => n.Item2).ThenBy(n => n.Key, StringComparer.Ordinal)],
            Places = [.. documents.Select(d => new ActorPlace(d.Id, d.Title, d.Publisher, d.Mentions, [.. named[d.Key].Distinct(StringComparer.Ordinal)]))],
            Claims = [.. claims.Where(rows.ContainsKey).Distinct(StringComparer.Ordinal).Select(c => rows[c])],
        };
    }

    private static List<string> Words(SqliteConnection connection, DocumentText text, long document, string id) =>
        [.. connection.Query("SELECT start, stop FROM mention WHERE document = $1 AND actor = $2 ORDER BY start", r => (Start: r.GetInt32(0), Stop: r.GetInt32(1)), document, id).Select(m => ClaimParts.Line(text.Words(m.Start, m.Stop)))];
}
