using System.Globalization;

namespace Entente.Claims;

/// <summary>
/// One table of data/: tab-separated, UTF-8, '#' lines first (what it is, source, licence), then a header line of column names, then rows.
/// An empty cell is null: what is absent is never a word.
/// </summary>
public sealed class Table
{
    private readonly Dictionary<string, int> _columns;

    private Table(string name, string[] columns, List<(int Line, string?[] Cells)> rows)
    {
        Name = name;
        _columns = columns.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        Rows = [.. rows.Select(r => new TableRow(this, r.Line, r.Cells))];
    }

    public string Name { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    public IEnumerable<string> Columns => _columns.Keys;

    /// <summary>The table that ships under data/NAME.tsv.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static Table Shipped(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream($"data/{name}.tsv")
            ?? throw new ArgumentException($"There is no table data/{name}.tsv.", nameof(name));
        using var reader = new StreamReader(stream);
        return Parse(name, reader);
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A row has more cells than the header has columns.</exception>
    public static Table Parse(string name, TextReader reader)
    {
        var wrong = new List<FormatException>();
        var table = Parse(name, reader, wrong);
        return wrong.Count == 0 ? table : throw wrong[0];
    }

    /// <summary>
    /// Reads a user's table, which may be wrong: what is wrong goes into a list, with line, column and remedy, and the rest is read. Of the columns that are known any may be missing.
    /// </summary>
    public static Table Parse(string name, TextReader reader, IReadOnlyCollection<string> known, out IReadOnlyList<FormatException> wrong)
    {
        ArgumentNullException.ThrowIfNull(known);
        var found = new List<FormatException>();
        var table = Parse(name, reader, found);
        foreach (var column in table._columns.Keys.Where(c => !known.Contains(c)))
        {
            found.Add(new FormatException($"{name}.tsv, header, column '{column}': there is no such column, so it is not read. Write one of {string.Join(", ", known)}."));
        }

        foreach (var column in known)
        {
            table._columns.TryAdd(column, int.MaxValue);
        }

        wrong = found;
        return table;
    }

    private static Table Parse(string name, TextReader reader, List<FormatException> wrong)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string[]? columns = null;
        var rows = new List<(int Line, string?[] Cells)>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = Header(name, number, cells, wrong);
            }
            else if (cells.Length > columns.Length)
            {
                wrong.Add(new FormatException($"{name}.tsv, line {number}: the row has {cells.Length} cells, the header {columns.Length}. Take the tabs out that are too many."));
            }
            else
            {
                rows.Add((number, Array.ConvertAll(cells, c => c.Length == 0 ? null : c)));
            }
        }

        return new Table(name, columns ?? [], rows);
    }

    // a second column of a name would hide the first
    private static string[] Header(string name, int line, string[] cells, List<FormatException> wrong)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (Array.IndexOf(cells, cells[i]) < i)
            {
                wrong.Add(new FormatException($"{name}.tsv, line {line}, column '{cells[i]}': two columns have this name, and the second is not read. Take one out."));
                cells[i] += " (" + (i + 1) + ")";
            }
        }

        return cells;
    }

    internal int Column(string name) => _columns.TryGetValue(name, out var index) ? index : throw new ArgumentException($"{Name} has no column '{name}'.", nameof(name));
}

/// <summary>A row of a table, by column name.</summary>
public sealed class TableRow
{
    private readonly Table _table;
    private readonly string?[] _cells;

    internal TableRow(Table table, int line, string?[] cells)
    {
        _table = table;
        Line = line;
        _cells = cells;
    }

    /// <summary>Its line in the file; the first is 1.</summary>
    public int Line { get; }

    /// <summary>The cell, or null when it is empty.</summary>
    public string? this[string column] => _table.Column(column) is var i && i < _cells.Length ? _cells[i] : null;

    /// <summary>The cell of a column that every row must fill.</summary>
    /// <exception cref="FormatException">It is empty.</exception>
    public string Required(string column) => this[column] ?? throw Wrong(column, "nothing stands there", "Fill it in or leave the row out");

    /// <summary>The cell's parts, which a vertical bar separates; empty when the cell is.</summary>
    public IReadOnlyList<string> List(string column) => this[column]?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The days from one column to another, both included; empty = open. A month or a year alone is meant from its first day, or to its last.</summary>
    /// <exception cref="FormatException">A cell is no day, or the last day lies before the first.</exception>
    public DateInterval When(string from = "from", string to = "to")
    {
        var when = new DateInterval(Days(from)?.Earliest, Days(to)?.Latest);
        return when.Earliest > when.Latest ? throw Wrong(to, $"{this[to]} lies before {this[from]}", "Give a last day after the first") : when;
    }

    /// <summary>What is wrong with a cell, where it stands and what to do.</summary>
    public FormatException Wrong(string column, string what, string remedy) => new($"{_table.Name}.tsv, line {Line}, column '{column}': {what}. {remedy}.");

    private DateInterval? Days(string column)
    {
        if (this[column] is not { } cell)
        {
            return null;
        }

        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return DateInterval.Day(day);
        }

        if (DateOnly.TryParseExact(cell, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return DateInterval.Month(month.Year, month.Month);
        }

        return DateOnly.TryParseExact(cell, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)
            ? DateInterval.Year(year.Year) : throw Wrong(column, $"'{cell}' is no day", "Write it as 1999-05-31, 1999-05 or 1999");
    }
}
