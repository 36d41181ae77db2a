using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Claims;

namespace Entente.Cli;

/// <summary>One line of what `entente code` reads: a page, or the reason why it is none.</summary>
internal sealed partial record CodeInput(string Id, Page? Page, IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads a line {"id", "text" | "html" | "path", "prepared", "date", "uri", "publisher", "title"}.</summary>
    public static CodeInput Parse(int number, string line)
    {
        var id = $"line:{number}";
        try
        {
            using var json = JsonDocument.Parse(HalfPair().Replace(line, @"\ufffd"));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Bad(id, number, "is no JSON object");
            }

            id = Text(json.RootElement, "id") ?? id;
            return Of(id, number, json.RootElement);
        }
        catch (JsonException e)
        {
            return Bad(id, number, $"is not JSON ({e.Message})");
        }
    }

    private static CodeInput Of(string id, int number, JsonElement line)
    {
        var given = new PageFacts { Uri = Text(line, "uri"), Publisher = Text(line, "publisher"), Title = Text(line, "title"), Date = Day(line, "date"), Captured = Day(line, "captured") };
        if (Text(line, "text") is { } text)
        {
            var prepared = line.TryGetProperty("prepared", out var flag) && flag.ValueKind == JsonValueKind.True;
            return Good(new Page(id, Encoding.UTF8.GetBytes(text)) { Form = prepared ? PageForm.Prepared : PageForm.Text, Given = given });
        }

        if (Text(line, "html") is { } html)
        {
            return Good(new Page(id, Encoding.UTF8.GetBytes(html)) { Form = PageForm.Html, Given = given });
        }

        return Text(line, "path") is { } path ? OfFile(id, path, given) : Bad(id, number, "holds none of \"text\", \"html\" and \"path\"");
    }

    private static CodeInput OfFile(string id, string path, PageFacts given)
    {
        try
        {
            return Good(new Page(id, File.ReadAllBytes(path)) { Given = given });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new CodeInput(id, null, [new Problem(ProblemCodes.Unreadable, $"{path} can't be read: {e.Message} Check the path and its permissions.")]);
        }
    }

    private static CodeInput Good(Page page) => new(page.Id, page, []);

    private static CodeInput Bad(string id, int number, string why) =>
        new(id, null, [new Problem(ProblemCodes.BadLine, $"Line {number} {why}. Give one JSON object a line with \"id\" and \"text\", \"html\" or \"path\".")]);

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) switch
    {
        true when value.ValueKind == JsonValueKind.String => value.GetString(),
        true when value.ValueKind == JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>A date as "2023-03-17", with or without a time after it; anything else is no date.</summary>
    private static DateOnly? Day(JsonElement line, string name) =>
        Text(line, name) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Half of a surrogate pair, written as an escape: no character, so it becomes U+FFFD. "caf\ud83d" → "caf\ufffd".</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfPair();
}
