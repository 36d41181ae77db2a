using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Html.Threads;

/// <summary>A date that a page shows or gives in an attribute.</summary>
/// <param name="Date">Null for "2 hours ago", from which no day follows.</param>
internal sealed record DateMark(HtmlElement Element, int Line, ShownDate? Date, bool IsShown);

/// <summary>A name that may be somebody's.</summary>
/// <param name="Link">The address it points to, when that is a person's page.</param>
/// <param name="IsGuess">Nothing says that it is a name but its place: alone and in bold, or alone in a cell.</param>
internal sealed record NameMark(HtmlElement Element, int Line, string Name, string? Link, bool IsGuess);

/// <summary>Where on a page names and dates stand, and which of its lines are what somebody wrote.</summary>
internal sealed partial class PageMarks
{
    private const int LongestMark = 80;
    private const int ShortLine = 8;
    private const int GuessedName = 25;
    private const int HeaderWords = 24;
    private const int BeforeDate = 40;

    private readonly HtmlPage _page;
    private readonly List<PageLine> _lines;
    private readonly Regions _regions;

    public PageMarks(HtmlPage page, List<PageLine> lines, Regions regions)
    {
        (_page, _lines, _regions) = (page, lines, regions);
        Of = new ElementMarks?[page.Elements.Count];
        foreach (var element in page.Elements)
        {
            Of[element.Index] = ElementMarks.Of(page, element);
        }

        Shapes = new ElementShapes(page, Of);
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsSeen(lines[i]) && lines[i].Segment.Element >= 0 && IsHeader(i))
            {
                Dates.Add(new DateMark(page.Elements[lines[i].Segment.Element], i, lines[i].Date, true));
            }
        }

        foreach (var element in page.Elements)
        {
            Mark(element);
        }

        Dates.Sort((a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Element.Index.CompareTo(b.Element.Index));
        Names.Sort((a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Element.Index.CompareTo(b.Element.Index));
    }

    public ElementMarks?[] Of { get; }

    public ElementShapes Shapes { get; }

    /// <summary>In page order.</summary>
    public List<DateMark> Dates { get; } = [];

    /// <summary>In page order.</summary>
    public List<NameMark> Names { get; } = [];

    /// <summary>Whether the line is shown to readers.</summary>
    public bool IsSeen(PageLine line) => _regions.ZoneOf(line.Segment) is not (Zone.Hidden or Zone.Advert);

    /// <summary>Words of a line that may be somebody's text; none of what sites put around it.</summary>
    public int Words(int i)
    {
        var line = _lines[i];
        if (!IsSeen(line) || line.Words == 0 || (line.Words <= ShortLine && line.Has(LineCues.Thread | LineCues.Profile | LineCues.Furniture | LineCues.Advert)))
        {
            return 0;
        }

        return line.Segment.LinkChars > 0.7 * line.Text.Length || (line.Words <= 2 * ShortLine && line.Date is not null && IsHeader(i)) || (line.Repeats > 3 && line.Words <= ShortLine) ? 0 : line.Words;
    }

    /// <summary>The text inside an element that lies in one line; null for longer ones.</summary>
    public string? ShortText(HtmlElement element)
    {
        var (first, offset) = element.Begin;
        if (first >= _lines.Count)
        {
            return null;
        }

        var text = _lines[first].Text;
        var from = Math.Min(offset, text.Length);
        var to = element.End.Segment == first ? Math.Min(element.End.Offset, text.Length) : element.End is { Segment: var last, Offset: 0 } && last == first + 1 ? text.Length : -1;
        return to > from && to - from <= LongestMark ? text[from..to].Trim() : null;
    }

    private void Mark(HtmlElement element)
    {
        var line = LineOf(element);
        if (line >= _lines.Count || element.Zone is Zone.Hidden or Zone.Advert || element.Tag is Tag.Html or Tag.Head or Tag.Body)
        {
            return;
        }

        var marks = Of[element.Index];
        var hints = Shapes.HintsOf(element);
        if (marks?.Author is { } given)
        {
            AddName(element, line, given, null);
        }

        if (ShortText(element) is { Length: > 0 } text)
        {
            if (IsDated(element, hints) && text.AsSpan().ContainsAnyInRange('0', '9') && !IsOtherDay(line, text))
            {
                if (DateReader.First(text) is not null || marks?.Date is not null || element.Tag == Tag.Time)
                {
                    Dates.Add(new DateMark(element, line, DateReader.First(text, DateOrder.Unknown), true));
                }
            }

            var link = marks?.LeadsToPerson == true ? marks.Link : null;
            var hinted = (hints & ThreadHints.Author) != ThreadHints.None && (hints & (ThreadHints.Aside | ThreadHints.Control)) == ThreadHints.None;
            if (link is not null || hinted || (element.Hints & HtmlHints.Byline) != HtmlHints.None)
            {
                AddName(element, line, text, link);
            }
            else if (element.Tag is Tag.B or Tag.Strong or Tag.Dt or Tag.Th or Tag.Td or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6 or Tag.Cite && text.Length <= GuessedName && LineWords.Count(text) <= 3)
            {
                AddName(element, line, text, null, isGuess: true);
            }
        }
        else if (marks?.Content is { } content && marks.ItemProp is "author" or "name" or "creator")
        {
            AddName(element, line, content, null);
        }

        if (marks?.Date is { } date && element.Tag is not (Tag.Meta or Tag.Img) || (marks?.Date is not null && marks.ItemProp is "datePublished" or "dateCreated" or "uploadDate"))
        {
            Dates.Add(new DateMark(element, line, marks!.Date, false));
        }
    }

    /// <summary>An element without text belongs to what its parent shows before it.</summary>
    private static int LineOf(HtmlElement element) =>
        element.End == element.Begin && element.Parent is { } parent && element.Begin.Segment > Regions.Segments(parent).First ? element.Begin.Segment - 1 : element.Begin.Segment;

    /// <summary>Days of the poster, of later changes, of the last visit: the words say so, or the short line before a bare date.</summary>
    private bool IsOtherDay(int line, ReadOnlySpan<char> text) =>
        ThreadWords.TellsOtherDay(text) || (line > 0 && _lines[line].Words <= 4 && _lines[line - 1].Words <= 3 && ThreadWords.TellsOtherDay(_lines[line - 1].Text));

    /// <summary>Whether the line shows the day of a post: what is said of a later change may follow it.</summary>
    private bool IsHeader(int i)
    {
        var line = _lines[i];
        if (line.Words > HeaderWords)
        {
            return false;
        }

        var before = line.Text.AsSpan(0, line.Date?.Span.Start ?? line.Text.Length);
        return (line.Anchor is not null || (line.Date?.Interval is { IsDay: true } && before.Length <= BeforeDate && !line.EndsSentence && LineWords.Count(before) <= 5)) && !IsOtherDay(i, before);
    }

    private static bool IsDated(HtmlElement element, ThreadHints hints) =>
        (hints & ThreadHints.Date) != ThreadHints.None || (element.Hints & HtmlHints.Date) != HtmlHints.None || element.Tag is Tag.Time or Tag.Abbr or Tag.A or Tag.Span or Tag.Small or Tag.Em or Tag.I or Tag.B or Tag.Strong or Tag.Font;

    private void AddName(HtmlElement element, int line, string text, string? link, bool isGuess = false)
    {
        if (Cleaned(text) is { } name)
        {
            Names.Add(new NameMark(element, line, name, link, isGuess));
        }
    }

    /// <summary>A name without what is put around it; null when it can't be one.</summary>
    public static string? Cleaned(string text)
    {
        var name = Around().Replace(text, "").Trim();
        return name.Length is < 1 or > 50 || name.Contains('\n') || name.Contains(": ") || !name.Any(char.IsLetterOrDigit) || LineWords.Count(name) > 5 || ReadingTables.Shipped.Cues(LineWords.Fold(name)) != LineCues.None
            || (DateReader.First(name) is not null && name.Any(char.IsDigit)) ? null : name;
    }

    // "by ada", "@ada", "ada says:", "Posted by ada", "ada wrote:"
    [GeneratedRegex(@"^(?:(?:originally\s+)?(?:posted|written|asked|answered|started|created|geschrieben|verfasst|erstellt|publié)\s+(?:by|von|par|por|da)\s*:?\s+|(?:by|von)\s*:?\s+)|^[@»•·–\-\s]+|(?:\s+(?:says?|said|wrote|schrieb|sagt|a écrit))?[:,»•·\s]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Around();
}
