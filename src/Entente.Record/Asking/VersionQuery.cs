using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Captures of one page at different times, with the claims that came, went and were reworded from each to the next, and which of them the outlet corrected.</summary>
internal static class VersionQuery
{
    public static List<VersionRow> Rows(SqliteConnection connection)
    {
        var notes = new CorrectionNotes();
        return [.. Families(connection).Select(family =>
        {
            var rows = family.Select(c => c with { Notes = notes.Of(connection, c.Document) }).ToList();
            var changes = rows.Zip(rows.Skip(1), (a, b) => Change(connection, a.Document, b.Document)).ToList();
            var linked = rows.Select((r, i) => i == 0 ? r : r with { Notes = Corrections.Link(r.Notes, rows[i - 1].Notes, changes[i - 1]) });
            return new VersionRow(family.Key, [.. linked], changes);
        })];
    }

    /// <summary>The notes of correction, with what they correct, of captures that follow one of these documents.</summary>
    public static IEnumerable<CorrectionNote> NotesOn(SqliteConnection connection, IReadOnlySet<string> documents)
    {
        var notes = new CorrectionNotes();
        foreach (var (was, now) in Families(connection).SelectMany(f => f.Zip(f.Skip(1))).Where(p => documents.Contains(p.First.Document)))
        {
            if (notes.Of(connection, now.Document) is { Count: > 0 } found)
            {
                foreach (var note in Corrections.Link(found, notes.Of(connection, was.Document), Change(connection, was.Document, now.Document)))
                {
                    yield return note;
                }
            }
        }
    }

    private static IEnumerable<IGrouping<string, CaptureRow>> Families(SqliteConnection connection) => connection.Query(
            "SELECT family, document, path, published_latest, captured, run FROM versions ORDER BY family, n",
            r => (Family: r.GetString(0), Capture: new CaptureRow(r.GetString(1), r.TextOrNull(2), r.TextOrNull(3), r.TextOrNull(4), r.IntegerOrNull(5))))
        .GroupBy(c => c.Family, c => c.Capture, StringComparer.Ordinal);

    private static VersionChange Change(SqliteConnection connection, string from, string to)
    {
        var pairs = new ClaimPairs<ClaimRow>(Claims(connection, from), Claims(connection, to));
        return new VersionChange(from, to, [.. pairs.Added], [.. pairs.Dropped], pairs.Reworded);
    }

    /// <summary>The claims of a capture in the order of the text; what the day of publication alone dates is the same on another day.</summary>
    private static IEnumerable<ClaimSide<ClaimRow>> Claims(SqliteConnection connection, string document) => ClaimQuery.Rows(connection, new ClaimFilter { Document = document })
        .Where(c => c.Document == document).OrderBy(c => c.Start).ThenBy(c => c.Id, StringComparer.Ordinal)
        .Select(c => new ClaimSide<ClaimRow>(c, c.Kind, c.Gist + "\n" + c.Told + "\n" + c.Quote, c.Quote, c.Gist, c.Matter is null ? null : c.Matter + c.Type));
}
