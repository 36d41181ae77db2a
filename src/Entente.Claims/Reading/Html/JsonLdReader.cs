using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Html;

/// <summary>Reads what schema.org data in JSON-LD says of the article: headline, authors, dates, publisher.</summary>
internal static partial class JsonLdReader
{
    private const int MaxDepth = 48;
    private const int MaxLength = 400_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    public static void Read(HtmlPage page, PageMetadata metadata)
    {
        var articles = new List<JsonElement>();
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var documents = new List<JsonDocument>();
        foreach (var span in page.JsonLd)
        {
            if (span.Length < MaxLength && Parse(span.In(page.Source)) is { } document)
            {
                documents.Add(document);
                Collect(document.RootElement, articles, named, 0);
            }
        }

        foreach (var article in articles.OrderByDescending(Weight).Take(1))
        {
            Take(article, metadata, named);
        }

        documents.ForEach(d => d.Dispose());
        if (articles.Count == 0 && page.JsonLd.Count > 0)
        {
            foreach (var span in page.JsonLd)
            {
                metadata.AddDate("jsonld", Published().Match(page.Source.AsSpan(span.Start, Math.Min(span.Length, MaxLength)).ToString()) is { Success: true } m ? m.Groups["date"].Value : null, 0.9);
            }
        }
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json.Trim().TrimEnd(';'), Lenient);
        }
        catch (JsonException)
        {
            try
            {
                // Line ends inside strings are the commonest defect.
                return JsonDocument.Parse(json.ReplaceLineEndings(" ").Replace('\t', ' ').Trim(), Lenient);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <param name="named">What has an address and a name, so that others can refer to it.</param>
    private static void Collect(JsonElement json, List<JsonElement> articles, Dictionary<string, JsonElement> named, int depth)
    {
        if (depth > 6)
        {
            return;
        }

        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Collect(item, articles, named, depth + 1);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (Text(json, "@id") is { } id && json.TryGetProperty("name", out _))
            {
                named.TryAdd(id, json);
            }

            if (TypeOf(json) is { } type && IsArticle(type))
            {
                articles.Add(json);
            }

            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (json.TryGetProperty(name, out var inner))
                {
                    Collect(inner, articles, named, depth + 1);
                }
            }
        }
    }

    private static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "OpinionPiece" or "Question" or "WebPage" or "Recipe" or "CreativeWork" or "Blog" or "ItemPage" or "VideoObject" or "HowTo";

    private static double Weight(JsonElement json)
    {
        var type = TypeOf(json) ?? "";
        var articleLike = type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "OpinionPiece" or "Recipe" or "HowTo";
        return (articleLike ? 4 : 0) + (json.TryGetProperty("headline", out _) ? 2 : 0) + (json.TryGetProperty("author", out _) ? 1 : 0) + (json.TryGetProperty("datePublished", out _) ? 1 : 0);
    }

    private static void Take(JsonElement article, PageMetadata metadata, Dictionary<string, JsonElement> named)
    {
        metadata.Kind = TypeOf(article);
        metadata.AddTitle(Text(article, "headline") ?? (metadata.Kind == "WebPage" ? null : Text(article, "name")));
        metadata.AddDate("jsonld", Text(article, "datePublished"), metadata.Kind == "WebPage" ? 0.8 : 0.95);
        metadata.AddDate("jsonld", Text(article, "dateModified"), 0.7, DateBound.NotAfter);
        if (metadata.Kind != "WebPage" && article.TryGetProperty("author", out var author))
        {
            Names(author, metadata, named);
        }

        if (article.TryGetProperty("publisher", out var publisher))
        {
            metadata.Publisher ??= publisher.ValueKind == JsonValueKind.String ? publisher.GetString() : Text(publisher, "name");
        }

        if (Text(article, "description") is { } description)
        {
            metadata.Descriptions.Add(description);
        }
    }

    private static void Names(JsonElement author, PageMetadata metadata, Dictionary<string, JsonElement> named)
    {
        switch (author.ValueKind)
        {
            case JsonValueKind.String:
                metadata.AddAuthor(author.GetString());
                break;
            case JsonValueKind.Array:
                foreach (var one in author.EnumerateArray())
                {
                    Names(one, metadata, named);
                }

                break;
            case JsonValueKind.Object:
                author = Text(author, "name") is null && Text(author, "@id") is { } id && named.TryGetValue(id, out var meant) ? meant : author;
                if (TypeNames(author).ToList() is var types && types.Exists(t => t.EndsWith("Organization", StringComparison.Ordinal)) && !types.Contains("Person"))
                {
                    metadata.Bodies.Add(PageMetadata.Clean(Text(author, "name")));
                }
                else
                {
                    metadata.AddAuthor(Text(author, "name"));
                }

                break;
        }
    }

    private static IEnumerable<string> TypeNames(JsonElement json) => !json.TryGetProperty("@type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!) : type.ValueKind == JsonValueKind.String ? [type.GetString()!] : [];

    private static string? TypeOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("@type", out var type))
        {
            return null;
        }

        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.ValueKind == JsonValueKind.String ? t.GetString() : null).FirstOrDefault(t => t is not null && IsArticle(t)) : type.ValueKind == JsonValueKind.String ? type.GetString() : null;
    }

    private static string? Text(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : null).FirstOrDefault(v => v is not null),
            _ => null,
        };
    }

    [GeneratedRegex("\"datePublished\"\\s*:\\s*\"(?<date>[^\"]{8,40})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Published();
}
