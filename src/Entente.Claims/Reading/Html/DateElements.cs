namespace Entente.Claims.Reading.Html;

/// <summary>Reads the days in time elements and in elements named for the day of publication: those by the headline, else what is labelled as such elsewhere.</summary>
internal sealed class DateElements(HtmlPage page, List<PageLine> lines)
{
    private const int MostNear = 4;

    /// <param name="head">The segments about the headline.</param>
    public IEnumerable<DateEvidence> Near((int First, int End) head)
    {
        var taken = 0;
        foreach (var element in page.Elements)
        {
            if (element.Begin.Segment < head.First - 2 || element.Begin.Segment >= head.End || taken >= MostNear || element.Zone is Zone.Comments or Zone.Related || !IsDated(element))
            {
                continue;
            }

            if (Read(element) is { } evidence)
            {
                taken++;
                yield return evidence;
            }
        }
    }

    /// <summary>The one day that elements and lines beyond the head are labelled with as the day of publication; null when they differ.</summary>
    public DateEvidence? Labelled(int from, int end)
    {
        DateEvidence? found = null;
        foreach (var day in Labels(from, end))
        {
            if (found is not null && found.Interval != day.Interval)
            {
                return null;
            }

            found ??= day with { Confidence = Math.Min(day.Confidence, 0.75) };
        }

        return found;
    }

    private IEnumerable<DateEvidence> Labels(int from, int end)
    {
        foreach (var element in page.Elements)
        {
            if ((element.Hints & HtmlHints.DatePublished) != HtmlHints.None && element.Begin.Segment >= from && element.Begin.Segment < end && element.Zone is not (Zone.Comments or Zone.Related)
                && Read(element) is { Bound: DateBound.On } evidence)
            {
                yield return evidence;
            }
        }

        for (var i = from; i < Math.Min(end, lines.Count); i++)
        {
            var line = lines[i];
            if (line.Words <= 10 && !line.EndsSentence && page.Elements.Count > 0 && line.Segment.Element >= 0 && page.Elements[line.Segment.Element].Zone is not (Zone.Comments or Zone.Related)
                && line.Date is { Interval: { IsDay: true } day, Sure: true } shown && DateFinder.TellsPublication(line.Text.AsSpan(0, shown.Span.Start), i > 0 ? lines[i - 1].Text : ""))
            {
                yield return new DateEvidence("time", DateBound.On, day, 0.75);
            }
        }
    }

    private DateOrder Order => lines.Count > 0 ? lines[0].Order : DateOrder.Unknown;

    private static bool IsDated(HtmlElement element) => element.Tag == Tag.Time || (element.Hints & HtmlHints.DatePublished) != HtmlHints.None;

    private DateEvidence? Read(HtmlElement element)
    {
        var stated = page.Attribute(element, "datetime") ?? page.Attribute(element, "content") ?? page.TextOf(element);
        if (stated.Length is < 6 or > 80 || DateReader.First(stated, Order) is not { Interval: { IsDay: true } day } shown)
        {
            return null;
        }

        var published = (element.Hints & HtmlHints.DatePublished) != HtmlHints.None;
        return new DateEvidence("time", IsChange(element) ? DateBound.NotAfter : DateBound.On, day, !shown.Sure ? 0.5 : published ? 0.9 : 0.82);
    }

    /// <summary>Named for a change, it or what holds it; or the words before it say so.</summary>
    private bool IsChange(HtmlElement element)
    {
        var hints = element.Hints | (element.Parent?.Hints ?? HtmlHints.None);
        if ((hints & HtmlHints.Modified) != HtmlHints.None)
        {
            return (element.Hints & HtmlHints.DatePublished) == HtmlHints.None && !element.Class.Contains("published", StringComparison.OrdinalIgnoreCase);
        }

        var (segment, offset) = element.Begin;
        var line = segment < lines.Count ? lines[segment].Text : "";
        var inside = page.TextOf(element);
        var shown = DateReader.First(inside, Order);
        return DateFinder.TellsChange(line.AsSpan(0, Math.Min(offset, line.Length))) || (shown is { } date && DateFinder.TellsChange(inside.AsSpan(0, date.Span.Start)))
            || (offset == 0 && segment > 0 && lines[segment - 1].Words <= 3 && DateFinder.TellsChange(lines[segment - 1].Text));
    }
}
