using System.CommandLine;
using Entente.Record.Asking;

namespace Entente.Cli;

/// <summary>`entente diff RUN RUN`: what two runs show otherwise.</summary>
internal static class DiffVerb
{
    public static Command Create()
    {
        var (record, json) = (RecordOptions.Record(), RecordOptions.Json());
        var from = new Argument<long>("RUN") { Description = "The earlier run, by its number (entente runs); 0 for the empty record." };
        var to = new Argument<long?>("LATER") { Description = "The later run; without it, the last.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("diff", "Tells what came in, changed and went between two runs, document by document, with the reason.") { from, to, record, json };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(record)!, archive => Run(archive, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(json))));
        return command;
    }

    private static int Run(Archive archive, long from, long? later, bool json)
    {
        var last = archive.Runs() is [.., var run] ? run.Id : 0;
        var to = later ?? last;
        if (from < 0 || to > last || from >= to)
        {
            throw new FormatException($"Name an earlier and a later run, up to {last}: entente runs lists them.");
        }

        var differences = archive.Differences(from, to);
        foreach (var difference in differences)
        {
            if (json)
            {
                Console.Out.WriteLine(RunText.WriteJson(difference));
            }
            else
            {
                RunText.Write(Console.Out, difference);
            }
        }

        if (differences.Count == 0)
        {
            Console.Error.WriteLine($"entente: runs {from} and {to} show the same.");
        }

        return ExitCode.Done;
    }
}
