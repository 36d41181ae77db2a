using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Record.Recording;

/// <summary>
/// SQL that is prepared once and run for many rows, with values for $1, $2 … in order. It speaks to SQLite itself:
/// the parameter objects of ADO.NET cost more than the rows that they carry.
/// </summary>
internal sealed unsafe class Statement : IDisposable
{
    private const int LongestOnStack = 340;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _handle;
    private readonly nint _connection;
    private readonly nint _statement;

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
        Check(raw.sqlite3_prepare_v2(_database, sql, out _handle));
        (_connection, _statement) = (_database.DangerousGetHandle(), _handle.DangerousGetHandle());
        _places = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_handle)).Select(i => raw.sqlite3_bind_parameter_index(_handle, "$" + i.ToString(CultureInfo.InvariantCulture)))];
        _bound = new object?[_places.Length];
    }

    /// <summary>Adds a row that belongs to another, whose id is its first value.</summary>
    public long AddUnder(long parent, ReadOnlySpan<object?> values)
    {
        RunUnder(parent, values);
        return Sqlite.LastInsertRowId(_connection);
    }

    /// <summary>Adds a row with an id of its own, its first value, that belongs to another, whose id is its second.</summary>
    public void RunAt(long id, long parent, ReadOnlySpan<object?> values)
    {
        Check(Sqlite.BindInt64(_statement, _places[0], id));
        Check(Sqlite.BindInt64(_statement, _places[1], parent));
        Bind(values, 2);
        Step();
        Sqlite.Reset(_statement);
    }

    /// <summary>Adds rows that belong to another, whose id is their first value.</summary>
    public void RunAll(long parent, IReadOnlyList<object?[]> rows)
    {
        foreach (var row in rows)
        {
            RunUnder(parent, row);
        }
    }

    /// <summary>Columns that no value is given for stay empty.</summary>
    /// <returns>How many rows that changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Step(values);
        Sqlite.Reset(_statement);
        return Sqlite.Changes(_connection);
    }

    public long Add(params ReadOnlySpan<object?> values)
    {
        Run(values);
        return Sqlite.LastInsertRowId(_connection);
    }

    /// <summary>The first number of the first row; null when there is no row, or nothing in it.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        long? number = Step(values) && !IsNull(0) ? Integer(0) : null;
        Sqlite.Reset(_statement);
        return number;
    }

    /// <summary>One for each row of the answer, made from the columns of this statement.</summary>
    public List<T> All<T>(Func<Statement, T> row, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        try
        {
            for (var more = Step(values); more; more = Step())
            {
                rows.Add(row(this));
            }
        }
        finally
        {
            Sqlite.Reset(_statement);
        }

        return rows;
    }

    /// <summary>Goes through the rows of the answer, keeping none.</summary>
    public void Each(Action<Statement> row, params ReadOnlySpan<object?> values)
    {
        try
        {
            for (var more = Step(values); more; more = Step())
            {
                row(this);
            }
        }
        finally
        {
            Sqlite.Reset(_statement);
        }
    }

    /// <summary>Whether a column of the row at hand is empty.</summary>
    public bool IsNull(int column) => Sqlite.ColumnType(_statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => Sqlite.ColumnInt64(_statement, column);

    public double Real(int column) => Sqlite.ColumnDouble(_statement, column);

    public long? IntegerOrNull(int column) => IsNull(column) ? null : Integer(column);

    public double? RealOrNull(int column) => IsNull(column) ? null : Real(column);

    public string Text(int column) => TextOrNull(column) ?? "";

    public string? TextOrNull(int column)
    {
        var text = Sqlite.ColumnText(_statement, column);
        return text is null ? null : Encoding.UTF8.GetString(text, Sqlite.ColumnBytes(_statement, column));
    }

    /// <summary>The columns of the row at hand from one on, as SQLite has them: whole numbers, numbers, texts or nothing.</summary>
    public object?[] Values(int from)
    {
        var values = new object?[raw.sqlite3_column_count(_handle) - from];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Sqlite.ColumnType(_statement, from + i) switch
            {
                raw.SQLITE_NULL => null,
                raw.SQLITE_INTEGER => Integer(from + i),
                raw.SQLITE_FLOAT => Real(from + i),
                _ => Text(from + i),
            };
        }

        return values;
    }

    public void Dispose() => _handle.Dispose();

    private static string Insert(string table, int count, string columns) =>
        $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Range(1, count).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture)))})";

    private void RunUnder(long parent, ReadOnlySpan<object?> values)
    {
        if (_bound[0] is not long before || before != parent)
        {
            Check(Sqlite.BindInt64(_statement, _places[0], parent));
            _bound[0] = parent;
        }

        Bind(values, 1);
        Step();
        Sqlite.Reset(_statement);
    }

    private bool Step(ReadOnlySpan<object?> values)
    {
        Bind(values, 0);
        return Step();
    }

    private bool Step()
    {
        var result = Sqlite.Step(_statement);
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
            Sqlite.Reset(_statement);
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
        null => Sqlite.BindNull(_statement, index),
        string { Length: > 0 and <= LongestOnStack } text => BindShort(index, text),
        string text => BindText(index, Encoding.UTF8.GetBytes(text)),
        int number => Sqlite.BindInt64(_statement, index, number),
        long number => Sqlite.BindInt64(_statement, index, number),
        double number => Sqlite.BindDouble(_statement, index, number),
        bool flag => Sqlite.BindInt64(_statement, index, flag ? 1 : 0),
        byte[] bytes => BindBytes(index, bytes),
        _ => throw new ArgumentException($"SQLite has no {value.GetType().Name}.", nameof(value)),
    });

    /// <summary>Most texts are short, and need no memory of their own on the way.</summary>
    private int BindShort(int index, string text)
    {
        Span<byte> bytes = stackalloc byte[3 * LongestOnStack];
        return BindText(index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>An empty text is a text, and its place is none.</summary>
    private int BindText(int index, ReadOnlySpan<byte> text)
    {
        byte nothing = 0;
        fixed (byte* start = text)
        {
            return Sqlite.BindText(_statement, index, start is null ? &nothing : start, text.Length, Sqlite.Transient);
        }
    }

    private int BindBytes(int index, ReadOnlySpan<byte> bytes)
    {
        byte nothing = 0;
        fixed (byte* start = bytes)
        {
            return Sqlite.BindBlob(_statement, index, start is null ? &nothing : start, bytes.Length, Sqlite.Transient);
        }
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
