using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>The closing table of a reading.</summary>
internal static class ReadSummary
{
    private const int MostOfOneCode = 10, MostPlaces = 5;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="files">Whether every file is named; else only archives are.</param>
    public static void Write(TextWriter output, RecorderReport report, string record, bool files)
    {
        WriteFiles(output, [.. report.Files.Where(f => files || f.Pages + f.PassedOver.Values.Sum() + f.Problems > 1 && !f.Name.EndsWith('/'))]);
        WriteProblems(output, report.Problems);
        if (report.Problems.Count > 0)
        {
            output.WriteLine();
        }

        var table = new TextTable("read", "");
        table.Add("pages", Number(report.New) + " new" + (report.Known > 0 ? ", " + Number(report.Known) + " in the record already" : ""));
        if (report.New > 0)
        {
            table.Add("documents", Number(report.Documents));
            table.Add("sentences", Number(report.Sentences));
            table.Add("furniture dropped", (report.Dropped * 100).ToString("0", CultureInfo.InvariantCulture) + " % of the text");
            table.Add("claims", report.Claims.Count == 0 ? "none" : Number(report.Claims.Values.Sum()) + ": " + string.Join(", ", report.Claims.Select(c => $"{Number(c.Value)} {CodedNames.Of(c.Key)}")));
        }

        AddPlaces(table, "changed", report.Changed, "with other bytes than before");
        AddPlaces(table, "vanished", report.Vanished, "read before and not there now, kept in the record");
        if (report.PassedOver.Count > 0)
        {
            table.Add("passed over", string.Join(", ", report.PassedOver.Select(p => $"{Number(p.Value)} {p.Key}")));
        }

        table.Add("problems", report.Problems.Count == 0 ? "none" : Number(report.Problems.Count) + ", listed above" + (report.Missed > 0 ? $"; {Number(report.Missed)} not read" : ""));
        table.Write(output, null);
        output.WriteLine();
        output.WriteLine(Closing(report, record));
    }

    /// <summary>Places of which the record had something else, the first of them by name.</summary>
    private static void AddPlaces(TextTable table, string what, IReadOnlyList<string> places, string how)
    {
        if (places.Count > 0)
        {
            table.Add(what, $"{Number(places.Count)} {how}: {string.Join(", ", places.Take(MostPlaces))}{(places.Count > MostPlaces ? ", …" : "")}");
        }
    }

    /// <summary>What became of each file.</summary>
    private static void WriteFiles(TextWriter output, IReadOnlyList<ReadFile> files)
    {
        foreach (var file in files)
        {
            string[] parts =
            [
                .. file.Pages > 0 ? [Number(file.Pages) + (file.Pages == 1 ? " page" : " pages")] : Array.Empty<string>(),
                .. file.PassedOver.Count > 0 ? ["passed over " + string.Join(", ", file.PassedOver.Select(p => $"{Number(p.Value)} {p.Key}"))] : Array.Empty<string>(),
                .. file.Problems > 0 ? [Number(file.Problems) + " not read"] : Array.Empty<string>(),
            ];
            output.WriteLine($"{file.Name}: {string.Join("; ", parts)}");
        }

        if (files.Count > 0)
        {
            output.WriteLine();
        }
    }

    /// <summary>All problems, but of one code only so many that the table below stays in sight.</summary>
    private static void WriteProblems(TextWriter output, IReadOnlyList<MissedFile> problems)
    {
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, problem) in problems)
        {
            if ((shown[problem.Code] = shown.GetValueOrDefault(problem.Code) + 1) <= MostOfOneCode)
            {
                output.WriteLine($"{problem.Code}  {(problem.Message.StartsWith(name, StringComparison.Ordinal) ? "" : name + ": ")}{problem.Message}");
            }
        }

        foreach (var (code, count) in shown.Where(s => s.Value > MostOfOneCode))
        {
            output.WriteLine($"{code}  {Number(count - MostOfOneCode)} more (entente show problems lists all)");
        }
    }

    /// <summary>The same as one JSON object.</summary>
    public static void WriteJson(TextWriter output, RecorderReport report) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            pages = report.New,
            known = report.Known,
            missed = report.Missed,
            run = report.Run,
            changed = report.Changed,
            vanished = report.Vanished,
            documents = report.Documents,
            sentences = report.Sentences,
            dropped = Math.Round(report.Dropped, 4),
            claims = report.Claims.ToDictionary(c => CodedNames.Of(c.Key), c => c.Value),
            passedOver = report.PassedOver,
            files = report.Files.Select(f => new { file = f.Name, pages = f.Pages, passedOver = f.PassedOver, notRead = f.Problems }),
            problems = report.Problems.Select(p => new { file = p.Name, code = p.Problem.Code, message = p.Problem.Message }),
            stopped = report.Stopped,
        },
        Json));

    private static string Closing(RecorderReport report, string record) => report switch
    {
        { Stopped: true } => $"Stopped. What was read is in {record}; run the same command again to go on.",
        { New: 0, Known: 0 } => "No page was found there.",
        { New: 0 } => $"Nothing new: {record} is as it was.",
        _ => $"Recorded in {record}. Go on with: entente show dyads, entente sample 10",
    };

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
