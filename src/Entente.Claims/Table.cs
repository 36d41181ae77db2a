namespace Entente.Claims;

/// <summary>
/// One table of data/: tab-separated, UTF-8, '#' lines first (what it is, source, licence), then a header line of column names, then rows.
/// An empty cell is null: what is absent is never a word.
/// </summary>
public sealed class Table
{
    private readonly Dictionary<string, int> _columns;

    private Table(string name, string[] columns, List<string?[]> rows)
    {
        Name = name;
        _columns = columns.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        Rows = [.. rows.Select(r => new TableRow(this, r))];
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
        ArgumentNullException.ThrowIfNull(reader);
        string[]? columns = null;
        var rows = new List<string?[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
            }
            else if (cells.Length > columns.Length)
            {
                throw new FormatException($"{name}: the row '{line}' has {cells.Length} cells, the header has {columns.Length}.");
            }
            else
            {
                rows.Add([.. cells.Select(c => c.Length == 0 ? null : c)]);
            }
        }

        return new Table(name, columns ?? [], rows);
    }

    internal int Column(string name) => _columns.TryGetValue(name, out var index) ? index : throw new ArgumentException($"{Name} has no column '{name}'.", nameof(name));
}

/// <summary>A row of a table, by column name.</summary>
public sealed class TableRow
{
    private readonly Table _table;
    private readonly string?[] _cells;

    internal TableRow(Table table, string?[] cells)
    {
        _table = table;
        _cells = cells;
    }

    /// <summary>The cell, or null when it is empty.</summary>
    public string? this[string column] => _table.Column(column) is var i && i < _cells.Length ? _cells[i] : null;

    /// <summary>The cell of a column that every row must fill.</summary>
    /// <exception cref="FormatException">It is empty.</exception>
    public string Required(string column) => this[column] ?? throw new FormatException($"{_table.Name}: a row has nothing in '{column}': {string.Join('\t', _cells)}");

    /// <summary>The cell's parts, which a vertical bar separates; empty when the cell is.</summary>
    public IReadOnlyList<string> List(string column) => this[column]?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
