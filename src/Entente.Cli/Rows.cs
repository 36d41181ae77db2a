using Entente.Record;
using Entente.Record.Exchanging;

namespace Entente.Cli;

/// <summary>Writes lists: a table, or JSON lines with the columns of the exports.</summary>
internal static class Rows
{
    public static int Table(TextTable table)
    {
        if (table.Count == 0)
        {
            return Nothing();
        }

        table.Write(Console.Out, TextTable.ScreenWidth());
        return ExitCode.Done;
    }

    public static int Json(IReadOnlyList<DocumentRow> rows) => Written(Exporter.WriteJson(Console.Out, rows));

    public static int Json(IReadOnlyList<ActorRow> rows) => Written(Exporter.WriteJson(Console.Out, rows));

    public static int Json(IReadOnlyList<DyadRow> rows) => Written(Exporter.WriteJson(Console.Out, rows));

    public static int Json(IReadOnlyList<ClaimRow> rows, ExportTable table) => Written(Exporter.WriteJson(Console.Out, rows, table));

    public static int Json(IReadOnlyList<ProblemRow> rows) => Written(Exporter.WriteJson(Console.Out, rows));

    public static int Json(IReadOnlyList<SearchRow> rows) => Written(Exporter.WriteJson(Console.Out, rows));

    public static int Json(IReadOnlyList<EventRow> rows) => Written(Exporter.WriteJson(Console.Out, rows));

    public static int Nothing()
    {
        Console.Error.WriteLine("entente: not in the pile: nothing in the record fits.");
        return ExitCode.Partly;
    }

    private static int Written(int count) => count == 0 ? Nothing() : ExitCode.Done;
}
