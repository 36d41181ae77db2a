using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Record.Asking;

namespace Entente.Cli;

/// <summary>`entente runs`: the readings that made the record.</summary>
internal static class RunsVerb
{
    public static Command Create()
    {
        var (record, json) = (RecordOptions.Record(), RecordOptions.Json());
        var command = new Command("runs", "Lists the readings that made the record, each with what it came to.") { record, json };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(record)!, archive => Run(archive, parsed.GetValue(json))));
        return command;
    }

    private static int Run(Archive archive, bool json)
    {
        var rows = archive.Runs();
        if (json)
        {
            foreach (var row in rows)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(
                    new { run = row.Id, coder = row.Coder, stopped = row.Stopped, files = row.Files, seen = row.Seen, @new = row.New, again = row.Again, changed = row.Changed, vanished = row.Vanished, missed = row.Missed, claims = row.Claims, pile = row.Pile },
                    RunText.Json));
            }

            return rows.Count == 0 ? Rows.Nothing() : ExitCode.Done;
        }

        var table = new TextTable("run", "files", "pages", "new", "again", "changed", "vanished", "missed", "claims", "coder");
        foreach (var row in rows)
        {
            table.Add(Number(row.Id), Number(row.Files), Number(row.Seen), Number(row.New), Number(row.Again), Number(row.Changed), Number(row.Vanished), Number(row.Missed), Number(row.Claims), row.Coder + (row.Stopped ? " (stopped)" : ""));
        }

        return Rows.Table(table);
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
