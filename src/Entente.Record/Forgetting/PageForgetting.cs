using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>Takes a page out of the ledger, in all its codings.</summary>
internal static class PageForgetting
{
    private const string Codings = "(SELECT id FROM coding WHERE page = $1)";
    private const string Documents = "(SELECT id FROM document WHERE coding IN " + Codings + ")";
    private const string Claims = "(SELECT id FROM claim WHERE document IN " + Documents + ")";

    /// <summary>What goes, the innermost first.</summary>
    private static readonly string[] Rows =
    [
        "dyad WHERE claim IN " + Claims, "party WHERE claim IN " + Claims, "claim WHERE document IN " + Documents, "mention WHERE document IN " + Documents,
        "sentence WHERE document IN " + Documents, "block WHERE document IN " + Documents, "credit WHERE document IN " + Documents,
        "document WHERE coding IN " + Codings, "problem WHERE coding IN " + Codings,
        "orphan WHERE page = $1", "shown WHERE page = $1", "showing WHERE page = $1", "pending WHERE page = $1", "coding WHERE page = $1",
        "missed WHERE path IN (SELECT path FROM path WHERE page = $1)", "sighting WHERE page = $1", "path WHERE page = $1", "page WHERE id = $1",
    ];

    public static ForgetCounts TakeOut(SqliteConnection connection, StoredPage page)
    {
        var counts = new ForgetCounts(
            1, Count("document WHERE coding IN " + Codings), Count("sentence WHERE document IN " + Documents), Count("claim WHERE document IN " + Documents),
            Count("block WHERE role = 'comment' AND document IN " + Documents));
        if (connection.Query("SELECT run FROM sighting WHERE page = $1 ORDER BY run LIMIT 1", r => r.GetInt64(0), page.Id) is [var first])
        {
            RunManifests.WithoutPile(connection, first);
        }

        CorrectionLog.Withhold(connection, _ => false, digest => digest == page.Digest);
        FullText.Leave(connection, connection.Query("SELECT id FROM document WHERE coding IN " + Codings, r => r.GetInt64(0), page.Id));
        foreach (var rows in Rows)
        {
            connection.Run("DELETE FROM " + rows, page.Id);
        }

        ForgottenList.Add(connection, ForgottenList.Page, page.Digest);
        return counts;

        long Count(string rows) => connection.Number("SELECT count(*) FROM " + rows, page.Id);
    }
}
