using System.CommandLine;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>`entente rebuild`: drops what is made from the pages, and makes it again.</summary>
internal static class RebuildVerb
{
    public static Command Create()
    {
        var record = RecordOptions.Record();
        var command = new Command("rebuild", "Drops what is made from the pages – events and other matters, plans, disagreements, copies, months – and makes it again: the same, in any order of reading.") { record };
        command.SetAction(parsed => RecordOptions.Guard(() => Run(parsed.GetValue(record)!)));
        return command;
    }

    private static int Run(string file)
    {
        Archive.Open(file);
        using (var ledger = Ledger.Open(file))
        {
            Reconciler.Rebuild(ledger);
        }

        var totals = Archive.Open(file).Totals();
        Console.Out.WriteLine($"Made again from {totals.Pages} pages and {totals.Claims} claims: {totals.Events} events, {totals.Dyads} dyads.");
        return ExitCode.Done;
    }
}
