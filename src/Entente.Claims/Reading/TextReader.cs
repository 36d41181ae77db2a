namespace Entente.Claims.Reading;

/// <summary>An article with its roled segments, before its text is laid out.</summary>
internal sealed class Draft
{
    public List<RoledSegment> Pieces { get; } = [];

    public List<string> Authors { get; } = [];

    public string? Title { get; set; }

    public string? Uri { get; set; }

    public string? Publisher { get; set; }

    /// <summary>The outlet that it was taken over from, where the carrier says so.</summary>
    public string? TakenFrom { get; set; }

    /// <summary>What was wrong with the page itself.</summary>
    public List<Problem> Problems { get; } = [];

    public double Confidence { get; set; } = 1;

    public List<DateEvidence> Dates { get; } = [];

    /// <summary>How the page writes dates of figures.</summary>
    public DateOrder Order { get; init; }
}

/// <summary>Reads pages of which only the text is left.</summary>
internal static class TextReader
{
    public static List<Draft> Read(string decoded) => Read(LineSplitter.Split(decoded));

    public static List<Draft> Read(IReadOnlyList<Segment> segments)
    {
        var lines = PageLine.Mark(segments);
        var comments = new ThreadReader(lines).Read();
        var closed = new bool[lines.Count];
        foreach (var comment in comments)
        {
            Array.Fill(closed, true, comment.First, comment.End - comment.First);
        }

        var articles = new ArticleSplitter(lines, closed).Split();
        var threads = comments.ToDictionary(c => c.First);
        var drafts = new List<Draft>();
        if (articles.Count == 0)
        {
            drafts.Add(NoArticle(lines, threads));
        }

        for (var k = 0; k < articles.Count; k++)
        {
            var first = k == 0 ? 0 : articles[k].First;
            var end = k + 1 < articles.Count ? articles[k + 1].First : lines.Count;
            drafts.Add(Article(lines, articles[k], first, end, threads));
        }

        if (segments.Count >= Segment.Most)
        {
            drafts[0].Problems.Add(Segment.TooMany);
        }

        return drafts;
    }

    private static Draft Article(List<PageLine> lines, ArticleRange article, int first, int end, Dictionary<int, Comment> threads)
    {
        var draft = new Draft { Order = lines[0].Order, Title = article.Title >= 0 ? lines[article.Title].Text : null, Confidence = Math.Min(0.95, 0.5 + (article.Weight / 1000)) };
        var reader = new ArticleReader(lines, article);
        for (var i = first; i < end; i++)
        {
            if (threads.TryGetValue(i, out var comment))
            {
                CommentWriter.Write(draft, lines, comment);
                i = comment.End - 1;
                continue;
            }

            var (role, reason) = reader.RoleOf(i);
            Add(draft, lines[i].Segment, role, reason);
        }

        draft.Authors.AddRange(reader.Authors);
        Quotations.Mark(draft);
        return draft;
    }

    private static void Add(Draft draft, Segment segment, BlockRole role, string reason)
    {
        if (role is not (BlockRole.Body or BlockRole.Aside))
        {
            draft.Pieces.Add(new RoledSegment(segment, role, reason));
            return;
        }

        foreach (var (piece, isCrossref) in CrossrefSplitter.Split(segment))
        {
            draft.Pieces.Add(new RoledSegment(piece, isCrossref ? BlockRole.Crossref : role, isCrossref ? "bracketed pointer to another story" : reason));
        }
    }

    private static Draft NoArticle(List<PageLine> lines, Dictionary<int, Comment> threads)
    {
        var draft = new Draft { Confidence = 0 };
        for (var i = 0; i < lines.Count; i++)
        {
            if (threads.TryGetValue(i, out var comment))
            {
                CommentWriter.Write(draft, lines, comment);
                i = comment.End - 1;
            }
            else
            {
                draft.Pieces.Add(new RoledSegment(lines[i].Segment, BlockRole.Furniture, "no article on the page"));
            }
        }

        return draft;
    }
}
