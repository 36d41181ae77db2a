namespace Entente.Claims.Reading.Html;

/// <summary>Reads what stands about the headline: byline, date, deck.</summary>
internal sealed class HeadReader(HtmlPage page, List<PageLine> lines, PageMetadata metadata)
{
    private const int HeadSegments = 25;

    /// <param name="least">The first segment of the article: what stands before it is said of another.</param>
    /// <returns>The segments about the headline.</returns>
    public (int First, int End) Read(Draft draft, int headline, (int First, int End) body, int least)
    {
        var first = Math.Max(least, (headline >= 0 ? headline : body.First) - 8);
        var end = Math.Min(lines.Count, Math.Max(body.First, headline + 1) + 3);
        for (var i = first; i < Math.Min(end, first + HeadSegments + 8); i++)
        {
            if (draft.Pieces[i].Role is BlockRole.Title or BlockRole.Advert or BlockRole.Comment or BlockRole.Crossref)
            {
                continue;
            }

            draft.Pieces[i] = Head(draft.Pieces[i], i, headline, body);
        }

        TimeElements(draft, headline, body, least);
        return (first, end);
    }

    private RoledSegment Head(RoledSegment piece, int i, int headline, (int First, int End) body)
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
}
