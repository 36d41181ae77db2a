using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>An insert that is prepared once and run for many rows.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Inserts into the named columns, separated by commas; returns the new row's id.</summary>
    public Statement(SqliteConnection connection, string table, string columns)
    {
        var count = columns.Split(',').Length;
        var values = string.Join(", ", Enumerable.Range(1, count).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture)));
        _command = connection.CreateCommand();
        _command.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({values})";
        for (var i = 1; i <= count; i++)
        {
            _command.Parameters.Add(new SqliteParameter("$" + i.ToString(CultureInfo.InvariantCulture), null));
        }

        Connection = connection;
    }

    private SqliteConnection Connection { get; }

    /// <summary>Columns that no value is given for stay empty.</summary>
    public void Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < _command.Parameters.Count; i++)
        {
            _command.Parameters[i].Value = (i < values.Length ? values[i] : null) ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    /// <summary>As <see cref="Run"/>, with the id of the new row.</summary>
    public long Add(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        Run(transaction, values);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(Connection.Handle);
    }

    public void Dispose() => _command.Dispose();
}
