using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Exchanging;

namespace Entente.Cli;

/// <summary>Writes lists: a table, or JSON lines with the columns of the exports.</summary>
internal static class Rows
{
    private const int MostSentences = 5;

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
        Console.Error.WriteLine("entente: not in the pile: no claim in the record fits.");
        return ExitCode.Partly;
    }

    /// <summary>Where no claim fits, the sentences that hold the words asked for: what was not coded is not said to be absent.</summary>
    public static int Nothing(Archive archive, string? words)
    {
        var found = string.IsNullOrWhiteSpace(words) ? [] : archive.Search(words, MostSentences);
        if (found.Count == 0 && words is not null && !words.Contains('"', StringComparison.Ordinal))
        {
            // "queue" asks for "queues" too
            found = archive.Search(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('*') + "*")), MostSentences);
        }

        if (found.Count == 0)
        {
            return Nothing();
        }

        Console.Error.WriteLine($"entente: no claim fits; {(found.Count == MostSentences ? "at least " : "")}{found.Count} {(found.Count == 1 ? "sentence holds" : "sentences hold")} these words (entente search):");
        foreach (var sentence in found)
        {
            Console.Out.WriteLine($"{sentence.Document}, {sentence.Publisher ?? "publisher unknown"}: “{TextTable.OneLine(sentence.Sentence, int.MaxValue)}”");
            foreach (var line in sentence.Allegations.SelectMany(c => AllegationText.Lines(c)))
            {
                Console.Out.WriteLine(line);
            }
        }

        return ExitCode.Partly;
    }

    private static int Written(int count) => count == 0 ? Nothing() : ExitCode.Done;
}
