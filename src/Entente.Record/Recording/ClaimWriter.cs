using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Writes claims with their parties and pairs, whoever made them: Entente's coder, another one, or a person who corrects.</summary>
internal sealed class ClaimWriter(SqliteConnection connection) : IDisposable
{
    /// <summary>The last number of a claim's row, also of one that a correction has taken out.</summary>
    private const string Last = "SELECT max(coalesce((SELECT max(id) FROM claim), 0), coalesce((SELECT max(row) FROM original WHERE what = 'claim'), 0))";

    private readonly Statement _last = new(connection, Last);
    private readonly Statement _claim = new(connection, "claim", "id, document, " + RowColumns.Claim);
    private readonly Statement _party = new(connection, "party", "claim, " + RowColumns.Party);
    private readonly Statement _dyad = new(connection, "dyad", "claim, " + RowColumns.Dyad + ", earliest, latest");

    /// <summary>The number of the next claim's row.</summary>
    public long Next() => _last.Number()!.Value + 1;

    public void Write(long key, long document, ClaimRows rows)
    {
        _claim.RunAt(key, document, rows.Claim);
        _party.RunAll(key, rows.Parties);
        var (earliest, latest) = ClaimRows.Days(rows.Claim);
        foreach (var (a, b) in rows.Dyads)
        {
            _dyad.Run(key, a, b, earliest, latest);
        }
    }

    public void Dispose()
    {
        _last.Dispose();
        _claim.Dispose();
        _party.Dispose();
        _dyad.Dispose();
    }
}
