using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>
/// Finds the posts of a thread by what repeats (a small wrapper induction, Kushmerick 2000): lines that show a date in the same shape, the name at the same place
/// beside each of them, and the words that a forum puts around every post.
/// </summary>
internal sealed partial class PostFinder(IReadOnlyList<PageLine> lines, bool inThread = false)
{
    /// <summary>Points from which lines with dates are the headers of posts.</summary>
    private const double IsThread = 3.0;

    private const int Shapes = 4;

    /// <summary>A line with the shape of a post's header.</summary>
    private sealed record DatedLine(int Line, string Shape);

    /// <summary>The posts; none when the page does not look like a thread.</summary>
    public List<Comment> Find()
    {
        var anchors = new List<DatedLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Anchor is { } shape && (i == 0 || !AnchorShape.AnnouncesOther(lines[i - 1])))
            {
                anchors.Add(new DatedLine(i, shape));
            }
        }

        List<Comment> best = [];
        var score = IsThread - (inThread ? 2 : 0);
        var groups = anchors.GroupBy(a => a.Shape).Where(g => g.Count() >= 2 || inThread).OrderByDescending(g => g.Count()).Take(Shapes).ToList();
        groups.AddRange(anchors.GroupBy(a => AnchorShape.Untimed(a.Shape)).Where(g => g.Count() >= 4 && g.DistinctBy(a => a.Shape).Count() > 1).OrderByDescending(g => g.Count()).Take(1));
        foreach (var group in groups)
        {
            var at = Spread(group.Select(a => a.Line).ToList());
            var (posts, points) = Posts(at, group.Key);
            var filled = at.Where((_, k) => WordsOf(posts[k]) > 0).ToList();
            if (filled.Count >= 2 && filled.Count < at.Count)
            {
                // Some headers show the date twice: those without text below are no posts.
                var (others, better) = Posts(filled, group.Key);
                (posts, points) = better > points ? (others, better) : (posts, points);
            }

            if (points > score)
            {
                best = posts;
                score = points;
            }
        }

        return best;
    }

    /// <summary>Of dates that stand close together only the first begins a post ("posted … edited …").</summary>
    private List<int> Spread(List<int> dated)
    {
        var spread = new List<int>();
        foreach (var line in dated)
        {
            var text = spread.Count > 0 && Enumerable.Range(spread[^1] + 1, line - spread[^1] - 1).Any(i => lines[i].Words >= 4);
            if (spread.Count == 0 || text || line > spread[^1] + 3 || (line > spread[^1] + 1 && lines[line].Date?.Value != lines[spread[^1]].Date?.Value))
            {
                spread.Add(line);
            }
        }

        return spread;
    }

    private (List<Comment> Posts, double Points) Posts(List<int> anchors, string shape)
    {
        var authors = new AuthorPlaces(lines, anchors).Find();
        var frame = new PostFrame(lines, anchors);
        var starts = anchors.Select((a, k) => Math.Max(k > 0 ? anchors[k - 1] + 1 : 0, frame.Start(k, authors.Offset))).ToList();
        var common = CommonLines(starts);
        if (frame.IsFoot)
        {
            return Footed(anchors, shape, authors, frame, common);
        }

        var posts = new List<Comment>();
        for (var k = 0; k < anchors.Count; k++)
        {
            var end = k + 1 < starts.Count ? starts[k + 1] : EndOfLast(anchors[k] + 1);
            posts.Add(Post(starts[k], anchors[k], Math.Min(end, anchors[k] + 1 + frame.Below), end, authors.Names[k], common));
        }

        return (posts, Evidence(posts, anchors, shape, authors, common));
    }

    /// <summary>Posts whose date stands below their text.</summary>
    private (List<Comment> Posts, double Points) Footed(List<int> anchors, string shape, (int Offset, string?[] Names, double Share) authors, PostFrame frame, HashSet<string> common)
    {
        var heads = anchors.Select((a, k) => k > 0 ? anchors[k - 1] + 1 : frame.FirstHead()).ToList();
        if (authors.Offset != 0 || authors.Share < 0.5)
        {
            authors = AuthorPlaces.Within(lines, heads, frame.Below);
        }

        var posts = new List<Comment>();
        for (var k = 0; k < anchors.Count; k++)
        {
            var post = Post(heads[k], heads[k] - 1, Math.Min(anchors[k], heads[k] + frame.Below), anchors[k], authors.Names[k], common);
            post.Posted = lines[anchors[k]].Date?.Value;
            post.End = anchors[k] + 1;
            post.Furniture.Add(anchors[k]);
            posts.Add(post);
        }

        return (posts, Evidence(posts, anchors, shape, authors, common));
    }

    private Comment Post(int start, int anchor, int text, int end, string? author, HashSet<string> common)
    {
        var post = new Comment { First = start, End = end, Author = author, Posted = anchor < 0 ? null : lines[anchor].Date?.Value, Reason = "date and name repeat like this in every post" };
        for (var i = start; i <= anchor; i++)
        {
            post.Header.Add(i);
            post.ReplyTo ??= i == anchor ? null : CommentHeaders.ReplyTo(lines[i].Text);
        }

        var begun = false;
        for (var i = anchor + 1; i < end; i++)
        {
            var line = lines[i];
            if (i < text || IsSites(line, author, common))
            {
                post.Furniture.Add(i);
            }
            else if (!begun && CommentHeaders.ReplyTo(line.Text) is { } to)
            {
                post.ReplyTo = to;
                post.Header.Add(i);
            }
            else
            {
                begun = true;
            }
        }

        return post;
    }

    /// <summary>Whether the forum put the line there: buttons, ranks, counts, the poster's name again, words that stand in many posts.</summary>
    private static bool IsSites(PageLine line, string? author, HashSet<string> common) =>
        (line.Words <= 8 && line.Has(LineCues.Thread | LineCues.Profile | LineCues.Furniture | LineCues.Advert))
        || line.Words == 0
        || (line.Text.Length <= 8 && line.Folded.Length == 0)
        || (author is not null && line.Text.Length <= author.Length + 3 && line.Text.StartsWith(author, StringComparison.OrdinalIgnoreCase))
        || (line.Words <= 14 && common.Contains(line.Folded))
        || Edited().IsMatch(line.Text);

    /// <summary>Lines, figures left out, that stand in at least a third of the posts, and in three.</summary>
    private HashSet<string> CommonLines(List<int> starts)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var k = 0; k < starts.Count; k++)
        {
            var end = k + 1 < starts.Count ? starts[k + 1] : Math.Min(lines.Count, starts[k] + 60);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = starts[k]; i < end; i++)
            {
                if (lines[i].Words <= 14 && lines[i].Folded.Length > 0 && seen.Add(lines[i].Folded))
                {
                    count[lines[i].Folded] = count.GetValueOrDefault(lines[i].Folded) + 1;
                }
            }
        }

        return [.. count.Where(p => p.Value >= Math.Max(3, starts.Count / 3.0)).Select(p => p.Key)];
    }

    /// <summary>The last post ends before the foot of the page: links, other threads, forms.</summary>
    private int EndOfLast(int from)
    {
        var text = 0;
        for (var i = from; i < lines.Count; i++)
        {
            var line = lines[i];
            var foot = line.Words <= 10 && (line.Has(LineCues.Related | LineCues.Comments | LineCues.Section) || (line.Has(LineCues.Furniture) && !line.Has(LineCues.Thread))) && !line.Has(LineCues.Profile);
            if (text > 0 && (foot || Paging().IsMatch(line.Text)))
            {
                return i;
            }

            text += line.Words >= 3 && !line.Has(LineCues.Thread | LineCues.Profile) ? 1 : 0;
        }

        return lines.Count;
    }

    private int WordsOf(Comment post) => Enumerable.Range(post.First, post.End - post.First).Where(i => !post.Header.Contains(i) && !post.Furniture.Contains(i)).Sum(i => lines[i].Words);

    private double Evidence(List<Comment> posts, List<int> anchors, string shape, (int Offset, string?[] Names, double Share) authors, HashSet<string> common)
    {
        var texts = posts.Select(WordsOf).ToList();
        var filled = texts.Count(t => t > 0);
        if (filled < 0.6 * posts.Count || filled == 0)
        {
            return double.NegativeInfinity;
        }

        var framed = posts.Count(p => Enumerable.Range(p.First, p.End - p.First).Any(i => lines[i].Words <= 6 && (lines[i].Has(LineCues.Thread | LineCues.Profile) || (!p.Header.Contains(i) && common.Contains(lines[i].Folded)))));
        var points = framed >= 0.6 * posts.Count ? 2.5 : 0;
        var worded = shape.Contains('#') || shape.Contains('»') || shape.Contains("says") || shape.Contains("wrote") || shape.Contains("posted") || shape.Contains("ago");
        points += worded ? 1.5 : 0;
        var timed = anchors.Count(a => CommentHeaders.ShowsTime(lines[a].Text)) > anchors.Count / 2;
        points += timed ? 0.7 : 0;
        var counted = Enumerable.Range(0, anchors[^1]).Any(i => lines[i].Words <= 14 && Counted().IsMatch(lines[i].Text));
        points += counted ? 1.2 : 0;
        var named = authors.Share >= 0.8 && authors.Names.Distinct().Count() >= 3;
        points -= !inThread && framed < 0.6 * posts.Count && !counted && !worded && !named ? 2 : 0;
        points -= posts.Count(IsTeaser) > 0.5 * posts.Count ? timed && named ? 1 : 3 : 0;
        points -= AreTitled(posts, anchors, timed) ? timed ? 3 : 5 : 0;
        points -= !inThread && !timed && !counted && HidesArticle(texts) ? 3 : 0;
        points += authors.Share >= 0.8 && authors.Names.Distinct().Count() >= 2 ? 1.5 : 0;
        points += Math.Min(1.0, 0.15 * posts.Count);
        points -= texts.Average() > 350 ? 2 : 0;
        points -= anchors.Count(a => Bylines.Led(lines[a].Text).Count > 0 && !shape.Contains('»')) > anchors.Count / 2 ? 1.5 : 0;
        return points + (0.05 * Math.Min(40, filled));
    }

    /// <summary>Whether at many of those that hold running text a headline of its own stands by the date, of which the text speaks: articles, not posts.</summary>
    private bool AreTitled(List<Comment> posts, List<int> anchors, bool timed)
    {
        var withText = 0;
        var titles = new HashSet<string>(StringComparer.Ordinal);
        for (var k = 0; k < posts.Count; k++)
        {
            var text = Enumerable.Range(anchors[k] + 1, Math.Max(0, Math.Min(posts[k].End, anchors[k] + 14) - anchors[k] - 1)).Select(i => lines[i]).Where(l => l.IsProse).ToList();
            if (text.Sum(l => l.Words) >= 30)
            {
                withText++;
                if (TitleOf(anchors[k], Topic.Of(text), timed ? 2 : 4) is { } title)
                {
                    titles.Add(title);
                }
            }
        }

        return titles.Count > 0.4 * withText;
    }

    /// <summary>Whether one "post" after the first is far longer than all others together: an article under a list of dated links.</summary>
    private static bool HidesArticle(List<int> texts) => texts.Count > 1 && texts.Skip(1).Max() is > 250 and var most && most > 0.7 * texts.Sum();

    private string? TitleOf(int anchor, HashSet<string> text, int repeats)
    {
        for (var i = Math.Max(0, anchor - 6); i <= Math.Min(lines.Count - 1, anchor + 1); i++)
        {
            if (lines[i].Words >= 5 && lines[i].Date is null && lines[i].Repeats <= repeats && lines[i].IsTitleLike && Topic.Share(Topic.Of(lines[i].Folded), text) >= 0.34)
            {
                return lines[i].Folded;
            }
        }

        return null;
    }

    /// <summary>Nothing but a line or two without a full stop: the title of a story, not what somebody wrote.</summary>
    private bool IsTeaser(Comment post)
    {
        var text = Enumerable.Range(post.First, post.End - post.First).Where(i => !post.Header.Contains(i) && !post.Furniture.Contains(i)).ToList();
        return text.Count <= 3 && text.All(i => !lines[i].EndsSentence);
    }

    // "Last edited by ada on …", "zuletzt bearbeitet …", "3 people like this"
    [GeneratedRegex(@"^(?:last edited|edited by|edited:|zuletzt (?:bearbeitet|geändert)|dernière édition|this post (?:has been|was) edited|\[?\s*edited|\[.{0,6}Beitrag von .* bearbeitet)|\d+ (?:people|users?|members?) (?:like|found|thank)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Edited();

    // "Page 1 of 3", "Pages: 1 2 3", "1 2 3 … 10 Next"
    [GeneratedRegex(@"^(?:pages?|seite|gehe zu seite)\b.{0,40}\d|^(?:\d+\s+){2,}|^posts? \d+ to \d+|^(?:similar|related) (?:threads|topics|discussions)|^users (?:viewing|browsing)|^jump to|^who is online|^you (?:must|may|cannot|can not|need)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Paging();

    // "25 replies", "229 posts", "12 Antworten"
    [GeneratedRegex(@"\b\d[\d.,]*\s+(?:replies|posts|messages|comments|responses|answers|antworten|beiträge|réponses|kommentare)\b|\b(?:replies|posts|comments|antworten|views|reply with|post a? ?reply|new topic|thread tools|discussion in)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
