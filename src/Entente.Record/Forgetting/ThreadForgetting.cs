using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>Takes the comments of a page out of the ledger, in all its codings. The article keeps every offset.</summary>
internal static class ThreadForgetting
{
    public static ForgetCounts TakeOut(SqliteConnection connection, StoredPage page)
    {
        var counts = ForgetCounts.None;
        var documents = connection.Query("SELECT d.id FROM document d JOIN coding c ON c.id = d.coding WHERE c.page = $1 ORDER BY d.id", r => r.GetInt64(0), page.Id);
        FullText.Leave(connection, documents);
        foreach (var document in documents)
        {
            var rows = StoredRows.Read(connection, document);
            counts = counts.And(rows.Write(ThreadRedaction.Of(rows.Before)));
        }

        FullText.Return(connection, documents);
        CorrectionLog.Withhold(connection, _ => false, _ => false);
        ForgottenList.Add(connection, ForgottenList.Thread, page.Digest);
        return counts with { Pages = counts.Documents > 0 ? 1 : 0 };
    }
}
