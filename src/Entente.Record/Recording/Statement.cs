using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Record.Recording;

/// <summary>
/// SQL that is prepared once and run for many rows, with values for $1, $2 … in order. It speaks to SQLite itself:
/// the parameter objects of ADO.NET cost more than the rows that they carry.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Where SQLite counts each value: it counts names in the order in which they occur.</summary>
    private readonly int[] _places;

    /// <summary>Inserts into the named columns, separated by commas.</summary>
    public Statement(SqliteConnection connection, string table, string columns)
        : this(connection, Insert(table, columns.Split(',').Length, columns))
    {
    }

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _places = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_statement)).Select(i => raw.sqlite3_bind_parameter_index(_statement, "$" + i.ToString(CultureInfo.InvariantCulture)))];
    }

    /// <summary>Columns that no value is given for stay empty.</summary>
    public void Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Run(values);

    /// <summary>As <see cref="Run(SqliteTransaction, ReadOnlySpan{object?})"/>, with the id of the new row.</summary>
    public long Add(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Add(values);

    /// <returns>How many rows that changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Step(values);
        raw.sqlite3_reset(_statement);
        return raw.sqlite3_changes(_database);
    }

    public long Add(params ReadOnlySpan<object?> values)
    {
        Run(values);
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>The first number of the first row; null when there is no row, or nothing in it.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        long? number = Step(values) && raw.sqlite3_column_type(_statement, 0) != raw.SQLITE_NULL ? raw.sqlite3_column_int64(_statement, 0) : null;
        raw.sqlite3_reset(_statement);
        return number;
    }

    public void Dispose() => _statement.Dispose();

    private static string Insert(string table, int count, string columns) =>
        $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(1, count).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture)))})";

    private bool Step(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            Bind(_places[i], i < values.Length ? values[i] : null);
        }

        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result == raw.SQLITE_ROW;
        }

        // Told before the reset, which would take the message away.
        try
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }

        return false;
    }

    private void Bind(int index, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, index),
        string text => raw.sqlite3_bind_text(_statement, index, text),
        int number => raw.sqlite3_bind_int64(_statement, index, number),
        long number => raw.sqlite3_bind_int64(_statement, index, number),
        double number => raw.sqlite3_bind_double(_statement, index, number),
        bool flag => raw.sqlite3_bind_int64(_statement, index, flag ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
        _ => throw new ArgumentException($"SQLite has no {value.GetType().Name}.", nameof(value)),
    });

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
