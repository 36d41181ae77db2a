using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Captures of one page at different times, with the claims that came, went and were reworded from each to the next.</summary>
internal static class VersionQuery
{
    public static List<VersionRow> Rows(SqliteConnection connection)
    {
        var notes = new CorrectionNotes();
        var captures = connection.Query(
            "SELECT family, document, path, published_latest, captured, run FROM versions ORDER BY family, n",
            r => (Family: r.GetString(0), Capture: new CaptureRow(r.GetString(1), r.TextOrNull(2), r.TextOrNull(3), r.TextOrNull(4), r.IntegerOrNull(5))));
        return
        [
            .. captures.GroupBy(c => c.Family, StringComparer.Ordinal).Select(family =>
            {
                var rows = family.Select(c => c.Capture with { Notes = notes.Of(connection, c.Capture.Document) }).ToList();
                return new VersionRow(family.Key, rows, [.. rows.Zip(rows.Skip(1), (a, b) => Change(connection, a.Document, b.Document))]);
            }),
        ];
    }

    /// <summary>Claims are the same when they say the same of the same in the same words; of the same matter in other words they are reworded.</summary>
    private static VersionChange Change(SqliteConnection connection, string from, string to)
    {
        var (before, after) = (Claims(connection, from), Claims(connection, to));
        var kept = before.Select(Words).Intersect(after.Select(Words), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var gone = before.Where(c => !kept.Contains(Words(c))).ToList();
        var come = after.Where(c => !kept.Contains(Words(c))).ToList();
        var reworded = new List<(ClaimRow, ClaimRow)>();
        foreach (var was in gone.ToList())
        {
            if (come.Find(c => c.Kind == was.Kind && (c.Gist == was.Gist || (c.Matter == was.Matter && c.Type == was.Type))) is { } now)
            {
                reworded.Add((was, now));
                gone.Remove(was);
                come.Remove(now);
            }
        }

        return new VersionChange(from, to, come, gone, reworded);
    }

    private static List<ClaimRow> Claims(SqliteConnection connection, string document) =>
        [.. ClaimQuery.Rows(connection, new ClaimFilter { Document = document }).Where(c => c.Document == document).OrderBy(c => c.Start).ThenBy(c => c.Id, StringComparer.Ordinal)];

    private static string Words(ClaimRow claim) => claim.Kind + "\n" + claim.Gist + "\n" + claim.Told + "\n" + claim.Quote;
}
