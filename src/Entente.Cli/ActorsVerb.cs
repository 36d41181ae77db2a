using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Claims.Coding.Naming;

namespace Entente.Cli;

/// <summary>`entente actors`: single phrases in, who they name out, and why.</summary>
internal sealed class ActorsVerb
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Argument<string[]> _phrases = new("PHRASE") { Description = "Phrases to explain; without any, JSON lines are read from standard input.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _date = new("--date") { Description = "The day that offices are taken of, as 2023-03-17; without it the newest.", HelpName = "DAY" };
    private readonly Option<bool> _explain = new("--explain") { Description = "Of JSON lines, tell also why: the rows, the day, and what else the words can mean." };
    private readonly Option<string?> _actors = OwnTables.Actors();

    public static Command Create()
    {
        var verb = new ActorsVerb();
        var command = new Command("actors", "Resolves phrases and explains the choice; or reads JSON lines {\"id\", \"text\", \"date\"} and writes {\"id\", \"country\", \"sector\", \"name\"}; null for what is not known.")
        {
            verb._phrases, verb._date, verb._explain, verb._actors,
        };
        command.SetAction(parsed => RecordOptions.Guard(() => verb.Run(parsed)));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var day = RecordOptions.Day(parsed.GetValue(_date), last: true);
        var namer = Namer.Load(OwnTables.ReadActors(parsed.GetValue(_actors), "."));
        if (parsed.GetValue(_phrases) is { Length: > 0 } phrases)
        {
            foreach (var phrase in phrases)
            {
                Tell(phrase, namer, day);
            }

            return ExitCode.Done;
        }

        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                Answer(namer, number, line, day, parsed.GetValue(_explain), output);
                output.WriteByte((byte)'\n');
            }
        }

        return ExitCode.Done;
    }

    private static void Tell(string phrase, Namer namer, DateOnly? day)
    {
        var output = Console.Out;
        var named = namer.Resolve(phrase, day);
        output.WriteLine($"“{phrase}”: country {named.Country ?? "–"}, sector {named.Sector ?? "–"}, name {named.Name ?? "–"}");
        var table = new TextTable("", "");
        foreach (var it in namer.Explain(phrase, day))
        {
            table.Add($"  “{it.Words}”", it.Id is null ? it.Name : $"{it.Name} ({it.Id})");
            table.Add("    why", it.Reason);
            table.Add("    rows", it.Rows.Count == 0 ? "none" : string.Join("; ", it.Rows));
            if (it.Memberships.Count > 0)
            {
                table.Add("    in", string.Join("; ", it.Memberships));
            }

            if (it.Members.Count > 0)
            {
                table.Add("    who", string.Join("; ", it.Members));
            }

            if (it.Others.Count > 0)
            {
                table.Add("    also", string.Join("; ", it.Others));
            }
        }

        if (table.Count == 0)
        {
            table.Add("  nothing", "No name of our tables or yours stands in it, and no words tell that it is one.");
        }

        table.Write(output, null);
        output.WriteLine();
    }

    private static void Answer(Namer namer, int number, string line, DateOnly? day, bool explain, Stream output)
    {
        var id = $"line:{number}";
        string? phrase = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            id = Text(json.RootElement, "id") ?? id;
            phrase = Text(json.RootElement, "text");
            day = CodeInput.Day(Text(json.RootElement, "date")) ?? day;
        }
        catch (JsonException)
        {
            Console.Error.WriteLine($"Line {number} is not JSON. Give one object a line with \"id\" and \"text\".");
        }

        var named = phrase is null ? new NamedPhrase(null, null, null) : namer.Resolve(phrase, day);
        using var writer = new Utf8JsonWriter(output, Plain);
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("country", named.Country);
        writer.WriteString("sector", named.Sector);
        writer.WriteString("name", named.Name);
        if (explain && phrase is not null)
        {
            writer.WritePropertyName("why");
            Write(writer, namer.Explain(phrase, day));
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<Explanation> why)
    {
        writer.WriteStartArray();
        foreach (var it in why)
        {
            writer.WriteStartObject();
            writer.WriteString("words", it.Words);
            writer.WriteString("actor", it.Id);
            writer.WriteString("name", it.Name);
            writer.WriteString("via", it.Via);
            writer.WriteString("reason", it.Reason);
            Write(writer, "rows", it.Rows);
            Write(writer, "others", it.Others);
            Write(writer, "memberships", it.Memberships);
            Write(writer, "members", it.Members);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> words)
    {
        writer.WriteStartArray(name);
        foreach (var word in words)
        {
            writer.WriteStringValue(word);
        }

        writer.WriteEndArray();
    }

    private static string? Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
