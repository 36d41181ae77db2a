using Entente.Claims;
using Entente.Record.Asking;

namespace Entente.Record.Exchanging;

/// <summary>What is exported.</summary>
public enum ExportTable
{
    Claims,
    Events,
    Figures,
    Documents,

    /// <summary>Dyads month by month.</summary>
    Dyads,
}

/// <summary>How an export is written.</summary>
/// <param name="JsonLines">One JSON object a line, else CSV.</param>
/// <param name="Text">With the words of the evidence and its sentence; without, there are only offsets and the page's digest.</param>
public sealed record ExportOptions(ExportTable Table = ExportTable.Claims, bool JsonLines = false, bool Text = false)
{
    public ClaimFilter Filter { get; init; } = ClaimFilter.All;
}

/// <summary>
/// Writes what a record holds as CSV or JSON lines. The bytes depend on the pages and on what coded them, and on nothing else: not on the order of reading, the day or the machine.
/// </summary>
public static class Exporter
{
    private static readonly ExportOptions AsJson = new(JsonLines: true);

    /// <returns>The number of rows.</returns>
    public static int Write(Archive archive, TextWriter output, ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        var tables = new ExportTables(archive.Outlets);
        var filter = options.Filter;
        return options.Table switch
        {
            ExportTable.Claims => Rows(output, options, archive.Claims(filter), tables.Claims(options.Text)),
            ExportTable.Figures => Rows(output, options, FiguresOf(archive, filter), tables.Figures(options.Text)),
            ExportTable.Events => Rows(output, options, [.. archive.Events(filter).Where(Codebook.Counts)], tables.Events()),
            ExportTable.Documents => Rows(output, options, archive.Documents(), tables.Documents()),
            ExportTable.Dyads => Rows(output, options, archive.DyadMonths(), tables.Dyads()),
            _ => throw new ArgumentException("There is no such table.", nameof(options)),
        };
    }

    /// <summary>Claims as JSON lines, each with its sentence.</summary>
    /// <returns>The number of rows.</returns>
    public static int WriteJson(TextWriter output, IReadOnlyList<ClaimRow> rows, ExportTable table = ExportTable.Claims) =>
        Rows(output, AsJson, rows, table == ExportTable.Figures ? Shipped().Figures(text: true) : Shipped().Claims(text: true));

    /// <summary>Events, also those that the codebook does not count.</summary>
    public static int WriteJson(TextWriter output, IReadOnlyList<EventRow> rows) => Rows(output, AsJson, rows, Shipped().Events());

    public static int WriteJson(TextWriter output, IReadOnlyList<DocumentRow> rows) => Rows(output, AsJson, rows, Shipped().Documents());

    public static int WriteJson(TextWriter output, IReadOnlyList<ActorRow> rows) => Rows(output, AsJson, rows, ExportTables.Actors());

    public static int WriteJson(TextWriter output, IReadOnlyList<DyadRow> rows) => Rows(output, AsJson, rows, ExportTables.DyadTotals());

    public static int WriteJson(TextWriter output, IReadOnlyList<ProblemRow> rows) => Rows(output, AsJson, rows, ExportTables.Problems());

    public static int WriteJson(TextWriter output, IReadOnlyList<SearchRow> rows) => Rows(output, AsJson, rows, ExportTables.Found());

    /// <summary>The columns of an export, for its codebook.</summary>
    public static IReadOnlyList<string> ColumnsOf(ExportTable table) => table switch
    {
        ExportTable.Claims => [.. Shipped().Claims(text: true).Select(c => c.Name)],
        ExportTable.Figures => [.. Shipped().Figures(text: true).Select(c => c.Name)],
        ExportTable.Events => [.. Shipped().Events().Select(c => c.Name)],
        ExportTable.Documents => [.. Shipped().Documents().Select(c => c.Name)],
        ExportTable.Dyads => [.. Shipped().Dyads().Select(c => c.Name)],
        _ => throw new ArgumentException("There is no such table.", nameof(table)),
    };

    /// <summary>Figures and counts, by time.</summary>
    private static IReadOnlyList<ClaimRow> FiguresOf(Archive archive, ClaimFilter filter) =>
        [.. archive.Claims(filter with { Kind = null }).Where(c => c.Kind is ClaimKind.Figure or ClaimKind.Count)];

    private static int Rows<T>(TextWriter output, ExportOptions options, IReadOnlyList<T> rows, IReadOnlyList<Column<T>> columns)
    {
        if (options.JsonLines)
        {
            RowWriter.JsonLines(output, rows, columns);
        }
        else
        {
            RowWriter.Csv(output, rows, columns);
        }

        return rows.Count;
    }

    private static ExportTables Shipped() => new(Outlets.Load());
}
