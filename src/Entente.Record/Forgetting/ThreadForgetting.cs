using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>Takes the comments of a page out of the ledger, in all its codings. The article keeps every offset.</summary>
internal static class ThreadForgetting
{
    public static ForgetCounts TakeOut(SqliteConnection connection, StoredPage page)
    {
        var (documents, comments) = (0L, 0L);
        foreach (var document in connection.Query("SELECT d.id FROM document d JOIN coding c ON c.id = d.coding WHERE c.page = $1 ORDER BY d.id", r => r.GetInt64(0), page.Id))
        {
            var blocks = connection.Query("SELECT n, start, stop, role FROM block WHERE document = $1 ORDER BY n", r => (N: r.GetInt64(0), Place: (r.GetInt32(1), r.GetInt32(2)), Role: r.GetString(3)), document);
            var thread = ThreadBlocks.Of([.. blocks.Select(b => CodedNames.TryParse<BlockRole>(b.Role, out var role) ? role : BlockRole.Body)]);
            var gone = blocks.Where((_, i) => thread[i]).ToList();
            if (gone.Count == 0)
            {
                continue;
            }

            documents++;
            comments += gone.Count(b => b.Role == CodedNames.Of(BlockRole.Comment));
            new DocumentRedaction(connection, document) { Places = [.. gone.Select(b => b.Place)], Blocks = gone.Select(b => b.N).ToHashSet() }.Write();
        }

        ForgottenList.Add(connection, ForgottenList.Thread, page.Digest);
        return new ForgetCounts(documents > 0 ? 1 : 0, documents, 0, 0, comments);
    }
}
