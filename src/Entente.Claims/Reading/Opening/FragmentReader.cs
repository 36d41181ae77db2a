using Entente.Claims.Reading.Html;

namespace Entente.Claims.Reading.Opening;

/// <summary>
/// Reads a piece of HTML that is all one text, as feeds and mails carry it: no site stands about it, so what is not a notice, a bare link or a heading over nothing belongs to the text.
/// </summary>
internal static class FragmentReader
{
    private static readonly System.Buffers.SearchValues<char> Drawing = System.Buffers.SearchValues.Create("-–—_*·•|=#.:; \n");

    public static List<RoledSegment> Read(MappedText html)
    {
        var page = HtmlParser.Parse(html.Text);
        var lines = PageLine.Mark(page.Segments);
        var pieces = new List<RoledSegment>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var (role, reason) = Role(page, lines, i);
            pieces.Add(new RoledSegment(html.Back(lines[i].Segment), role, reason));
        }

        return pieces;
    }

    private static (BlockRole Role, string Reason) Role(HtmlPage page, List<PageLine> lines, int i)
    {
        var line = lines[i];
        var element = line.Segment.Element < 0 ? null : page.Elements[line.Segment.Element];
        var isLink = line.Segment.LinkChars > 0.7 * line.Text.Length && line.Words < 30 && !line.EndsSentence;
        if (line.IsNotice && !(line.IsProse && line.Words > 25))
        {
            return (line.Has(LineCues.Advert) ? BlockRole.Advert : BlockRole.Furniture, "words of a notice");
        }

        if (isLink || (line.Has(LineCues.End) && line.Words <= 30 && line.Segment.LinkChars > 0))
        {
            return (line.Words >= 4 && isLink ? BlockRole.Crossref : BlockRole.Furniture, "points to another page");
        }

        if (!line.Text.AsSpan().ContainsAnyExcept(Drawing))
        {
            return (BlockRole.Furniture, "a line drawn in characters");
        }

        for (var at = element; at is not null; at = at.Parent)
        {
            switch (at.Tag)
            {
                case >= Tag.H1 and <= Tag.H6:
                    return HasTextBelow(lines, i) ? (BlockRole.Title, "sub-heading") : (BlockRole.Furniture, "heading over nothing");
                case Tag.Blockquote:
                    return (BlockRole.Quote, "block quote");
                case Tag.Figure or Tag.Figcaption:
                    return (BlockRole.Caption, "in a figure");
                case Tag.Li or Tag.Dd or Tag.Dt:
                    return (BlockRole.List, "list item");
                case Tag.Td or Tag.Th when line.Words < 5 && !line.EndsSentence:
                    return (BlockRole.Table, "table cell");
                case Tag.Nav or Tag.Footer or Tag.Button:
                    return (BlockRole.Furniture, "in a part for navigation");
            }
        }

        return (BlockRole.Body, "running text");
    }

    private static bool HasTextBelow(List<PageLine> lines, int i)
    {
        for (var k = i + 1; k < lines.Count && k < i + 6; k++)
        {
            if (lines[k].IsProse || lines[k].IsSentence)
            {
                return true;
            }
        }

        return false;
    }
}
