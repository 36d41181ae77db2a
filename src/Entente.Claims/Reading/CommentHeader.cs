using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>What the header of a comment tells.</summary>
internal sealed record CommentHeader(string? Author, string? Posted, string? ReplyTo)
{
    public static CommentHeader None { get; } = new(null, null, null);
}

/// <summary>Reads header lines of comments that tell themselves by their wording.</summary>
internal static partial class CommentHeaders
{
    private const int LongestHeader = 160;
    private const int LongestName = 60;

    /// <summary>A line that is a whole header: "ada in reply to ben. | March 18, 2023 at 6:59 pm", "ada | March 18, 2023 at 6:59 pm".</summary>
    public static CommentHeader? Whole(PageLine line)
    {
        var end = Break(line.Text);
        if (end > LongestHeader || line.Date is not { } date || date.Span.End > end)
        {
            return null;
        }

        if (InReplyTo().Match(line.Text) is { Success: true } r && r.Index + r.Length <= date.Span.Start + 12)
        {
            return new CommentHeader(r.Groups["name"].Value.Trim(), date.Value, r.Groups["to"].Value.Trim().TrimEnd('.', ' '));
        }

        var rest = Without(line.Text[..end], date.Span);
        if (NameBar().Match(line.Text) is { Success: true } n && n.Groups["name"].Length <= LongestName && n.Groups["name"].Index + n.Groups["name"].Length <= date.Span.Start && HasTime().IsMatch(rest))
        {
            return new CommentHeader(n.Groups["name"].Value.Trim(), date.Value, null);
        }

        return null;
    }

    /// <summary>Where the first line of a piece ends: a header and its comment may be parted by a mere line break.</summary>
    public static int Break(string text) => text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;

    /// <summary>The name in "ada says:", "ada wrote:"; null for other lines.</summary>
    public static string? Says(string text) => text.Length <= LongestName && SaysColon().Match(text) is { Success: true } m ? m.Groups["name"].Value.Trim() : null;

    /// <summary>The name in "Reply to ada", "@ada", "in reply to ada"; null for other lines.</summary>
    public static string? ReplyTo(string text) => text.Length <= LongestName + 20 && ReplyToName().Match(text) is { Success: true } m ? m.Groups["to"].Value.Trim().TrimEnd('.', ':', ' ') : null;

    /// <summary>What is left of a header when the date is gone.</summary>
    public static string Without(string text, TextSpan span) => text[..span.Start] + " " + text[span.End..];

    /// <summary>Whether a time of day stands in the text.</summary>
    public static bool ShowsTime(string text) => HasTime().IsMatch(text);

    // "ada in reply to ben. | March 18"
    [GeneratedRegex(@"^(?<name>\S.{0,58}?)\s+(?:in reply to|replied to|replying to|in response to|antwortet auf)\s+(?<to>.{1,58}?)\.?\s*[|•·–—,-]\s", RegexOptions.CultureInvariant)]
    private static partial Regex InReplyTo();

    // "ada | March 18, 2023 at 6:59 pm", "ada • 3 March 2021 10:31", "ada - May 2, 2021 at 6:59 pm"
    [GeneratedRegex(@"^(?<name>\S.{0,58}?)(?:\s*[|•·]|(?<=^.{1,32}?)\s+[-–—])\s", RegexOptions.CultureInvariant)]
    private static partial Regex NameBar();

    // "6:59 pm", "18:05"
    [GeneratedRegex(@"\b\d{1,2}[:.h]\d\d(?!\d)|\b\d{1,2}\s?[ap]\.?m\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HasTime();

    // "ada says:", "ada said", "ada wrote on"
    [GeneratedRegex(@"^(?<name>\S.{0,48}?)\s+(?:says|said|wrote|writes|schrieb|sagt|a dit)\s*:?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SaysColon();

    // "Reply to  ada", "In reply to ada", "Replying to @ada"
    [GeneratedRegex(@"^(?:in\s+)?repl(?:y|ying|ied)\s+to\s+@?(?<to>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReplyToName();
}
