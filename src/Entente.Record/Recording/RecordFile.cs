using Entente.Claims;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>
/// Opens the SQLite file of a record and sees that it is one, of a version that this program knows.
/// WAL with synchronous NORMAL: the death of the program loses nothing that was committed.
/// </summary>
internal static class RecordFile
{
    /// <summary>The schema that this program writes. A record with a higher one is refused, one with a lower one is brought up to it.</summary>
    public const int Schema = 11;

    /// <summary>What brings a record from one number of the schema to the next, from 1 to 2 first.</summary>
    private static readonly Action<SqliteConnection>[] Steps =
    [
        c => c.Run("ALTER TABLE claim ADD COLUMN allegation TEXT"),
        AllegationStep.Run,
        RunStep.Run,
        ToMatters,
        c => c.Run("ALTER TABLE document ADD COLUMN seal TEXT; CREATE TABLE IF NOT EXISTS credit (document INTEGER PRIMARY KEY REFERENCES document, agency TEXT NOT NULL)"),
        c => c.Run("DROP INDEX IF EXISTS party_actor; CREATE INDEX IF NOT EXISTS claim_document ON claim (document)"),
        DaysStep.Run,
        c => c.Run(Script("people.sql")),
        ToLastWords,
        c => c.Run(Script("naming.sql")),
    ];

    /// <summary>Room for the inner pages of the indexes, which each page of news touches all over, and fewer but larger moves from the log into the file.</summary>
    private const string ForWriting = "PRAGMA cache_size = -131072; PRAGMA wal_autocheckpoint = 16384";

    /// <summary>"Entn", in the header of the file, tells a record from other SQLite files.</summary>
    private const int ApplicationId = 0x456E746E;

    /// <summary>SQLITE_BUSY, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_PERM, SQLITE_CORRUPT.</summary>
    private const int Busy = 5, ReadOnly = 8, Full = 13, CannotOpen = 14, NotADatabase = 26, Corrupt = 11;

    /// <summary>Once, before the first connection.</summary>
    static RecordFile() => Sqlite.WithoutLocks();

    public static SqliteConnection OpenToRead(string file)
    {
        if (!File.Exists(file))
        {
            throw new RecordException(new Problem(ProblemCodes.RecordMissing, $"There is no record {file}: make one with 'entente read PATH --record {file}', or name another with --record."));
        }

        return Guard(file, () => Check(Open(file, SqliteOpenMode.ReadWrite), file));
    }

    /// <summary>Opens a record, or makes it where there is no file.</summary>
    public static SqliteConnection OpenToWrite(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new RecordException(new Problem(ProblemCodes.RecordClosed, $"The folder of the record {file} does not exist: make it first, or name another with --record."));
        }

        return Guard(file, () =>
        {
            var connection = Open(file, SqliteOpenMode.ReadWriteCreate);
            Make(connection);
            Check(connection, file);
            connection.Run(ForWriting);
            FileTidying.Finish(connection);
            return connection;
        });
    }

    /// <summary>Runs something that touches the file, and tells what went wrong with it in words that help.</summary>
    public static T Guard<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new RecordException(Explain(file, e.SqliteErrorCode, e.Message), e);
        }
    }

    private static Problem Explain(string file, int code, string message) => code switch
    {
        Full => new(ProblemCodes.RecordFull, $"The disk of {file} is full: free some space and run the same command again, what is recorded stays."),
        Busy => new(ProblemCodes.RecordBusy, $"Another program is writing to {file}: wait until it has ended and run the same command again."),
        NotADatabase => new(ProblemCodes.RecordForeign, $"{file} is not a record of Entente: name another file with --record."),
        Corrupt => new(ProblemCodes.RecordForeign, $"{file} is damaged: put back a copy, or read the pages again into another file with --record."),
        ReadOnly => new(ProblemCodes.RecordClosed, $"{file} may not be written: change its permissions, or name another file with --record."),
        CannotOpen => new(ProblemCodes.RecordClosed, $"{file} cannot be opened: check its permissions and its folder's, or name another file with --record."),
        _ => new(ProblemCodes.RecordClosed, $"{file} cannot be used ({message}): check the disk, or name another file with --record."),
    };

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, DefaultTimeout = 10 }.ToString());
        connection.Open();
        connection.Run("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY");
        return connection;
    }

    /// <summary>Makes the tables in one transaction, so that a record is there whole or not at all.</summary>
    private static void Make(SqliteConnection connection)
    {
        if (connection.Number("PRAGMA application_id") != 0 || connection.Number("SELECT count(*) FROM sqlite_master") != 0)
        {
            return;
        }

        connection.Text("PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction();
        if (connection.Number("SELECT count(*) FROM sqlite_master") == 0)
        {
            connection.Run(Script("schema.sql"));
            connection.Run(Script("naming.sql"));
            connection.Run(Script("people.sql"));
            connection.Run(Script("world.sql"));
            connection.Run(Script("views.sql"));
            connection.Run("INSERT INTO meta VALUES ('schema_version', $1)", Schema);
            connection.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Schema}");
        }

        transaction.Commit();
    }

    public static string Script(string name)
    {
        using var stream = typeof(RecordFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static SqliteConnection Check(SqliteConnection connection, string file)
    {
        var problem = (connection.Number("PRAGMA application_id"), connection.Number("PRAGMA user_version")) switch
        {
            (not ApplicationId, _) => new Problem(ProblemCodes.RecordForeign, $"{file} is not a record of Entente: name another file with --record."),
            (_, > Schema and var version) => new Problem(
                ProblemCodes.RecordNewer,
                $"{file} has schema {version}, and this version of Entente knows schema {Schema}: update Entente, or read the pages into another file with --record."),
            _ => null,
        };
        if (problem is null)
        {
            BringUp(connection);
            return connection;
        }

        connection.Dispose();
        throw new RecordException(problem);
    }

    /// <summary>What is made from the ledger is made anew, in tables of its own.</summary>
    private static void ToMatters(SqliteConnection connection)
    {
        connection.Run("CREATE INDEX IF NOT EXISTS shown_coding ON shown (coding)");
        connection.Run("CREATE TABLE IF NOT EXISTS credit (document INTEGER PRIMARY KEY REFERENCES document, agency TEXT NOT NULL)");
        connection.Run(Script("world.sql"));
        connection.Run("INSERT INTO meta VALUES ('stale', '1') ON CONFLICT DO NOTHING");
    }

    /// <summary>Corrections that went against each other held both: they are made anew with the rest.</summary>
    private static void ToLastWords(SqliteConnection connection)
    {
        if (connection.Number("SELECT count(*) FROM pragma_table_info('corrected') WHERE name = 'overruled'") == 0)
        {
            connection.Run("ALTER TABLE corrected ADD COLUMN overruled TEXT");
            using var overlay = new Overlay(connection);
            new CorrectionLog(connection, overlay).Rebuild();
            connection.Run("INSERT INTO meta SELECT 'stale', '1' WHERE EXISTS (SELECT 1 FROM correction) ON CONFLICT DO NOTHING");
        }
    }

    /// <summary>Takes an older record up to this program's schema, all steps in one transaction; what is recorded stays.</summary>
    private static void BringUp(SqliteConnection connection)
    {
        var version = connection.Number("PRAGMA user_version");
        if (version == Schema)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        for (; version < Schema; version++)
        {
            Steps[version - 1](connection);
        }

        connection.Run(Script("views.sql"));

        connection.Run("UPDATE meta SET value = $1 WHERE key = 'schema_version'", Schema);
        connection.Run($"PRAGMA user_version = {Schema}");
        transaction.Commit();
    }
}
