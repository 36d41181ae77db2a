namespace Entente.Claims.Reading.Html;

/// <summary>
/// A page that lists other pages, events or things and holds no article: its own content is the list of its items, each with its heading and lines
/// (docs/decisions/0006-a-listing-is-its-items.md).
/// </summary>
internal sealed class Listing
{
    /// <summary>Part of the page's words in running text below which a page can be a listing; with many items and no passage, the higher one.</summary>
    private const double FewProse = 0.4;

    private const double SomeProse = 0.6;

    /// <summary>The same for a page that calls itself an article.</summary>
    private const double HardlyProse = 0.15;

    /// <summary>Words of running text without an item between them from which there is an article on the page; so many are none for sure.</summary>
    private const int Passage = 400;

    private const int NoPassage = 100;

    /// <summary>Words of a label, and how often it stands on a page.</summary>
    private const int LabelWords = 3;

    private const int LabelRepeats = 4;

    /// <summary>Links and headings without which a page lists nothing; so many of them are a list whatever else stands there.</summary>
    private const int FewItems = 6;

    private const int ManyItems = 25;

    /// <summary>Share of the words that a child must hold to stand for its parent.</summary>
    private const double Nearly = 0.85;

    /// <summary>Words of a text, and the part of its stretch that they must be, for the stretch to be an article.</summary>
    private const int LeastText = 50;

    private const double MostlyText = 0.6;

    /// <summary>Lines under the headline in which an article's day stands.</summary>
    private const int HeadLines = 5;

    /// <summary>Part of the page's words below which a stretch of running text, without a passage, is one item among many.</summary>
    private const double BesideText = 0.3;

    private readonly HtmlPage _page;
    private readonly List<PageLine> _lines;
    private readonly Regions _regions;
    private readonly RepeatedParts _parts;

    private Listing(HtmlPage page, List<PageLine> lines, Regions regions)
    {
        _page = page;
        _lines = lines;
        _regions = regions;
        _parts = new RepeatedParts(page, lines);
    }

    /// <summary>Its first segment, and the one after its last.</summary>
    public (int First, int End) Range { get; private set; }

    /// <summary>The listing that the page is; null when it is none.</summary>
    public static Listing? Find(HtmlPage page, List<PageLine> lines, Regions regions, PageMetadata metadata, (int First, int End) body, int headline)
    {
        var listing = new Listing(page, lines, regions);
        if (!listing.IsOne(body, Math.Max(0, headline), metadata.IsArticle ? HardlyProse : FewProse))
        {
            return null;
        }

        listing.Range = listing.Holder();
        return listing;
    }

    /// <summary>Heading, running text, or an item's line; furniture for a label that items share; null for what is not of the list.</summary>
    public BlockRole? RoleOf(int i)
    {
        var line = _lines[i];
        if (i < Range.First || i >= Range.End || !IsOpen(i) || line.IsNotice || line.Words == 0)
        {
            return null;
        }

        if (IsLabel(line))
        {
            return BlockRole.Furniture;
        }

        var element = _page.Elements[line.Segment.Element];
        return Tags.IsHeading(element.Tag) ? BlockRole.Title : Regions.Weight(line) > 0 ? BlockRole.Body : BlockRole.List;
    }

    /// <summary>The same few words at item after item: "Read more", "5 hours ago".</summary>
    private static bool IsLabel(PageLine line) => line is { Words: <= LabelWords, Repeats: >= LabelRepeats, Date: null } && line.Folded.Length > 0;

    private bool IsOne((int First, int End) body, int from, double most)
    {
        if (IsUnder(from))
        {
            return false;
        }

        int words = 0, prose = 0, run = 0, longest = 0, items = 0, teasers = 0;
        for (var i = from; i < _lines.Count; i++)
        {
            if (!IsOpen(i))
            {
                continue;
            }

            var item = IsItem(i);
            var runs = i >= body.First && i < body.End && _regions.ZoneOf(_lines[i].Segment) == Zone.None && Regions.Weight(_lines[i]) > 0;
            teasers += runs && run == 0 ? 1 : 0;
            run = runs ? run + _lines[i].Words : IsLink(i) ? 0 : run;
            longest = Math.Max(longest, run);
            words += _lines[i].Words;
            prose += runs ? _lines[i].Words : 0;
            items += item ? 1 : 0;
        }

        // Short texts, each under a link of its own.
        if (most >= FewProse && teasers >= FewItems && longest < NoPassage && items >= teasers)
        {
            return true;
        }

        if (IsText(body) && !(most >= FewProse && prose < BesideText * words && longest < NoPassage && items >= ManyItems))
        {
            return false;
        }

        return (prose < most * words && longest < Passage && items >= FewItems) || (most >= FewProse && prose < SomeProse * words && longest < NoPassage && items >= ManyItems);
    }

    /// <summary>The stretch of running text is one: what is listed stands beside it.</summary>
    private bool IsText((int First, int End) body)
    {
        int words = 0, prose = 0;
        for (var i = body.First; i < body.End; i++)
        {
            words += IsOpen(i) ? _lines[i].Words : 0;
            prose += Regions.Weight(_lines[i]) > 0 && _regions.ZoneOf(_lines[i].Segment) == Zone.None ? _lines[i].Words : 0;
        }

        return prose >= LeastText && prose >= MostlyText * words;
    }

    /// <summary>Whether an article stands under the headline: its day, then some running text before the first link to another page.</summary>
    private bool IsUnder(int headline)
    {
        var dated = false;
        int prose = 0, i = headline + 1;
        while (i < _lines.Count && !(IsOpen(i) && IsItem(i)) && (dated || i < headline + HeadLines))
        {
            dated |= prose == 0 && _lines[i].IsDateLine;
            prose += dated && IsOpen(i) && Regions.Weight(_lines[i]) > 0 ? _lines[i].Words : 0;
            i++;
        }

        return prose >= LeastText;
    }

    /// <summary>The innermost element that holds nearly all words outside the page's furniture.</summary>
    private (int First, int End) Holder()
    {
        var sums = new int[_lines.Count + 1];
        for (var i = 0; i < _lines.Count; i++)
        {
            sums[i + 1] = sums[i] + (IsOpen(i) ? _lines[i].Words : 0);
        }

        var range = (First: 0, End: _lines.Count);
        var least = Nearly * sums[^1];
        foreach (var element in _page.Elements)
        {
            var (first, end) = Regions.Segments(element);
            if (end > first && end - first < range.End - range.First && first >= range.First && end <= range.End && sums[end] - sums[first] >= least)
            {
                range = (first, end);
            }
        }

        return range;
    }

    private bool IsOpen(int i) => _lines[i].Segment.Element >= 0 && (_regions.ZoneOf(_lines[i].Segment) is Zone.None or Zone.Related || _parts.Hold(_lines[i].Segment.Element));

    private bool IsItem(int i) => !_lines[i].IsNotice && _lines[i].Words >= 2 && (IsLink(i) || _page.Elements[_lines[i].Segment.Element].Tag is >= Tag.H2 and <= Tag.H6);

    private bool IsLink(int i) => _lines[i].Words >= 2 && _lines[i].Segment.LinkChars > 0.7 * _lines[i].Text.Length;
}
