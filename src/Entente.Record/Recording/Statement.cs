using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Record.Recording;

/// <summary>
/// SQL that is prepared once and run for many rows, with values for $1, $2 … in order. It speaks to SQLite itself:
/// the parameter objects of ADO.NET cost more than the rows that they carry.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int LongestOnStack = 340;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Where SQLite counts each value: it counts names in the order in which they occur.</summary>
    private readonly int[] _places;

    /// <summary>What is bound already: SQLite keeps it from row to row, and much of a row is as in the row before.</summary>
    private readonly object?[] _bound;

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
        _bound = new object?[_places.Length];
    }

    /// <summary>Columns that no value is given for stay empty.</summary>
    public void Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Run(values);

    /// <summary>As <see cref="Run(SqliteTransaction, ReadOnlySpan{object?})"/>, with the id of the new row.</summary>
    public long Add(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Add(values);

    /// <summary>Adds a row that belongs to another, whose id is its first value.</summary>
    public long AddUnder(long parent, ReadOnlySpan<object?> values)
    {
        RunUnder(parent, values);
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>Adds rows that belong to another, whose id is their first value.</summary>
    public void RunAll(long parent, IReadOnlyList<object?[]> rows)
    {
        foreach (var row in rows)
        {
            RunUnder(parent, row);
        }
    }

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

    private void RunUnder(long parent, ReadOnlySpan<object?> values)
    {
        if (_bound[0] is not long before || before != parent)
        {
            Check(raw.sqlite3_bind_int64(_statement, _places[0], parent));
            _bound[0] = parent;
        }

        Bind(values, 1);
        Step();
        raw.sqlite3_reset(_statement);
    }

    private bool Step(ReadOnlySpan<object?> values)
    {
        Bind(values, 0);
        return Step();
    }

    private bool Step()
    {
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

    private void Bind(ReadOnlySpan<object?> values, int first)
    {
        for (var i = first; i < _places.Length; i++)
        {
            var value = i - first < values.Length ? values[i - first] : null;
            if (!Same(value, _bound[i]))
            {
                Bind(_places[i], value);
                _bound[i] = value;
            }
        }
    }

    /// <summary>Bytes count as other bytes, for who gave them may have changed them.</summary>
    private static bool Same(object? value, object? bound) => value switch
    {
        null => bound is null,
        string text => bound is string other && text == other,
        int number => bound is int other && number == other,
        long number => bound is long other && number == other,
        double number => bound is double other && number.Equals(other),
        _ => false,
    };

    private void Bind(int index, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, index),
        string { Length: > 0 and <= LongestOnStack } text => BindShort(index, text),
        string text => raw.sqlite3_bind_text(_statement, index, text),
        int number => raw.sqlite3_bind_int64(_statement, index, number),
        long number => raw.sqlite3_bind_int64(_statement, index, number),
        double number => raw.sqlite3_bind_double(_statement, index, number),
        bool flag => raw.sqlite3_bind_int64(_statement, index, flag ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
        _ => throw new ArgumentException($"SQLite has no {value.GetType().Name}.", nameof(value)),
    });

    /// <summary>Most texts are short, and need no memory of their own on the way.</summary>
    private int BindShort(int index, string text)
    {
        Span<byte> bytes = stackalloc byte[3 * LongestOnStack];
        return raw.sqlite3_bind_text(_statement, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
