using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>The tables that are made from the ledger (world.sql): they can be dropped and made again.</summary>
internal static class World
{
    /// <summary>Rises whenever what is made, or how, changes: then it is made anew.</summary>
    private const int Version = 10;

    public static bool IsUpToDate(SqliteConnection connection) => connection.Text("SELECT value FROM meta WHERE key = 'world'") == Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
        && connection.Text("SELECT value FROM meta WHERE key = 'stale'") is null;

    /// <summary>Drops all that is made, and makes the tables empty.</summary>
    public static void Clear(SqliteConnection connection)
    {
        connection.Run(RecordFile.Script("world.sql"));
        connection.Run("INSERT INTO meta VALUES ('world', $1) ON CONFLICT DO UPDATE SET value = excluded.value", Version);
        connection.Run("DELETE FROM meta WHERE key = 'stale'");
    }
}
