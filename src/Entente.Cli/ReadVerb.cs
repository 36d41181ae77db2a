using System.CommandLine;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>`entente read`: pages into the record.</summary>
internal sealed class ReadVerb
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files and folders of saved pages.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<string?> _publisher = new("--publisher") { Description = "Who published the pages that no pages.csv says it of.", HelpName = "NAME" };
    private readonly Option<string?> _date = new("--date") { Description = "The day they were published, as 2023-03-17.", HelpName = "DAY" };
    private readonly Option<string?> _uri = new("--uri") { Description = "The address they were saved from.", HelpName = "URI" };
    private readonly Option<bool> _keep = new("--keep-commenters") { Description = "Keep the names of those who comment, instead of pseudonyms." };
    private readonly Option<int> _jobs = new("--jobs") { Description = "How many pages to code at a time.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    private readonly Option<bool> _fast = new("--fast") { Description = "Build trees only of sentences that can carry a claim." };
    private readonly Option<string?> _actors = OwnTables.Actors();
    private readonly Option<string?> _frames = OwnTables.Frames();
    private readonly Option<string?> _cues = OwnTables.Cues();
    private readonly Option<string?> _propositions = OwnTables.Propositions();
    private readonly Option<bool> _files = new("--files") { Description = "Say of every file what became of it; else only of archives." };
    private readonly Option<bool> _json = RecordOptions.Json();

    public static Command Create()
    {
        var verb = new ReadVerb();
        var command = new Command("read", "Reads saved pages into a record: once each, however often you run it.")
        {
            verb._paths, verb._record, verb._publisher, verb._date, verb._uri, verb._keep, verb._jobs, verb._fast, verb._actors, verb._frames, verb._cues, verb._propositions, verb._files, verb._json,
        };

        // On another thread, for the one that invokes has to hear Ctrl-C.
        command.SetAction((parsed, stop) => Task.Run(() => RecordOptions.Guard(() => verb.Run(parsed, stop)), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken stop)
    {
        var facts = new PageFacts { Publisher = parsed.GetValue(_publisher), Uri = parsed.GetValue(_uri), Date = RecordOptions.Day(parsed.GetValue(_date), last: false) };
        var pile = Pile.Walk(parsed.GetValue(_paths) ?? [], facts);
        if (facts.Uri is not null && pile.Files.Count > 1)
        {
            Console.Error.WriteLine($"entente: --uri is the address of one page, and {pile.Files.Count} files have it now: entente show versions takes them as captures of one page. A pages.csv beside them gives each its own.");
        }

        using var ledger = Ledger.Open(parsed.GetValue(_record)!);
        Reconciler.Follow(ledger);
        var options = new RecorderOptions(Math.Max(1, parsed.GetValue(_jobs)), parsed.GetValue(_keep));
        var folder = OwnTables.FolderOf(parsed.GetValue(_record)!);
        var coder = Coder.Load(
            parsed.GetValue(_fast) ? AnalysisDepth.Claims : AnalysisDepth.Trees,
            OwnTables.ReadActors(parsed.GetValue(_actors), folder),
            OwnTables.ReadFrames(parsed.GetValue(_frames), folder),
            OwnTables.ReadCues(parsed.GetValue(_cues), folder),
            OwnTables.ReadPropositions(parsed.GetValue(_propositions), folder));
        var progress = new ReadProgress(parsed.GetValue(_json));
        var report = new Recorder(coder, CoderIdentity.Of(coder), options).Read(pile, ledger, progress, stop);
        progress.End();
        if (parsed.GetValue(_json))
        {
            ReadSummary.WriteJson(Console.Out, report);
        }
        else
        {
            ReadSummary.Write(Console.Out, report, parsed.GetValue(_record)!, parsed.GetValue(_files));
        }

        return report.Stopped ? ExitCode.Stopped : report.Missed > 0 || report.New + report.Known == 0 ? ExitCode.Partly : ExitCode.Done;
    }
}
