using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Exchanging;

namespace Entente.Cli;

/// <summary>`entente sample`: random claims with their sentences, to judge by hand how often the coder is right.</summary>
internal sealed class SampleVerb
{
    private readonly Argument<int> _count = new("N") { Description = "How many claims.", DefaultValueFactory = _ => 20 };
    private readonly Option<int> _seed = new("--seed") { Description = "Another number gives another sample; the same gives the same.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };
    private readonly Option<bool> _judge = new("--judge") { Description = "Ask of each claim whether its sentence bears it out: y right, n wrong, s skip, u undo, q quit. What you say is kept." };
    private readonly Option<string?> _as = new("--as") { Description = "With --judge: who judges; else the user's name.", HelpName = "NAME" };
    private readonly Option<string> _record = RecordOptions.Record();
    private readonly Option<bool> _json = RecordOptions.Json();
    private readonly FilterOptions _filter = new();

    public static Command Create()
    {
        var verb = new SampleVerb();
        var command = new Command("sample", "Draws random claims with their sentences, to estimate by hand how often the coder is right.") { verb._count, verb._seed, verb._judge, verb._as, verb._record, verb._json };
        verb._filter.AddTo(command);
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(verb._record)!, archive => verb.Run(archive, parsed)));
        return command;
    }

    private int Run(Archive archive, ParseResult parsed)
    {
        var (count, seed) = (parsed.GetValue(_count), parsed.GetValue(_seed));
        var all = archive.Claims(_filter.Of(parsed));
        var sample = all.OrderBy(c => Draw(c, seed), StringComparer.Ordinal).Take(count).ToList();
        if (parsed.GetValue(_json))
        {
            return Rows.Json(sample, ExportTable.Claims);
        }

        if (sample.Count == 0)
        {
            return Rows.Nothing();
        }

        if (parsed.GetValue(_judge))
        {
            using var judging = new Judging(archive, parsed.GetValue(_record)!, parsed.GetValue(_as));
            return judging.Run(sample);
        }

        foreach (var (claim, i) in sample.Select((c, i) => (c, i + 1)))
        {
            Write(Console.Out, claim, i);
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine($"{sample.Count} of {all.Count} claims, seed {seed}. {Hint(sample.Count)}");
        return ExitCode.Done;
    }

    /// <summary>A claim with its sentence, and with all that belongs to an allegation.</summary>
    public static void Write(TextWriter output, ClaimRow claim, int number)
    {
        output.WriteLine($"{number}. {(claim.Allegation is null ? "" : "alleged: ")}{claim.Gist}   [{claim.Told}; {ShowVerb.When(claim)}; {claim.Chain}]");
        output.WriteLine("   " + string.Join(' ', claim.Sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        foreach (var line in AllegationText.Lines(claim, "   "))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"   {claim.Id}  {claim.Document}");
    }

    /// <summary>A place in the draw that depends on the claim and the seed alone: a claim drawn stays drawn when pages are added, unless others come before it.</summary>
    private static string Draw(ClaimRow claim, int seed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {claim.Id}"))));

    /// <summary>How far a share seen in the sample may lie from the share in the record: half of the 95 % interval at one half (Wilson).</summary>
    private static string Hint(int n)
    {
        const double Z = 1.96;
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((.25 / n) + (Z * Z / (4.0 * n * n)));
        return string.Create(CultureInfo.InvariantCulture, $"Count those that the sentence bears out: the share holds for the record within ±{half * 100:0} points at worst (95 %).");
    }
}
