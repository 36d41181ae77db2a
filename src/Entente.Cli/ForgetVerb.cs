using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Record.Asking;
using Entente.Record.Forgetting;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>`entente forget`: takes a page, a thread or a person out of a record for good.</summary>
internal sealed class ForgetVerb
{
    private readonly Argument<string?> _kind = new("KIND") { Description = "page, thread or person.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _what = new("WHAT") { Description = "Of a page or thread: the id of a document, the digest of the page or its path. Of a person: an actor's id, or the name as the texts have it.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _also = new("--also") { Description = "Another spelling of the person's name; as often as there are.", HelpName = "NAME" };
    private readonly Option<bool> _captures = new("--captures") { Description = "Of a page or thread: all captures of its address, those to come as well." };
    private readonly Option<bool> _preview = new("--preview") { Description = "Only tell what would go." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask." };
    private readonly Option<string?> _as = new("--as") { Description = "Who does it, for the receipt.", HelpName = "WHO" };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, for the receipt; it may not name what is forgotten.", HelpName = "WORDS" };
    private readonly Option<bool> _list = new("--list") { Description = "List the receipts." };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();

    public static Command Create()
    {
        var verb = new ForgetVerb();
        var command = new Command("forget", "Takes a page, a thread of comments or a person out of the record for good; a receipt stays, and another reading does not bring it back.")
        {
            verb._kind, verb._what, verb._also, verb._captures, verb._preview, verb._yes, verb._as, verb._reason, verb._list, verb._record, verb._json,
        };
        command.SetAction(parsed => RecordOptions.Guard(() => verb.Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var file = parsed.GetValue(_record)!;
        Archive.Open(file);
        using var ledger = Ledger.Open(file);
        if (parsed.GetValue(_list))
        {
            return List(ledger, parsed.GetValue(_json));
        }

        if (parsed.GetValue(_kind) is not { } kind || parsed.GetValue(_what) is not { } what)
        {
            throw new FormatException("say what to forget: entente forget page PAGE, thread PAGE or person PERSON; --list lists the receipts.");
        }

        var request = new ForgetRequest(RecordOptions.Choice<ForgetKind>(kind, "thing to forget"), what, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))
        {
            Also = parsed.GetValue(_also) ?? [], Captures = parsed.GetValue(_captures), By = parsed.GetValue(_as), Reason = parsed.GetValue(_reason),
        };
        Reconciler.Reconcile(ledger);
        var preview = parsed.GetValue(_preview);
        if (preview || !parsed.GetValue(_yes))
        {
            var counts = Forgetter.Preview(ledger, request);
            if (preview || !Agreed(counts))
            {
                return Tell(counts, preview, parsed.GetValue(_json));
            }
        }

        return Tell(Forgetter.Forget(ledger, request), parsed.GetValue(_json));
    }

    private static bool Agreed(ForgetCounts counts)
    {
        if (Console.IsInputRedirected)
        {
            throw new FormatException("nobody is there to be asked: --preview tells what would go, --yes does it.");
        }

        Console.Error.Write($"{Words(counts)}. This cannot be undone. Forget it? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static int Tell(ForgetCounts counts, bool preview, bool json)
    {
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(new { preview, counts }, RunText.Json) : preview ? $"Would go: {Words(counts)}. Nothing was changed." : "Nothing was changed.");
        return ExitCode.Done;
    }

    private static int Tell(ForgetOutcome outcome, bool json)
    {
        if (json)
        {
            WriteJson(outcome.Receipt, outcome.Tidied);
        }
        else
        {
            Console.Out.WriteLine($"Forgotten: {Words(outcome.Receipt.Counts)}. Receipt {outcome.Receipt.Id} (entente forget --list).");
        }

        if (!outcome.Tidied)
        {
            Console.Error.WriteLine("entente: another program has the record open, so what was there may still stand in the file: close it and run entente forget --list, which tidies the file.");
        }

        return outcome.Tidied ? ExitCode.Done : ExitCode.Partly;
    }

    private static int List(Ledger ledger, bool json)
    {
        var receipts = Forgetter.Receipts(ledger);
        if (json)
        {
            foreach (var receipt in receipts)
            {
                WriteJson(receipt, null);
            }

            return ExitCode.Done;
        }

        if (receipts.Count == 0)
        {
            Console.Out.WriteLine("Nothing was forgotten.");
            return ExitCode.Done;
        }

        var table = new TextTable("receipt", "day", "forgotten", "what went", "by", "reason");
        foreach (var receipt in receipts)
        {
            table.Add(receipt.Id.ToString(CultureInfo.InvariantCulture), receipt.Day.ToString("O"), receipt.Kind.ToString().ToLowerInvariant(), Words(receipt.Counts), receipt.By ?? "", receipt.Reason ?? "");
        }

        table.Write(Console.Out, null);
        return ExitCode.Done;
    }

    private static void WriteJson(ForgetReceipt receipt, bool? tidied) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new { receipt = receipt.Id, day = receipt.Day.ToString("O"), kind = receipt.Kind.ToString().ToLowerInvariant(), counts = receipt.Counts, by = receipt.By, reason = receipt.Reason, tidied }, RunText.Json));

    private static string Words(ForgetCounts counts) => counts.IsNothing
        ? "nothing that the record holds"
        : $"{Number(counts.Pages, "page")}, {Number(counts.Documents, "document")}, {Number(counts.Sentences, "sentence")}, {Number(counts.Claims, "claim")}, {Number(counts.Comments, "comment")}";

    private static string Number(long number, string thing) => number.ToString("#,0", CultureInfo.InvariantCulture) + " " + thing + (number == 1 ? "" : "s");
}
