namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Tells which comment answers which: by what a comment names, by elements that lie in each other, by lists within lists.</summary>
internal sealed class ReplyTree(HtmlPage page, PageMarks marks)
{
    private const int MostLevels = 40;

    /// <summary>The posts with their depth and the names of those they answer. An opening post answers nobody and is answered by all.</summary>
    public List<MinedPost> Grow(List<MinedPost> posts, bool opened)
    {
        var answers = opened ? posts.GetRange(1, posts.Count - 1) : posts;
        var levels = answers.Select(Level).Distinct().Order().ToList();
        if (levels.Count is < 2 or > MostLevels)
        {
            return ByName(posts);
        }

        var grown = opened ? [posts[0]] : new List<MinedPost>();
        var open = new Stack<(MinedPost Post, int Level)>();
        foreach (var post in answers)
        {
            var level = Level(post);
            while (open.Count > 0 && open.Peek().Level >= level)
            {
                open.Pop();
            }

            var above = open.Count > 0 ? open.Peek().Post : null;
            var placed = post with { Depth = above is null ? 0 : above.Depth + 1, ReplyTo = post.ReplyTo ?? above?.Author };
            open.Push((placed, level));
            grown.Add(placed);
        }

        return grown;
    }

    /// <summary>Beside each other, answers are one deeper than the last post of the one they name.</summary>
    private static List<MinedPost> ByName(List<MinedPost> posts)
    {
        var depths = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var grown = new List<MinedPost>();
        foreach (var post in posts)
        {
            var placed = post with { Depth = post.ReplyTo is { } to ? depths.GetValueOrDefault(to, 0) + 1 : 0 };
            grown.Add(placed);
            if (placed.Author is { } author)
            {
                depths[author] = placed.Depth;
            }
        }

        return grown;
    }

    /// <summary>How deep a post lies: told by "depth-2" or data-depth, else by the elements around it.</summary>
    private int Level(MinedPost post) => marks.Of[post.Range.Element.Index]?.Level ?? LevelOfName(post.Range.Element.Class) ?? page.Elements[post.Range.Element.Index].Depth;

    /// <summary>The figure in a class such as "depth-2" or "level3".</summary>
    private static int? LevelOfName(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["depth", "level", "indent"])
        {
            var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            var rest = at < 0 ? "" : name[(at + word.Length)..].TrimStart('-', '_');
            var figures = rest.TakeWhile(char.IsAsciiDigit).Count();
            if (figures is > 0 and <= 2)
            {
                return int.Parse(rest.AsSpan(0, figures));
            }
        }

        return null;
    }
}
