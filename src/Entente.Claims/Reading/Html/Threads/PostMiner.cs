namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Finds the posts of a thread, or the comments under an article, among the elements of a page.</summary>
internal static class PostMiner
{
    /// <summary>Score without which a group of repeated elements is not taken for posts.</summary>
    private const double Least = 1.0;

    /// <summary>The posts in page order; null when the page has none.</summary>
    public static MinedThread? Mine(HtmlPage page, List<PageLine> lines, Regions regions)
    {
        var marks = new PageMarks(page, lines, regions);
        var groups = new PostGroups(page, lines, marks);
        if (groups.Best() is not { } group || group.Score < Least)
        {
            return null;
        }

        var frames = new PostLines(lines, marks, group.Posts);
        var slots = new PostSlots(page, marks, frames, group.Posts);
        var opening = new OpeningPost(page, lines, marks, slots).Before(group);
        var reader = new PostReader(page, lines, marks, frames, slots);
        var ranges = opening is null ? group.Posts : [opening, .. group.Posts];
        var posts = ranges.Select(reader.Read).Where(p => p.Text.Count > 0).ToList();
        return posts.Count == 0 ? null : new MinedThread(new ReplyTree(page, marks).Grow(posts, opening is not null), opening is not null, (double)ranges.Sum(groups.WordsOf) / Math.Max(1, groups.AllWords));
    }
}
