using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>A page as the record holds it.</summary>
internal sealed record StoredPage(long Id, string Digest)
{
    /// <summary>What would tell in a receipt which page it was.</summary>
    public IReadOnlyList<string> Names(SqliteConnection connection) =>
    [
        Digest[7..19], .. connection.Query("SELECT path FROM path WHERE page = $1", r => r.GetString(0), Id),
        .. connection.Query("SELECT title FROM document d JOIN coding c ON c.id = d.coding WHERE c.page = $1 AND title <> '' UNION SELECT uri FROM document d JOIN coding c ON c.id = d.coding WHERE c.page = $1 AND uri <> ''", r => r.GetString(0), Id),
    ];

    /// <summary>The addresses of what stands on the page, as captures of one thing have them alike.</summary>
    public IReadOnlyList<string> Addresses(SqliteConnection connection) =>
        connection.Query("SELECT DISTINCT d.address FROM document d JOIN coding c ON c.id = d.coding WHERE c.page = $1 AND d.address IS NOT NULL ORDER BY d.address", r => r.GetString(0), Id);

    /// <summary>All pages with one of some addresses.</summary>
    public static IReadOnlyList<StoredPage> At(SqliteConnection connection, IReadOnlyList<string> addresses) => connection.Query(
        "SELECT DISTINCT p.id, p.digest FROM page p JOIN coding c ON c.page = p.id JOIN document d ON d.coding = c.id WHERE d.address IN (SELECT value FROM json_each($1)) ORDER BY p.id",
        r => new StoredPage(r.GetInt64(0), r.GetString(1)), System.Text.Json.JsonSerializer.Serialize(addresses));

    /// <summary>The one page that is called so: by the id of a document on it, by its digest or the beginning of that, or by its path.</summary>
    /// <exception cref="FormatException">There is none, or more than one.</exception>
    public static StoredPage Find(SqliteConnection connection, string what)
    {
        var pages = connection.Query(
            """
            SELECT id, digest FROM page WHERE digest = $1 OR id IN (SELECT page FROM path WHERE path = $1)
              OR id IN (SELECT c.page FROM document d JOIN coding c ON c.id = d.coding WHERE d.document = $1)
              OR length($1) >= 8 AND (substr(digest, 1, length($1)) = $1 AND $1 LIKE 'sha256:_%' OR substr(digest, 8, length($1)) = $1)
            """,
            r => new StoredPage(r.GetInt64(0), r.GetString(1)), what);
        return pages switch
        {
            [var page] => page,
            [] => throw new FormatException($"the record holds no page {what}: entente show documents lists their ids and paths."),
            _ => throw new FormatException($"{pages.Count} pages are called {what}: name one by the id of its document (entente show documents)."),
        };
    }
}
