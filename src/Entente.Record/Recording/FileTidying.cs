using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Writes the file of a record anew, so that nothing is left in it of rows that are gone. What is wanted is noted in the record: a tidying that was broken off is done by the next who opens the record to write.</summary>
internal static class FileTidying
{
    private const string Wanted = "tidying_wanted";

    /// <summary>SQLITE_BUSY, SQLITE_LOCKED.</summary>
    private const int Busy = 5, Locked = 6;

    /// <summary>Notes in the transaction at hand that the file is to be tidied.</summary>
    public static void Want(SqliteConnection connection) => connection.Run("INSERT INTO meta VALUES ($1, '1') ON CONFLICT DO NOTHING", Wanted);

    public static bool IsWanted(SqliteConnection connection) => connection.Text("SELECT value FROM meta WHERE key = $1", Wanted) is not null;

    /// <summary>Tidies the file if that is wanted.</summary>
    /// <returns>False when another program holds the file: it is still wanted then.</returns>
    public static bool Finish(SqliteConnection connection)
    {
        if (!IsWanted(connection))
        {
            return true;
        }

        try
        {
            // The copy may be larger than memory; only what is still there goes into it.
            connection.Run("PRAGMA temp_store = FILE");
            connection.Run("VACUUM");
            if (!Empty(connection))
            {
                return false;
            }

            connection.Run("DELETE FROM meta WHERE key = $1", Wanted);
            return Empty(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
        finally
        {
            connection.Run("PRAGMA temp_store = MEMORY");
        }
    }

    /// <summary>Moves the log into the file and cuts it off. False when somebody still reads from it.</summary>
    private static bool Empty(SqliteConnection connection) => connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
}
