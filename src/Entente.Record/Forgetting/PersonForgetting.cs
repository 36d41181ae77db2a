using System.Text.Json.Nodes;
using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>Takes a person out of the ledger: from every page, in all its codings, and from what is noted of places and facts.</summary>
internal sealed class PersonForgetting
{
    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<NameSpelling> _spellings;

    /// <summary>Pages that something is taken out of.</summary>
    private readonly HashSet<long> _pages = [];

    private PersonForgetting(SqliteConnection connection, IReadOnlyList<NameSpelling> spellings) => (_connection, _spellings) = (connection, spellings);

    public static ForgetCounts TakeOut(SqliteConnection connection, ForgetRequest request)
    {
        var spellings = PersonNames.Of(connection, request);
        foreach (var note in new[] { request.By, request.Reason })
        {
            if (note is not null && NameFinder.Of(spellings).IsIn(note))
            {
                throw new FormatException("the receipt may not name who is forgotten: say --as and --reason without the name.");
            }
        }

        foreach (var spelling in spellings)
        {
            ForgottenList.Add(connection, ForgottenList.Name, spelling.Words, spelling.Family);
        }

        return new PersonForgetting(connection, spellings).TakeOut();
    }

    private ForgetCounts TakeOut()
    {
        var counts = new GuestCoders(_connection).TakeOut(NameFinder.Of(_spellings).IsIn);
        foreach (var page in _connection.Query("SELECT d.id, c.page FROM document d JOIN coding c ON c.id = d.coding ORDER BY d.id", r => (Document: r.GetInt64(0), Page: r.GetInt64(1))).GroupBy(d => d.Page))
        {
            if (page.Any(d => Names(d.Document)))
            {
                var gone = TakeOut([.. page.Select(d => StoredRows.Read(_connection, d.Document))]);
                counts = counts.And(gone);
                Touch(page.Key, gone.Documents > 0);
            }
        }

        CleanProblems();
        CleanGiven();
        CleanPlaces();
        CorrectionLog.Withhold(_connection, NameFinder.Of(_spellings).IsIn, _ => false);
        return counts with { Pages = _pages.Count };
    }

    /// <summary>What one coding finds of the person goes from all codings of the same text.</summary>
    private ForgetCounts TakeOut(IReadOnlyList<StoredRows> codings)
    {
        var counts = ForgetCounts.None;
        var finder = NameFinder.Of(_spellings);
        foreach (var text in codings.GroupBy(c => c.Text, StringComparer.Ordinal))
        {
            var places = text.SelectMany(c => PersonRedaction.Places(c.Before, finder)).Distinct().Order().ToList();
            foreach (var coding in text)
            {
                counts = counts.And(coding.Write(places.Count == 0 ? PersonRedaction.Of(coding.Before, finder) : PersonRedaction.Of(coding.Before, finder, places)));
            }
        }

        return counts;
    }

    /// <summary>Whether the name stands anywhere in a document: looked for in few columns, for most documents do not have it.</summary>
    private bool Names(long document)
    {
        var finder = NameFinder.Of(_spellings);
        return _connection.Query("SELECT text, title, uri, publisher, authors, coded FROM document WHERE id = $1", r => Enumerable.Range(0, 5).Where(i => !r.IsDBNull(i)).Select(r.GetString)
                .Concat(r.IsDBNull(5) ? [] : [CodedBytes.Text(r.GetFieldValue<byte[]>(5))]).ToList(), document)
            .SelectMany(strings => strings).Concat(_connection.Query("SELECT DISTINCT actor || ' ' || name FROM mention WHERE document = $1", r => r.GetString(0), document)).Any(finder.IsIn)
            || _connection.Query("SELECT json_each.value FROM document, json_each(authors) WHERE document.id = $1", r => r.GetString(0), document).Exists(finder.IsIn);
    }

    private void Touch(long page, bool touched)
    {
        if (touched)
        {
            _pages.Add(page);
        }
    }

    private void CleanProblems()
    {
        var finder = NameFinder.Of(_spellings);
        foreach (var (coding, n, message, page) in _connection.Query("SELECT p.coding, p.n, p.message, c.page FROM problem p JOIN coding c ON c.id = p.coding", r => (r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetInt64(3))))
        {
            if (finder.IsIn(message))
            {
                Touch(page, _connection.Run("UPDATE problem SET message = '' WHERE coding = $1 AND n = $2", coding, n) > 0);
            }
        }
    }

    /// <summary>Two codings of a page that differed in nothing but the name stay two.</summary>
    private void CleanGiven()
    {
        var finder = NameFinder.Of(_spellings);
        foreach (var (coding, page, given) in _connection.Query("SELECT id, page, given FROM coding ORDER BY id", r => (r.GetInt64(0), r.GetInt64(1), r.GetString(2))))
        {
            var clean = Withholding.Given(given, finder);
            if (clean != given)
            {
                if (_connection.Run("UPDATE OR IGNORE coding SET given = $2 WHERE id = $1", coding, clean) == 0)
                {
                    var facts = JsonNode.Parse(clean)!.AsObject();
                    facts["coding"] = coding;
                    _connection.Run("UPDATE coding SET given = $2 WHERE id = $1", coding, facts.ToJsonString());
                }

                Touch(page, true);
            }
        }
    }

    private void CleanPlaces()
    {
        var finder = NameFinder.Of(_spellings);
        var cleaned = false;
        foreach (var (page, path, digest) in _connection.Query("SELECT p.page, p.path, g.digest FROM path p JOIN page g ON g.id = p.page", r => (r.GetInt64(0), r.GetString(1), r.GetString(2))))
        {
            if (Withholding.Path(path, digest, finder) is var clean && clean != path)
            {
                _connection.Run("DELETE FROM path WHERE page = $1 AND path = $2", page, path);
                _connection.Run("INSERT INTO path VALUES ($1, $2) ON CONFLICT DO NOTHING", page, clean);
                Touch(page, cleaned = true);
            }
        }

        CleanSightings(finder);
        foreach (var missed in _connection.Query("SELECT path, message FROM missed", r => (Path: r.GetString(0), Message: r.GetString(1))).Where(m => finder.IsIn(m.Path) || finder.IsIn(m.Message)))
        {
            _connection.Run("DELETE FROM missed WHERE path = $1", missed.Path);
        }

        if (cleaned)
        {
            RunManifests.WithoutPile(_connection, 0);
        }
    }

    /// <summary>The name of a place becomes that of the page in it, and what was at one place may then be at two: where a page gave way to another, it is noted as gone.</summary>
    private void CleanSightings(NameFinder finder)
    {
        var sightings = _connection.Query(
            "SELECT s.run, s.root, s.path, s.page, g.digest FROM sighting s LEFT JOIN page g ON g.id = s.page ORDER BY s.root, s.path, s.run",
            r => (Run: r.GetInt64(0), Root: r.GetString(1), Path: r.GetString(2), Page: r.IsDBNull(3) ? (long?)null : r.GetInt64(3), Digest: r.TextOrNull(4)));
        foreach (var place in sightings.GroupBy(s => (s.Root, s.Path)).Where(p => finder.IsIn(p.Key.Path)))
        {
            _connection.Run("DELETE FROM sighting WHERE root = $1 AND path = $2", place.Key.Root, place.Key.Path);
            string? before = null;
            foreach (var seen in place)
            {
                var clean = seen.Digest is { } digest ? Withholding.Path(seen.Path, digest, finder) : null;
                if (before is not null && before != clean)
                {
                    _connection.Run("INSERT OR REPLACE INTO sighting (run, root, path, page) VALUES ($1, $2, $3, NULL)", seen.Run, seen.Root, before);
                }

                if (clean is not null)
                {
                    _connection.Run("INSERT OR REPLACE INTO sighting (run, root, path, page) VALUES ($1, $2, $3, $4)", seen.Run, seen.Root, clean, seen.Page);
                }

                before = clean;
            }
        }
    }
}
