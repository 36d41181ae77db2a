namespace Entente.Claims.Reading.Html;

/// <summary>Finds the element that holds the article: from the top down, as long as one child holds nearly all the running text.</summary>
internal sealed class ContentFinder(HtmlPage page, Regions regions)
{
    /// <summary>Share of the running text below which a child does not stand for its parent.</summary>
    private const double Nearly = 0.75;

    /// <summary>Share of the chosen element's text that an element which is named as the article's text must hold to be chosen in its place.</summary>
    private const double NamedShare = 0.5;

    /// <summary>Share of that text which it must hold when other text stands before it or in elements of the same name.</summary>
    private const double SureShare = 0.8;

    /// <summary>Part of the chosen element's text that may stand in other elements of the same name, and before it: captions, transcripts.</summary>
    private const double Besides = 0.1;

    private const double Before = 0.35;

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
            if ((inner.Hints & HtmlHints.Body) != HtmlHints.None && regions.Text(inner) >= least && IsAll(inner, element))
            {
                named = inner;
                least = Math.Max(least, 0.9 * regions.Text(inner));
            }
        }

        return named;
    }

    /// <summary>What it leaves out comes after it and is called otherwise: related stories, not its beginning nor its other parts.</summary>
    private bool IsAll(HtmlElement named, HtmlElement around)
    {
        var all = regions.Text(around);
        if (regions.Text(named) >= SureShare * all)
        {
            return true;
        }

        var same = 0.0;
        for (var i = around.Index + 1; i < around.EndElement; i++)
        {
            var other = page.Elements[i];
            same += named.Class.Length > 0 && other.Class == named.Class && !other.IsWithin(named) && !named.IsWithin(other) ? regions.Text(other) : 0;
        }

        return same <= Besides * all && regions.Between(around.Begin.Segment, named.Begin.Segment) <= Before * all;
    }
}
