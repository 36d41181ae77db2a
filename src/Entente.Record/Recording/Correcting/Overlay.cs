using System.Text.Json;
using Entente.Claims.Accepting;
using Entente.Claims.Coding.Eventing;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>
/// What people corrected, over what was coded: a pure function of the log and of the pages shown, made anew for each page that either of them touches. So it does not depend on
/// what came first, and a page that is coded anew has its corrections again.
/// </summary>
internal sealed class Overlay(SqliteConnection connection) : IDisposable
{
    /// <summary>Pages that are taken up at a time.</summary>
    private const int Portion = 500;

    private readonly Statement _documents = new(connection, "SELECT id FROM document WHERE coding = $1 ORDER BY n");
    private CorrectionSet? _set;
    private long _entries = -1;
    private CameoTable? _cameo;
    private Accepter? _accepter;
    private Originals? _originals;
    private CodedRows? _coded;

    private Originals Rows => _originals ??= new Originals(connection);

    /// <summary>Rows of claims that were written anew or taken out since <see cref="Forget"/>.</summary>
    public IReadOnlySet<long> Rewritten => Rows.Rewritten;

    /// <summary>Ends a transaction.</summary>
    public void Forget() => _originals?.Rewritten.Clear();

    /// <summary>The log is to be read again: what was added to it may have been taken back.</summary>
    public void ReadAgain() => _set = null;

    /// <summary>As the log was when <see cref="Look"/> was called last.</summary>
    private CorrectionSet Set => _set!;

    /// <summary>Documents that are no longer shown are as they were coded; those of pages shown from now on are corrected.</summary>
    /// <returns>The documents that differ from how they were coded.</returns>
    public HashSet<long> Show(IEnumerable<(long Page, long? Before, long Now)> pages)
    {
        Look();
        var corrected = new HashSet<long>();
        foreach (var (page, before, now) in pages)
        {
            if (before is { } gone && Set.Active.Count > 0)
            {
                Rows.PutBack(Documents(gone));
            }

            corrected.UnionWith(Correct(page, now, null));
        }

        return corrected;
    }

    /// <summary>Corrects pages anew that are shown already.</summary>
    /// <param name="seen">What is shown the rows before they change; null where nobody wants to know.</param>
    /// <returns>The documents of which a row was or is not as it was coded.</returns>
    public HashSet<long> Again(IEnumerable<(long Page, long Coding)> pages, Sketches? seen = null)
    {
        Look();
        var touched = new HashSet<long>();
        foreach (var portion in pages.Chunk(Portion))
        {
            touched.UnionWith(Rows.PutBack([.. portion.SelectMany(p => Documents(p.Coding))], seen));
            foreach (var (page, coding) in portion)
            {
                touched.UnionWith(Correct(page, coding, seen));
            }
        }

        return touched;
    }

    /// <summary>Documents as they were coded.</summary>
    public void PutBack(IReadOnlyCollection<long> documents) => Rows.PutBack(documents);

    /// <summary>All documents as they were coded.</summary>
    public void PutAllBack() => Rows.PutBack(connection.Query("SELECT document FROM original UNION SELECT document FROM corrected", r => r.GetInt64(0)));

    public void Dispose()
    {
        _documents.Dispose();
        _originals?.Dispose();
        _coded?.Dispose();
    }

    /// <summary>The log only grows, but for what is forgotten: who else writes to the record may have added to it.</summary>
    private void Look()
    {
        var entries = connection.Number("SELECT count(*) FROM correction");
        if (_set is null || entries != _entries)
        {
            (_set, _entries) = (CorrectionSet.Load(connection), entries);
        }
    }

    private List<long> Documents(long coding) => _documents.All(r => r.Integer(0), coding);

    private IReadOnlyCollection<long> Correct(long page, long coding, Sketches? seen)
    {
        if (Set.Active.Count == 0 || (_coded ??= new CodedRows(connection)).Load(page, coding, Set) is not { } state)
        {
            return [];
        }

        for (var i = 0; i < Set.Active.Count; i++)
        {
            var correction = Set.Active[i];
            try
            {
                Apply(state, i);
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or JsonException or KeyNotFoundException)
            {
                // One entry never stops a page: it is listed with the reason.
                state.Orphans.Add((correction.Id, 0, "it cannot be applied: " + e.Message));
            }
        }

        state.Settle();
        return Rows.Write(state, seen);
    }

    private void Apply(PageState state, int i)
    {
        var correction = Set.Active[i];
        switch (correction.Decision)
        {
            case ActorDecision:
                new ActorEdits(state, correction).Apply();
                break;
            case ClaimDecision:
                new ClaimEdits(state, correction, _cameo ??= CameoTable.Load()).Apply();
                break;
            case AddClaims:
                new AddedClaims(connection, _accepter ??= Accepter.Load(), Rows.Next).Apply(state, correction, Set.Active.Take(i));
                break;
        }
    }
}
