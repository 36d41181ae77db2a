using System.CommandLine;
using System.Globalization;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Server;

namespace Entente.Cli;

/// <summary>The log of corrections: as a table, and as a plain file that can be kept, shared and replayed.</summary>
internal static class CorrectLog
{
    public static Command List()
    {
        var (record, json) = (RecordOptions.Record(), RecordOptions.Json());
        var orphans = new Option<bool>("--orphans") { Description = "Only those that hold no longer at one of their places, or all, with the words that they were about." };
        var overruled = new Option<bool>("--overruled") { Description = "Only those against which somebody decided otherwise and had the last word, at one of their claims or all." };
        var command = new Command("list", "Lists the corrections, and what has become of each.") { record, json, orphans, overruled };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(record)!, archive =>
        {
            var rows = archive.CorrectionLog().Where(c => (!parsed.GetValue(orphans) || c.State == CorrectionState.Orphaned) && (!parsed.GetValue(overruled) || c.OverruledBy.Count > 0)).ToList();
            var none = parsed.GetValue(orphans) ? "Every correction holds where it was made." : parsed.GetValue(overruled) ? "No correction is overruled by another." : "Nothing was corrected.";
            return List(rows, parsed.GetValue(json), none);
        }));
        return command;
    }

    public static Command Save()
    {
        var (file, record) = (new Argument<string>("FILE") { Description = "Where to write them, a line of JSON each; - for standard output." }, RecordOptions.Record());
        var command = new Command("save", "Writes the log of corrections into a plain file, to keep or to share.") { file, record };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(record)!, archive =>
        {
            var lines = archive.CorrectionLog().Select(c => c.Correction.ToJson()).ToList();
            if (parsed.GetValue(file) == "-")
            {
                lines.ForEach(Console.Out.WriteLine);
                return ExitCode.Done;
            }

            File.WriteAllText(parsed.GetValue(file)!, string.Concat(lines.Select(l => l + "\n")));
            Console.Out.WriteLine($"{lines.Count} corrections in {parsed.GetValue(file)}.");
            return ExitCode.Done;
        }));
        return command;
    }

    public static Command Replay()
    {
        var (file, record) = (new Argument<string>("FILE") { Description = "A file of corrections; - for standard input." }, RecordOptions.Record());
        var preview = new Option<bool>("--preview") { Description = "Tell what would change, and write nothing." };
        var command = new Command("replay", "Adds the corrections of a file to the log. What is there already changes nothing; pages that come later have theirs.") { file, record, preview };
        command.SetAction(parsed => RecordOptions.Guard(() => Replay(parsed.GetValue(record)!, parsed.GetValue(file)!, parsed.GetValue(preview))));
        return command;
    }

    private static int List(List<CorrectionRow> rows, bool json, string none)
    {
        if (json)
        {
            rows.ForEach(c => Console.Out.WriteLine(c.Correction.ToJson()[..^1] + ",\"state\":\"" + Name(c.State) + "\",\"claims\":" + c.Claims.ToString(CultureInfo.InvariantCulture) + ",\"documents\":" + c.Documents.ToString(CultureInfo.InvariantCulture)
                + ",\"overruledBy\":" + System.Text.Json.JsonSerializer.Serialize(c.OverruledBy, RunText.Json) + ",\"orphans\":" + System.Text.Json.JsonSerializer.Serialize(c.Orphans, RunText.Json) + "}"));
            return ExitCode.Done;
        }

        if (rows.Count == 0)
        {
            Console.Out.WriteLine(none);
            return ExitCode.Done;
        }

        var table = new TextTable("correction", "when", "by", "state", "claims", "what");
        foreach (var row in rows)
        {
            var entry = row.Correction;
            table.Add(entry.Id, entry.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), entry.Author, Name(row.State), row.Claims.ToString(CultureInfo.InvariantCulture), DecisionText.Of(entry.Decision) + (entry.Note is null ? "" : " – " + entry.Note));
            if (row.OverruledBy.Count > 0)
            {
                table.Note($"    overruled {(row.State == CorrectionState.Overruled ? "" : $"at {row.Overruled} of {row.Claims} claims ")}by {string.Join(", ", row.OverruledBy)}");
            }

            foreach (var orphan in row.Orphans)
            {
                table.Note($"    “{TextTable.OneLine(DecisionText.Quote(entry.Decision, orphan.N), 140)}”: {orphan.Reason}");
            }
        }

        return Rows.Table(table);
    }

    /// <summary>Where the entries of a file and those that were there go against each other.</summary>
    private static void TellLastWords(IReadOnlyList<CorrectionRow> log, HashSet<string> file)
    {
        var lost = log.Count(c => !file.Contains(c.Correction.Id) && c.OverruledBy.Any(file.Contains));
        var won = log.Count(c => file.Contains(c.Correction.Id) && c.OverruledBy.Any(by => !file.Contains(by)));
        if (lost + won > 0)
        {
            Console.Out.WriteLine($"They overrule {lost} of those that were there, and {won} of them {(won == 1 ? "is" : "are")} overruled by those: entente correct list --overruled shows which.");
        }
    }

    private static string Name(CorrectionState state) => state.ToString().ToLowerInvariant();

    /// <summary>Lines that are none are told and passed over: the others hold.</summary>
    private static int Replay(string record, string file, bool preview)
    {
        var (entries, bad) = (new List<Correction>(), 0);
        var lines = file == "-" ? Console.In.ReadToEnd().Split('\n') : File.ReadAllLines(file);
        foreach (var (line, n) in lines.Select((l, n) => (l.Trim().TrimStart('\uFEFF'), n + 1)).Where(l => l.Item1.Length > 0))
        {
            try
            {
                var entry = Correction.Parse(line);
                entries.Add(entry.At <= TimeProvider.System.GetUtcNow().AddDays(1) ? entry : throw new FormatException("is of a time that is yet to come, and would overrule all that is decided until then"));
            }
            catch (FormatException e)
            {
                bad++;
                Console.Error.WriteLine($"entente: line {n} {e.Message}.");
            }
        }

        using var ledger = Ledger.Open(record);
        if (!preview)
        {
            Reconciler.Follow(ledger);
        }

        var report = preview ? ledger.Preview(entries) : ledger.Correct(entries);
        DecisionCommand.Write(Console.Out, report, preview);
        Console.Out.WriteLine($"{report.Added} of {entries.Count} corrections {(preview ? "would be" : "are")} new{(bad == 0 ? "" : $"; {bad} lines are none")}.");
        if (!preview)
        {
            TellLastWords(Archive.Open(record).CorrectionLog(), [.. entries.Select(e => e.Id)]);
        }

        return bad > 0 || report.Orphans.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }
}
