using System.CommandLine;
using System.Globalization;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Exchanging;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Server;

namespace Entente.Cli;

/// <summary>`entente sample`: random claims with their sentences, to judge by hand how often the coder is right.</summary>
internal sealed class SampleVerb
{
    private readonly Argument<int> _count = new("N") { Description = "How many claims.", DefaultValueFactory = _ => 20 };
    private readonly Option<int> _seed = new("--seed") { Description = "Another number gives another sample; the same gives the same.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();
    private readonly Option<bool> _judge = new("--judge") { Description = "Ask of each whether it is right, one key each, keep the judgements, and tell the precision by kind and confidence; with --json ask nothing and tell it." };
    private readonly Option<string?> _author = new("--as") { Description = "With --judge: who judges; else the user's name.", HelpName = "NAME" };
    private readonly FilterOptions _filter = new();

    public static Command Create()
    {
        var verb = new SampleVerb();
        var command = new Command("sample", "Draws random claims with their sentences, to estimate how often the coder is right: by hand, or with --judge by one key each.") { verb._count, verb._seed, verb._judge, verb._author, verb._record, verb._json };
        verb._filter.AddTo(command);
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        var (count, seed, filter) = (parsed.GetValue(_count), parsed.GetValue(_seed), _filter.Of(parsed));
        if (parsed.GetValue(_judge) && parsed.GetValue(_json))
        {
            Console.Out.WriteLine(AnswerJson.Line(CalibrationAnswer.Of(archive.Calibration(filter))));
            return ExitCode.Done;
        }

        var (all, sample) = archive.Sample(filter, count, seed, ofCoder: parsed.GetValue(_judge));
        if (parsed.GetValue(_judge))
        {
            return Judge(archive, sample, filter, parsed);
        }

        if (parsed.GetValue(_json))
        {
            return Rows.Json(sample, ExportTable.Claims);
        }

        if (sample.Count == 0)
        {
            return Rows.Nothing();
        }

        foreach (var (claim, i) in sample.Select((c, i) => (c, i + 1)))
        {
            Console.Out.WriteLine($"{i}. {(claim.Allegation is null ? "" : "alleged: ")}{claim.Gist}   [{claim.Told}; {ShowVerb.When(claim)}; {claim.Chain}]");
            Console.Out.WriteLine("   " + string.Join(' ', claim.Sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            foreach (var line in AllegationText.Lines(claim, "   "))
            {
                Console.Out.WriteLine(line);
            }

            Console.Out.WriteLine($"   {claim.Id}  {claim.Document}");
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine($"{sample.Count} of {all} claims, seed {seed}. {Hint(sample.Count)}");
        return ExitCode.Done;
    }

    /// <summary>Asks about the claims drawn that the same person has not judged before, and tells what all judgements of such claims come to.</summary>
    private int Judge(Archive archive, IReadOnlyList<ClaimRow> sample, ClaimFilter filter, ParseResult parsed)
    {
        if (sample.Count == 0)
        {
            return Rows.Nothing();
        }

        var (author, output) = (DecisionCommand.Author(parsed.GetValue(_author)), Console.Out);
        var before = archive.JudgedBy(author);
        var fresh = sample.Where(c => !before.Contains(c.Id)).ToList();
        using var ledger = Ledger.Open(parsed.GetValue(_record)!);
        Reconciler.Follow(ledger);
        var dialog = new Judging(archive, ledger, author, new Keys(Console.In, Console.IsInputRedirected), output);
        var judged = dialog.Run(fresh);
        output.WriteLine();
        output.WriteLine($"{judged} judged now by {author}; {sample.Count - fresh.Count} of the {sample.Count} drawn had been judged by {author} before and were not asked again.");
        var found = archive.Calibration(filter);
        if (found.All.Judged == 0)
        {
            output.WriteLine("Nothing was judged.");
            return ExitCode.Partly;
        }

        output.WriteLine("All judgements so far, of the claims that these filters choose (it holds for them, if none was judged by narrower filters):");
        CalibrationText.Write(output, found);
        if (dialog.Wrong.Count > 0)
        {
            output.WriteLine($"What you found wrong is shown as before. To take it out: entente correct reject {string.Join(' ', dialog.Wrong)}");
        }

        return ExitCode.Done;
    }

    /// <summary>How far a share seen in the sample may lie from the share in the record.</summary>
    private static string Hint(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"Count those that the sentence bears out: the share holds for the record within ±{CalibrationRow.WorstHalfWidth(n) * 100:0} points at worst (95 %). With --judge that is one key each.");
}
