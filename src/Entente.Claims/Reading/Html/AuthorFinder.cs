using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Html;

/// <summary>Settles who wrote an article: what its byline shows, what the page says of itself, and what its elements are named for.</summary>
internal sealed partial class AuthorFinder(HtmlPage page, List<PageLine> lines, PageMetadata metadata)
{
    private const int MostAuthors = 8;
    private const int LongestMark = 160;
    private const int LongestHandle = 40;

    /// <summary>So many segments after the text an author may still be named.</summary>
    private const int FootSegments = 6;

    /// <summary>So many segments after one author another may stand, with a picture or a post between them.</summary>
    private const int NextAuthor = 3;

    /// <param name="head">The segments about the headline, above the text.</param>
    /// <param name="body">The text.</param>
    /// <param name="end">The segment after the article's last.</param>
    public IReadOnlyList<string> Find((int First, int End) head, (int First, int End) body, int end)
    {
        var stated = Stated();
        var persons = stated.Where(s => Bylines.IsName(s)).ToList();
        var foot = (First: Math.Max(head.End, body.End - 2), End: Math.Min(end, body.End + FootSegments));
        var found = First(
            () => Led(head.First, head.End),
            () => persons,
            () => Marked(head.First, head.End).Names,
            () => Pictured(head.First, head.End),
            () => Fuller(Led(foot.First, foot.End), stated),
            () => Fuller(Marked(head.First, end).Names, stated),
            () => Marked(head.First, head.End).Handles,
            () => stated,
            () => LedHandle(head.First, head.End));
        return [.. (found.Count > 0 ? found : Bodies()).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAuthors)];
    }

    /// <summary>Whom the page's metadata names.</summary>
    public List<string> Stated() => [.. metadata.Authors.Where(a => !IsSite(a)).SelectMany(Names).Where(IsAuthor).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static List<string> First(params ReadOnlySpan<Func<List<string>>> choices)
    {
        foreach (var choice in choices)
        {
            if (choice() is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Shown far from the headline: who is stated by a single name goes before another person, but not before his own full name.</summary>
    private static List<string> Fuller(List<string> shown, List<string> stated) =>
        stated.Exists(s => char.IsUpper(s[0])) && !shown.Exists(n => stated.Exists(s => n.StartsWith(s + " ", StringComparison.OrdinalIgnoreCase))) ? [] : shown;

    /// <summary>The body that the page names as its author, which may be the site.</summary>
    private List<string> Bodies() => [.. metadata.Bodies.Concat(metadata.Authors.Where(a => !IsPost(a) || a.Contains(' '))).Where(b => b.Length > 0).Take(1)];

    /// <summary>Names of the first line that begins as bylines do: of elements in it that are named for the author, else of its words.</summary>
    private List<string> Led(int first, int end)
    {
        for (var i = Math.Max(0, first); i < Math.Min(end, lines.Count); i++)
        {
            if (lines[i].Words > 25 || !IsNear(lines[i].Segment.Element) || Bylines.WithoutLead(lines[i].Text) is not { Length: > 1 } rest || rest.Length == lines[i].Text.Length)
            {
                continue;
            }

            var names = Bylines.Led(lines[i].Text).Where(n => !IsPost(n)).ToList();
            if (Marked(i, i + 1).Names is { Count: > 0 } marked && (names.Count == 0 || names.Exists(n => marked.Exists(m => n.Length > m.Length && n.StartsWith(m, StringComparison.OrdinalIgnoreCase)))))
            {
                return marked;
            }

            if (names.Count > 0)
            {
                return names;
            }
        }

        return [];
    }

    /// <summary>What a byline says that is no person's name: "Posted by ada", "By the Courier's team".</summary>
    private List<string> LedHandle(int first, int end)
    {
        for (var i = Math.Max(0, first); i < Math.Min(end, lines.Count); i++)
        {
            if (lines[i].Words <= 10 && IsNear(lines[i].Segment.Element) && Bylines.Handle(lines[i].Text) is { } handle && !IsPost(handle))
            {
                return [handle];
            }
        }

        return [];
    }

    /// <summary>A short line about the headline that begins with the words of the picture beside it.</summary>
    private List<string> Pictured(int first, int end)
    {
        foreach (var image in page.Elements)
        {
            if (image.Tag != Tag.Img || image.Begin.Segment < first || image.Begin.Segment >= end || !IsNear(image.Index) || page.Attribute(image, "alt") is not { Length: > 3 and < 80 } shown)
            {
                continue;
            }

            var name = Portrait().Replace(shown, "").Trim();
            for (var i = image.Begin.Segment; i < Math.Min(image.Begin.Segment + 2, lines.Count) && Bylines.IsName(name) && IsAuthor(name); i++)
            {
                if (lines[i].Words <= 8 && lines[i].Text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return [name];
                }
            }
        }

        return [];
    }

    private bool IsNear(int element) => element < 0 || page.Elements[element].Zone is Zone.None or Zone.Bio or Zone.Furniture or Zone.Share;

    /// <summary>Names that are all of an element named for the author, the first and what follows close by; and single words there ("ada").</summary>
    private (List<string> Names, List<string> Handles) Marked(int first, int end)
    {
        var names = new List<string>();
        var handles = new List<string>();
        HtmlElement? last = null;
        foreach (var element in page.Elements)
        {
            if ((element.Hints & (HtmlHints.Byline | HtmlHints.AuthorLink)) == HtmlHints.None || element.Begin.Segment < first || element.Begin.Segment >= end || !IsNear(element.Index))
            {
                continue;
            }

            if (last is not null && element.Begin.Segment > last.End.Segment + NextAuthor)
            {
                break;
            }

            var text = page.TextOf(element);
            if (text.Length is < 2 or > LongestMark || IsMention(element) || (last is not null && !IsLike(last, element)) || IsOtherHand(element) || HasMarkedInside(element))
            {
                continue;
            }

            var found = (Bylines.Led(text) is { Count: > 0 } led ? led : Bylines.Names(text)).Where(IsAuthor).ToList();
            if (found.Count > 0)
            {
                names.AddRange(found.Where(n => !names.Contains(n, StringComparer.OrdinalIgnoreCase)));
                last = element;
            }
            else if (Bylines.WithoutLead(text) is { Length: >= 2 and <= LongestHandle } handle && !handle.Contains('\n') && (element.Hints & HtmlHints.AuthorLink) != HtmlHints.None && IsAuthor(handle))
            {
                handles.Add(handle);
            }
        }

        return (names, handles);
    }

    /// <summary>A link in running text leads to somebody the text speaks of.</summary>
    private bool IsMention(HtmlElement element) => (element.Hints & HtmlHints.Byline) == HtmlHints.None && (element.Begin.Segment >= lines.Count || lines[element.Begin.Segment].IsProse);

    /// <summary>A second author is marked up as the first: what is named otherwise beside a name is the person's post.</summary>
    private static bool IsLike(HtmlElement first, HtmlElement next) => first.Class == next.Class && first.Tag == next.Tag && first.Hints == next.Hints;

    /// <summary>"Reviewed by", "Edited by" before the element: somebody else than the writer.</summary>
    private bool IsOtherHand(HtmlElement element)
    {
        var (segment, offset) = element.Begin;
        var line = segment < lines.Count ? lines[segment].Text : "";
        return OtherHand().IsMatch(line.AsSpan(0, Math.Min(offset, line.Length))) || (offset == 0 && segment > 0 && lines[segment - 1].Words <= 4 && OtherHand().IsMatch(lines[segment - 1].Text));
    }

    private bool HasMarkedInside(HtmlElement element)
    {
        for (var k = element.Index + 1; k < element.EndElement; k++)
        {
            var inner = page.Elements[k];
            if ((inner.Hints & (HtmlHints.Byline | HtmlHints.AuthorLink)) != HtmlHints.None && Bylines.Names(page.TextOf(inner)).Any(IsAuthor))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<string> Names(string stated) => Bylines.Led(stated) is { Count: > 0 } led ? led : Bylines.Names(stated) is { Count: > 0 } names ? names : [stated.TrimEnd(',', ';', ' ')];

    private bool IsAuthor(string name) => name.Length is >= 2 and <= 60 && !IsPost(name) && !IsSite(name);

    /// <summary>The site's name, or the site's without an addition: "The Example Times" of "Example Times Online".</summary>
    private bool IsSite(string name)
    {
        if (metadata.Publisher is not { } publisher)
        {
            return false;
        }

        var own = $" {LineWords.Fold(name)} ";
        var site = $" {LineWords.Fold(publisher)} ";
        own = own.StartsWith(" the ", StringComparison.Ordinal) ? own[4..] : own;
        return own.Length > 2 && (site.Contains(own, StringComparison.Ordinal) || (own.Contains(site, StringComparison.Ordinal) && site.Length > 6));
    }

    /// <summary>"Staff", "Marketing Manager": a post, no person.</summary>
    private static bool IsPost(string name) => ReadingTables.Shipped.IsPersonWord("role", name[(name.LastIndexOf(' ') + 1)..]) || LineWords.Fold(name) is "admin" or "administrator" or "guest" or "webmaster";

    // "Medically reviewed by", "Edited by", "Fact checked by", "Last updated by", "Photographs by"
    [GeneratedRegex(@"\b(?:review\w*|edit\w*|check\w*|verified|approved|updated|photo\w*|illustrat\w*|translat\w*|pictures|graphics|video)(?: and \w+)? by:?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherHand();

    // "Picture of Ada Example", "Ada Example's avatar"
    [GeneratedRegex(@"^(?:(?:a )?(?:photo(?:graph)?|picture|image|headshot|portrait|avatar)(?: of| for|:)? )|['’]s? (?:avatar|photo|picture|headshot|profile)\b.*$|,.*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Portrait();
}
