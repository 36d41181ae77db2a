using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Claims → events: which mentions report the same, how many named origins they have when copies of one wording count as one, and which plans were carried out.
/// It is made anew from the ledger whenever that has grown, in one transaction.
/// </summary>
public static class Reconciler
{
    /// <summary>Documents with half of their wording in common have one origin.</summary>
    private const double SameWording = .5;

    /// <summary>Brings the events up to date; does nothing when they are.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public static bool Reconcile(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var connection = ledger.Connection;
        return RecordFile.Guard(connection.DataSource, () =>
        {
            if (connection.Text("SELECT value FROM meta WHERE key = 'stale'") is null)
            {
                return false;
            }

            using var transaction = connection.BeginTransaction();
            connection.Run("DELETE FROM event; DELETE FROM event_claim; DELETE FROM event_dyad; DELETE FROM happened; DELETE FROM copied; DELETE FROM meta WHERE key = 'stale'");
            var wordings = Wordings(connection, transaction);
            var groups = EventGrouper.Group(Mention.All(connection));
            using (var writer = new EventWriter(connection, transaction))
            {
                foreach (var group in groups)
                {
                    writer.Write(group, wordings);
                }

                writer.Write(Plans.CarriedOut(groups));
            }

            transaction.Commit();
            return true;
        });
    }

    /// <summary>For each document that shares its wording with others, the first of them; what is copied is noted on the way.</summary>
    private static Dictionary<string, string> Wordings(SqliteConnection connection, SqliteTransaction transaction)
    {
        var documents = connection.Query(
            """
            SELECT d.document, (SELECT group_concat(substr(d.text, s.start + 1, s.stop - s.start), ' ') FROM sentence s WHERE s.document = d.id)
            FROM shown JOIN document d ON d.coding = shown.coding ORDER BY coalesce(d.published_latest, '9999'), d.document
            """,
            r => (Id: r.GetString(0), Text: r.TextOrNull(1) ?? ""));
        using var copied = new Statement(connection, "copied", "a, b, containment");
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in CopyFinder.Find([.. documents.Select(d => d.Text)]))
        {
            var (a, b) = (documents[pair.A].Id, documents[pair.B].Id);
            copied.Run(transaction, a, b, Math.Round(pair.Containment, 4));
            if (pair.Containment >= SameWording)
            {
                first.TryAdd(a, a);
                first.TryAdd(b, first[a]);
            }
        }

        return first;
    }
}
