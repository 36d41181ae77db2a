using Entente.Claims;
using Entente.Record.Recording.Correcting;
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
    private readonly Overlay _overlay;
    private readonly Showing _showing;
    private readonly Meeting _meeting;
    private readonly string _file;

    private Ledger(string file, SqliteConnection connection)
    {
        _file = file;
        _connection = connection;
        _writer = new LedgerWriter(connection);
        _overlay = new Overlay(connection);
        _showing = new Showing(connection, _overlay);
        _meeting = new Meeting(connection);
        Withholding = new Withholding(ForgottenList.Of(connection));
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
    internal Withholding Withholding { get; private set; }

    /// <summary>Who makes more from what is written. When nobody follows, the record says of itself that it is behind.</summary>
    internal LedgerFollower? Follower { get; set; }

    /// <summary>
    /// The same page with all that needs no ledger done beforehand: most of the work of recording it. Unlike all else of a ledger it may be called on any thread.
    /// </summary>
    public CodedEntry Prepare(CodedEntry page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Prepare(Follower, Withholding);
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
        return Change(() => pages.Count(page => _writer.Write(page, Follower, _showing, Withholding)));
    }

    /// <summary>
    /// Notes that pages were met again, perhaps under other paths, and shows what this coder made of them.
    /// </summary>
    /// <returns>For each page false when this coder has not coded it with these facts: then it is to be coded.</returns>
    internal IReadOnlyList<bool> Meet(IReadOnlyList<PageGroup> pages, string coder) => Change<IReadOnlyList<bool>>(() => [.. pages.Select(p => _meeting.Meet(p, coder, _showing, _writer, Withholding))]);

    /// <summary>Whether a page is another capture of one that was forgotten: then it is not taken in.</summary>
    internal bool Withholds(CodedEntry page) => Withholding.IsGone(page.Prepared(Follower, Withholding).Rows);

    /// <summary>Ends a reading: what it saw and changed becomes a run of the record.</summary>
    internal RunOutcome End(RunFacts facts) => Change(() => RunWriter.Write(_connection, Withholding.Clean(facts)));

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

    /// <summary>
    /// Adds entries to the log of corrections, and shows what they touch as they say. An entry that is there already changes nothing, so that a log can be replayed.
    /// </summary>
    /// <returns>What is told otherwise from now on.</returns>
    /// <exception cref="RecordException">The disk is full, or another program holds the file.</exception>
    public CorrectionReport Correct(IReadOnlyList<Correction> entries) => Correct(entries, keep: true);

    /// <summary>What <see cref="Correct(IReadOnlyList{Correction})"/> would change. It is done, looked at and taken back: nothing is written.</summary>
    public CorrectionReport Preview(IReadOnlyList<Correction> entries) => Correct(entries, keep: false);

    /// <summary>The log of corrections, in the order in which they were decided.</summary>
    public IReadOnlyList<Correction> Corrections() => RecordFile.Guard(_file, new CorrectionLog(_connection, _overlay).Entries);

    /// <summary>When a decision that is made now is noted: after all others of the log, for whoever decides has seen them, whatever their clocks said.</summary>
    public DateTimeOffset Next(DateTimeOffset now) => RecordFile.Guard(_file, () => _connection.Text("SELECT max(at) FROM correction") is { } last
        && DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal) is var before && before >= now ? before.AddMilliseconds(1) : now);

    /// <summary>What a decision about a claim that is shown is anchored by; null when there is no such claim.</summary>
    /// <param name="claim">The claim's whole id.</param>
    public ClaimAnchor? Anchor(string claim)
    {
        ArgumentException.ThrowIfNullOrEmpty(claim);
        return RecordFile.Guard(_file, () => ClaimAnchors.Of(_connection, claim));
    }

    /// <summary>The decision to take over claims of another coder; the claims that are no other coder's are left out.</summary>
    /// <param name="claims">Whole ids of claims of one coder.</param>
    public AddClaims? TakeOver(IReadOnlyList<string> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return RecordFile.Guard(_file, () => TakenOver.Of(_connection, claims));
    }

    /// <summary>What a decision about words of a document that is shown is anchored by; null when they do not lie in it.</summary>
    /// <param name="start">In code points of the document's text.</param>
    public TextAnchor? Anchor(string document, int start, int stop)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        return RecordFile.Guard(_file, () => ClaimAnchors.Of(_connection, document, start, stop));
    }

    /// <summary>Every place of a document that is shown where some words stand, white space of any length between them.</summary>
    public IReadOnlyList<TextAnchor> Anchors(string document, string words)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return RecordFile.Guard(_file, () => ClaimAnchors.Of(_connection, document, words));
    }

    /// <summary>Makes the corrections anew, from the log and from what was coded.</summary>
    internal void CorrectAgain() => Change(() =>
    {
        new CorrectionLog(_connection, _overlay).Rebuild();
        _connection.Run("INSERT INTO meta VALUES ('stale', '1') ON CONFLICT DO NOTHING");
        return true;
    });

    /// <summary>Notes a file that could not be read, so that nothing is lost silently.</summary>
    internal void Miss(string path, Problem problem) => RecordFile.Guard(
        _file,
        () => Withholding.Tells(path, problem.Message) ? 0 : _connection.Run("INSERT INTO missed VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET code = excluded.code, message = excluded.message", path, problem.Code, problem.Message));

    /// <summary>
    /// Runs work that takes something out of the record, in one transaction that leaves nothing of it in the file; corrections are made anew, and then what is made from both.
    /// </summary>
    /// <param name="pages">The rows of the pages that it changes; null where it may be any.</param>
    /// <param name="work">What it does to these pages as they were coded.</param>
    /// <param name="make">Makes what nobody who follows has made, in the same transaction; null to take all of it back again.</param>
    /// <returns>What the work gave, and whether the file is tidied: not while another program holds it.</returns>
    internal (T Result, bool Tidied) TakeOut<T>(Func<SqliteConnection, IReadOnlyCollection<long>?> pages, Func<SqliteConnection, T> work, Action<SqliteConnection, T>? make) => RecordFile.Guard(_file, () =>
    {
        _connection.Run(RecordFile.Script("people.sql"));
        _connection.Text("PRAGMA secure_delete = ON");
        T result;
        using (var transaction = _connection.BeginTransaction())
        {
            try
            {
                var taking = new Taking(_connection, _overlay, pages(_connection));
                taking.Leave(make is null ? null : Follower);
                result = work(_connection);
                if (make is null)
                {
                    return (result, true);
                }

                taking.Return(Follower);
                make(_connection, result);
                FileTidying.Want(_connection);
                transaction.Commit();
            }
            finally
            {
                _overlay.ReadAgain();
                _showing.Forget();
            }
        }

        Withholding = new Withholding(ForgottenList.Of(_connection));
        return (result, FileTidying.Finish(_connection));
    });

    public void Dispose()
    {
        _meeting.Dispose();
        _showing.Dispose();
        _overlay.Dispose();
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

    private CorrectionReport Correct(IReadOnlyList<Correction> entries, bool keep)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return RecordFile.Guard(_file, () =>
        {
            entries = Withholding.Clean(_connection, entries);
            using var transaction = _connection.BeginTransaction();
            try
            {
                var log = new CorrectionLog(_connection, _overlay);
                var pages = log.Pages(entries);
                using var seen = new Sketches(_connection);
                var (added, touched) = log.Add(entries, pages, seen);
                var report = seen.Compare(added) with { Orphans = log.Orphans(entries), Holds = log.Holds(entries) };
                if (keep)
                {
                    _showing.Tell(Follower, touched);
                    transaction.Commit();
                }

                return report;
            }
            finally
            {
                _overlay.ReadAgain();
                _showing.Forget();
            }
        });
    }
}
