namespace Entente.Claims.Reading.Html;

/// <summary>What a page says of itself in its head and structured data. Each list is in order of trust.</summary>
internal sealed class PageMetadata
{
    public List<string> Titles { get; } = [];

    public List<string> Authors { get; } = [];

    /// <summary>Bodies that the page names as its author: what is left when no person is.</summary>
    public List<string> Bodies { get; } = [];

    public string? Publisher { get; set; }

    public string? Uri { get; set; }

    public string? Language { get; set; }

    /// <summary>"Article", "NewsArticle", "DiscussionForumPosting" … as the structured data has it.</summary>
    public string? Kind { get; set; }

    /// <summary>Whether the structured data calls the page an article.</summary>
    public bool IsArticle => Kind is { } kind && (kind.EndsWith("Article", StringComparison.Ordinal) || kind is "BlogPosting" or "Report" or "Recipe" or "HowTo" or "OpinionPiece");

    public List<DateEvidence> Dates { get; } = [];

    /// <summary>Descriptions, to know a deck by.</summary>
    public List<string> Descriptions { get; } = [];

    public void AddTitle(string? title)
    {
        if (Clean(title) is { Length: > 0 } text && !Titles.Contains(text, StringComparer.Ordinal))
        {
            Titles.Add(text);
        }
    }

    public void AddDate(string kind, string? value, double confidence, DateBound bound = DateBound.On)
    {
        if (value is { Length: >= 6 and <= 60 } && DateReader.First(value.Trim()) is { Interval: { } interval } shown)
        {
            Dates.Add(new DateEvidence(kind, bound, interval, shown.Sure ? confidence : confidence * 0.6));
        }
    }

    public void AddAuthor(string? name)
    {
        if (Clean(name) is { Length: >= 2 and <= 80 } text && !text.Contains("://") && !text.Contains('@') && !Authors.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            Authors.Add(text);
        }
    }

    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var decoded = text.Contains('&') ? System.Net.WebUtility.HtmlDecode(text) : text;
        return string.Join(' ', decoded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
