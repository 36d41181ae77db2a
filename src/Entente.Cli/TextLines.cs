using System.Text.Json;

namespace Entente.Cli;

/// <summary>Reads JSON lines {"id", "text"} from standard input, for verbs that compare texts.</summary>
internal static class TextLines
{
    /// <summary>The texts with their ids; a line that is none is named on standard error and left out.</summary>
    public static (List<string> Ids, List<string> Texts, int Bad) Read(TextReader input)
    {
        var (ids, texts, bad) = (new List<string>(), new List<string>(), 0);
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line) is var (id, text))
            {
                ids.Add(id);
                texts.Add(text);
            }
            else
            {
                bad++;
                Console.Error.WriteLine($"entente: line {number} is no JSON object with \"id\" and \"text\": it is left out.");
            }
        }

        return (ids, texts, bad);
    }

    private static (string Id, string Text)? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? (id.ToString(), text.GetString()!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
