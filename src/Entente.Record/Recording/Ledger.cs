using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>
/// The append-only store of coded pages in one SQLite file. Its key is the page's digest, the coder's identity and what the user said of the page;
/// a page goes in with all that was coded from it in one transaction, so that whatever happens it is there whole or not at all.
/// One ledger belongs to one thread.
/// </summary>
public sealed class Ledger : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly LedgerWriter _writer;
    private readonly string _file;

    private Ledger(string file, SqliteConnection connection)
    {
        _file = file;
        _connection = connection;
        _writer = new LedgerWriter(connection);
    }

    /// <summary>Opens the record in a file, or begins it.</summary>
    /// <exception cref="RecordException">The file is of a newer version, is no record, or cannot be written.</exception>
    public static Ledger Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new Ledger(file, RecordFile.OpenToWrite(file));
    }

    internal SqliteConnection Connection => _connection;

    /// <summary>Adds a coded page. What is there already is left as it is.</summary>
    /// <param name="coder">Who coded it, as <see cref="CoderIdentity"/> says.</param>
    /// <param name="paths">Where the page was found, relative to the folder that was read.</param>
    /// <returns>Whether the page, coded by this coder, is new.</returns>
    /// <exception cref="RecordException">The disk is full, or another program holds the file.</exception>
    public bool Append(CodedPage page, string coder, IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(paths);
        return RecordFile.Guard(_file, () =>
        {
            using var transaction = _connection.BeginTransaction();
            var added = _writer.Write(transaction, page, coder, paths);
            transaction.Commit();
            return added;
        });
    }

    /// <summary>
    /// Notes that a page was met again, perhaps under another path, and shows what this coder made of it.
    /// </summary>
    /// <returns>False when this coder has not coded the page with these facts: then it is to be coded.</returns>
    internal bool Meet(string digest, string coder, PageFacts given, IReadOnlyCollection<string> paths) => RecordFile.Guard(_file, () =>
    {
        const string Sql = """
            SELECT page.id, coding.id FROM page JOIN coding ON coding.page = page.id JOIN coder ON coder.id = coding.coder
            WHERE page.digest = $1 AND coder.identity = $2 AND ($3 = '{}' OR coding.given = $3)
            ORDER BY coding.id = (SELECT coding FROM shown WHERE shown.page = page.id) DESC, coding.id DESC LIMIT 1
            """;
        var found = _connection.Query(Sql, r => (Page: r.GetInt64(0), Coding: r.GetInt64(1)), digest, coder, Given.Of(given));
        if (found.Count == 0)
        {
            return false;
        }

        using var transaction = _connection.BeginTransaction();
        LedgerWriter.Show(_connection, found[0].Page, found[0].Coding);
        LedgerWriter.NotePaths(_connection, found[0].Page, paths);
        transaction.Commit();
        return true;
    });

    /// <summary>Notes a file that could not be read, so that nothing is lost silently.</summary>
    internal void Miss(string path, Problem problem) => RecordFile.Guard(
        _file,
        () => _connection.Run("INSERT INTO missed VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET code = excluded.code, message = excluded.message", path, problem.Code, problem.Message));

    public void Dispose()
    {
        _writer.Dispose();
        _connection.Dispose();
    }
}
