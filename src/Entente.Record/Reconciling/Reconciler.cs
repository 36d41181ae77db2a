using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Claims → matters: which claims are about the same event, figure, agreement, label, office or position; how many independent origins they have; what became of plans; where claims disagree.
/// It is a pure function of the pages shown: any order of reading gives the same, and one more page costs what it touches.
/// </summary>
public static class Reconciler
{
    /// <summary>Documents that are made again at a time.</summary>
    private const int Portion = 1000;

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
        var maker = new MentionMaker();
        ledger.Follower = new LedgerFollower(rows => PreparedDocument.Of(rows, maker), change => Take(change, maker));
    }

    /// <summary>Drops all that is made from the ledger, and makes it again.</summary>
    public static void Rebuild(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ledger.CorrectAgain();
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
        Make(connection);
        transaction.Commit();
        return true;
    }

    /// <summary>Drops it and makes it again in the transaction at hand, portion by portion, for all claims together may be larger than memory.</summary>
    internal static void Make(SqliteConnection connection)
    {
        World.Clear(connection);
        var maker = new MentionMaker();
        foreach (var portion in connection.All("SELECT d.id FROM shown JOIN document d ON d.coding = shown.coding ORDER BY d.id", r => r.Integer(0)).Chunk(Portion))
        {
            Take(new LedgerChange(connection, portion, [], new Dictionary<long, WrittenDocument>(), new HashSet<long>(), new HashSet<long>()), maker);
        }
    }

    /// <summary>
    /// Takes in documents that are shown from now on, and takes out those that no longer are. What copies one of them has its origins counted again, and of what was corrected only the claims are looked at
    /// that are no longer what they were: a name that stands on ten thousand pages changes few claims of each.
    /// </summary>
    private static void Take(LedgerChange change, MentionMaker maker)
    {
        var connection = change.Connection;
        var touched = Lineage.Update(connection, change.Added, change.Removed, change.Written);
        using var writer = new MatterWriter(connection);
        using (var reader = new MentionReader(connection, maker))
        {
            writer.Remove(MatterTable.ClaimsOf(connection, change.Removed));
            writer.Add(OneVisit.Of(change.Added.Where(d => IsInHand(change, d)).SelectMany(d => reader.InHand(change.Written[d]))));
            foreach (var portion in change.Added.Union(touched).Union(change.Corrected).Where(d => !IsInHand(change, d)).Chunk(Portion))
            {
                writer.Replace(MatterTable.OfDocuments(connection, portion), OneVisit.Of(reader.Read(portion)), change.Rewritten);
            }

            writer.Remove(change.Rewritten);
        }

        writer.Write();
        new Outcomes(connection).Write(writer.Changed);
        new Disagreements(connection).Write(writer.Changed);
    }

    /// <summary>Whether a document's claims are in hand, as they were written: then they need not be read again.</summary>
    private static bool IsInHand(LedgerChange change, long document) => change.Written.ContainsKey(document) && !change.Corrected.Contains(document);
}
