using System.Text.Json;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>
/// What is taken out of some pages, seen from what is made of them: they leave it as they are shown, and what is left of them comes back. Of a large record only these pages are looked at,
/// and those on which the log of corrections says something else when it is gone.
/// </summary>
/// <param name="pages">Rows of pages; null for all: then what is made of them is for others to make anew.</param>
internal sealed class Taking(SqliteConnection connection, Overlay overlay, IReadOnlyCollection<long>? pages)
{
    private readonly CorrectionLog _log = new(connection, overlay);
    private readonly string _pages = JsonSerializer.Serialize(pages ?? []);
    private IReadOnlyList<Correction> _before = [];

    /// <summary>Puts back what was corrected on the pages, and tells that they are shown no longer.</summary>
    public void Leave(LedgerFollower? follower)
    {
        _before = _log.Entries();
        if (pages is null)
        {
            _log.PutAllBack();
            return;
        }

        overlay.PutBack(connection.Query("SELECT d.id FROM coding c JOIN document d ON d.coding = c.id WHERE c.page IN (SELECT value FROM json_each($1))", r => r.GetInt64(0), _pages));
        follower?.Take(Change([], Shown(), new HashSet<long>()));
        overlay.Forget();
    }

    /// <summary>Corrects anew what is otherwise without what was taken out, and tells of it and of what is left of the pages.</summary>
    public void Return(LedgerFollower? follower)
    {
        overlay.ReadAgain();
        if (pages is null)
        {
            _log.Rebuild();
            return;
        }

        var after = _log.Entries();
        var changed = _before.ExceptBy(after.Select(c => c.Id), c => c.Id).Concat(after.ExceptBy(_before.Select(c => c.Id), c => c.Id)).ToList();
        var left = connection.Query("SELECT page, coding FROM shown WHERE page IN (SELECT value FROM json_each($1))", r => (r.GetInt64(0), r.GetInt64(1)), _pages);
        var corrected = overlay.Again(_log.Pages(changed).Union(left).Order());
        follower?.Take(Change(Shown(), [], corrected));
    }

    private LedgerChange Change(IReadOnlyList<long> added, IReadOnlyList<long> removed, IReadOnlySet<long> corrected) =>
        new(connection, added, removed, new Dictionary<long, WrittenDocument>(), corrected, overlay.Rewritten);

    private List<long> Shown() => connection.Query("SELECT d.id FROM shown s JOIN document d ON d.coding = s.coding WHERE s.page IN (SELECT value FROM json_each($1)) ORDER BY d.id", r => r.GetInt64(0), _pages);
}
