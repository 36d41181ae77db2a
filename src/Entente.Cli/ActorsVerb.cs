using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Claims.Coding.Naming;

namespace Entente.Cli;

/// <summary>`entente actors`: single phrases in, who they name out, one JSON line each.</summary>
internal static class ActorsVerb
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var command = new Command("actors", "Resolves phrases: reads JSON lines {\"id\", \"text\", \"date\"} from standard input and writes {\"id\", \"country\", \"sector\", \"name\"}; null for what is not known.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        var namer = Namer.Load();
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            Answer(namer, number, line, output);
            output.WriteByte((byte)'\n');
        }

        return ExitCode.Done;
    }

    private static void Answer(Namer namer, int number, string line, Stream output)
    {
        var id = $"line:{number}";
        var named = new NamedPhrase(null, null, null);
        try
        {
            using var json = JsonDocument.Parse(line);
            id = Text(json.RootElement, "id") ?? id;
            if (Text(json.RootElement, "text") is { } phrase)
            {
                named = namer.Resolve(phrase, Day(Text(json.RootElement, "date")));
            }
        }
        catch (JsonException)
        {
            Console.Error.WriteLine($"Line {number} is not JSON. Give one object a line with \"id\" and \"text\".");
        }

        using var writer = new Utf8JsonWriter(output, Plain);
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("country", named.Country);
        writer.WriteString("sector", named.Sector);
        writer.WriteString("name", named.Name);
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
