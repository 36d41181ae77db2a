using System.CommandLine;
using Entente.Claims.Coding;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>`entente demo`: reads the sample pages into a record of its own and serves it.</summary>
internal static class DemoVerb
{
    /// <summary>The sample pages, which stand beside the program.</summary>
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    public static Command Create()
    {
        var port = ServeVerb.Port();
        var command = new Command("demo", "Reads the sample pages that come with Entente and serves them: a look at everything in a minute.") { port };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(port), stop));
        return command;
    }

    private static Task<int> Run(int port, CancellationToken stop)
    {
        var folder = Path.Combine(Path.GetTempPath(), "entente-demo");
        var file = Path.Combine(folder, "demo.db");
        var done = RecordOptions.Guard(() =>
        {
            Clear(folder);
            ReadSummary.Write(Console.Out, Read(file, stop), file, files: false);
            return ExitCode.Done;
        });
        return done == ExitCode.Done && !stop.IsCancellationRequested ? ServeVerb.Serve(file, port, DecisionCommand.Author(null), stop) : Task.FromResult(done);
    }

    /// <summary>Reads the samples into a record and puts together what they report.</summary>
    internal static RecorderReport Read(string file, CancellationToken stop)
    {
        using var ledger = Ledger.Open(file);
        var coder = Coder.Load();
        var report = new Recorder(coder, CoderIdentity.Of(coder), new RecorderOptions(Environment.ProcessorCount)).Read(Pile.Walk([Samples]), ledger, stop: stop);
        Reconciler.Reconcile(ledger);
        return report;
    }

    /// <summary>Takes away what an earlier demo left, so that the record is of these samples and this program alone.</summary>
    private static void Clear(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var left in Directory.EnumerateFiles(folder, "demo.db*"))
        {
            File.Delete(left);
        }
    }
}
