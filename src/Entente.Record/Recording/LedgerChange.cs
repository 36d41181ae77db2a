using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>What a transaction of the ledger changes in what is shown, told before it is committed.</summary>
/// <param name="Added">Rows of the table document that are shown now and were not.</param>
/// <param name="Removed">Rows that were shown and are not any more, for their page is shown by another coding.</param>
internal sealed record LedgerChange(SqliteConnection Connection, SqliteTransaction Transaction, IReadOnlyList<long> Added, IReadOnlyList<long> Removed);
