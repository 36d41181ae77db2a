namespace Entente.Claims.Reading.Html.Threads;

/// <summary>In how many posts of a group a date, and a name, stands in an element of the same shape: in posts they do, in parts of a page that merely hold one they do not.</summary>
internal sealed class SameMarks
{
    public SameMarks(PageMarks marks, IReadOnlyList<PostRange> posts)
    {
        var owner = new Dictionary<int, int>();
        for (var k = 0; k < posts.Count; k++)
        {
            foreach (var i in posts[k].Lines())
            {
                owner[i] = k;
            }
        }

        Dated = Most(marks, owner, marks.Dates.Select(d => (d.Element, d.Line)));
        Named = Most(marks, owner, marks.Names.Select(n => (n.Element, n.Line)));
    }

    public int Dated { get; }

    public int Named { get; }

    private static int Most(PageMarks marks, Dictionary<int, int> owner, IEnumerable<(HtmlElement Element, int Line)> all)
    {
        var posts = new Dictionary<int, HashSet<int>>();
        foreach (var (element, line) in all)
        {
            if (owner.TryGetValue(line, out var post))
            {
                foreach (var shape in marks.Shapes.Named(element))
                {
                    if (!posts.TryGetValue(shape, out var of))
                    {
                        posts[shape] = of = [];
                    }

                    of.Add(post);
                }
            }
        }

        return posts.Count == 0 ? 0 : posts.Values.Max(p => p.Count);
    }
}
