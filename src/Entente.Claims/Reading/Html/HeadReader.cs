namespace Entente.Claims.Reading.Html;

/// <summary>Reads what stands about the headline: byline, date, deck.</summary>
internal sealed class HeadReader(HtmlPage page, List<PageLine> lines, PageMetadata metadata)
{
    /// <summary>Reason of a date that is told of a change of the text.</summary>
    public const string Changed = "date of a change by the headline";

    private const string ByHeadline = "date by the headline";

    private const int HeadSegments = 25;

    /// <summary>So many lines under the headline can still be its head.</summary>
    private const int LongestHead = 14;

    /// <summary>Lines between the first paragraph and the next: a picture, its words, an advert.</summary>
    private const int Between = 8;

    /// <param name="least">The first segment of the article: what stands before it is said of another.</param>
    /// <returns>The segments about the headline.</returns>
    public (int First, int End) Read(Draft draft, int headline, (int First, int End) body, int least)
    {
        var first = Math.Max(least, (headline >= 0 ? headline : body.First) - 8);
        var end = End(headline, body);
        for (var i = first; i < Math.Min(end, first + HeadSegments + 8); i++)
        {
            if (IsHeadingDeck(draft.Pieces[i], i, headline))
            {
                draft.Pieces[i] = draft.Pieces[i] with { Role = BlockRole.Deck, Reason = "sentence in a heading under the headline" };
            }
            else if (draft.Pieces[i].Role is not (BlockRole.Title or BlockRole.Comment) && (ZoneOf(i) is not (Zone.Related or Zone.Comments or Zone.Hidden) || (ZoneOf(i) == Zone.Related && lines[i].Words <= 5 && IsHeadLine(i, headline))) && (draft.Pieces[i].Role != BlockRole.Crossref || IsHeadLine(i, headline)))
            {
                draft.Pieces[i] = Head(draft.Pieces[i], i, headline, body);
            }
        }

        DropMastheadDates(draft, first, headline, end);
        return (first, end);
    }

    /// <summary>A lower heading right under the headline that is a whole sentence names no part of the text: it sums it up.</summary>
    private bool IsHeadingDeck(RoledSegment piece, int i, int headline) =>
        piece.Role == BlockRole.Title && headline >= 0 && i == headline + 1 && lines[i].EndsSentence && lines[i].Words >= PageLine.ProseWords;

    /// <summary>After the second paragraph under the headline, or soon where there is none.</summary>
    private int End(int headline, (int First, int End) body)
    {
        var end = Math.Min(lines.Count, Math.Max(body.First, headline + 1) + 3);
        var prose = 0;
        for (var i = headline + 1; headline >= 0 && i < Math.Min(lines.Count, headline + LongestHead) && prose < 2; i++)
        {
            prose += lines[i].IsProse && !lines[i].IsLike(lines[i - 1]) ? 1 : 0;
            end = prose < 2 ? Math.Max(end, i + 1) : end;
        }

        return body.End > body.First ? Math.Min(end, Math.Max(body.End, headline + 1)) : end;
    }

    /// <summary>Right under the headline a line of links is its author, date and rubric, no pointer to other stories.</summary>
    private bool IsHeadLine(int i, int headline) => headline >= 0 && i > headline && i <= headline + 4 && lines[i].Words <= 14 && lines[i].Date is { Interval: not null };

    /// <summary>A date over the headline is the day's, or another story's, when one stands under it.</summary>
    private void DropMastheadDates(Draft draft, int first, int headline, int end)
    {
        var under = new HashSet<DateInterval>();
        for (var i = headline + 1; headline >= 0 && i < end; i++)
        {
            if (draft.Pieces[i].Role is BlockRole.Dateline or BlockRole.Byline && DateFinder.Of(draft.Pieces[i], default, draft.Order).FirstOrDefault(d => d.Bound == DateBound.On) is { Interval.IsDay: true } day)
            {
                under.Add(day.Interval);
            }
        }

        for (var i = first; i < headline; i++)
        {
            var isMasthead = i < headline - 4 && draft.Pieces[i].Reason != ByHeadline;
            if (draft.Pieces[i].Role == BlockRole.Dateline && (isMasthead || (under.Count > 0 && !(lines[i].Date is { Interval: { } shown } && under.Contains(shown)))))
            {
                draft.Pieces[i] = draft.Pieces[i] with { Role = BlockRole.Furniture, Reason = "date over the headline" };
            }
        }
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

        if ((names.Count > 0 || byline) && piece.Role != BlockRole.Crossref && line.Words <= 25 && (i < body.First || !line.IsProse))
        {
            return piece with { Role = BlockRole.Byline, Reason = "names by the headline" };
        }

        if (line.IsDateLine || (line.Words <= 4 && line.Date is not null))
        {
            return piece with { Role = BlockRole.Dateline, Reason = IsChange(i, hints) ? Changed : ZoneOf(i) == Zone.None ? ByHeadline : "date in a part of the page for other things" };
        }

        if (piece.Role is BlockRole.Advert or BlockRole.Crossref)
        {
            return piece;
        }

        var deck = (hints & HtmlHints.Deck) != HtmlHints.None || (metadata.Descriptions.Any(d => IsDescription(line, d)) && !IsFirstParagraph(i));
        return deck && i > headline && headline >= 0 && i < body.First + 1 && line.Words is >= 4 and <= 70 && draftable(piece) ? piece with { Role = BlockRole.Deck, Reason = "under the headline" } : piece;

        static bool draftable(RoledSegment piece) => piece.Role is BlockRole.Body or BlockRole.Furniture or BlockRole.Title;
    }

    /// <summary>The element that holds the date is named for the day of a change, or the line before says so.</summary>
    private bool IsChange(int i, HtmlHints hints)
    {
        if ((hints & (HtmlHints.Modified | HtmlHints.DatePublished)) == HtmlHints.Modified || (i > 0 && lines[i - 1].Words <= 3 && DateFinder.TellsChange(lines[i - 1].Text)))
        {
            return true;
        }

        var at = lines[i].Date?.Span.Start ?? 0;
        return page.Elements.Exists(e => (e.Hints & (HtmlHints.Modified | HtmlHints.DatePublished)) == HtmlHints.Modified && e.Begin.Segment == i && e.Begin.Offset <= at && (e.End.Segment > i || e.End.Offset > at)
            && !e.Class.Contains("published", StringComparison.OrdinalIgnoreCase));
    }

    private Zone ZoneOf(int i) => lines[i].Segment.Element < 0 ? Zone.None : page.Elements[lines[i].Segment.Element].Zone;

    /// <summary>A paragraph beside the next one is the text's first, even if the page describes itself with it; a picture or an advert may stand between them.</summary>
    private bool IsFirstParagraph(int i)
    {
        if (!lines[i].IsProse || lines[i].Segment.Element < 0 || page.Elements[lines[i].Segment.Element] is not { Tag: Tag.P } own)
        {
            return false;
        }

        for (var k = i + 1; k < Math.Min(lines.Count, i + Between); k++)
        {
            if (lines[k].IsProse && lines[k].Segment.Element >= 0 && ZoneOf(k) == Zone.None)
            {
                return page.Elements[lines[k].Segment.Element] is { Tag: Tag.P } next && own.Parent == next.Parent && own.Class == next.Class;
            }
        }

        return false;
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
}
