using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;
using Entente.Claims.Scoring;

namespace Entente.Cli;

/// <summary>`entente eval`: what the coder scores on gold that people wrote.</summary>
internal sealed class EvalVerb
{
    private static readonly JsonSerializerOptions Lines = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Argument<string[]> _gold = new("GOLD") { Description = "Files of gold (.jsonl, or .md with fences), or folders of them.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _errors = new("--errors") { Description = "Also print so many texts with what is missed, too many or wrong in them.", HelpName = "N" };
    private readonly Option<string?> _part = new("--part") { Description = "Only this part of the gold: dev, test.", HelpName = "PART" };
    private readonly Option<string?> _tag = new("--tag") { Description = "Only texts with this tag, or with an event of this type.", HelpName = "TAG" };
    private readonly Option<string?> _floors = new("--floors") { Description = "A table of floors; the exit code is 1 when a score lies below its floor.", HelpName = "FILE" };
    private readonly Option<string?> _actors = OwnTables.Actors();
    private readonly Option<bool> _json = RecordOptions.Json();
    private readonly Option<bool> _claims = new("--claims") { Description = "Write a JSON line a claim instead: expected, got, what differs, how sure the coder was." };

    /// <summary>A tag of fewer texts gets no row: its shares would say nothing. `--tag` shows it all the same.</summary>
    private const int FewestTexts = 5;

    public static Command Create()
    {
        var verb = new EvalVerb();
        var command = new Command("eval", "Codes gold and scores the claims: events with their sides, how they are told, when, who says so, figures.")
        {
            verb._gold, verb._errors, verb._part, verb._tag, verb._floors, verb._actors, verb._json, verb._claims,
        };
        command.SetAction(parsed => RecordOptions.Guard(() => verb.Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var items = parsed.GetValue(_gold)!.SelectMany(GoldFiles.Read).ToList();
        if (items.Count == 0)
        {
            throw new FormatException("there is no gold in what you named: give files .jsonl or .md as docs/guide/gold.md tells.");
        }

        var (part, tag) = (parsed.GetValue(_part), parsed.GetValue(_tag));
        var floors = parsed.GetValue(_floors) is { } path ? GoldFiles.ReadFloors(path) : null;
        if (floors is not null && (part ?? tag) is not null)
        {
            throw new FormatException("floors are for the whole gold: leave out --part and --tag.");
        }

        var coder = Coder.Load(AnalysisDepth.Trees, OwnTables.ReadActors(parsed.GetValue(_actors), "."));
        List<ItemScore> scores = [.. items.Where(i => (part is null || i.Part == part) && (tag is null || Groups(i).Contains(tag, StringComparer.OrdinalIgnoreCase)))
            .AsParallel().AsOrdered().Select(i => Scorer.Score(i, coder.Code(i.Page)))];
        var groups = Sheets(scores);
        if (parsed.GetValue(_claims))
        {
            WriteClaims(scores);
        }
        else if (parsed.GetValue(_json))
        {
            WriteJson(groups);
        }
        else
        {
            WriteErrors(scores.Where(s => !s.IsRight).Take(parsed.GetValue(_errors)));
            WriteTables(scores, groups);
            WriteReliability(new TextTable("sure", "claims", "mean", "right"), Reliability.Of(scores));
        }

        var broken = floors?.Broken(p => ScoreSheet.Of(scores.Where(s => p == Floors.All || s.Item.Part == p))).ToList() ?? [];
        broken.ForEach(b => Console.Error.WriteLine($"entente: below its floor: {b}"));
        return broken.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    /// <summary>All, each part, each type of event, each tag, with their scores.</summary>
    private static List<(string Kind, string Name, int Texts, ScoreSheet Sheet)> Sheets(List<ItemScore> scores)
    {
        var groups = new List<(string, string, int, ScoreSheet)> { ("part", Floors.All, scores.Count, ScoreSheet.Of(scores)) };
        void Add(string kind, string name, IReadOnlyCollection<ItemScore> of)
        {
            if (of.Count > 0)
            {
                groups.Add((kind, name, of.Count, ScoreSheet.Of(of)));
            }
        }

        foreach (var part in scores.Select(s => s.Item.Part).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Add("part", part, [.. scores.Where(s => s.Item.Part == part)]);
        }

        foreach (var type in Enum.GetValues<EventType>())
        {
            Add("type", CodedNames.Of(type), [.. scores.Select(s => s.Only(type)).Where(s => s.Comparisons.Count > 0)]);
        }

        foreach (var tag in scores.SelectMany(s => s.Item.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Add("tag", tag, [.. scores.Where(s => s.Item.Tags.Contains(tag, StringComparer.Ordinal))]);
        }

        return groups;
    }

    private static IEnumerable<string> Groups(GoldItem item) => item.Tags.Concat(item.Claims.Select(c => c.Type).OfType<EventType>().Select(CodedNames.Of));

    private static void WriteErrors(IEnumerable<ItemScore> wrong)
    {
        foreach (var score in wrong)
        {
            Console.Out.WriteLine($"{score.Item.Id}  {(score.Item.Page.Form == PageForm.Prepared ? string.Join(' ', GoldFiles.Words(score.Item)) : "")}".TrimEnd());
            Console.Out.WriteLine(score.Explain());
        }
    }

    private static void WriteTables(List<ItemScore> scores, List<(string Kind, string Name, int Texts, ScoreSheet Sheet)> groups)
    {
        var parts = groups.Where(g => g.Kind == "part").ToList();
        var overall = new TextTable(["score", "counted", .. parts.Select(p => p.Name)]);
        foreach (var score in parts[0].Sheet.Scores.Where(s => s.Of > 0))
        {
            var counted = score.Name.EndsWith(".f1", StringComparison.Ordinal) ? "" : score.Of.ToString("0", CultureInfo.InvariantCulture);
            overall.Add([score.Name, counted, .. parts.Select(p => Percent(p.Sheet[score.Name]))]);
        }

        Console.Out.WriteLine($"{scores.Count} texts; in percent.");
        overall.Write(Console.Out, TextTable.ScreenWidth());
        foreach (var kind in groups.Where(g => g.Kind != "part").GroupBy(g => g.Kind))
        {
            // Of a type only its own events are looked at, so whether the whole text is right is no question there
            string[] columns = ["events.precision", "events.recall", "sides.f1", "acts.f1", "told", "time", "source", .. kind.Key == "tag" ? new[] { "texts" } : []];
            var table = new TextTable([kind.Key, "n", .. columns]);
            foreach (var group in kind.Where(g => kind.Key == "type" || g.Texts >= FewestTexts))
            {
                table.Add([group.Name, group.Texts.ToString(CultureInfo.InvariantCulture), .. columns.Select(c => Percent(group.Sheet[c]))]);
            }

            Console.Out.WriteLine();
            table.Write(Console.Out, TextTable.ScreenWidth());
        }
    }

    private static void WriteReliability(TextTable table, IReadOnlyList<ReliabilityBin> bins)
    {
        foreach (var bin in bins)
        {
            table.Add($"{bin.From:0.0}–{bin.To:0.0}", bin.Claims.ToString(CultureInfo.InvariantCulture), $"{bin.Mean * 100:0.0}", $"{bin.Share * 100:0.0}");
        }

        Console.Out.WriteLine();
        table.Write(Console.Out, TextTable.ScreenWidth());
        Console.Out.WriteLine($"confidence and share right lie {Reliability.Error(bins) * 100:0.0} points apart on average");
    }

    private static void WriteClaims(List<ItemScore> scores)
    {
        foreach (var (score, comparison) in scores.SelectMany(s => s.Comparisons, (s, c) => (s, c)))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    id = score.Item.Id,
                    part = score.Item.Part,
                    expected = comparison.Expected?.Text,
                    got = comparison.Got is { } got ? ClaimNotation.Write(got, comparison.Document!.Document.Text) : null,
                    right = comparison.IsRight,
                    wrong = comparison.Aspects.Where(a => !a.Value).Select(a => a.Key.ToString().ToLowerInvariant()),
                    confidence = comparison.Got?.Confidence,
                    rule = comparison.Got?.Rule,
                }, Lines));
        }
    }

    private static string Percent(Score score) => score.Value is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) : "–";

    private static void WriteJson(List<(string Kind, string Name, int Texts, ScoreSheet Sheet)> groups)
    {
        foreach (var (kind, name, texts, sheet) in groups)
        {
            foreach (var score in sheet.Scores.Where(s => s.Of > 0))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(new { group = kind, name, texts, score = score.Name, value = Math.Round(score.Value!.Value, 4), right = score.Right, of = score.Of }));
            }
        }
    }
}
