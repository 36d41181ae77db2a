using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Claims → matters: which claims are about the same event, figure, agreement, label, office or position; how many independent origins they have; what became of plans; where claims disagree.
/// It is a pure function of the pages shown: any order of reading gives the same, and one more page costs what it touches.
/// </summary>
public static class Reconciler
{
    /// <summary>Brings what is made from the ledger up to date; does nothing when it is.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public static bool Reconcile(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return RecordFile.Guard(ledger.Connection.DataSource, () => !World.IsUpToDate(ledger.Connection) && Run(ledger.Connection));
    }

    /// <summary>Brings it up to date, and from now on with every append, in the append's own transaction: whatever happens, the record is whole.</summary>
    public static void Follow(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Reconcile(ledger);
        ledger.Following = change => Take(change.Connection, change.Transaction, change.Added, change.Removed);
    }

    /// <summary>Drops all that is made from the ledger, and makes it again.</summary>
    public static void Rebuild(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        RecordFile.Guard(ledger.Connection.DataSource, () => Run(ledger.Connection));
    }

    /// <summary>Whether what is made from the ledger is what making it anew would give. Nothing is changed.</summary>
    public static RecordCheck Verify(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return RecordFile.Guard(ledger.Connection.DataSource, () => MadeCheck.Run(ledger.Connection, Make));
    }

    private static bool Run(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Make(connection, transaction);
        transaction.Commit();
        return true;
    }

    private static void Make(SqliteConnection connection, SqliteTransaction transaction)
    {
        World.Clear(connection);
        Take(connection, transaction, connection.Query("SELECT d.id FROM shown JOIN document d ON d.coding = shown.coding ORDER BY d.id", r => r.GetInt64(0)), []);
    }

    /// <summary>Takes in documents that are shown from now on, and takes out those that no longer are. What copies one of them has its origins counted again.</summary>
    private static void Take(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<long> added, IReadOnlyList<long> removed)
    {
        var touched = Lineage.Update(connection, transaction, added, removed);
        var buckets = new SortedSet<long>();
        using (var table = new MatterTable(connection, transaction))
        {
            buckets.UnionWith(table.Remove([.. removed, .. touched]));
            foreach (var mention in OneVisit.Of(new MentionReader(connection).Of([.. added.Union(touched)])))
            {
                table.Add(mention);
                buckets.Add(mention.What.Bucket);
            }
        }

        using var writer = new MatterWriter(connection, transaction);
        writer.Write(buckets);
        new Outcomes(connection).Write(writer.Changed);
        new Disagreements(connection).Write(writer.Changed, writer.Near);
    }
}
