using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Exchanging;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>`entente review`: what is worth deciding, the most valuable first, one key a decision.</summary>
internal sealed class ReviewVerb
{
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = new("--json") { Description = "Write what would be asked as JSON lines, and ask nothing." };
    private readonly Option<string?> _author = new("--as") { Description = "Who decides; else the user's name.", HelpName = "NAME" };
    private readonly Option<int> _limit = new("--limit") { Description = "At most so many questions.", DefaultValueFactory = _ => 100, HelpName = "N" };

    public static Command Create()
    {
        var verb = new ReviewVerb();
        var command = new Command("review", "Asks about what is worth deciding, the most valuable first – many documents, little confidence, disputed –, one key a decision. Nothing is written that is not shown.") { verb._record, verb._author, verb._limit, verb._json };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    /// <summary>What would be asked: of a claim all that its export has.</summary>
    private static string Json(ReviewItem item)
    {
        var head = JsonSerializer.Serialize(new { value = Math.Round(item.Value, 4), why = item.Why, actors = item.Claim is null ? item.Actors.Select(a => a.Actor.Id) : null }, RunText.Json);
        if (item.Claim is null)
        {
            return head;
        }

        var claim = new StringWriter();
        Exporter.WriteJson(claim, [item.Claim], ExportTable.Claims);
        return head[..^1] + "," + claim.ToString().Trim()[1..];
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        var items = archive.Review(parsed.GetValue(_limit));
        if (parsed.GetValue(_json))
        {
            foreach (var item in items)
            {
                Console.Out.WriteLine(Json(item));
            }

            return ExitCode.Done;
        }

        if (items.Count == 0)
        {
            Console.Out.WriteLine("There is nothing to decide.");
            return ExitCode.Done;
        }

        using var ledger = Ledger.Open(parsed.GetValue(_record)!);
        Reconciler.Follow(ledger);
        var decided = new ReviewDialog(archive, ledger, DecisionCommand.Author(parsed.GetValue(_author)), new Keys(Console.In, Console.IsInputRedirected), Console.Out).Run(items);
        if (archive.CorrectionLog().Count(c => c.State == CorrectionState.Orphaned) is > 0 and var orphans)
        {
            Console.Out.WriteLine($"{orphans} {(orphans == 1 ? "correction holds" : "corrections hold")} no longer at all places: entente correct list --orphans.");
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{decided} {(decided == 1 ? "decision" : "decisions")}. entente correct list shows them; entente review goes on."));
        return ExitCode.Done;
    }
}

/// <summary>Keys as they are pressed; where standard input is no keyboard, the characters that come.</summary>
internal sealed class Keys(TextReader input, bool isRedirected)
{
    /// <summary>The next key; null at the end.</summary>
    public char? Next()
    {
        if (!isRedirected)
        {
            var key = Console.ReadKey(intercept: true);
            return key.Key == ConsoleKey.Escape ? 'q' : key.KeyChar;
        }

        int read;
        do
        {
            read = input.Read();
        }
        while (read is '\n' or '\r');
        return read < 0 ? null : (char)read;
    }

    /// <summary>A line that is typed and ended with Enter; null at the end.</summary>
    public string? Line() => input.ReadLine();
}
