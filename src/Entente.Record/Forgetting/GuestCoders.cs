using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Forgetting;

/// <summary>Coders that are others than Entente's own: one that is called like the person goes with all that it coded.</summary>
internal sealed class GuestCoders(SqliteConnection connection)
{
    private const string Documents = "(SELECT d.id FROM document d JOIN coding c ON c.id = d.coding WHERE c.coder = $1)";
    private const string Claims = "(SELECT id FROM claim WHERE document IN " + Documents + ")";

    public ForgetCounts TakeOut(Func<string, bool> tells)
    {
        var counts = ForgetCounts.None;
        foreach (var coder in connection.Query("SELECT c.id, c.identity FROM guest g JOIN coder c ON c.id = g.coder", r => (Id: r.GetInt64(0), Identity: r.GetString(1))).Where(c => tells(c.Identity)).Select(c => c.Id))
        {
            counts = counts.And(new ForgetCounts(0, connection.Number("SELECT count(*) FROM document WHERE id IN " + Documents, coder), 0, connection.Number("SELECT count(*) FROM claim WHERE id IN " + Claims, coder), 0));
            foreach (var rows in new[] { "dyad WHERE claim IN " + Claims, "party WHERE claim IN " + Claims, "claim WHERE id IN " + Claims, "block WHERE document IN " + Documents, "document WHERE id IN " + Documents, "coding WHERE coder = $1", "guest WHERE coder = $1", "coder WHERE id = $1" })
            {
                connection.Run("DELETE FROM " + rows, coder);
            }
        }

        return counts;
    }
}
