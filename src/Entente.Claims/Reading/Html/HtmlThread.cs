namespace Entente.Claims.Reading.Html;

/// <summary>The comments under an article, or the posts of a page that is a thread and nothing else.</summary>
internal sealed class HtmlThread(HtmlPage page, List<PageLine> lines, Regions regions)
{
    /// <summary>Part of the page's words from which a thread is the page, not a part of it.</summary>
    private const double WholeShare = 0.55;

    private readonly List<int> _at = [];
    private readonly List<PageLine> _own = [];
    private List<Comment> _comments = [];

    /// <summary>Whether the posts are the text of the page.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Looks in the comments' part of the page, else at all of it.</summary>
    public HtmlThread Read((int First, int End) body)
    {
        Take(i => regions.ZoneOf(lines[i].Segment) == Zone.Comments);
        if (_own.Count > 1)
        {
            _comments = new ThreadReader(_own, inThread: true).Read();
        }

        if (_comments.Count == 0)
        {
            Take(i => regions.ZoneOf(lines[i].Segment) is not (Zone.Hidden or Zone.Advert));
            _comments = new ThreadReader(_own).Read();
            IsWhole = _comments.Count > 0 && Words() > WholeShare * BodyWords(body);
            if (!IsWhole)
            {
                _comments.RemoveAll(c => _at[c.First] < body.End);
            }
        }

        ByNesting();
        return this;
    }

    /// <summary>Puts the comments in the place of their segments; all else stays as it is.</summary>
    public void Write(Draft draft)
    {
        if (_comments.Count == 0)
        {
            return;
        }

        var written = new Draft();
        var of = new Dictionary<int, Comment>();
        foreach (var comment in _comments)
        {
            for (var k = comment.First; k < comment.End; k++)
            {
                of[_at[k]] = comment;
            }
        }

        var done = new HashSet<Comment>();
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (!of.TryGetValue(i, out var comment) || draft.Pieces[i].Role == BlockRole.Title)
            {
                written.Pieces.Add(draft.Pieces[i]);
            }
            else if (done.Add(comment))
            {
                CommentWriter.Write(written, _own, comment);
            }
        }

        draft.Pieces.Clear();
        draft.Pieces.AddRange(written.Pieces);
    }

    private void Take(Func<int, bool> belongs)
    {
        _at.Clear();
        _own.Clear();
        for (var i = 0; i < lines.Count; i++)
        {
            if (belongs(i))
            {
                _at.Add(i);
                _own.Add(lines[i]);
            }
        }
    }

    private int Words() => _comments.Sum(c => Enumerable.Range(c.First, c.End - c.First).Where(k => !c.Header.Contains(k) && !c.Furniture.Contains(k)).Sum(k => _own[k].Words));

    private int BodyWords((int First, int End) body)
    {
        var inPosts = _comments.SelectMany(c => Enumerable.Range(c.First, c.End - c.First)).Select(k => _at[k]).ToHashSet();
        return Words() + Enumerable.Range(body.First, Math.Max(0, body.End - body.First)).Where(i => !inPosts.Contains(i)).Sum(i => lines[i].IsProse ? lines[i].Words : 0);
    }

    /// <summary>Answers lie deeper among the elements than what they answer.</summary>
    private void ByNesting()
    {
        if (_comments.Count < 2 || _comments.Exists(c => c.ReplyTo is not null))
        {
            return;
        }

        var depths = _comments.Select(c => Depth(_own[c.First].Segment)).ToList();
        var levels = depths.Distinct().Order().ToList();
        if (levels.Count > 8)
        {
            return;
        }

        for (var k = 0; k < _comments.Count; k++)
        {
            _comments[k].Depth = levels.IndexOf(depths[k]);
        }
    }

    private int Depth(Segment segment) => segment.Element < 0 ? 0 : page.Elements[segment.Element].Depth;
}
