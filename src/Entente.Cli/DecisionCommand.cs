using System.CommandLine;
using System.Text.Json;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>A verb under `entente correct`: makes an entry from what is named, and tells what it changes before or after writing it.</summary>
internal sealed class DecisionCommand
{
    private const int MostShown = 20;

    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();
    private readonly Option<bool> _preview = new("--preview") { Description = "Tell what would change, and write nothing." };
    private readonly Option<bool> _alike = new("--alike") { Description = "Also of all claims that say the same by the same rule and word." };
    private readonly Option<string?> _author = new("--as") { Description = "Who decides; else the user's name.", HelpName = "NAME" };
    private readonly Option<string?> _note = new("--note") { Description = "Why, in your words.", HelpName = "WORDS" };
    private readonly Func<Asked, ParseResult, Decision> _make;

    public DecisionCommand(string name, string description, Func<Asked, ParseResult, Decision> make)
    {
        _make = make;
        Command = new Command(name, description) { _record, _json, _preview, _author, _note };
        Command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(_record)!, archive => Run(archive, parsed)));
    }

    public Command Command { get; }

    public DecisionCommand With(params Argument[] arguments)
    {
        Array.ForEach(arguments, Command.Arguments.Add);
        return this;
    }

    public DecisionCommand With(params Option[] options)
    {
        Array.ForEach(options, Command.Options.Add);
        return this;
    }

    public DecisionCommand Alike()
    {
        Command.Options.Add(_alike);
        return this;
    }

    /// <summary>Who decides where nobody is named.</summary>
    public static string Author(string? named) => string.IsNullOrWhiteSpace(named) ? Environment.UserName is { Length: > 0 } user ? user : "somebody" : named.Trim();

    private int Run(Archive archive, ParseResult parsed)
    {
        using var ledger = Ledger.Open(parsed.GetValue(_record)!);
        var entry = Correction.Of(ledger.Next(TimeProvider.System.GetUtcNow()), Author(parsed.GetValue(_author)), _make(new Asked(archive, ledger, _alike), parsed), parsed.GetValue(_note));
        var preview = parsed.GetValue(_preview);
        if (!preview)
        {
            Reconciler.Follow(ledger);
        }

        var report = preview ? ledger.Preview([entry]) : ledger.Correct([entry]);
        if (parsed.GetValue(_json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { written = !preview, correction = JsonSerializer.Deserialize<JsonElement>(entry.ToJson()), report.Claims, report.Mentions, report.Documents, report.Orphans }, RunText.Json));
        }
        else
        {
            Write(Console.Out, report, preview);
            if (entry.Decision is AddClaims && report.Holds - report.Claims.Count(c => c.Before is null) is var there and > 0)
            {
                Console.Out.WriteLine($"{there} of them {(there == 1 ? "is" : "are")} in the record already, and there once.");
            }

            Console.Out.WriteLine(preview ? "Nothing was written." : $"Written as {entry.Id} by {entry.Author}; entente correct undo {entry.Id} takes it back.");
        }

        return report.Orphans.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    /// <summary>What changed, claim by claim.</summary>
    public static void Write(TextWriter output, CorrectionReport report, bool preview)
    {
        var shown = report.Claims.Take(MostShown).ToList();
        foreach (var claim in shown)
        {
            output.WriteLine($"{claim.Claim}  {claim.Document}  “{TextTable.OneLine(claim.Quote, 100)}”");
            output.WriteLine("  " + (claim.IsAllegation ? $"alleged (entente why {claim.Claim} tells who says so and who denies it): " : "") + Told(claim));
        }

        if (report.Claims.Count > shown.Count)
        {
            output.WriteLine($"… and {report.Claims.Count - shown.Count} more claims (--json lists all).");
        }

        foreach (var orphan in report.Orphans)
        {
            output.WriteLine($"entente: it holds nowhere on page {orphan.Page[..19]}: {orphan.Reason}.");
        }

        if (report.Holds > report.Claims.Count)
        {
            output.WriteLine($"{report.Holds} {(report.Holds == 1 ? "claim" : "claims")} {(preview ? "would be" : report.Holds == 1 ? "is" : "are")} marked.");
        }

        output.WriteLine($"{report.Claims.Count} {(report.Claims.Count == 1 ? "claim" : "claims")} and {report.Mentions} {(report.Mentions == 1 ? "mention" : "mentions")} in {report.Documents} {(report.Documents == 1 ? "document" : "documents")} {(preview ? "would be" : "are")} told otherwise.");
    }

    private static string Told(ChangedClaim claim) => (claim.Before, claim.After) switch
    {
        ({ } before, { } after) when before.Gist == after.Gist && before.Time != after.Time => $"{CodedNames.Of(claim.Kind)} {before.Gist}: {before.Time ?? "no day"} → {after.Time ?? "no day"}",
        ({ } before, { } after) when before.Gist == after.Gist => $"{CodedNames.Of(claim.Kind)} {before.Gist}: {string.Join(", ", before.Parties.Except(after.Parties))} → {string.Join(", ", after.Parties.Except(before.Parties))}",
        ({ } before, { } after) => $"{CodedNames.Of(claim.Kind)} {before.Gist} → {after.Gist}",
        ({ } before, null) => $"no more: {CodedNames.Of(claim.Kind)} {before.Gist}",
        (_, { } after) => $"new: {CodedNames.Of(claim.Kind)} {after.Gist}{(after.Time is null ? "" : ", " + after.Time)}",
        _ => "",
    };
}
