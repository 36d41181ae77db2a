namespace Entente.Claims.Reading.Html.Threads;

/// <summary>In how many posts of a group a date, and a name, stands in an element of the same shape: in posts they do, in parts of a page that merely hold one they do not.</summary>
internal sealed class SameMarks
{
    public SameMarks(PageMarks marks, IReadOnlyList<PostRange> posts)
    {
        var lastText = new int[posts.Count];
        var owner = new Dictionary<int, int>();
        for (var k = 0; k < posts.Count; k++)
        {
            foreach (var i in posts[k].Lines())
            {
                owner[i] = k;
                lastText[k] = marks.Words(i) > 0 ? i : lastText[k];
            }
        }

        Trailing = NamesBehind(marks, owner, lastText);
        Dated = Most(marks, owner, marks.Dates.Select(d => (d.Element, d.Line)));
        Guessed = Most(marks, owner, marks.Names.Where(n => n.IsGuess).Select(n => (n.Element, n.Line)));
        Named = Most(marks, owner, marks.Names.Where(n => !n.IsGuess).Select(n => (n.Element, n.Line)));
    }

    /// <summary>Posts whose name stands behind all their text: then it is the name over the next post.</summary>
    public int Trailing { get; }

    public int Dated { get; }

    public int Named { get; }

    /// <summary>Posts with what may be a name by its place alone.</summary>
    public int Guessed { get; }

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

    private static int NamesBehind(PageMarks marks, Dictionary<int, int> owner, int[] lastText)
    {
        var first = new Dictionary<int, Dictionary<int, int>>();
        foreach (var name in marks.Names)
        {
            if (owner.TryGetValue(name.Line, out var post))
            {
                foreach (var shape in marks.Shapes.Named(name.Element))
                {
                    if (!first.TryGetValue(shape, out var of))
                    {
                        first[shape] = of = [];
                    }

                    of.TryAdd(post, name.Line);
                }
            }
        }

        return first.Count == 0 ? 0 : first.OrderByDescending(f => f.Value.Count).ThenBy(f => f.Key).First().Value.Count(p => p.Value >= lastText[p.Key]);
    }
}
