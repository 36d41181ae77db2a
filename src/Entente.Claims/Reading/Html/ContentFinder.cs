namespace Entente.Claims.Reading.Html;

/// <summary>Finds the element that holds the article: from the top down, as long as one child holds nearly all the running text.</summary>
internal sealed class ContentFinder(HtmlPage page, Regions regions)
{
    /// <summary>Share of the running text below which a child does not stand for its parent.</summary>
    private const double Nearly = 0.75;

    /// <summary>Share of the chosen element's text that an element which is named as the article's text must hold to be chosen in its place.</summary>
    private const double NamedShare = 0.5;

    /// <summary>The article's element; null when the page has no running text outside its zones.</summary>
    public HtmlElement? Find()
    {
        var best = Root();
        if (best is null || regions.Text(best) <= 0)
        {
            return null;
        }

        while (Heir(best) is { } heir)
        {
            best = heir;
        }

        return Named(best) ?? best;
    }

    private HtmlElement? Root() => page.Elements.Find(e => e.Tag == Tag.Body) ?? page.Elements.Find(e => e.Parent is null && e.EndElement > e.Index + 1) ?? page.Elements.FirstOrDefault();

    private HtmlElement? Heir(HtmlElement element)
    {
        var least = Nearly * regions.Text(element);
        var at = element.Index + 1;
        while (at < element.EndElement)
        {
            var child = page.Elements[at];
            if (regions.Text(child) >= least && child.Tag is not (Tag.P or Tag.Blockquote or Tag.Li or Tag.Td or Tag.Pre))
            {
                return child.Tag is Tag.Table or Tag.Tbody or Tag.Tr or Tag.Ul or Tag.Ol && Heir(child) is null ? null : child;
            }

            at = Math.Max(at + 1, child.EndElement);
        }

        return null;
    }

    /// <summary>The element inside that is named as the article's text and holds most of it.</summary>
    private HtmlElement? Named(HtmlElement element)
    {
        HtmlElement? named = null;
        var least = NamedShare * regions.Text(element);
        for (var i = element.Index + 1; i < element.EndElement; i++)
        {
            var inner = page.Elements[i];
            if ((inner.Hints & HtmlHints.Body) != HtmlHints.None && regions.Text(inner) >= least)
            {
                named = inner;
                least = Math.Max(least, 0.9 * regions.Text(inner));
            }
        }

        return named;
    }
}
