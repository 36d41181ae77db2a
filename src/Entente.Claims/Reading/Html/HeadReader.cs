namespace Entente.Claims.Reading.Html;

/// <summary>Reads what stands about the headline: byline, date, deck; and settles who wrote the article.</summary>
internal sealed class HeadReader(HtmlPage page, List<PageLine> lines, PageMetadata metadata)
{
    private const int HeadSegments = 25;

    /// <param name="least">The first segment of the article: what stands before it is said of another.</param>
    public void Read(Draft draft, int headline, (int First, int End) body, int least)
    {
        var first = Math.Max(least, (headline >= 0 ? headline : body.First) - 8);
        var end = Math.Min(lines.Count, Math.Max(body.First, headline + 1) + 3);
        var shown = new List<string>();
        for (var i = first; i < Math.Min(end, first + HeadSegments + 8); i++)
        {
            if (draft.Pieces[i].Role is BlockRole.Title or BlockRole.Advert or BlockRole.Comment or BlockRole.Crossref)
            {
                continue;
            }

            draft.Pieces[i] = Head(draft.Pieces[i], i, headline, body, shown);
        }

        TimeElements(draft, headline, body, least);
        draft.Authors.AddRange(Authors(shown));
    }

    private RoledSegment Head(RoledSegment piece, int i, int headline, (int First, int End) body, List<string> shown)
    {
        var line = lines[i];
        var hints = HintsOf(line.Segment);
        var names = Bylines.Led(line.Text);
        var byline = (hints & HtmlHints.Byline) != HtmlHints.None && line.Words <= 25 && !line.EndsSentence;
        if (names.Count == 0 && byline)
        {
            names = Bylines.Names(line.Text);
        }

        if ((names.Count > 0 || byline) && line.Words <= 25 && (i < body.First || !line.IsProse))
        {
            shown.AddRange(names);
            return piece with { Role = BlockRole.Byline, Reason = "names by the headline" };
        }

        if (line.IsDateLine || (line.Words <= 4 && line.Date is not null))
        {
            return piece with { Role = BlockRole.Dateline, Reason = "date by the headline" };
        }

        var deck = (hints & HtmlHints.Deck) != HtmlHints.None || metadata.Descriptions.Any(d => IsDescription(line, d));
        return deck && i > headline && headline >= 0 && i < body.First + 1 && line.Words is >= 4 and <= 70 && draftable(piece) ? piece with { Role = BlockRole.Deck, Reason = "under the headline" } : piece;

        static bool draftable(RoledSegment piece) => piece.Role is BlockRole.Body or BlockRole.Furniture or BlockRole.Title;
    }

    private static bool IsDescription(PageLine line, string description) => line.Words >= 5 && LineWords.Fold(description) == line.Folded;

    private HtmlHints HintsOf(Segment segment)
    {
        var hints = HtmlHints.None;
        var element = segment.Element < 0 ? null : page.Elements[segment.Element];
        for (var k = 0; k < 3 && element is not null; k++, element = element.Parent)
        {
            hints |= element.Hints;
        }

        return hints;
    }

    /// <summary>Time elements and elements named as dates, above the text or near the headline.</summary>
    private void TimeElements(Draft draft, int headline, (int First, int End) body, int least)
    {
        var from = Math.Max(least, (headline >= 0 ? headline : body.First) - 10);
        var to = Math.Max(headline, body.First) + 2;
        var taken = 0;
        foreach (var element in page.Elements)
        {
            if (element.Begin.Segment < from || element.Begin.Segment > to || taken > 3 || element.Zone is Zone.Comments or Zone.Related)
            {
                continue;
            }

            if (element.Tag == Tag.Time && (page.Attribute(element, "datetime") ?? page.TextOf(element)) is { Length: > 0 } value && DateReader.First(value) is { Interval: { IsDay: true } day } shown)
            {
                var published = (element.Hints & HtmlHints.DatePublished) != HtmlHints.None || page.Attribute(element, "pubdate") is not null;
                var modified = IsModified(element);
                draft.Dates.Add(new DateEvidence("time", modified ? DateBound.NotAfter : DateBound.On, day, shown.Sure ? published ? 0.9 : 0.82 : 0.5));
                taken++;
            }
            else if ((element.Hints & HtmlHints.DatePublished) != HtmlHints.None && (page.Attribute(element, "content") ?? page.Attribute(element, "datetime") ?? page.TextOf(element)) is { Length: > 5 and < 80 } stated)
            {
                metadata.AddDate("time", stated, 0.9);
            }
        }
    }

    private bool IsModified(HtmlElement element) =>
        (page.Attribute(element, "itemprop") ?? "").Contains("odified", StringComparison.Ordinal) || element.Class.Contains("updated", StringComparison.OrdinalIgnoreCase) || element.Class.Contains("modified", StringComparison.OrdinalIgnoreCase)
        || (element.Parent?.Class.Contains("updated", StringComparison.OrdinalIgnoreCase) ?? false) || (element.Parent?.Class.Contains("modified", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>Structured data first, then what the page shows, then meta elements.</summary>
    private IEnumerable<string> Authors(List<string> shown)
    {
        var stated = metadata.Authors.SelectMany(Split).Where(IsAuthor).ToList();
        var linked = page.Elements.Where(e => e.Tag == Tag.A && (e.Hints & HtmlHints.Byline) != HtmlHints.None && e.Zone is Zone.None).Take(12)
            .Select(page.TextOf).SelectMany(t => Bylines.Names(t)).Where(IsAuthor).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var list = stated.Count > 0 ? stated : shown.Count > 0 ? shown : linked.Count > 0 ? linked : Named();
        var authors = list.Where(IsAuthor).Distinct(StringComparer.OrdinalIgnoreCase).Take(8).ToList();
        return authors.Count > 0 ? authors : metadata.Bodies.Where(b => b.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(1);
    }

    /// <summary>The first person's name that is all of an element named for the author, wherever it stands.</summary>
    private List<string> Named()
    {
        foreach (var element in page.Elements)
        {
            if ((element.Hints & (HtmlHints.Byline | HtmlHints.Bio)) != HtmlHints.None && element.Zone is Zone.None or Zone.Bio && element.End.Segment - element.Begin.Segment <= 3
                && page.TextOf(element).Split('\n')[0] is { Length: > 3 and < 60 } text && Bylines.Names(text) is { Count: > 0 } names)
            {
                return [.. names];
            }
        }

        return [];
    }

    private static IEnumerable<string> Split(string stated)
    {
        var led = Bylines.Led(stated);
        if (led.Count > 0)
        {
            return led;
        }

        var names = Bylines.Names(stated);
        return names.Count > 0 ? names : [stated];
    }

    private bool IsAuthor(string name) => name.Length is >= 3 and <= 60 && !(metadata.Publisher is { } site && LineWords.Fold(site) == LineWords.Fold(name)) && LineWords.Fold(name) is not ("admin" or "administrator" or "editor" or "staff" or "guest" or "author" or "webmaster");
}
