namespace Entente.Claims.Reading.Html;

/// <summary>Gives each segment of a page its role, from the zone it lies in, its element, and its words.</summary>
internal sealed class SegmentRoles(HtmlPage page, List<PageLine> lines, Regions regions, (int First, int End) body, int headline, Listing? listing = null)
{
    public (BlockRole Role, string Reason) RoleOf(int i)
    {
        var line = lines[i];
        if (i == headline)
        {
            return (BlockRole.Title, "heading that the page's title confirms");
        }

        if (listing?.RoleOf(i) is { } role)
        {
            return (role, role == BlockRole.Furniture ? "label of items" : "item of a list of pages");
        }

        var zone = regions.ZoneOf(line.Segment);
        if (zone != Zone.None)
        {
            return OfZone(line, zone, i >= body.First && i < body.End);
        }

        return i < body.First || i >= body.End ? Outside(i) : Inside(i);
    }

    private static (BlockRole Role, string Reason) OfZone(PageLine line, Zone zone, bool inside) => zone switch
    {
        Zone.Comments => (BlockRole.Furniture, "in the comments' part of the page"),
        Zone.Advert => (BlockRole.Advert, "in an element named as an advert"),
        Zone.Caption when inside || line.Words >= 4 => (BlockRole.Caption, "caption of a picture"),
        Zone.Related when line.Words >= 4 => (BlockRole.Crossref, "among other stories"),
        Zone.Bio => (BlockRole.Furniture, "about the author"),
        _ => (BlockRole.Furniture, $"in a part of the page for {zone.ToString().ToLowerInvariant()}"),
    };

    private (BlockRole Role, string Reason) Outside(int i)
    {
        var line = lines[i];
        if (line.Has(LineCues.Advert) && line.Words <= 12)
        {
            return (BlockRole.Advert, "words of an advert");
        }

        return line.Words >= 5 && !line.IsNotice && line.Segment.LinkChars > 0.7 * line.Text.Length ? (BlockRole.Crossref, "link to another page") : (BlockRole.Furniture, "outside the article's element");
    }

    private (BlockRole Role, string Reason) Inside(int i)
    {
        var line = lines[i];
        var element = page.Elements[line.Segment.Element];
        if (line.Words < 30 && element.Nearest(Tag.Tr) is { } row && regions.IsRow(row))
        {
            return (BlockRole.Table, "cell of a row");
        }

        if (line.IsNotice && !(line.IsProse && line.Words > 25))
        {
            return (line.Has(LineCues.Advert) ? BlockRole.Advert : BlockRole.Furniture, "words of a notice");
        }

        if (line.Text[0] == '<' && line.Text.Contains("=\"", StringComparison.Ordinal) && line.Text.Contains('>', StringComparison.Ordinal) && line.Words < 40)
        {
            return (BlockRole.Furniture, "markup shown as text");
        }

        if (line.Segment.LinkChars > 0.7 * line.Text.Length && line.Words < 30 && !line.EndsSentence)
        {
            return (line.Words >= 4 ? BlockRole.Crossref : BlockRole.Furniture, "nothing but a link");
        }

        if (line.Has(LineCues.Related) && line.Words <= 20 && (line.Segment.LinkChars > 0.3 * line.Text.Length || line.Words <= 4))
        {
            return (BlockRole.Crossref, "points to another story");
        }

        if (line.Has(LineCues.Caption) && line.Words <= 12 && !line.EndsSentence)
        {
            return (BlockRole.Caption, "picture credit");
        }

        if (headline >= 0 && line.IsLike(lines[headline]))
        {
            return (BlockRole.Furniture, "headline said again");
        }

        return ByElement(i, element);
    }

    private (BlockRole Role, string Reason) ByElement(int i, HtmlElement element)
    {
        for (var at = element; at is not null && at.Index > 0; at = at.Parent)
        {
            switch (at.Tag)
            {
                case >= Tag.H1 and <= Tag.H6:
                    return HasTextBelow(i) ? (BlockRole.Title, "sub-heading") : (BlockRole.Furniture, "heading over nothing");
                case Tag.Blockquote:
                    return (BlockRole.Quote, "block quote");
                case Tag.Figure:
                    return (BlockRole.Caption, "in a figure");
                case Tag.Li or Tag.Dd or Tag.Dt:
                    return (BlockRole.List, "list item");
                case Tag.Td or Tag.Th or Tag.Caption:
                    return lines[i].Words >= 30 ? (BlockRole.Body, "running text in a cell") : (BlockRole.Table, "table cell");
                case Tag.Body or Tag.Article or Tag.Main:
                    return (BlockRole.Body, "in the article's element");
            }
        }

        return (BlockRole.Body, "in the article's element");
    }

    private bool HasTextBelow(int i)
    {
        for (var k = i + 1; k < body.End && k < i + 12; k++)
        {
            if (regions.ZoneOf(lines[k].Segment) == Zone.None && Regions.Weight(lines[k]) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
