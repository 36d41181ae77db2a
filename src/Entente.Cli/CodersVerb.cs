using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;

namespace Entente.Cli;

/// <summary>`entente coders`: other coders beside Entente's own, and what one of them says otherwise.</summary>
internal static class CodersVerb
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "A coder: each difference between its claims and Entente's.", Arity = ArgumentArity.ZeroOrOne };
        var other = new Argument<string?>("OTHER") { Description = "Another of them, to set the first beside in the place of Entente's own coding.", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--kind") { Description = "With a coder: only this kind of claim.", HelpName = "KIND" };
        var both = new Option<bool>("--both") { Description = "With a coder: only what both claim, but otherwise." };
        var (record, json) = (RecordOptions.Record(), RecordOptions.Json());
        var command = new Command("coders", "Lists other coders of documents of the record and how far they agree with Entente's own coding; of one, each difference.") { name, other, kind, both, record, json };
        command.SetAction(parsed => RecordOptions.Ask(parsed.GetValue(record)!, archive => parsed.GetValue(name) is { } coder
            ? Differences(archive, coder, parsed.GetValue(other), parsed.GetValue(kind) is { } only ? RecordOptions.Choice<ClaimKind>(only, "kind of claim") : null, parsed.GetValue(both), parsed.GetValue(json))
            : Coders(archive, parsed.GetValue(json))));
        return command;
    }

    private static int Coders(Archive archive, bool json)
    {
        var rows = archive.Coders();
        if (rows.Count == 0)
        {
            Console.Error.WriteLine("entente: nobody else has coded documents of this record: entente accept FILE takes in what others made.");
            return ExitCode.Partly;
        }

        var table = new TextTable("coder", "documents", "claims", "same", "otherwise", "only theirs", "only ours", "agree", "both make");
        foreach (var row in rows)
        {
            if (json)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(
                    new { coder = row.Coder, documents = row.Documents, claims = row.Claims, same = row.Same, otherwise = row.Otherwise, onlyTheirs = row.OnlyTheirs, onlyOurs = row.OnlyOurs, agreement = row.Agreement is { } share ? Math.Round(share, 4) : (double?)null, shared = row.Shared is { } part ? Math.Round(part, 4) : (double?)null },
                    RunText.Json));
            }

            table.Add(row.Coder, Number(row.Documents), Number(row.Claims), Number(row.Same), Number(row.Otherwise), Number(row.OnlyTheirs), Number(row.OnlyOurs), Share(row.Agreement), Share(row.Shared));
        }

        return json ? ExitCode.Done : Rows.Table(table);
    }

    private static int Differences(Archive archive, string coder, string? other, ClaimKind? kind, bool both, bool json)
    {
        var found = archive.CoderDifferences(coder, kind, other)
            ?? throw new FormatException($"There is no coder '{(other is null || archive.Coders().All(c => c.Coder != coder) ? coder : other)}': entente coders lists them.");
        var differences = found.Where(d => !both || d.In.Count > 0).ToList();

        foreach (var difference in differences)
        {
            if (json)
            {
                WriteJson(difference);
            }
            else
            {
                Write(difference, coder, other ?? "Entente");
            }
        }

        if (differences.Count == 0)
        {
            Console.Error.WriteLine($"entente: {coder} and {other ?? "Entente"} say the same.");
        }

        return ExitCode.Done;
    }

    private static void Write(CoderDifference difference, string coder, string other)
    {
        var claim = difference.Claim;
        var what = difference.Ours is null ? "only " + coder : difference.Theirs is null ? "only " + other : "otherwise: " + string.Join(", ", difference.In);
        Console.Out.WriteLine($"{claim.Document} {claim.Start}–{claim.Stop}  {CodedNames.Of(claim.Kind)}, {what}");
        Console.Out.WriteLine($"  “{TextTable.OneLine(claim.Sentence, int.MaxValue)}”");
        Write(difference.Theirs, coder);
        Write(difference.Ours, other);
    }

    private static void Write(ClaimRow? claim, string who)
    {
        if (claim is null)
        {
            return;
        }

        Console.Out.WriteLine($"  {who}: {(claim.Allegation is null ? "" : "alleged: ")}{claim.Gist}  [{claim.Told}; {claim.Time?.ToString() ?? "no time"}; {claim.Chain.Origin?.Name ?? "the article"}; {claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}]  {claim.Id}");
        foreach (var line in AllegationText.Lines(claim, "      ").Concat(claim.Doubts.Select(d => "      doubt: " + d)))
        {
            Console.Out.WriteLine(line);
        }
    }

    private static void WriteJson(CoderDifference difference) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new
        {
            document = difference.Claim.Document, kind = CodedNames.Of(difference.Claim.Kind), start = difference.Claim.Start, end = difference.Claim.Stop, sentence = difference.Claim.Sentence, @in = difference.In,
            theirs = difference.Theirs is { } theirs ? Object(theirs) : null, ours = difference.Ours is { } ours ? Object(ours) : null,
        },
        RunText.Json));

    private static object Object(ClaimRow claim) => new
    {
        id = claim.Id, gist = claim.Gist, quote = claim.Quote, start = claim.Start, end = claim.Stop, type = claim.Type, mode = claim.Mode,
        parties = claim.Parties.Select(p => new { part = p.Part, id = p.Actor.Id, name = p.Actor.Name }), time = claim.Time?.ToString(), told = claim.Told, certainty = CodedNames.Of(claim.Factuality.Certainty),
        polarity = CodedNames.Of(claim.Factuality.Polarity), chain = claim.Chain.Links.Select(l => l.Name), confidence = claim.Confidence, doubts = claim.Doubts,
        allegation = claim.Allegation is { } allegation ? new { against = allegation.Against.Select(a => a.Name), by = claim.Accusers, status = claim.Told, denials = allegation.Denials.Select(d => new { by = d.By, sentence = d.Sentence }) } : null,
    };

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } part ? (part * 100).ToString("0", CultureInfo.InvariantCulture) + " %" : "";
}
