namespace Entente.Claims.Reading.Html;

/// <summary>Parts a page into zones, and measures how much running text each element holds.</summary>
internal sealed class Regions
{
    /// <summary>An element that holds more than this part of the page's running text is not what its name says ("sidebar-layout", "has-ads").</summary>
    private const double TooMuchForHint = 0.4;

    /// <summary>The same for what is furniture by its tag or at the foot of a page.</summary>
    private const double TooMuchByNature = 0.7;

    /// <summary>Cells of a row that holds data, not columns of a page.</summary>
    private const int LeastCells = 3;

    /// <summary>Segments that a cell of data holds on average at most; the columns of a page hold more.</summary>
    private const int MostInCell = 3;

    /// <summary>The same for all elements of one class in the main part: sections of the text itself ("content-nav-section").</summary>
    private const double TooMuchForClass = 0.6;

    /// <summary>So many items make a list of other stories, none of them with more words than so many.</summary>
    private const int LeastTeasers = 3;

    private const int LongestTeaser = 90;

    private readonly HtmlPage _page;
    private readonly PageLine[] _lines;
    private readonly double[] _rawSums;
    private readonly double[] _sums;
    private Dictionary<string, double> _byClass = [];

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

    /// <summary>The same of the segments [first, end).</summary>
    public double Between(int first, int end) => end <= first ? 0 : _sums[end] - _sums[first];

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
        _byClass = TextByClass();
        foreach (var element in _page.Elements)
        {
            var above = element.Parent?.Zone ?? Zone.None;
            element.Zone = above != Zone.None ? above : IsTeasers(element) ? Zone.Related : Own(element, total);
        }
    }

    /// <summary>A list whose items each show a day and lead elsewhere: other stories.</summary>
    private bool IsTeasers(HtmlElement list)
    {
        if (list.Tag is not (Tag.Ul or Tag.Ol))
        {
            return false;
        }

        int items = 0, teasers = 0;
        for (var at = list.Index + 1; at < list.EndElement; at = Math.Max(at + 1, _page.Elements[at].EndElement))
        {
            var item = _page.Elements[at];
            var (first, end) = Segments(item);
            if (item.Tag == Tag.Li && end > first)
            {
                items++;
                teasers += end - first is > 1 and < 8 && Leads(first, end) ? 1 : 0;
            }
        }

        return teasers >= LeastTeasers && teasers >= 0.8 * items;
    }

    /// <summary>Its first line of several words, dates left out, is a link; and it is short and shows a day.</summary>
    private bool Leads(int first, int end)
    {
        bool day = false;
        bool? link = null;
        var words = 0;
        for (var i = first; i < end; i++)
        {
            words += _lines[i].Words;
            var date = _lines[i].IsDateLine && _lines[i].Words <= 8;
            day |= date;
            link ??= date || _lines[i].Words < 2 ? null : _lines[i].Words >= 4 && _lines[i].Segment.LinkChars > 0.7 * _lines[i].Text.Length;
        }

        return day && link == true && words <= LongestTeaser;
    }

    /// <summary>Characters of running text in all elements that share a class, those inside one another counted once.</summary>
    private Dictionary<string, double> TextByClass()
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in _page.Elements)
        {
            if (element.Class.Length > 0 && (element.Hints & HtmlHints.Furniture) != HtmlHints.None && element.Index >= ends.GetValueOrDefault(element.Class))
            {
                sums[element.Class] = sums.GetValueOrDefault(element.Class) + RawText(element);
                ends[element.Class] = element.EndElement;
            }
        }

        return sums;
    }

    private Zone Own(HtmlElement element, double total)
    {
        var zone = ByName(element);
        if (zone == Zone.None || element.Tag is Tag.Html or Tag.Body or Tag.Main || (zone == Zone.Furniture && IsRow(element)))
        {
            return Zone.None;
        }

        if (IsConsent(element))
        {
            return zone;
        }

        if (total > 0 && zone != Zone.Comments && RawText(element) > TooMuchForHint * total && (!IsByNature(element) || RawText(element) > TooMuchByNature * total))
        {
            return Zone.None;
        }

        if (zone == Zone.Furniture && element.Class.Length > 0 && element.Tag is not (Tag.Nav or Tag.Footer) && _byClass.GetValueOrDefault(element.Class) > TooMuchForClass * total && total > 0 && (element.Nearest(Tag.Main) ?? element.Nearest(Tag.Article)) is not null)
        {
            return Zone.None;
        }

        // A page that is hardly anything but its comments is a thread: its posts are its text.
        return zone == Zone.Comments && total - RawText(element) < Math.Min(350, RawText(element)) ? Zone.None : zone;
    }

    /// <summary>Named for consent, and without what only a page itself has: then it is that, however much text of its own the page lacks.</summary>
    private bool IsConsent(HtmlElement element)
    {
        if ((element.Hints & HtmlHints.Consent) == HtmlHints.None)
        {
            return false;
        }

        for (var i = element.Index + 1; i < element.EndElement; i++)
        {
            if (_page.Elements[i].Tag is Tag.Main or Tag.Article or Tag.H1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>By its tag, or as what stands under every page: then it can hold more than the page's text.</summary>
    private static bool IsByNature(HtmlElement element) => element.Tag is Tag.Nav or Tag.Footer || (element.Hints & HtmlHints.Foot) != HtmlHints.None;

    /// <summary>A row of several cells belongs to its table, whatever its class says ("player-20").</summary>
    public bool IsRow(HtmlElement element)
    {
        var cells = 0;
        for (var at = element.Index + 1; element.Tag == Tag.Tr && at < element.EndElement; at = Math.Max(at + 1, _page.Elements[at].EndElement))
        {
            cells += _page.Elements[at].Tag is Tag.Td or Tag.Th ? 1 : 0;
        }

        var (first, end) = Segments(element);
        return cells >= LeastCells && end - first <= MostInCell * cells;
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
