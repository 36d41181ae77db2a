using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Entente.Claims.Scoring;

/// <summary>Reads gold: JSON lines, or the fences of a Markdown page. docs/guide/gold.md tells both.</summary>
public static class GoldReader
{
    private const string Arrow = "->";

    /// <summary>Gold in JSON lines: {"id", "text" | "page", "date", "claims", …}.</summary>
    /// <param name="name">Of the file, for what is wrong in it.</param>
    /// <param name="page">Gives the bytes of a page by its path as the gold has it.</param>
    /// <exception cref="FormatException">A line is wrong.</exception>
    public static IReadOnlyList<GoldItem> ReadLines(string name, TextReader reader, Func<string, ReadOnlyMemory<byte>> page)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(page);
        var items = new List<GoldItem>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                items.Add(Item(json.RootElement, page));
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                throw new FormatException($"{name}, line {number}: {e.Message}", e);
            }
        }

        return items.GroupBy(i => i.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new FormatException($"{name}: two items have the id '{twice.Key}'.") : items;
    }

    /// <summary>
    /// The blocks fenced as "claims" of a Markdown page: a line "date: DAY" that may be missing, sentences, and behind "->" the claims they make,
    /// "nothing", or "…" when they may make others too.
    /// </summary>
    /// <exception cref="FormatException">A fence is wrong.</exception>
    public static IReadOnlyList<GoldItem> ReadFences(string name, TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var items = new List<GoldItem>();
        List<string>? fence = null;
        var begun = 0;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (fence is null && line.Trim() == "```claims")
            {
                (fence, begun) = ([], number);
            }
            else if (fence is not null && line.Trim() == "```")
            {
                items.Add(Fence($"{name}:{begun}", fence));
                fence = null;
            }
            else
            {
                fence?.Add(line.Trim());
            }
        }

        return fence is null ? items : throw new FormatException($"{name}, line {begun}: the fence has no end. Put ``` behind it.");
    }

    private static GoldItem Fence(string id, List<string> lines)
    {
        try
        {
            var heads = lines.TakeWhile(l => Head(l) is not null).Select(l => Head(l)!.Value).ToDictionary(h => h.Name, h => h.Value, StringComparer.Ordinal);
            string[] claims = [.. lines.Where(l => l.StartsWith(Arrow, StringComparison.Ordinal)).Select(l => l[Arrow.Length..].Trim())];
            var text = string.Join('\n', lines.Skip(heads.Count).TakeWhile(l => !l.StartsWith(Arrow, StringComparison.Ordinal))).Trim();
            if (text.Length == 0 || claims.Length == 0 || (claims.Contains("nothing") && claims.Length > 1))
            {
                throw new FormatException("a fence holds sentences, and behind -> each claim they make or the word nothing.");
            }

            var facts = new PageFacts { Date = heads.TryGetValue("date", out var date) ? Day(date) : null, Publisher = heads.GetValueOrDefault("publisher") };
            return new GoldItem(id, Prepared(id, text, facts)) { Claims = [.. claims.Where(c => c is not ("nothing" or "…")).Select(ExpectedClaim.Parse)], HasMore = claims.Contains("…") };
        }
        catch (FormatException e)
        {
            throw new FormatException($"{id}: {e.Message}", e);
        }
    }

    private static (string Name, string Value)? Head(string line) =>
        line.Split(": ", 2) is [("date" or "publisher") and var name, var value] ? (name, value.Trim()) : null;

    private static GoldItem Item(JsonElement line, Func<string, ReadOnlyMemory<byte>> page)
    {
        var id = Text(line, "id") ?? throw new FormatException("\"id\" is missing.");
        var facts = new PageFacts { Date = Text(line, "date") is { } date ? Day(date) : null, Publisher = Text(line, "publisher"), Uri = Text(line, "uri") };
        var given = Text(line, "text") is { } text ? Prepared(id, text, facts)
            : Text(line, "page") is { } path ? new Page(id, page(path)) { Given = facts } : throw new FormatException("\"text\" or \"page\" is missing.");
        if (!line.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("\"claims\" is missing: write [] when nothing may be claimed.");
        }

        return new GoldItem(id, given)
        {
            Claims = [.. claims.EnumerateArray().Select(Claim)],
            HasMore = line.TryGetProperty("more", out var more) && more.ValueKind == JsonValueKind.True,
            Part = Text(line, "part"),
            Tags = Texts(line, "tags"),
            Furniture = Texts(line, "furniture"),
            Published = Text(line, "published") is { } published ? ExpectedClaimReader.Interval(published) ?? throw new FormatException($"'{published}' is no day.") : null,
        };
    }

    private static ExpectedClaim Claim(JsonElement claim) => claim.ValueKind == JsonValueKind.String ? ExpectedClaim.Parse(claim.GetString()!)
        : ExpectedClaim.Parse(Text(claim, "claim") ?? throw new FormatException("a claim is a line or {\"quote\", \"claim\"}.")) with { Quote = Text(claim, "quote") };

    private static Page Prepared(string id, string text, PageFacts facts) => new(id, Encoding.UTF8.GetBytes(text)) { Form = PageForm.Prepared, Given = facts };

    private static string? Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement line, string name) =>
        line.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(v => v.GetString() ?? "")] : [];

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw new FormatException($"'{text}' is no day: write it as 2023-03-17.");
}
