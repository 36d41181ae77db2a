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
    private readonly Showing _showing;
    private readonly Meeting _meeting;
    private readonly string _file;

    private Ledger(string file, SqliteConnection connection)
    {
        _file = file;
        _connection = connection;
        _writer = new LedgerWriter(connection);
        _showing = new Showing(connection);
        _meeting = new Meeting(connection);
        Forgotten = ForgottenList.Of(connection);
    }

    /// <summary>Opens the record in a file, or begins it.</summary>
    /// <exception cref="RecordException">The file is of a newer version, is no record, or cannot be written.</exception>
    public static Ledger Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new Ledger(file, RecordFile.OpenToWrite(file));
    }

    internal SqliteConnection Connection => _connection;

    /// <summary>What the record was told to forget: it is not recorded again.</summary>
    internal ForgottenList Forgotten { get; private set; }

    /// <summary>Who makes more from what is written. When nobody follows, the record says of itself that it is behind.</summary>
    internal LedgerFollower? Follower { get; set; }

    /// <summary>
    /// The same page with all that needs no ledger done beforehand: most of the work of recording it. Unlike all else of a ledger it may be called on any thread.
    /// </summary>
    public CodedEntry Prepare(CodedEntry page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Prepare(Follower);
    }

    /// <summary>Adds a coded page. What is there already is left as it is.</summary>
    /// <param name="coder">Who coded it, as <see cref="CoderIdentity"/> says.</param>
    /// <param name="paths">Where the page was found, relative to the folder that was read.</param>
    /// <returns>Whether the page, coded by this coder, is new.</returns>
    /// <exception cref="RecordException">The disk is full, or another program holds the file.</exception>
    public bool Append(CodedPage page, string coder, IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(paths);
        return Append([new CodedEntry(page, coder, paths)]) > 0;
    }

    /// <summary>Adds coded pages in one transaction: all of them or, when something fails, none.</summary>
    /// <returns>How many of them are new, as coded by their coder.</returns>
    /// <exception cref="RecordException">The disk is full, or another program holds the file.</exception>
    public int Append(IReadOnlyList<CodedEntry> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return Change(() => pages.Count(page => !Forgotten.Has(ForgottenList.Page, page.Page.Read.Page.Digest) && _writer.Write(page, Follower, _showing)));
    }

    /// <summary>
    /// Notes that pages were met again, perhaps under other paths, and shows what this coder made of them.
    /// </summary>
    /// <returns>For each page false when this coder has not coded it with these facts: then it is to be coded.</returns>
    internal IReadOnlyList<bool> Meet(IReadOnlyList<PageGroup> pages, string coder) => Change<IReadOnlyList<bool>>(() => [.. pages.Select(p => _meeting.Meet(p, coder, _showing, _writer))]);

    /// <summary>Ends a reading: what it saw and changed becomes a run of the record.</summary>
    internal RunOutcome End(RunFacts facts) => Change(() => RunWriter.Write(_connection, facts));

    /// <summary>Takes in what other coders made of documents that are here, all of a file or nothing. What is shown does not change.</summary>
    /// <param name="keep">False to take all back again in the end.</param>
    internal T TakeGuests<T>(Func<SqliteConnection, T> work, bool keep) => RecordFile.Guard(_file, () =>
    {
        using var transaction = _connection.BeginTransaction();
        var result = work(_connection);
        if (keep)
        {
            transaction.Commit();
        }

        return result;
    });

    /// <summary>Notes a file that could not be read, so that nothing is lost silently.</summary>
    internal void Miss(string path, Problem problem) => RecordFile.Guard(
        _file,
        () => _connection.Run("INSERT INTO missed VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET code = excluded.code, message = excluded.message", path, problem.Code, problem.Message));

    /// <summary>Runs work that takes something out of the record, in one transaction that leaves nothing of it in the file; after that the list of what was forgotten is read again.</summary>
    /// <returns>What the work gave, and whether the file is tidied: not while another program holds it.</returns>
    internal (T Result, bool Tidied) TakeOut<T>(Func<SqliteConnection, T> work) => RecordFile.Guard(_file, () =>
    {
        _connection.Run(RecordFile.Script("people.sql"));
        _connection.Text("PRAGMA secure_delete = ON");
        T result;
        using (var transaction = _connection.BeginTransaction())
        {
            result = work(_connection);
            FileTidying.Want(_connection);
            transaction.Commit();
        }

        Forgotten = ForgottenList.Of(_connection);
        return (result, FileTidying.Finish(_connection));
    });

    /// <summary>What that work would give; nothing is changed.</summary>
    internal T TryOut<T>(Func<SqliteConnection, T> work) => RecordFile.Guard(_file, () =>
    {
        _connection.Run(RecordFile.Script("people.sql"));
        using var transaction = _connection.BeginTransaction();
        return work(_connection);
    });

    public void Dispose()
    {
        _meeting.Dispose();
        _showing.Dispose();
        _writer.Dispose();
        _connection.Dispose();
    }

    private T Change<T>(Func<T> work) => RecordFile.Guard(_file, () =>
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            var result = work();
            _showing.Tell(Follower);
            transaction.Commit();
            return result;
        }
        finally
        {
            _showing.Forget();
        }
    });
}
