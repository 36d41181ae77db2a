namespace Entente.Claims.Reading.Html.Threads;

/// <summary>
/// Finds the elements of a page that repeat, and among them those that are posts: each with a name, a date and text (Liu, Grossman and Zhai 2003 mine such data
/// records by comparing subtrees; here the shapes of elements are compared, which takes one look at each).
/// </summary>
internal sealed class PostGroups
{
    /// <summary>Words in the posts' names, dates and frames without which repeated elements are no posts.</summary>
    private const double LeastEvidence = 3.2;

    /// <summary>Part of a group that must hold text.</summary>
    private const double LeastFilled = 0.6;

    /// <summary>Dates in one post from which it seems to hold several.</summary>
    private const double ManyDates = 2.5;

    /// <summary>Of posts that are told by their headers only, which go from one to the next.</summary>
    private const double Stretched = 0.9;

    /// <summary>Lines and words that the header over a post has at most, and the part of a group's that must be so short.</summary>
    private const int HeaderLines = 12;
    private const int HeaderWords = 25;
    private const double MostHeaders = 0.9;

    /// <summary>Posts of which it is enough that they are named so, or framed like posts; fewer must be both.</summary>
    private const int Several = 4;

    /// <summary>Of cuts that leave the name over a post to the one before.</summary>
    private const double Misplaced = 0.7;

    /// <summary>Words of posts that are each under a headline from which they are articles.</summary>
    private const int ArticleWords = 150;

    /// <summary>Lines of a repeated element in which the title of a story can stand that it leads to.</summary>
    private const int TitleReach = 5;

    /// <summary>What a name is worth that is known by its place alone: enough to tell which of two cuts takes the name over a post along.</summary>
    private const double Guess = 0.5;

    /// <summary>Groups looked at closely.</summary>
    private const int Looked = 16;

    private readonly HtmlPage _page;
    private readonly List<PageLine> _lines;
    private readonly PageMarks _marks;
    private readonly Sums _words;
    private readonly Sums _dates;
    private readonly Sums _names;
    private readonly Sums _links;
    private readonly Sums _frames;
    private readonly Sums _headlines;
    private readonly Sums _titles;

    public PostGroups(HtmlPage page, List<PageLine> lines, PageMarks marks)
    {
        (_page, _lines, _marks) = (page, lines, marks);
        _words = new Sums(lines.Count, marks.Words);
        var dated = marks.Dates.Select(d => d.Line).ToHashSet();
        _dates = new Sums(lines.Count, i => dated.Contains(i) ? 1 : 0);
        var named = marks.Names.Where(n => !n.IsGuess).Select(n => n.Line).ToHashSet();
        _names = new Sums(lines.Count, i => named.Contains(i) ? 1 : 0);
        var linked = marks.Names.Where(n => n.Link is not null).Select(n => n.Line).ToHashSet();
        _links = new Sums(lines.Count, i => linked.Contains(i) ? 1 : 0);
        _frames = new Sums(lines.Count, i => (lines[i].Words <= 8 && lines[i].Has(LineCues.Thread | LineCues.Profile)) || IsCounter(lines[i]) ? 1 : 0);
        var headlines = Headlines();
        _headlines = new Sums(lines.Count, i => headlines.Contains(i) ? 1 : 0);
        var titles = TitleLinks();
        _titles = new Sums(lines.Count, i => titles.Contains(i) ? 1 : 0);
    }

    /// <summary>The likeliest posts; null when nothing on the page looks like posts.</summary>
    public PostGroup? Best()
    {
        var likely = new PriorityQueue<PostGroup, double>();
        foreach (var (shape, elements) in _marks.Shapes.Groups(e => !Tags.IsInline(e.Tag) && e.Zone is Zone.None or Zone.Comments))
        {
            foreach (var isWhole in (ReadOnlySpan<bool>)[true, false])
            {
                var posts = isWhole ? Whole(elements) : Stretches(elements);
                if (Score(shape, isWhole, posts, null) is > 0 and var score)
                {
                    likely.Enqueue(new PostGroup(shape, isWhole, posts, score), score);
                    if (likely.Count > Looked)
                    {
                        likely.Dequeue();
                    }
                }
            }
        }

        PostGroup? best = null;
        while (likely.TryDequeue(out var group, out _))
        {
            var score = Score(group.Shape, group.IsWhole, group.Posts, new SameMarks(_marks, group.Posts));
            best = score > 0 && score >= (best?.Score ?? 0) - 0.0001 ? group with { Score = score } : best;
        }

        return best;
    }

    /// <summary>Words of a range that are its own.</summary>
    public int WordsOf(PostRange post) => _words.Of(post);

    /// <summary>Words on the page that may be somebody's text.</summary>
    public int AllWords => _words.Between(0, _lines.Count);

    /// <summary>"#12" and the day: posts are counted.</summary>
    private static bool IsCounter(PageLine line) => line.Words <= 8 && line.Text.Length >= 2 && line.Text[0] == '#' && char.IsAsciiDigit(line.Text[1]);

    private static List<PostRange> Whole(List<HtmlElement> elements)
    {
        var posts = new List<PostRange>();
        var open = new Stack<PostRange>();
        foreach (var element in elements)
        {
            var (first, end) = Regions.Segments(element);
            if (end <= first)
            {
                continue;
            }

            while (open.Count > 0 && element.Index >= open.Peek().Element.EndElement)
            {
                open.Pop();
            }

            var post = new PostRange(element, element.EndElement, first, end);
            if (open.Count > 0)
            {
                open.Peek().Inner.Add(post);
            }

            open.Push(post);
            posts.Add(post);
        }

        return posts;
    }

    /// <summary>From each element to the next; the last ends where the element ends that holds the first two.</summary>
    private List<PostRange> Stretches(List<HtmlElement> elements)
    {
        var small = elements.Where(IsHeader).ToList();
        var starts = small.Where((e, k) => k == 0 || e.Index >= small[k - 1].EndElement).ToList();
        if (starts.Count < 2 || starts.Count < MostHeaders * elements.Count)
        {
            return [];
        }

        var around = starts[0];
        while (around.Parent is { } parent && !starts[1].IsWithin(around))
        {
            around = parent;
        }

        var posts = new List<PostRange>();
        for (var k = 0; k < starts.Count; k++)
        {
            var first = Regions.Segments(starts[k]).First;
            var end = k + 1 < starts.Count ? Regions.Segments(starts[k + 1]).First : starts[k].IsWithin(around) ? Regions.Segments(around).End : first;
            if (end > first)
            {
                posts.Add(new PostRange(starts[k], k + 1 < starts.Count ? starts[k + 1].Index : around.EndElement, first, Math.Min(end, _lines.Count)));
            }
        }

        return posts;
    }

    /// <summary>Whether an element is small enough to be the header over a post.</summary>
    private bool IsHeader(HtmlElement element)
    {
        var (first, end) = Regions.Segments(element);
        return end - first <= HeaderLines && _words.Between(first, end) <= HeaderWords;
    }

    private double Score(int shape, bool isWhole, List<PostRange> posts, SameMarks? same)
    {
        if (posts.Count < 2)
        {
            return 0;
        }

        int filled = 0, dated = 0, named = 0, framed = 0, headed = 0, titled = 0, numbered = 0, linked = 0, dates = 0, words = 0;
        var hints = _marks.Shapes.HintsOf(shape);
        foreach (var post in posts)
        {
            var own = _words.Of(post);
            words += own;
            filled += own > 0 ? 1 : 0;
            var days = _dates.Of(post);
            dates += days;
            dated += days > 0 ? 1 : 0;
            named += _names.Of(post) > 0 ? 1 : 0;
            linked += _links.Of(post) > 0 ? 1 : 0;
            framed += _frames.Of(post) > 0 ? 1 : 0;
            titled += _titles.Between(post.First, isWhole ? Math.Min(post.End, post.First + TitleReach) : post.End) > 0 ? 1 : 0;
            headed += _headlines.Of(post) > 0 ? 1 : 0;
            numbered += _marks.Of[post.Element.Index]?.Numbered is not null ? 1 : 0;
        }

        double n = posts.Count;
        dated = same?.Dated ?? dated;
        named = same?.Named ?? named;
        if (filled < 2 || filled < LeastFilled * n || Math.Max(dated, named) < 0.6 * n || titled > 0.5 * n || (headed > 0.5 * n && words > ArticleWords * n))
        {
            return 0;
        }

        var cues = (framed >= 0.5 * n ? 1 : 0) + (numbered >= 0.5 * n ? 1 : 0) + ((hints & ThreadHints.Post) != ThreadHints.None || IsAmongPosts(posts[0].Element) ? 1 : 0) + (posts[0].Element.Zone == Zone.Comments ? 2 : 0) + (linked >= 0.8 * n && dated >= 0.8 * n ? 1 : 0);
        if (cues < (posts.Count >= Several ? 1 : 2))
        {
            return 0;
        }

        var evidence = (2 * dated / n) + (1.5 * named / n) + (Guess * (same?.Guessed ?? n) / n) + (0.8 * framed / n) + (0.6 * numbered / n) + ((hints & ThreadHints.Post) != ThreadHints.None ? 0.8 : 0);
        var crowd = Math.Min(1, ManyDates / Math.Max(ManyDates, dates / n));
        var misplaced = !isWhole && same?.Trailing > 0.5 * n ? Misplaced : 1;
        return evidence < LeastEvidence ? 0 : (isWhole ? 1 : Stretched) * misplaced * evidence * Math.Sqrt((double)words / Math.Max(1, AllWords)) * (filled / n) * crowd * (1 - (0.5 / n));
    }

    /// <summary>Whether the list or table around the element is named as one of posts.</summary>
    private bool IsAmongPosts(HtmlElement element)
    {
        var at = element.Parent;
        for (var up = 0; up < 3 && at is { Tag: not (Tag.Body or Tag.Html) }; up++, at = at.Parent)
        {
            if ((_marks.Shapes.HintsOf(at) & ThreadHints.Post) != ThreadHints.None)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lines that are headings of their own: titles of stories, not the subject that every post repeats.</summary>
    private HashSet<int> Headlines()
    {
        var lines = new HashSet<int>();
        foreach (var element in _page.Elements)
        {
            if (element.Tag is >= Tag.H1 and <= Tag.H3 && Regions.Segments(element) is { First: var first, End: var end } && end > first && _lines[first] is { Words: >= 3, Repeats: 1, Date: null })
            {
                lines.Add(first);
            }
        }

        return lines;
    }

    /// <summary>Lines that are links of some words to other pages: topics of a forum's list, stories.</summary>
    private HashSet<int> TitleLinks()
    {
        var lines = new HashSet<int>();
        foreach (var element in _page.Elements)
        {
            if (element.Tag == Tag.A && element.Begin.Segment < _lines.Count && _marks.Of[element.Index] is { Link: { } link, LeadsToPerson: false } && !link.Contains('#')
                && _lines[element.Begin.Segment] is { Words: >= 3, Repeats: 1, Date: null } line && line.Segment.LinkChars > 0.7 * line.Text.Length && !line.Text.Contains("://"))
            {
                lines.Add(element.Begin.Segment);
            }
        }

        return lines;
    }

    /// <summary>Sums over stretches of lines.</summary>
    private sealed class Sums
    {
        private readonly int[] _until;

        public Sums(int count, Func<int, int> of)
        {
            _until = new int[count + 1];
            for (var i = 0; i < count; i++)
            {
                _until[i + 1] = _until[i] + of(i);
            }
        }

        public int Between(int first, int end) => end <= first ? 0 : _until[end] - _until[first];

        public int Of(PostRange post)
        {
            var sum = Between(post.First, post.End);
            foreach (var inner in post.Inner)
            {
                sum -= Between(inner.First, inner.End);
            }

            return sum;
        }
    }
}
