using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Claims;
using Entente.Claims.Reading.Opening;
using Entente.Record.Recording;

namespace Entente.Cli;

/// <summary>One page of what `entente code` reads, or the reason why there is none.</summary>
internal sealed partial record CodeInput(string Id, Page? Page, IReadOnlyList<Problem> Problems)
{
    private static readonly Opener Opener = new(new OpenerOptions { Convert = new PdfText().Convert });

    /// <summary>
    /// Reads a line {"id", "text" | "html" | "path", "prepared", "date", "uri", "publisher", "title"}: one page, or as many as the file at the path holds, one after the other.
    /// Several pages of one file are ID#1, ID#2, … in its order.
    /// </summary>
    public static IEnumerable<CodeInput> Parse(int number, string line)
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

    private static IEnumerable<CodeInput> Of(string id, int number, JsonElement line)
    {
        var given = new PageFacts { Uri = Text(line, "uri"), Publisher = Text(line, "publisher"), Title = Text(line, "title"), Date = Day(Text(line, "date")), Captured = Day(Text(line, "captured")) };
        if (Text(line, "text") is { } text)
        {
            // A saved page has many lines: a text in one is taken as it stands unless told otherwise
            var prepared = line.TryGetProperty("prepared", out var flag) ? flag.ValueKind == JsonValueKind.True : !text.Contains('\n', StringComparison.Ordinal);
            return Good(new Page(id, Encoding.UTF8.GetBytes(text)) { Form = prepared ? PageForm.Prepared : PageForm.Text, Given = given });
        }

        if (Text(line, "html") is { } html)
        {
            return Good(new Page(id, Encoding.UTF8.GetBytes(html)) { Form = PageForm.Html, Given = given });
        }

        return Text(line, "path") is { } path ? OfFile(id, path, given) : Bad(id, number, "holds none of \"text\", \"html\" and \"path\"");
    }

    private static IEnumerable<CodeInput> OfFile(string id, string path, PageFacts given)
    {
        try
        {
            return OfFile(id, File.OpenRead(path), Path.GetFileName(path), given);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return [new CodeInput(id, null, [new Problem(ProblemCodes.Unreadable, $"{path} can't be read: {e.Message} Check the path and its permissions.")])];
        }
    }

    private static IEnumerable<CodeInput> OfFile(string id, FileStream file, string name, PageFacts given)
    {
        using var stream = file;
        var problems = new List<Problem>();
        var passed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Page? waiting = null;
        var pages = 0;
        foreach (var opened in Opener.Open(stream, name, given))
        {
            if (opened is OpenedPage { Page: var page })
            {
                if (waiting is not null)
                {
                    yield return Good(waiting with { Id = $"{id}#{++pages}" })[0];
                }

                waiting = page;
            }
            else if (opened is OpeningProblem { Problem: var problem })
            {
                problems.Add(problem);
            }
            else if (opened is PassedOver { What: var what })
            {
                passed[what] = passed.GetValueOrDefault(what) + 1;
            }
        }

        if (waiting is not null)
        {
            yield return Good(waiting with { Id = pages == 0 ? id : $"{id}#{++pages}" })[0];
        }
        else if (problems.Count == 0)
        {
            problems.Add(new Problem(ProblemCodes.NotRead, $"{name} holds no page{(passed.Count == 0 ? "" : ", only " + string.Join(", ", passed.Select(p => $"{p.Value} {p.Key}")))}: give a page as HTML or text, or an archive of pages."));
        }

        if (problems.Count > 0)
        {
            yield return new CodeInput(id, null, problems);
        }
    }

    private static CodeInput[] Good(Page page) => [new(page.Id, page, [])];

    private static CodeInput[] Bad(string id, int number, string why) =>
        [new(id, null, [new Problem(ProblemCodes.BadLine, $"Line {number} {why}. Give one JSON object a line with \"id\" and \"text\", \"html\" or \"path\".")])];

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) switch
    {
        true when value.ValueKind == JsonValueKind.String => value.GetString(),
        true when value.ValueKind == JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>A date as "2023-03-17", with or without a time after it; anything else is no date.</summary>
    public static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Half of a surrogate pair, written as an escape: no character, so it becomes U+FFFD. "caf\ud83d" → "caf\ufffd".</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfPair();
}
