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
    private const string Named = """
        SELECT 1 FROM mention WHERE document = $1 AND actor IN (SELECT value FROM json_each($2))
        UNION ALL SELECT 1 FROM claim c JOIN party y ON y.claim = c.id WHERE c.document = $1 AND y.actor IN (SELECT value FROM json_each($2))
        UNION ALL SELECT 1 FROM claim c, json_each(c.chain) l WHERE c.document = $1 AND json_extract(l.value, '$.actor') IN (SELECT value FROM json_each($2)) LIMIT 1
        """;

    private readonly Statement _named = new(connection, Named);
    private readonly Statement _documents = new(connection, "SELECT id FROM document WHERE coding = $1 ORDER BY n");
    private CorrectionSet? _set;
    private long _entries = -1;
    private CameoTable? _cameo;
    private Accepter? _accepter;
    private Originals? _originals;

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

            corrected.UnionWith(Correct(page, now));
        }

        return corrected;
    }

    /// <summary>Corrects pages anew that are shown already.</summary>
    /// <returns>The documents of which a row was or is not as it was coded.</returns>
    public HashSet<long> Again(IEnumerable<(long Page, long Coding)> pages)
    {
        Look();
        var touched = new HashSet<long>();
        foreach (var (page, coding) in pages)
        {
            touched.UnionWith(Rows.PutBack(Documents(coding)));
            touched.UnionWith(Correct(page, coding));
        }

        return touched;
    }

    /// <summary>All documents as they were coded.</summary>
    public void PutAllBack() => Rows.PutBack(connection.Query("SELECT document FROM original UNION SELECT document FROM corrected", r => r.GetInt64(0)));

    public void Dispose()
    {
        _named.Dispose();
        _documents.Dispose();
        _originals?.Dispose();
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

    private IReadOnlyCollection<long> Correct(long page, long coding)
    {
        if (Set.Active.Count == 0 || !Bears(page, coding))
        {
            return [];
        }

        var state = PageState.Load(connection, page, coding);
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
        return Rows.Write(state);
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

    /// <summary>Whether any correction may change something of the page: of most pages none does.</summary>
    private bool Bears(long page, long coding)
    {
        if (Set.HasPage(connection.Text("SELECT digest FROM page WHERE id = $1", page)!))
        {
            return true;
        }

        var actors = JsonSerializer.Serialize(Set.Actors);
        return Set.Actors.Count > 0 && Documents(coding).Any(d => _named.Number(d, actors) is not null);
    }
}
