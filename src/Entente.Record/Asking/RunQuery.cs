using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>The runs of a record, from their manifests.</summary>
internal static class RunQuery
{
    public static List<RunRow> Rows(SqliteConnection connection) =>
        connection.Query("SELECT run.id, coder.identity, run.manifest FROM run JOIN coder ON coder.id = run.coder ORDER BY run.id", r => RowOf(r.GetInt64(0), r.GetString(1), r.GetString(2)));

    private static RunRow RowOf(long id, string coder, string manifest)
    {
        using var json = JsonDocument.Parse(manifest);
        var root = json.RootElement;
        var pages = root.GetProperty("pages");
        return new RunRow(id, coder)
        {
            Stopped = root.TryGetProperty("stopped", out var stopped) && stopped.GetBoolean(),
            Files = Number(root, "files"),
            Seen = Number(pages, "seen"),
            New = Number(pages, "new"),
            Again = Number(pages, "again"),
            Changed = Number(pages, "changed"),
            Vanished = Number(pages, "vanished"),
            Missed = Number(pages, "missed"),
            Claims = Number(root, "claims"),
            Pile = root.TryGetProperty("pile", out var pile) ? pile.GetString() : null,
        };
    }

    private static int Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
}
