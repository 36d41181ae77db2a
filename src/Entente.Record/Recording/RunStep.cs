using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>From schema 3 to 4: runs. What the record shows becomes the first; where its pages were seen is not known of it.</summary>
internal static class RunStep
{
    private const string Tables = """
        CREATE TABLE run (id INTEGER PRIMARY KEY, coder INTEGER NOT NULL REFERENCES coder, manifest TEXT NOT NULL);
        CREATE TABLE sighting (run INTEGER NOT NULL REFERENCES run, root TEXT NOT NULL, path TEXT NOT NULL, page INTEGER REFERENCES page, PRIMARY KEY (root, path, run)) WITHOUT ROWID;
        CREATE INDEX sighting_page ON sighting (page);
        CREATE TABLE showing (run INTEGER NOT NULL REFERENCES run, page INTEGER NOT NULL REFERENCES page, coding INTEGER NOT NULL REFERENCES coding, PRIMARY KEY (page, run)) WITHOUT ROWID;
        CREATE INDEX showing_run ON showing (run);
        CREATE TABLE pending (page INTEGER PRIMARY KEY REFERENCES page);
        ALTER TABLE document ADD COLUMN address TEXT;
        """;

    public static void Run(SqliteConnection connection)
    {
        connection.Run(Tables);
        foreach (var (id, uri) in connection.Query("SELECT id, uri FROM document WHERE uri IS NOT NULL", r => (r.GetInt64(0), r.GetString(1))))
        {
            connection.Run("UPDATE document SET address = $1 WHERE id = $2", Addresses.Of(uri), id);
        }

        var last = connection.Query("SELECT k.id, k.identity FROM shown JOIN coding c ON c.id = shown.coding JOIN coder k ON k.id = c.coder ORDER BY c.id DESC LIMIT 1", r => (Id: r.GetInt64(0), Identity: r.GetString(1)));
        if (last.Count == 0)
        {
            return;
        }

        connection.Run("INSERT INTO showing SELECT 1, page, coding FROM shown");
        var manifest = JsonSerializer.Serialize(new
        {
            schema = "entente.run/1",
            coder = last[0].Identity,
            from = "schema 3",
            pages = new { @new = connection.Number("SELECT count(*) FROM shown") },
            documents = connection.Number("SELECT count(*) FROM shown JOIN document d ON d.coding = shown.coding"),
            claims = connection.Number("SELECT count(*) FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id"),
        });
        connection.Run("INSERT INTO run VALUES (1, $1, $2)", last[0].Id, manifest);
    }
}
