using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Which coding of each page is shown, and what a transaction changes in that.</summary>
internal sealed class Showing(SqliteConnection connection, Overlay overlay) : IDisposable
{
    private readonly Statement _before = new(connection, "SELECT coding FROM shown WHERE page = $1");
    private readonly Statement _show = new(connection, "INSERT INTO shown VALUES ($1, $2) ON CONFLICT DO UPDATE SET coding = excluded.coding");
    private readonly Statement _documents = new(connection, "SELECT id FROM document WHERE coding = $1 ORDER BY n");
    private readonly Statement _pending = new(connection, "INSERT INTO pending VALUES ($1) ON CONFLICT DO NOTHING");
    private readonly Dictionary<long, (long? Before, long Now)> _changed = [];
    private readonly Dictionary<long, WrittenDocument> _written = [];

    /// <summary>A document that this transaction wrote.</summary>
    public void Wrote(WrittenDocument document) => _written[document.Id] = document;

    public void Show(long page, long coding)
    {
        var before = _before.Number(page);
        if (before == coding)
        {
            return;
        }

        _show.Run(page, coding);
        _pending.Run(page);
        _changed[page] = (_changed.TryGetValue(page, out var known) ? known.Before : before, coding);
    }

    /// <summary>Tells what has changed to who follows the ledger; when nobody does, it is noted that what is made from the ledger is behind it.</summary>
    public void Tell(LedgerFollower? follower)
    {
        var changed = _changed.OrderBy(c => c.Key).Where(c => c.Value.Before != c.Value.Now).Select(c => (Page: c.Key, c.Value.Before, c.Value.Now)).ToList();
        _changed.Clear();
        if (changed.Count > 0)
        {
            var corrected = overlay.Show(changed);
            Tell(follower, new LedgerChange(connection, Documents(changed.Select(c => c.Now)), Documents(changed.Where(c => c.Before is not null).Select(c => c.Before!.Value)), _written, corrected, overlay.Rewritten));
        }
    }

    /// <summary>Tells that documents which stay shown were corrected.</summary>
    public void Tell(LedgerFollower? follower, IReadOnlySet<long> corrected)
    {
        if (corrected.Count > 0)
        {
            Tell(follower, new LedgerChange(connection, [], [], _written, corrected, overlay.Rewritten));
        }
    }

    /// <summary>Forgets what a transaction changed that was not committed.</summary>
    public void Forget()
    {
        _changed.Clear();
        _written.Clear();
        overlay.Forget();
    }

    public void Dispose()
    {
        _before.Dispose();
        _show.Dispose();
        _documents.Dispose();
        _pending.Dispose();
    }

    private void Tell(LedgerFollower? follower, LedgerChange change)
    {
        if (follower is null)
        {
            connection.Run("INSERT INTO meta VALUES ('stale', '1') ON CONFLICT DO NOTHING");
            return;
        }

        follower.Take(change);
    }

    private List<long> Documents(IEnumerable<long> codings) => [.. codings.SelectMany(coding => _documents.All(r => r.Integer(0), coding))];
}
