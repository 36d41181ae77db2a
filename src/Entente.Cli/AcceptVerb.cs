using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Claims.Accepting;
using Entente.Claims.Accepting.Doubting;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Record;
using Entente.Record.Recording;
using Entente.Record.Recording.Accepting;

namespace Entente.Cli;

/// <summary>`entente accept FILE…`: what other coders made of documents of the record, set beside the text.</summary>
internal sealed class AcceptVerb
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Files with one coded document a line (entente.coded/1); - for standard input.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _coder = new("--coder") { Description = "Who coded them; without it the member \"coder\" of each line.", HelpName = "NAME" };
    private readonly Option<bool> _quotes = new("--find-quotes") { Description = "Take a quote from where it stands, if it stands at one place alone, when its offsets are wrong or missing." };
    private readonly Option<bool> _strict = new("--strict") { Description = "Refuse also what the text seems to tell otherwise; without it such claims are taken with the doubt." };
    private readonly Option<bool> _preview = new("--preview") { Description = "Look at all of it and record nothing." };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();
    private readonly Option<string?> _propositions = OwnTables.Propositions();

    public static Command Create()
    {
        var verb = new AcceptVerb();
        var command = new Command("accept", "Takes in what another coder – a program, a language model, a person – made of documents of the record; refuses, with the reason, what the text does not say.")
        {
            verb._files, verb._coder, verb._quotes, verb._strict, verb._preview, verb._propositions, verb._record, verb._json,
        };
        command.SetAction(parsed => RecordOptions.Guard(() => verb.Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (file, json) = (parsed.GetValue(_record)!, parsed.GetValue(_json));
        if (!File.Exists(file))
        {
            throw new RecordException(new Claims.Problem(Claims.ProblemCodes.RecordMissing, $"There is no record {file}: entente read PATH makes one, and --record names another."));
        }

        var options = new AcceptOptions { Coder = parsed.GetValue(_coder), FindQuotes = parsed.GetValue(_quotes), Strict = parsed.GetValue(_strict), Preview = parsed.GetValue(_preview) };
        using var ledger = Ledger.Open(file);
        var folder = OwnTables.FolderOf(file);
        var propositions = OwnTables.ReadPropositions(parsed.GetValue(_propositions), folder);
        var coder = Coder.Load(AnalysisDepth.Trees, OwnTables.ReadActors(null, folder), OwnTables.ReadFrames(null, folder), OwnTables.ReadCues(null, folder), propositions);
        var recorder = new GuestRecorder(ledger, Accepter.Load(propositions), SecondReader.Of(coder));
        var isWhole = true;
        foreach (var path in parsed.GetValue(_files)!)
        {
            isWhole &= Take(recorder, path, options, json);
        }

        return isWhole ? ExitCode.Done : ExitCode.Partly;
    }

    private static bool Take(GuestRecorder recorder, string path, AcceptOptions options, bool json)
    {
        AcceptReport report;
        try
        {
            using var lines = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            report = recorder.Accept(lines, options, n => Tell(path, n, json));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"entente: {Claims.ProblemCodes.Unreadable}: {path} can't be read: {e.Message} Check the path and its permissions.");
            return false;
        }

        if (json)
        {
            WriteJson(path, report);
        }
        else
        {
            Write(path, report, options.Preview);
        }

        return report.Refused == 0 && report.LinesRefused == 0;
    }

    private static void Tell(string path, AcceptNotice notice, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new { file = path, line = notice.Line, document = notice.Document, claim = notice.Claim, code = notice.Problem.Code, message = notice.Problem.Message, refused = notice.Refused }, RunText.Json));
            return;
        }

        var where = string.Join(", ", new[] { $"line {notice.Line}", notice.Document, notice.Claim is { } claim ? "claim " + claim : null }.OfType<string>());
        Console.Out.WriteLine($"{where}: {notice.Problem.Code}: {notice.Problem.Message}");
    }

    private static void Write(string path, AcceptReport report, bool preview)
    {
        var of = report.Coders.Count == 0 ? "" : " of " + string.Join(", ", report.Coders);
        Console.Out.WriteLine($"{path}: {Count(report.Lines, "line")}, {Count(report.Documents, "document")}{of} {(preview ? "would be recorded" : "recorded")}: {Count(report.Accepted, "claim")} taken, {Number(report.Refused)} refused.");
        if (report.Known > 0)
        {
            Console.Out.WriteLine($"{Count(report.Known, "document")} had the same coding already: nothing to do.");
        }

        if (report.Doubted > 0)
        {
            Console.Out.WriteLine($"{Count(report.Doubted, "claim")} taken of which the text seems to tell otherwise: entente coders shows the doubts, --strict refuses such claims.");
        }

        if (report.LinesRefused > 0)
        {
            Console.Out.WriteLine($"{Count(report.LinesRefused, "line")} refused as a whole.");
        }

        foreach (var (code, number) in report.Reasons)
        {
            Console.Out.WriteLine($"  {code}  {Number(number)}");
        }
    }

    private static void WriteJson(string path, AcceptReport report) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new
        {
            file = path, lines = report.Lines, linesRefused = report.LinesRefused, documents = report.Documents, known = report.Known, accepted = report.Accepted, refusedClaims = report.Refused, doubted = report.Doubted,
            coders = report.Coders, reasons = report.Reasons,
        },
        RunText.Json));

    private static string Count(int number, string what) => Number(number) + " " + what + (number == 1 ? "" : "s");

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
