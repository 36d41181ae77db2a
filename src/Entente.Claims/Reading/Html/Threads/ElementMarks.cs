namespace Entente.Claims.Reading.Html.Threads;

/// <summary>What the attributes of an element tell that threads are found by.</summary>
internal sealed class ElementMarks
{
    private const int LongestName = 24;

    /// <summary>Its id, else its name or data-id, if figures stand in it.</summary>
    public string? Numbered { get; private set; }

    /// <summary>The schema.org type of a post.</summary>
    public bool IsPostType { get; private set; }

    public string? ItemProp { get; private set; }

    public string? Link { get; private set; }

    /// <summary>Whether the link is that of a person's page.</summary>
    public bool LeadsToPerson { get; private set; }

    /// <summary>Who wrote it, as an attribute of the post says.</summary>
    public string? Author { get; private set; }

    /// <summary>The instant that an attribute gives: datetime, title, data-time, content.</summary>
    public ShownDate? Date { get; private set; }

    /// <summary>How deep an answer lies, as an attribute says.</summary>
    public int? Level { get; private set; }

    /// <summary>The value of a meta or data element.</summary>
    public string? Content { get; private set; }

    /// <summary>Null for an element whose attributes tell nothing.</summary>
    public static ElementMarks? Of(HtmlPage page, HtmlElement element)
    {
        ElementMarks? marks = null;
        Span<char> lower = stackalloc char[LongestName];
        foreach (var (nameSpan, valueSpan) in new HtmlAttributes(page.Source, element.StartTag))
        {
            if (valueSpan.Length is > 0 and <= 400 && nameSpan.Length <= LongestName)
            {
                var value = page.Source.AsSpan(valueSpan.Start, valueSpan.Length);
                var name = lower[..nameSpan.Length];
                page.Source.AsSpan(nameSpan.Start, nameSpan.Length).ToLowerInvariant(name);
                marks = Take(marks, name, value, element.Tag);
            }
        }

        return marks;
    }

    private static ElementMarks? Take(ElementMarks? marks, ReadOnlySpan<char> name, ReadOnlySpan<char> value, Tag tag)
    {
        switch (name)
        {
            case "id" or "name" or "data-id" or "data-comment-id" or "data-post-id" or "data-message-id" when value.ContainsAnyInRange('0', '9'):
                marks ??= new();
                marks.Numbered ??= value.ToString();
                break;
            case "itemtype" when ThreadWords.IsPostType(value):
                marks ??= new();
                marks.IsPostType = true;
                break;
            case "itemprop":
                marks ??= new();
                marks.ItemProp = value.ToString();
                break;
            case "href":
                marks ??= new();
                marks.Link = value.ToString();
                marks.LeadsToPerson = ThreadWords.IsProfile(value);
                break;
            case "data-author" or "data-username" or "data-user-name" or "data-poster" or "data-author-name" or "data-user" or "author" when value.Length <= 60:
                marks ??= new();
                marks.Author ??= Decoded(value);
                break;
            case "data-depth" or "data-level" or "data-nesting-level" or "depth" or "aria-level" when value.Length <= 2 && int.TryParse(value, out var level):
                marks ??= new();
                marks.Level = level;
                break;
            case "content" when tag is Tag.Meta or Tag.Data or Tag.Span or Tag.Div:
                marks ??= new();
                marks.Content = Decoded(value);
                marks.Date ??= InstantOf(value);
                break;
            case "datetime" or "title" or "data-time" or "data-timestamp" or "data-date" or "data-datetime" or "data-utime" or "data-epoch" or "data-created" or "data-original-title" or "created-timestamp" or "data-date-string" or "data-posted":
                if (InstantOf(value) is { } date)
                {
                    marks ??= new();
                    marks.Date = name is "datetime" || marks.Date is null ? date : marks.Date;
                }

                break;
        }

        return marks;
    }

    /// <summary>A date as written, or the seconds or milliseconds since 1970.</summary>
    private static ShownDate? InstantOf(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length is < 6 or > 60 || !value.ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        if (value.Length is >= 9 and <= 13 && long.TryParse(value, out var number))
        {
            var seconds = value.Length == 13 ? number / 1000 : value.Length <= 10 ? number : -1;
            return seconds is > 631_152_000 and < 4_102_444_800 ? new ShownDate(DateInterval.Day(DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(seconds))), null, new TextSpan(0, value.Length), true) : null;
        }

        return DateReader.First(Decoded(value));
    }

    private static string Decoded(ReadOnlySpan<char> value) => value.Contains('&') ? System.Net.WebUtility.HtmlDecode(value.ToString()) : value.ToString();
}
