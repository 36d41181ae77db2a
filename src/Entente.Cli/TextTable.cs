namespace Entente.Cli;

/// <summary>
/// Rows in aligned columns. On a terminal the last column is cut to the width of the screen; what goes into a pipe is whole.
/// </summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [];
    private readonly List<List<string>> _notes = [];

    public int Count => _rows.Count;

    public void Add(params string?[] cells)
    {
        _rows.Add([.. cells.Select(c => Line(c ?? ""))]);
        _notes.Add([]);
    }

    /// <summary>A line under the row added last, which is never cut.</summary>
    public void Note(string line) => _notes[^1].Add(line);

    public void Write(TextWriter output, int? width)
    {
        ArgumentNullException.ThrowIfNull(output);
        var widths = header.Select((h, i) => _rows.Select(r => r[i].Length).Append(h.Length).Max()).ToArray();
        Write(output, header, widths, width);
        foreach (var (row, notes) in _rows.Zip(_notes))
        {
            Write(output, row, widths, width);
            notes.ForEach(output.WriteLine);
        }
    }

    /// <summary>Columns of the screen, or null when the output goes somewhere else.</summary>
    public static int? ScreenWidth()
    {
        if (Console.IsOutputRedirected)
        {
            return null;
        }

        return Console.WindowWidth is var width and > 20 ? width : 80;
    }

    private static void Write(TextWriter output, string[] cells, int[] widths, int? width)
    {
        var line = string.Join("  ", cells.Select((c, i) => i == cells.Length - 1 ? c : c.PadRight(widths[i]))).TrimEnd();
        output.WriteLine(width is { } screen ? Cut(line, screen) : line);
    }

    /// <summary>At most so many characters of a text, with a sign that there is more.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    /// <summary>The same of a text whose lines are put into one.</summary>
    public static string OneLine(string text, int length) => Cut(text.ReplaceLineEndings(" ").Trim(), length);

    private static string Line(string cell) => cell.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : cell;
}
