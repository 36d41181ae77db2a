namespace Entente.Claims.Reading.Html;

/// <summary>The comments under an article, or the posts of a thread, where no elements repeat: found by the lines of the page.</summary>
internal sealed class LineThread(HtmlPage page, List<PageLine> lines, Regions regions, PageMetadata metadata)
{
    /// <summary>Part of the page's words from which a thread is the page, not a part of it.</summary>
    private const double WholeShare = 0.55;

    /// <summary>Part of a thread's words that one post can have, if it is long.</summary>
    private const double LongestPost = 0.7;

    /// <summary>So few in the comments' part may be no comments at all: then the page may still be a thread.</summary>
    private const int FewComments = 2;

    /// <summary>Part of the posts that must have a name and a day.</summary>
    private const double Sure = 0.8;

    private List<int> _at = [];
    private List<PageLine> _own = [];
    private List<Comment> _comments = [];

    /// <summary>Whether the posts are the text of the page.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Looks in the comments' part of the page, else at all of it.</summary>
    public LineThread Read((int First, int End) body)
    {
        Take(i => regions.ZoneOf(lines[i].Segment) == Zone.Comments);
        if (_own.Count > 1)
        {
            _comments = new ThreadReader(_own, inThread: true).Read();
        }

        if (_comments.Count <= FewComments)
        {
            var few = (Comments: _comments, At: _at.ToList(), Own: _own.ToList());
            Take(i => regions.ZoneOf(lines[i].Segment) is not (Zone.Hidden or Zone.Advert));
            _comments = new ThreadReader(_own).Read();
            if (_comments.Count > 0 && AreCards())
            {
                _comments.Clear();
            }

            IsWhole = _comments.Count > 0 && IsNamed() && !IsArticle() && Words() > WholeShare * BodyWords(body);
            if (!IsWhole)
            {
                _comments.RemoveAll(c => _at[c.First] < body.End && !IsTail(body));
            }

            if (few.Comments.Count > 0 && !IsWhole)
            {
                (_comments, _at, _own) = (few.Comments, few.At, few.Own);
            }
        }

        ByNesting();
        return this;
    }

    /// <summary>Leaves the segments [from, end), with the comments in the place of theirs.</summary>
    public void Write(Draft draft, int from, int end)
    {
        // links and adverts behind the last comment are none of it
        if (!IsWhole && _comments is [.., var last])
        {
            var further = Enumerable.Range(last.First + 1, Math.Max(0, last.End - last.First - 1)).Where(k => draft.Pieces[_at[k]].Role is BlockRole.Crossref or BlockRole.Advert);
            last.End = further.DefaultIfEmpty(last.End).First();
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
        for (var i = from; i < end; i++)
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

        if (IsWhole)
        {
            CommentWriter.Opening(draft, _comments[0].Author, _comments[0].Posted);
        }

        draft.Pieces.Clear();
        draft.Pieces.AddRange(written.Pieces);
    }

    /// <summary>The article's element holds the comments too: from the first on nothing else is in it.</summary>
    private bool IsTail((int First, int End) body)
    {
        if (_comments.Count < 2 || _at[_comments[0].First] <= body.First || !IsNamed() || !_comments.TrueForAll(c => CommentHeaders.Whole(_own[c.First]) is not null))
        {
            return false;
        }

        var own = _comments.SelectMany(c => Enumerable.Range(c.First, c.End - c.First)).Select(k => _at[k]).ToHashSet();
        return Enumerable.Range(_at[_comments[0].First], Math.Max(0, body.End - _at[_comments[0].First])).All(i => own.Contains(i) || !lines[i].IsProse);
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

    /// <summary>Posts without elements of their own have names and days with a year: lists of dated things have not.</summary>
    private bool IsNamed() => _comments.Count(c => c.Author is not null) >= Sure * _comments.Count && _comments.Count(c => c.Posted is { } day && !day.StartsWith("--", StringComparison.Ordinal)) >= Sure * _comments.Count;

    /// <summary>The page calls itself an article, or one of the posts is nearly all there is: then what was found are dates in an article or under it.</summary>
    private bool IsArticle() =>
        (metadata.Kind is { } kind && (kind.EndsWith("Article", StringComparison.Ordinal) || kind is "BlogPosting" or "Report"))
        || (_comments.Max(WordsOf) is > 250 and var most && most > LongestPost * Words());

    private bool AreCards() => Cards.AreOfOne([.. _comments.Select(c => c.Author)]) || new Cards(lines).Are([.. _comments.Select(c => Enumerable.Range(c.First, c.End - c.First).Select(k => _at[k]).ToList())]);

    private int Words() => _comments.Sum(WordsOf);

    private int WordsOf(Comment comment) => Enumerable.Range(comment.First, comment.End - comment.First).Where(k => !comment.Header.Contains(k) && !comment.Furniture.Contains(k)).Sum(k => _own[k].Words);

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
