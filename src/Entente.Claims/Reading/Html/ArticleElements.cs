namespace Entente.Claims.Reading.Html;

/// <summary>Finds the elements of a page that hold an article each: pages that load one story after another, front pages with whole posts.</summary>
internal sealed class ArticleElements(HtmlPage page, Regions regions)
{
    /// <summary>Characters of running text without which an element is a teaser.</summary>
    private const double LeastText = 600;

    /// <summary>Part of all their text that the articles must hold of the chosen element's.</summary>
    private const double LeastShare = 0.7;

    /// <summary>Part of the text that one of them can have; above it the others are beside it.</summary>
    private const double MostOfOne = 0.85;

    /// <summary>The articles, and the segment with which the head of each begins; fewer than two when the page has one.</summary>
    public List<(HtmlElement Element, int From)> Find(HtmlElement main)
    {
        var found = Within(main, e => e.Tag == Tag.Article, Tag.H2);
        return found.Count >= 2 ? found : Within(main, e => (e.Hints & HtmlHints.Body) != HtmlHints.None && e.Tag is Tag.Div or Tag.Section, Tag.H1);
    }

    private List<(HtmlElement Element, int From)> Within(HtmlElement main, Func<HtmlElement, bool> isOne, Tag heading)
    {
        var found = new List<(HtmlElement Element, int From)>();
        var at = main.Index + 1;
        var after = 0;
        while (at < main.EndElement)
        {
            var element = page.Elements[at];
            if (element.Zone == Zone.None && isOne(element) && regions.Text(element) >= LeastText)
            {
                if (HeadingOf(element, after, heading) is not { } from)
                {
                    return [];
                }

                found.Add((element, from));
                after = element.End.Segment;
                at = element.EndElement;
            }
            else
            {
                at++;
            }
        }

        var sum = found.Sum(f => regions.Text(f.Element));
        return sum >= LeastShare * regions.Text(main) && found.All(f => regions.Text(f.Element) <= MostOfOne * sum) ? found : [];
    }

    /// <summary>The segment of the first or second-level heading that stands in the article before its text, or between the article before and it.</summary>
    private int? HeadingOf(HtmlElement article, int after, Tag heading)
    {
        var first = article.Begin.Segment;
        for (var i = article.Index; i < article.EndElement && page.Elements[i].Begin.Segment <= first + 6; i++)
        {
            if (page.Elements[i].Tag is >= Tag.H1 and var tag && tag <= heading && page.Elements[i].End != page.Elements[i].Begin)
            {
                return first;
            }
        }

        for (var i = article.Index - 1; i >= 0 && page.Elements[i].Begin.Segment >= Math.Max(after, first - 12); i--)
        {
            if (page.Elements[i].Tag is >= Tag.H1 and var tag && tag <= heading && page.Elements[i].Zone == Zone.None && page.Elements[i].Begin.Segment < first)
            {
                return page.Elements[i].Begin.Segment;
            }
        }

        return null;
    }
}
