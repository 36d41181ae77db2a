namespace Entente.Claims.Reading.Html;

/// <summary>The stretch of a page's segments that is the article's text: from the first to the last running text of its element, and what stands in the same paragraphs.</summary>
internal sealed class BodyRange(HtmlPage page, List<PageLine> lines, Regions regions)
{
    /// <summary>Words of a line beside the text without which it is a label or a button; before the text rubrics and credits stand too.</summary>
    private const int LeastAfter = 3;

    private const int LeastBefore = 8;

    /// <summary>Words of a paragraph between headline and text that belongs to them.</summary>
    private const int Paragraph = 15;

    /// <summary>Words of a paragraph by itself that is a deck.</summary>
    private const int LongestDeck = 30;

    /// <summary>Part of the text that must stand under a headline for what stands over it to be left out.</summary>
    private const double Under = 0.25;

    /// <summary>The segments of the article's element, from the first to the last that is running text or stands in a paragraph beside it.</summary>
    public (int First, int End) Of(HtmlElement main)
    {
        var (low, high) = Regions.Segments(main);
        if (main.Begin.Offset > 0)
        {
            low = main.Begin.Segment;
        }

        var (first, end) = (low, high);
        while (first < end && !IsText(first))
        {
            first++;
        }

        while (end > first && !IsText(end - 1))
        {
            end--;
        }

        return end > first ? Widened(first, end, low, high) : (first, end);
    }

    /// <summary>Without what stands over a headline of the first rank, or is a list of links over any: the page's newest stories, not this one's text.</summary>
    public (int First, int End) UnderHeadline((int First, int End) body, int headline)
    {
        if (headline < body.First || headline >= body.End || !(Is(headline, Tag.H1) || Enumerable.Range(body.First, headline - body.First).All(i => Regions.Weight(lines[i]) <= 0 || (Is(i, Tag.Li) && lines[i].Segment.LinkChars > 0))))
        {
            return body;
        }

        return regions.Between(headline + 1, body.End) >= Under * regions.Between(body.First, body.End) ? (headline, body.End) : body;
    }

    /// <summary>
    /// What the paragraphs between the headline and the article's element are: one short paragraph is the deck, more are the text's first. What begins with a bracket is the transcript of a film ("[MUSIC]").
    /// </summary>
    public List<(int Segment, BlockRole Role)> Introduction(int headline, (int First, int End) body)
    {
        var found = new List<int>();
        for (var i = headline + 1; headline >= 0 && i < body.First; i++)
        {
            if (regions.ZoneOf(lines[i].Segment) == Zone.None && lines[i].IsProse && lines[i].Words >= Paragraph && IsOwn(i) && !lines[i].Has(LineCues.Caption) && lines[i].Text[0] != '[')
            {
                found.Add(i);
            }
        }

        var role = found.Count == 1 && lines[found[0]].Words <= LongestDeck ? BlockRole.Deck : BlockRole.Body;
        return [.. found.Select(i => (i, role))];
    }

    private (int First, int End) Widened(int first, int end, int low, int high)
    {
        var (head, tail) = (Paragraphs(first), Paragraphs(end - 1));
        while (first > low && IsBeside(first - 1, head, LeastBefore))
        {
            first--;
        }

        while (end < high && IsBeside(end, tail, LeastAfter))
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>A line of some words in a paragraph beside the text's own, and no link, date or notice.</summary>
    private bool IsBeside(int i, HtmlElement? around, int least) =>
        around is not null && lines[i].Words >= least && Paragraphs(i) == around && regions.ZoneOf(lines[i].Segment) == Zone.None && IsOwn(i) && !lines[i].IsNotice && !lines[i].IsDateLine;

    /// <summary>The element whose paragraph holds the segment; null where it stands in none.</summary>
    private HtmlElement? Paragraphs(int i) => lines[i].Segment.Element >= 0 && page.Elements[lines[i].Segment.Element] is { Tag: Tag.P } p ? p.Parent : null;

    private bool Is(int i, Tag tag) => lines[i].Segment.Element >= 0 && page.Elements[lines[i].Segment.Element].Nearest(tag) is not null;

    private bool IsText(int i) => regions.ZoneOf(lines[i].Segment) == Zone.None && (lines[i].IsProse || lines[i].IsSentence || IsItem(i)) && IsOwn(i);

    private bool IsOwn(int i) => lines[i].Segment.LinkChars < 0.6 * lines[i].Text.Length;

    private bool IsItem(int i) => lines[i].Words >= 4 && Is(i, Tag.Li) && !lines[i].IsNotice;
}
