using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>What a transaction changes in what is shown.</summary>
/// <param name="Added">Documents (rows of the table document) that are shown from now on.</param>
/// <param name="Removed">Documents that were shown and no longer are.</param>
/// <param name="Written">Those of the added that the transaction itself wrote, by their rows: what is in hand need not be read again.</param>
/// <param name="Corrected">Documents whose claims or mentions are no longer what they were, or are not what was written: their words are the same.</param>
/// <param name="Rewritten">Rows of claims that corrections wrote anew or took out.</param>
internal sealed record LedgerChange(
    SqliteConnection Connection, IReadOnlyList<long> Added, IReadOnlyList<long> Removed, IReadOnlyDictionary<long, WrittenDocument> Written, IReadOnlySet<long> Corrected, IReadOnlySet<long> Rewritten);

/// <summary>A document that was just written. Its sentences and claims have numbers in a row.</summary>
/// <param name="Along">What the follower prepared for it.</param>
internal sealed record WrittenDocument(long Id, long FirstSentence, long FirstClaim, object Along);

/// <summary>Who makes more from what the ledger holds, in the ledger's own transactions.</summary>
/// <param name="Prepare">What can be made of a document beforehand, on any thread.</param>
/// <param name="Take">Called inside each transaction that changes what is shown, after its rows are written.</param>
internal sealed record LedgerFollower(Func<DocumentRows, object> Prepare, Action<LedgerChange> Take);
