namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Finds in which shape the text, the name and the date of a group's posts stand: the one that does so in most of them.</summary>
internal sealed class PostSlots
{
    private const double Most = 0.6;
    private const double Half = 0.5;

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
        var worth = new Dictionary<int, (double Worth, int Posts, int Lines, int Last, int After)>();
        for (var k = 0; k < posts.Count; k++)
        {
            foreach (var i in posts[k].Elements())
            {
                var element = _page.Elements[i];
                var (first, end) = Regions.Segments(element);
                if (Tags.IsInline(element.Tag) || end <= first || element.Zone is Zone.Hidden or Zone.Advert)
                {
                    continue;
                }

                end = Math.Min(end, posts[k].End);
                foreach (var shape in _marks.Shapes.Named(element))
                {
                    var sum = worth.GetValueOrDefault(shape, (0, 0, 0, -1, 0));
                    if (i >= sum.After)
                    {
                        worth[shape] = (sum.Worth + _frames.Worth(first, end), sum.Posts + (sum.Last == k ? 0 : 1), sum.Lines + end - first, k, element.EndElement);
                    }
                }
            }
        }

        var likely = worth.Where(w => w.Value.Posts >= Math.Max(2, Most * posts.Count)).Select(w => (Shape: w.Key, Worth: w.Value.Worth * Factor(w.Key), w.Value.Lines)).Where(w => w.Worth > 0).ToList();
        return likely.Count == 0 ? -1 : likely.OrderByDescending(w => w.Worth).ThenBy(w => w.Lines).ThenBy(w => w.Shape).First().Shape;
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

    private int AuthorShape(int posts, Dictionary<int, int> owner)
    {
        var found = new Dictionary<int, Dictionary<int, NameMark>>();
        foreach (var mark in _marks.Names)
        {
            if (owner.TryGetValue(mark.Line, out var post))
            {
                foreach (var shape in _marks.Shapes.Named(mark.Element))
                {
                    if (!found.TryGetValue(shape, out var marks))
                    {
                        found[shape] = marks = [];
                    }

                    marks.TryAdd(post, mark);
                }
            }
        }

        var best = (Shape: -1, Points: 0.0);
        foreach (var (shape, marks) in found)
        {
            if (marks.Count >= Half * posts)
            {
                var points = NamePoints(shape, marks, posts);
                best = points > best.Points + 0.001 ? (shape, points) : best;
            }
        }

        return best.Shape;
    }

    /// <summary>Names stand in every post, link to their person, differ from post to post, and the same name has the same link.</summary>
    private double NamePoints(int shape, Dictionary<int, NameMark> marks, int posts)
    {
        var hints = _marks.Shapes.HintsOf(shape);
        var links = marks.Values.Count(m => m.Link is not null);
        var names = marks.Values.Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var pairs = marks.Values.Select(m => (m.Name, m.Link)).Distinct().Count();
        var faithful = links > 0 && pairs == names && marks.Values.Select(m => m.Link).Distinct(StringComparer.Ordinal).Count() == names;
        return (2.0 * marks.Count / posts) + (0.5 * links / marks.Count) + (faithful ? 0.5 : 0) + (0.5 * names / marks.Count)
            + ((hints & ThreadHints.Author) != ThreadHints.None ? 0.6 : 0) - ((hints & (ThreadHints.Aside | ThreadHints.Control)) != ThreadHints.None ? 0.5 : 0);
    }

    private int DateShape(int posts, Dictionary<int, int> owner)
    {
        var found = new Dictionary<int, Dictionary<int, DateMark>>();
        foreach (var mark in _marks.Dates)
        {
            if (owner.TryGetValue(mark.Line, out var post))
            {
                foreach (var shape in _marks.Shapes.Named(mark.Element))
                {
                    if (!found.TryGetValue(shape, out var marks))
                    {
                        found[shape] = marks = [];
                    }

                    marks.TryAdd(post, mark);
                }
            }
        }

        var best = (Shape: -1, Points: 0.0);
        foreach (var (shape, marks) in found)
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
