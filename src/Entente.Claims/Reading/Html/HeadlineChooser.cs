namespace Entente.Claims.Reading.Html;

/// <summary>Chooses the headline: the heading shown over the article that the page's own title confirms, else what the page says its title is.</summary>
internal sealed class HeadlineChooser(HtmlPage page, List<PageLine> lines, Regions regions, PageMetadata metadata)
{
    /// <summary>Points that a heading loses because it leads elsewhere, as teasers do.</summary>
    private const double LinkPenalty = 0.6;

    private ((int, int) Body, int From, bool Several, (int Segment, string? Title) Headline)? _last;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>The segment of the headline (−1 when none is shown) and its words.</summary>
    /// <param name="from">The first segment that can be it.</param>
    /// <param name="several">Whether the page holds several articles: then a headline may lead to the article's own page, and the page's title need not be any of them.</param>
    public (int Segment, string? Title) Choose((int First, int End) body, int from = 0, bool several = false)
    {
        if (_last is { } last && last.Body == body && last.From == from && last.Several == several)
        {
            return last.Headline;
        }

        var headline = Find(body, from, several);
        _last = (body, from, several, headline);
        return headline;
    }

    private (int Segment, string? Title) Find((int First, int End) body, int from, bool several)
    {
        var said = metadata.Titles.Append(from == 0 ? page.Title : null).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => new SaidTitle(LineWords.Fold(t!))).ToList();
        var best = -1;
        var score = said.Count == 0 || several ? 0.55 : 1.0;
        for (var i = from; i < lines.Count && i <= Math.Max(body.First + 2, 0) + (from > 0 ? 0 : 200); i++)
        {
            var points = Points(i, said, body) + (several && IsLink(lines[i]) ? LinkPenalty : 0);
            if (points > score)
            {
                best = i;
                score = points;
            }
        }

        return best >= 0 ? (best, lines[best].Text.Replace('\n', ' ')) : (-1, from == 0 ? Stated() : null);
    }

    private double Points(int i, List<SaidTitle> said, (int First, int End) body)
    {
        var line = lines[i];
        if (line.Segment.Element < 0 || line.Words is 0 or > 40 || line.Folded.Length < 2)
        {
            return 0;
        }

        var element = page.Elements[line.Segment.Element];
        var heading = Heading(element);
        var isPlain = heading is { Level: 0, Named: false };
        if (isPlain && (said.Count == 0 || line.Words < 4))
        {
            return 0;
        }

        var agreement = Agreement(line.Folded, said);
        var points = heading.Level switch
        {
            1 => 1.6,
            2 => 0.9,
            >= 3 => 0.5,
            _ => 0,
        };
        points += heading.Named ? 0.6 : 0;
        points += 2.2 * agreement;
        points -= i > body.First + 1 && body.End > 0 ? 0.8 : 0;
        points -= body.End > 0 && i < body.First ? Math.Min(0.6, 0.01 * (body.First - i)) : 0;
        points -= regions.ZoneOf(line.Segment) is Zone.None ? 0 : heading.Level == 1 ? 0.5 : 1.2;
        points -= IsLink(line) && heading.Level != 1 ? LinkPenalty : 0;
        points -= line.Words < 2 && agreement < 0.9 ? 0.8 : 0;
        return isPlain && agreement < 0.8 ? 0 : points;
    }

    private static bool IsLink(PageLine line) => line.Segment.LinkChars > 0.8 * line.Text.Length;

    private static (int Level, bool Named) Heading(HtmlElement? element)
    {
        var level = 0;
        var named = false;
        for (var depth = 0; element is not null && depth < 4; depth++, element = element.Parent)
        {
            if (Tags.IsHeading(element.Tag) && level == 0)
            {
                level = element.Tag - Tag.H1 + 1;
            }

            named |= (element.Hints & HtmlHints.Headline) != HtmlHints.None && depth < 3;
        }

        return (level, named);
    }

    /// <summary>How far the line is one of the titles.</summary>
    private double Agreement(string line, List<SaidTitle> said)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _words.Clear();
        foreach (var range in line.AsSpan().Split(' '))
        {
            words.Add(line.AsSpan(range));
        }

        var best = 0.0;
        foreach (var title in said)
        {
            best = Math.Max(best, title.Agreement(line, _words));
        }

        return best;
    }

    private string? Stated()
    {
        var stated = metadata.Titles.FirstOrDefault() ?? page.Title;
        return stated is null ? null : TitleCutter.WithoutSite(PageMetadata.Clean(stated), metadata.Publisher);
    }

    /// <summary>A title that the page says of itself, folded, and its words.</summary>
    private sealed class SaidTitle(string folded)
    {
        private readonly HashSet<string> _words = folded.Split(' ').ToHashSet(StringComparer.Ordinal);

        /// <summary>How far the line is the title, or the title without the site's name: share of common words in the longer of line and title's part.</summary>
        public double Agreement(string line, HashSet<string> words)
        {
            if (line == folded)
            {
                return 1;
            }

            if (folded.StartsWith(line, StringComparison.Ordinal) || folded.EndsWith(line, StringComparison.Ordinal))
            {
                return line.Length > 12 ? 0.95 : 0.5 * line.Length / 12.0;
            }

            var common = 0;
            foreach (var word in words)
            {
                common += _words.Contains(word) ? 1 : 0;
            }

            return 0.9 * common / Math.Max(1, Math.Max(words.Count, Math.Min(_words.Count, words.Count + 4)));
        }
    }
}
