using Entente.Claims;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>
/// A record to ask: it never writes. Every answer is in an order that depends on what the record holds and not on how it came in.
/// An archive may serve any number of threads.
/// </summary>
public sealed class Archive
{
    private readonly string _file;

    private Archive(string file, Outlets outlets)
    {
        _file = file;
        Outlets = outlets;
    }

    /// <summary>Opens a record to ask it.</summary>
    /// <exception cref="RecordException">There is none, it is of a newer version, or it cannot be read.</exception>
    public static Archive Open(string file) => Open(file, Outlets.Load());

    /// <summary>Opens a record to ask it, with outlets as the user grades them.</summary>
    /// <exception cref="RecordException">There is none, it is of a newer version, or it cannot be read.</exception>
    public static Archive Open(string file, Outlets outlets)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(outlets);
        using (var connection = RecordFile.OpenToRead(file))
        {
            if (World.IsUpToDate(connection))
            {
                return new Archive(file, outlets);
            }
        }

        CatchUp(file);
        return new Archive(file, outlets);
    }

    /// <summary>Whose outlets are and how they stand to states.</summary>
    public Outlets Outlets { get; }

    /// <summary>Whether a reading was broken off before it had brought the events up to date: reading again does it.</summary>
    public bool IsBehind => Ask(c => c.Text("SELECT value FROM meta WHERE key = 'stale'") is not null);

    public RecordTotals Totals() => Ask(TotalsQuery.Run);

    /// <summary>All documents, by publisher, day and id.</summary>
    public IReadOnlyList<DocumentRow> Documents() => Ask(c => DocumentQuery.Rows(c, null));

    /// <summary>The documents whose ids begin so, two at most.</summary>
    public IReadOnlyList<DocumentRow> Beginning(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Ask(c => DocumentQuery.Beginning(c, id, 2));
    }

    /// <summary>Files that could not be read, and what is to be known of the others, by path and code.</summary>
    public IReadOnlyList<ProblemRow> Problems() => Ask(DocumentQuery.Problems);

    /// <summary>A document with its text, blocks and claims; null when there is none with this id.</summary>
    public DocumentView? Document(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Ask(c => DocumentQuery.View(c, id));
    }

    /// <summary>The coded document as it was written into the ledger (entente.coded/1, UTF-8); null when there is none with this id.</summary>
    public byte[]? Coded(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Ask(c => DocumentQuery.Coded(c, id));
    }

    /// <summary>Claims by time, document and place in the text; those without a time last.</summary>
    public IReadOnlyList<ClaimRow> Claims(ClaimFilter? filter = null) => Ask(c => ClaimQuery.Rows(c, filter ?? ClaimFilter.All, Outlets));

    /// <summary>Random claims among those that fit a filter. Each has a place in the draw that depends on itself and the seed alone, so that it stays drawn when pages are added, unless others come before it.</summary>
    /// <param name="ofCoder">Without the claims that people added.</param>
    public ClaimSample Sample(ClaimFilter filter, int count, int seed, bool ofCoder)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Ask(c => SampleQuery.Run(c, filter, Outlets, count, seed, ofCoder));
    }

    /// <summary>One claim, by its id or the beginning of it, of Entente's own coding or else of another coder's; null when there is none, or more than one.</summary>
    public ClaimRow? Claim(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Ask(c => ClaimQuery.One(c, id));
    }

    /// <summary>Other coders who coded documents of the record, in ordinal order, each beside Entente's own coding.</summary>
    public IReadOnlyList<CoderRow> Coders() => Ask(CoderQuery.Rows);

    /// <summary>What another coder and Entente say otherwise of the same documents, by document and place; null when there is no such coder.</summary>
    /// <param name="kind">Only claims of this kind; null for all.</param>
    /// <param name="beside">A second of the other coders, in the place of Entente's own; null for Entente's own.</param>
    public IReadOnlyList<CoderDifference>? CoderDifferences(string coder, ClaimKind? kind = null, string? beside = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(coder);
        return Ask(c => CoderQuery.Differences(c, coder, kind, beside));
    }

    /// <summary>What other coders claim of a document, by coder and place; empty when none has coded it.</summary>
    public IReadOnlyList<ClaimRow> ClaimsOfOthers(string document)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        return Ask(c => CoderQuery.Claims(c, document));
    }

    /// <summary>What the claims that fit the filter are about, by kind, time and id; who says so is counted among these claims alone.</summary>
    public IReadOnlyList<MatterRow> Matters(ClaimFilter? filter = null) => Ask(c => MatterQuery.Rows(c, filter ?? ClaimFilter.All, Outlets));

    /// <summary>Events of which a mention fits the filter, by time and id; those without a time last.</summary>
    public IReadOnlyList<EventRow> Events(ClaimFilter? filter = null) => Ask(c => EventQuery.Rows(c, filter ?? ClaimFilter.All, Outlets));

    /// <summary>All dyads, those with most claims first.</summary>
    public IReadOnlyList<DyadRow> Dyads() => Ask(c => DyadQuery.Rows(c, null));

    /// <summary>A dyad with its claims in order of time; null when the record has none about the two.</summary>
    /// <param name="a">ISO 3166-1 alpha-3, or an organisation's id.</param>
    public DyadView? Dyad(string a, string b)
    {
        ArgumentException.ThrowIfNullOrEmpty(a);
        ArgumentException.ThrowIfNullOrEmpty(b);
        return Ask(c => DyadQuery.View(c, a, b));
    }

    /// <summary>The state of a relationship; null when the record has nothing about the two.</summary>
    public RelationState? State(StateQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Ask(c => StateQuery.Run(c, question, Outlets));
    }

    /// <summary>Documents by the story that they tell, those of most documents first.</summary>
    public IReadOnlyList<StoryRow> Stories() => Ask(StoryQuery.Rows);

    /// <summary>Captures of one page at different times, by family.</summary>
    public IReadOnlyList<VersionRow> Versions() => Ask(VersionQuery.Rows);

    /// <summary>Of some claims those that their outlet has corrected or taken back in the next capture, by their ids, with the note that says so and the claim as it is now.</summary>
    public IReadOnlyDictionary<string, (CorrectionNote Note, ClaimRow? Is)> Corrected(IEnumerable<ClaimRow> claims) =>
        Ask(c => Corrections.ByClaim(VersionQuery.NotesOn(c, claims.Select(r => r.Document).ToHashSet(StringComparer.Ordinal))));

    /// <summary>Dyads month by month, by pair and month.</summary>
    public IReadOnlyList<DyadMonthRow> DyadMonths() => Ask(c => DyadQuery.Months(c, null));

    /// <summary>
    /// Actors by number of claims and mentions. One that stands in no table of data/ is there only when something is claimed about it, and a person like that only in a public office.
    /// </summary>
    public IReadOnlyList<ActorRow> Actors() => Ask(ActorQuery.Rows);

    /// <summary>Who somebody is whom a page names, by the id; null when none does.</summary>
    public Actor? Actor(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Ask(c => ActorQuery.One(c, id));
    }

    /// <summary>An actor with where and how pages name it and what they claim of it; null when none does, and for private persons.</summary>
    /// <param name="most">How many documents and how many claims are given.</param>
    public ActorView? ActorPlaces(string id, int most = 100)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Ask(c => ActorPlaceQuery.View(c, id, most));
    }

    /// <summary>Whom somebody may mean who names an actor: the one with this id, or else all that are called so, in any case of letters, by id and without private persons.</summary>
    public IReadOnlyList<Actor> Named(string named)
    {
        ArgumentException.ThrowIfNullOrEmpty(named);
        return Ask(c => ActorQuery.Named(c, named));
    }

    /// <summary>The readings that made the record, the first one first.</summary>
    public IReadOnlyList<RunRow> Runs() => Ask(RunQuery.Rows);

    /// <summary>What is shown otherwise at the end of a run than at the end of an earlier one (0: of none), by path and document.</summary>
    public IReadOnlyList<RunDifference> Differences(long from, long to) => Ask(c => RunDiffQuery.Rows(c, from, to));

    /// <summary>The log of corrections in the order in which they were decided, with what has become of each.</summary>
    public IReadOnlyList<CorrectionRow> CorrectionLog() => Ask(CorrectionQuery.Rows);

    /// <summary>What a person may decide, the most valuable first.</summary>
    public IReadOnlyList<ReviewItem> Review(int limit = 100) => Ask(c => ReviewQueue.Items(c, limit));

    /// <summary>What a confidence is worth in this record: its claims, or those that fit a filter, beside what people judged in random samples of them.</summary>
    public Calibration Calibration(ClaimFilter? filter = null) => Ask(c => JudgementQuery.Run(c, filter ?? ClaimFilter.All, Outlets));

    /// <summary>The ids of claims that somebody has judged in random samples, as far as they are claimed now.</summary>
    public IReadOnlySet<string> JudgedBy(string author)
    {
        ArgumentException.ThrowIfNullOrEmpty(author);
        return Ask(c => JudgementQuery.JudgedBy(c, author));
    }

    /// <summary>What a claim said as its coder had it; null where nothing of it was corrected.</summary>
    public ClaimSketch? AsCoded(string claim)
    {
        ArgumentException.ThrowIfNullOrEmpty(claim);
        return Ask(c => ClaimAnchors.Coded(c, claim));
    }

    /// <summary>The claims that say the same by the same rule and the same word as one, itself among them; empty when there is no such claim.</summary>
    public IReadOnlyList<ClaimRow> Alike(string claim)
    {
        ArgumentException.ThrowIfNullOrEmpty(claim);
        return Ask(c =>
        {
            var ids = CorrectionQuery.Alike(c, claim);
            var rows = ClaimQuery.Rows(c, ids);
            return ids.Where(rows.ContainsKey).Distinct(StringComparer.Ordinal).Select(id => rows[id]).ToList();
        });
    }

    /// <summary>Sentences of articles that hold the words, best first.</summary>
    /// <param name="words">Words that must all occur; "words in quotes" as a phrase; a word* with any end.</param>
    public IReadOnlyList<SearchRow> Search(string words, int limit = 20)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Ask(c => SearchQuery.Rows(c, words, limit));
    }

    /// <summary>Makes again what a newer version of the program makes otherwise. Where the file may not be written, what it holds is shown as it is, and <see cref="IsBehind"/> says so.</summary>
    private static void CatchUp(string file)
    {
        try
        {
            using var ledger = Ledger.Open(file);
            Reconciler.Reconcile(ledger);
        }
        catch (RecordException e) when (e.Problem.Code is ProblemCodes.RecordClosed or ProblemCodes.RecordBusy)
        {
            // Read-only, or another program is writing to it: it can be asked all the same.
        }
    }

    private T Ask<T>(Func<SqliteConnection, T> question) => RecordFile.Guard(_file, () =>
    {
        using var connection = RecordFile.OpenToRead(_file);
        return question(connection);
    });
}
