namespace Entente.Claims.Reading.Html;

/// <summary>Parts a page into zones, and measures how much running text each element holds.</summary>
internal sealed class Regions
{
    /// <summary>An element that holds more than this part of the page's running text is not what its name says ("sidebar-layout", "has-ads").</summary>
    private const double TooMuchForHint = 0.4;

    private readonly HtmlPage _page;
    private readonly PageLine[] _lines;
    private readonly double[] _rawSums;
    private readonly double[] _sums;

    public Regions(HtmlPage page, List<PageLine> lines)
    {
        _page = page;
        _lines = [.. lines];
        _rawSums = Sums(zoned: false);
        SetZones();
        _sums = Sums(zoned: true);
    }

    /// <summary>Characters of running text in the element that lie in no zone.</summary>
    public double Text(HtmlElement element) => Sum(_sums, element);

    /// <summary>The zone of a segment.</summary>
    public Zone ZoneOf(Segment segment) => segment.Element < 0 ? Zone.None : _page.Elements[segment.Element].Zone;

    private double RawText(HtmlElement element) => Sum(_rawSums, element);

    /// <summary>Segments that lie wholly in the element.</summary>
    public static (int First, int End) Segments(HtmlElement element) => (element.Begin.Offset > 0 ? element.Begin.Segment + 1 : element.Begin.Segment, element.End.Segment);

    private static double Sum(double[] sums, HtmlElement element)
    {
        var (first, end) = Segments(element);
        return end <= first ? 0 : sums[end] - sums[first];
    }

    private double[] Sums(bool zoned)
    {
        var sums = new double[_lines.Length + 1];
        for (var i = 0; i < _lines.Length; i++)
        {
            sums[i + 1] = sums[i] + (zoned && ZoneOf(_lines[i].Segment) != Zone.None ? 0 : Weight(_lines[i]));
        }

        return sums;
    }

    /// <summary>Running text counts for its characters, link text not; short lines hardly.</summary>
    public static double Weight(PageLine line)
    {
        var plain = line.Text.Length - line.Segment.LinkChars;
        if (plain < 0.5 * line.Text.Length || line.IsNotice)
        {
            return 0;
        }

        return line.IsProse ? plain : line.IsSentence ? 0.6 * plain : line.Words >= 8 ? 0.2 * plain : 0;
    }

    private void SetZones()
    {
        var total = _rawSums[^1];
        foreach (var element in _page.Elements)
        {
            var above = element.Parent?.Zone ?? Zone.None;
            element.Zone = above != Zone.None ? above : Own(element, total);
        }
    }

    private Zone Own(HtmlElement element, double total)
    {
        var zone = ByName(element);
        if (zone == Zone.None || element.Tag is Tag.Html or Tag.Body or Tag.Main)
        {
            return Zone.None;
        }

        if (total > 0 && zone != Zone.Comments && RawText(element) > TooMuchForHint * total && (element.Tag is not (Tag.Nav or Tag.Footer) || RawText(element) > 0.7 * total))
        {
            return Zone.None;
        }

        // A page that is hardly anything but its comments is a thread: its posts are its text.
        return zone == Zone.Comments && total - RawText(element) < Math.Min(350, RawText(element)) ? Zone.None : zone;
    }

    private static Zone ByName(HtmlElement element)
    {
        var byTag = element.Tag switch
        {
            Tag.Nav or Tag.Footer or Tag.Button or Tag.Select or Tag.Dialog or Tag.Menu => Zone.Furniture,
            Tag.Noscript => Zone.Hidden,
            Tag.Aside => Zone.Related,
            Tag.Figcaption => Zone.Caption,
            _ => Zone.None,
        };
        if (byTag != Zone.None)
        {
            return byTag;
        }

        var hints = element.Hints;
        if ((hints & HtmlHints.Body) != HtmlHints.None && (hints & (HtmlHints.Comments | HtmlHints.Hidden)) == HtmlHints.None)
        {
            return Zone.None;
        }

        return (hints & HtmlHints.Hidden) != HtmlHints.None ? Zone.Hidden
            : (hints & HtmlHints.Comments) != HtmlHints.None ? Zone.Comments
            : (hints & HtmlHints.Advert) != HtmlHints.None ? Zone.Advert
            : (hints & HtmlHints.Bio) != HtmlHints.None ? Zone.Bio
            : (hints & HtmlHints.Furniture) != HtmlHints.None ? Zone.Furniture
            : (hints & HtmlHints.Related) != HtmlHints.None ? Zone.Related
            : (hints & HtmlHints.Share) != HtmlHints.None ? Zone.Share
            : (hints & HtmlHints.Caption) != HtmlHints.None ? Zone.Caption
            : Zone.None;
    }
}
