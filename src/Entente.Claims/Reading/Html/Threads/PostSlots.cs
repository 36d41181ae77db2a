namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Finds in which shape the text, the name and the date of a group's posts stand: the one that does so in most of them.</summary>
internal sealed class PostSlots
{
    private const double Most = 0.6;
    private const double Half = 0.5;

    /// <summary>Part of the best shape's text that one which holds fewer lines may have to be taken for it: titles and signatures stand around the text.</summary>
    private const double Nearly = 0.9;

    private readonly HtmlPage _page;
    private readonly PageMarks _marks;
    private readonly PostLines _frames;

    public PostSlots(HtmlPage page, PageMarks marks, PostLines frames, IReadOnlyList<PostRange> posts)
    {
        (_page, _marks, _frames) = (page, marks, frames);
        Body = BodyShape(posts);
        var owner = Owners(posts);
        Author = AuthorShape(posts.Count, owner);
        Date = DateShape(posts.Count, owner);
    }

    /// <summary>The shape that holds the text of posts; −1 when none does.</summary>
    public int Body { get; }

    /// <summary>The shape of the poster's name, or −1.</summary>
    public int Author { get; }

    /// <summary>The shape of the post's date, or −1.</summary>
    public int Date { get; }

    /// <summary>Stretches of lines of a post that its text stands in; all of it when no shape is known.</summary>
    public List<(int First, int End)> BodyOf(PostRange post)
    {
        var found = new List<(int First, int End)>();
        var after = -1;
        foreach (var i in post.Elements())
        {
            if (i >= after && Body >= 0 && _marks.Shapes.Named(_page.Elements[i]).Contains(Body))
            {
                found.Add(Regions.Segments(_page.Elements[i]));
                after = _page.Elements[i].EndElement;
            }
        }

        return found;
    }

    private int BodyShape(IReadOnlyList<PostRange> posts)
    {
        var sums = new Dictionary<int, Sum>();
        for (var k = 0; k < posts.Count; k++)
        {
            foreach (var i in posts[k].Elements())
            {
                var element = _page.Elements[i];
                var (first, end) = Regions.Segments(element);
                end = Math.Min(end, posts[k].End);
                if (Tags.IsInline(element.Tag) || end <= first || element.Zone is Zone.Hidden or Zone.Advert)
                {
                    continue;
                }

                foreach (var shape in _marks.Shapes.Named(element))
                {
                    var sum = sums.GetValueOrDefault(shape, Sum.None);
                    if (i >= sum.After)
                    {
                        sums[shape] = sum.With(k, _frames, first, end, element.EndElement);
                    }
                }
            }
        }

        return Choose(sums, posts.Count);
    }

    /// <summary>The shape with the most text, or one that holds nearly as much in fewer lines; none when it leaves too much of the posts out.</summary>
    private int Choose(Dictionary<int, Sum> sums, int posts)
    {
        var likely = sums.Where(s => s.Value.Posts >= Math.Max(2, Most * posts) && s.Value.Worth > 0).ToList();
        var all = sums.Count == 0 ? 0 : sums.Values.Max(s => s.Text);
        likely.RemoveAll(s => s.Value.Headed >= Half * s.Value.Posts || s.Value.Text < Half * all);
        if (likely.Count == 0)
        {
            return -1;
        }

        var best = likely.OrderByDescending(s => s.Value.Worth * Factor(s.Key)).ThenBy(s => s.Value.Lines).ThenBy(s => s.Key).First();
        return likely.Where(s => s.Key == best.Key || (s.Value.Count == s.Value.Posts && s.Value.Worth >= Nearly * best.Value.Worth && Factor(s.Key) >= 1))
            .OrderBy(s => s.Value.Lines).ThenByDescending(s => s.Value.Worth).ThenBy(s => s.Key).First().Key;
    }

    /// <summary>What the outermost elements of one shape hold in all posts.</summary>
    /// <param name="Headed">Of how many elements name and date are a part.</param>
    /// <param name="Last">The post seen last.</param>
    /// <param name="After">Index after the last element.</param>
    private sealed record Sum(double Worth, double Text, int Posts, int Count, int Lines, int Headed, int Last, int After)
    {
        public static Sum None { get; } = new(0, 0, 0, 0, 0, 0, -1, 0);

        public Sum With(int post, PostLines lines, int first, int end, int after) => new(Worth + lines.Worth(first, end), Text + lines.Text(first, end), Posts + (Last == post ? 0 : 1), Count + 1,
            Lines + end - first, Headed + (lines.IsHeaded(first, end) ? 1 : 0), post, after);
    }

    private double Factor(int shape)
    {
        var hints = _marks.Shapes.HintsOf(shape);
        return (hints & (ThreadHints.Signature | ThreadHints.Aside | ThreadHints.Control)) != ThreadHints.None ? 0.6 : (hints & ThreadHints.Body) != ThreadHints.None ? 1.3 : 1;
    }

    /// <summary>For each line the post it belongs to and is not the text of.</summary>
    private Dictionary<int, int> Owners(IReadOnlyList<PostRange> posts)
    {
        var owner = new Dictionary<int, int>();
        for (var k = 0; k < posts.Count; k++)
        {
            var body = BodyOf(posts[k]);
            foreach (var i in posts[k].Lines())
            {
                if (!body.Exists(b => i >= b.First && i < b.End))
                {
                    owner[i] = k;
                }
            }
        }

        return owner;
    }

    /// <summary>By shape, the first mark of each post that stands in an element of that shape.</summary>
    private Dictionary<int, Dictionary<int, T>> FirstOfEachPost<T>(IEnumerable<T> all, Dictionary<int, int> owner, Func<T, (HtmlElement Element, int Line)> placeOf)
    {
        var found = new Dictionary<int, Dictionary<int, T>>();
        foreach (var mark in all)
        {
            var (element, line) = placeOf(mark);
            if (owner.TryGetValue(line, out var post))
            {
                foreach (var shape in _marks.Shapes.Named(element))
                {
                    if (!found.TryGetValue(shape, out var marks))
                    {
                        found[shape] = marks = [];
                    }

                    marks.TryAdd(post, mark);
                }
            }
        }

        return found;
    }

    private int AuthorShape(int posts, Dictionary<int, int> owner)
    {
        var best = (Shape: -1, Points: 0.0);
        foreach (var (shape, marks) in FirstOfEachPost(_marks.Names, owner, m => (m.Element, m.Line)))
        {
            if (marks.Count >= Half * posts)
            {
                var points = NamePoints(shape, marks, posts);
                best = points > best.Points + 0.001 ? (shape, points) : best;
            }
        }

        return best.Shape;
    }

    /// <summary>Names stand in every post, link to their person, differ from post to post, and the same name has the same link; words that link elsewhere from each post are a button.</summary>
    private double NamePoints(int shape, Dictionary<int, NameMark> marks, int posts)
    {
        var hints = _marks.Shapes.HintsOf(shape);
        var links = marks.Values.Count(m => m.Link is not null);
        var names = marks.Values.Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var pairs = marks.Values.Select(m => (m.Name, m.Link)).Distinct().Count();
        var faithful = links > 0 && pairs == names && marks.Values.Select(m => m.Link).Distinct(StringComparer.Ordinal).Count() == names;
        var label = marks.Count >= 3 && names == 1 && marks.Values.Select(m => m.Link).Distinct(StringComparer.Ordinal).Count() > 1;
        return (label ? -2 : 0) - (0.7 * marks.Values.Count(m => m.IsGuess) / marks.Count) + (2.0 * marks.Count / posts) + (0.5 * links / marks.Count) + (faithful ? 0.5 : 0) + (0.5 * names / marks.Count)
            + ((hints & ThreadHints.Author) != ThreadHints.None ? 0.6 : 0) - ((hints & (ThreadHints.Aside | ThreadHints.Control)) != ThreadHints.None ? 0.5 : 0);
    }

    private int DateShape(int posts, Dictionary<int, int> owner)
    {
        var best = (Shape: -1, Points: 0.0);
        foreach (var (shape, marks) in FirstOfEachPost(_marks.Dates, owner, m => (m.Element, m.Line)))
        {
            if (marks.Count >= Half * posts)
            {
                var hints = _marks.Shapes.HintsOf(shape);
                var points = (2.0 * marks.Count / posts) + (1.2 * Ordered(marks)) + ((hints & ThreadHints.Date) != ThreadHints.None ? 0.4 : 0) - ((hints & ThreadHints.Aside) != ThreadHints.None ? 0.4 : 0);
                best = points > best.Points + 0.001 ? (shape, points) : best;
            }
        }

        return best.Shape;
    }

    /// <summary>Which part of neighbouring posts follow each other in time, forwards or backwards; the days on which posters joined do not.</summary>
    private static double Ordered(Dictionary<int, DateMark> marks)
    {
        var days = marks.OrderBy(m => m.Key).Select(m => m.Value.Date?.Interval?.Earliest ?? MonthDay(m.Value.Date)).OfType<DateOnly>().ToList();
        if (days.Count < 2)
        {
            return days.Count == marks.Count ? 0.5 : 0;
        }

        var pairs = days.Zip(days.Skip(1)).ToList();
        return Math.Max(pairs.Count(p => p.First <= p.Second), pairs.Count(p => p.First >= p.Second)) / (double)pairs.Count;
    }

    private static DateOnly? MonthDay(ShownDate? date) => date?.MonthDay is { } md && DateOnly.TryParseExact($"2024-{md.Month:00}-{md.Day:00}", "yyyy-MM-dd", out var day) ? day : null;
}
