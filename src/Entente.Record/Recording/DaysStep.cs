using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>From schema 7 to 8: pairs have the days of their claims.</summary>
internal static class DaysStep
{
    public static void Run(SqliteConnection connection)
    {
        connection.Run("ALTER TABLE dyad ADD COLUMN earliest TEXT; ALTER TABLE dyad ADD COLUMN latest TEXT");
        connection.Run("""
            UPDATE dyad SET
              earliest = (SELECT coalesce(c.earliest, CASE WHEN c.latest IS NOT NULL THEN '0000' END) FROM claim c WHERE c.id = dyad.claim),
              latest = (SELECT coalesce(c.latest, CASE WHEN c.earliest IS NOT NULL THEN '9999' END) FROM claim c WHERE c.id = dyad.claim)
            """);
        connection.Run("DROP INDEX IF EXISTS dyad_pair; CREATE INDEX IF NOT EXISTS dyad_days ON dyad (a, b, latest, earliest)");
    }
}
