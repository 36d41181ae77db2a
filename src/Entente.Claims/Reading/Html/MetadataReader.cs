using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Html;

/// <summary>Reads meta elements, links, structured data and the address of a page.</summary>
internal static partial class MetadataReader
{
    public static PageMetadata Read(HtmlPage page, string? givenUri)
    {
        var metadata = new PageMetadata();
        JsonLdReader.Read(page, metadata);
        foreach (var element in page.Elements)
        {
            if (element.Tag == Tag.Meta && element.Zone is not (Zone.Comments or Zone.Related))
            {
                Meta(page, element, metadata);
            }
            else if (element.Tag == Tag.Link && string.Equals(page.Attribute(element, "rel"), "canonical", StringComparison.OrdinalIgnoreCase))
            {
                metadata.Uri ??= page.Attribute(element, "href");
            }
            else if (element.Tag == Tag.Html)
            {
                metadata.Language ??= page.Attribute(element, "lang");
            }
        }

        FromAddress(givenUri ?? metadata.Uri, metadata);
        return metadata;
    }

    private static void Meta(HtmlPage page, HtmlElement element, PageMetadata metadata)
    {
        var name = (page.Attribute(element, "property") ?? page.Attribute(element, "name") ?? page.Attribute(element, "itemprop") ?? "").Trim().ToLowerInvariant();
        var content = page.Attribute(element, "content");
        if (name.Length == 0 || string.IsNullOrWhiteSpace(content))
        {
            return;
        }

        switch (name)
        {
            case "og:title" or "twitter:title" or "dc.title" or "dcterms.title" or "sailthru.title" or "parsely-title" or "headline" or "hdl" or "citation_title":
                metadata.AddTitle(content);
                break;
            case "author" or "article:author" or "dc.creator" or "dcterms.creator" or "sailthru.author" or "parsely-author" or "byl" or "og:article:author" or "article.author" or "dc.contributor" or "citation_author":
                metadata.AddAuthor(content);
                break;
            case "twitter:data1" when Bylines.IsName(content):
                metadata.AddAuthor(content);
                break;
            case "dc.date.issued" or "dcterms.issued" or "dcterms.created" or "dc.date.created" or "ptime" or "displaydate" or "datecreated" or "creation_date" or "created" or "sailthru.date" or "article_date_original":
                metadata.AddDate("meta", content, 0.93);
                break;
            case "date" or "dc.date" or "dcterms.date" or "pdate" or "timestamp" or "article_date" or "og:pubdate" or "citation_date" or "citation_online_date":
                metadata.AddDate("meta", content, 0.8);
                break;
            case var _ when IsPublication(name):
                metadata.AddDate("meta", content, 0.93);
                break;
            case "article:modified_time" or "og:updated_time" or "last-modified" or "lastmod" or "datemodified" or "dcterms.modified" or "dc.date.modified" or "revised" or "utime":
                metadata.AddDate("meta", content, 0.6, DateBound.NotAfter);
                break;
            case "og:site_name" or "application-name" or "dc.publisher" or "citation_journal_title":
                metadata.Publisher ??= PageMetadata.Clean(content);
                break;
            case "og:url" or "twitter:url":
                metadata.Uri ??= content.Trim();
                break;
            case "description" or "og:description" or "twitter:description":
                metadata.Descriptions.Add(PageMetadata.Clean(content));
                break;
        }
    }

    /// <summary>"article:published_time", "parsely-pub-date", "w-published-date", "datePublished": however it is spelled, the day of publication.</summary>
    private static bool IsPublication(string name)
    {
        Span<char> letters = stackalloc char[64];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsAsciiLetter(c) && length < letters.Length)
            {
                letters[length++] = c;
            }
        }

        ReadOnlySpan<char> folded = letters[..length];
        if (folded.Contains("last", StringComparison.Ordinal) || folded.Contains("modified", StringComparison.Ordinal) || folded.Contains("updated", StringComparison.Ordinal) || folded.Contains("expir", StringComparison.Ordinal))
        {
            return false;
        }

        var at = folded.IndexOf("publi", StringComparison.Ordinal);
        at = at < 0 ? folded.IndexOf("pub", StringComparison.Ordinal) : at;
        return at >= 0 && (folded.Contains("date", StringComparison.Ordinal) || folded.Contains("time", StringComparison.Ordinal) || folded[at..] is "published");
    }

    /// <summary>"/2019/11/19/", "/2019-11-19-", "/20191119/": the day in the path of the address; the month alone counts little.</summary>
    private static void FromAddress(string? uri, PageMetadata metadata)
    {
        if (uri is null)
        {
            return;
        }

        var m = DayInPath().Match(uri);
        if (m.Success)
        {
            metadata.AddDate("url", $"{m.Groups["y"].Value}-{m.Groups["m"].Value}-{m.Groups["d"].Value}", 0.85);
        }
        else if (MonthInPath().Match(uri) is { Success: true } month && int.Parse(month.Groups["m"].ValueSpan) is >= 1 and <= 12)
        {
            metadata.Dates.Add(new DateEvidence("url", DateBound.On, DateInterval.Month(int.Parse(month.Groups["y"].ValueSpan), int.Parse(month.Groups["m"].ValueSpan)), 0.45));
        }
    }

    // https://example.org/2019/11/19/title, …/2019-11-19-title, …/20191119…
    [GeneratedRegex(@"(?<![0-9])(?<y>20[0-3][0-9]|199[0-9])(?<s>[/_-]?)(?<m>0?[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12][0-9]|3[01]|[1-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DayInPath();

    // https://example.org/2019/11/title
    [GeneratedRegex(@"/(?<y>20[0-3][0-9]|199[0-9])/(?<m>0?[1-9]|1[0-2])(?=/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex MonthInPath();
}
