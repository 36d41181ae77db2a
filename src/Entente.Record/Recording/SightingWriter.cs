using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>What the sightings of a run differ in from those before.</summary>
/// <param name="Pages">How many pages of the record were seen.</param>
internal sealed record SightingChanges(IReadOnlyList<string> Changed, IReadOnlyList<string> Vanished, long Pages);

/// <summary>Notes which page was seen where, if it is not the one that was seen there last, and which are gone.</summary>
internal sealed class SightingWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly RunFacts _facts;
    private readonly Statement _page, _sight;
    private readonly long _run;

    private SightingWriter(SqliteConnection connection, long run, RunFacts facts)
    {
        (_connection, _run, _facts) = (connection, run, facts);
        _page = new Statement(connection, "SELECT id FROM page WHERE digest = $1");
        _sight = new Statement(connection, "INSERT INTO sighting (run, root, path, page) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING");
    }

    public static SightingChanges Write(SqliteConnection connection, long run, RunFacts facts)
    {
        using var writer = new SightingWriter(connection, run, facts);
        return writer.Write();
    }

    public void Dispose()
    {
        _page.Dispose();
        _sight.Dispose();
    }

    private SightingChanges Write()
    {
        var (changed, vanished) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var pages = new HashSet<long>();
        foreach (var root in _facts.Seen.Select(s => s.Root).Concat(_facts.Looked.Select(f => f.Root)).Concat(_facts.Walked).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var last = Last(root);
            var seen = _facts.Seen.Where(s => s.Root == root).DistinctBy(s => s.Path, StringComparer.Ordinal).ToList();
            foreach (var place in seen)
            {
                // A page that could not be coded is not in the record: the next reading tries again.
                if (_page.Number(place.Digest) is { } page)
                {
                    pages.Add(page);
                    See(root, place.Path, page, last, changed);
                }
            }

            foreach (var path in Gone(root, last.Keys.Except(seen.Select(s => s.Path), StringComparer.Ordinal)))
            {
                _sight.Run(_run, root, path, null);
                vanished.Add(path);
            }
        }

        return new SightingChanges([.. changed], [.. vanished], pages.Count);
    }

    private void See(string root, string path, long page, Dictionary<string, long> last, SortedSet<string> changed)
    {
        var known = last.TryGetValue(path, out var before);
        if (known && before == page)
        {
            return;
        }

        _sight.Run(_run, root, path, page);
        if (known)
        {
            changed.Add(path);
        }
    }

    /// <summary>What was seen last at each place that this reading can speak of: all below a folder that was walked, else the files that were looked into.</summary>
    private Dictionary<string, long> Last(string root)
    {
        const string Select = "SELECT path, page, run FROM sighting WHERE root = $1";
        const string Inside = Select + " AND path = $2 UNION ALL " + Select + " AND path > $2 || '/' AND path < $2 || '0' UNION ALL " + Select + " AND path > $2 || '@' AND path < $2 || 'A' ORDER BY path, run";
        var rows = _facts.Walked.Contains(root, StringComparer.Ordinal)
            ? _connection.Query(Select + " ORDER BY path, run", Row, root)
            : _facts.Looked.Where(f => f.Root == root).SelectMany(f => _connection.Query(Inside, Row, root, f.Name));
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (path, page) in rows)
        {
            if (page is { } there)
            {
                last[path] = there;
            }
            else
            {
                last.Remove(path);
            }
        }

        return last;

        static (string Path, long? Page) Row(SqliteDataReader r) => (r.GetString(0), r.IsDBNull(1) ? null : r.GetInt64(1));
    }

    private IEnumerable<string> Gone(string root, IEnumerable<string> unseen)
    {
        if (_facts.Stopped)
        {
            return [];
        }

        var whole = _facts.Walked.Contains(root, StringComparer.Ordinal);
        var files = _facts.Looked.Where(f => f.Root == root).DistinctBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => f.Whole, StringComparer.Ordinal);
        var closed = _facts.Closed.Where(c => c.Root == root).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return unseen.Order(StringComparer.Ordinal).Where(path =>
        {
            var above = Above(path).ToList();
            return !closed.Contains("") && !above.Exists(closed.Contains) && (above.Find(files.ContainsKey) is { } file ? files[file] : whole);
        });
    }

    /// <summary>The path itself and every file or folder that it may lie in, the innermost first.</summary>
    private static IEnumerable<string> Above(string path)
    {
        yield return path;
        for (var cut = path.LastIndexOfAny(['/', '@']); cut > 0; cut = path.LastIndexOfAny(['/', '@'], cut - 1))
        {
            yield return path[..cut];
        }
    }
}
