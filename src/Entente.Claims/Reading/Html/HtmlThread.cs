using Entente.Claims.Reading.Html.Threads;

namespace Entente.Claims.Reading.Html;

/// <summary>The comments under an article, or the posts of a page that is a thread and nothing else: mined from its elements, else found by its lines.</summary>
internal sealed class HtmlThread
{
    /// <summary>Part of the page's words from which a thread is the page, not a part of it.</summary>
    private const double WholeShare = 0.55;

    /// <summary>Part of all the page's words that the posts of a thread hold, menus and lists beside it counted.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Words of running text above comments.</summary>
    private const int CommentedWords = 40;

    /// <summary>So many times the words of all comments together are no post but what they comment on.</summary>
    private const int TooLong = 3;

    private readonly List<PageLine> _lines;
    private readonly Regions _regions;
    private readonly PageMetadata _metadata;
    private readonly MinedThread? _mined;
    private readonly LineThread? _byLines;

    public HtmlThread(HtmlPage page, List<PageLine> lines, Regions regions, PageMetadata metadata, (int First, int End) body)
    {
        (_lines, _regions, _metadata) = (lines, regions, metadata);
        _mined = WithoutArticle(PostMiner.Mine(page, lines, regions));
        IsWhole = _mined is not null && IsPage(_mined, body);
        if (_mined is not null && !IsWhole && !IsBelow(_mined, body))
        {
            _mined = null;
        }

        if (_mined is not null)
        {
            return;
        }

        _byLines = new LineThread(page, lines, regions, metadata).Read(body);
        IsWhole = _byLines.IsWhole;
    }

    /// <summary>Whether the posts are the text of the page.</summary>
    public bool IsWhole { get; }

    /// <summary>Leaves the segments [from, end), with the comments in the place of theirs.</summary>
    public void Write(Draft draft, int from, int end)
    {
        if (_mined is null)
        {
            _byLines!.Write(draft, from, end);
            return;
        }

        var of = new Dictionary<int, MinedPost>();
        foreach (var post in _mined.Posts)
        {
            foreach (var i in post.Header.Concat(post.Text).Concat(post.Frame))
            {
                of[i] = post;
            }
        }

        var written = new Draft();
        var done = new HashSet<MinedPost>(ReferenceEqualityComparer.Instance);
        for (var i = from; i < end; i++)
        {
            if (!of.TryGetValue(i, out var post) || draft.Pieces[i].Role == BlockRole.Title)
            {
                written.Pieces.Add(draft.Pieces[i]);
            }
            else if (done.Add(post))
            {
                PostWriter.Write(written, _lines, post);
            }
        }

        if (IsWhole)
        {
            CommentWriter.Opening(draft, _mined.Posts[0].Author, _mined.Posts[0].Posted);
        }

        draft.Pieces.Clear();
        draft.Pieces.AddRange(written.Pieces);
    }

    /// <summary>
    /// Posts are the page when the first of them opens it, when the page calls itself a thread, or when they hold most of its words; not when they stand in its comments' part
    /// or the page calls itself an article.
    /// </summary>
    private bool IsPage(MinedThread thread, (int First, int End) body)
    {
        if (_metadata.Kind is { } kind && (kind.EndsWith("Article", StringComparison.Ordinal) || kind is "BlogPosting" or "Report"))
        {
            return false;
        }

        if (_metadata.Kind is "DiscussionForumPosting" or "QAPage" or "Question")
        {
            return true;
        }

        if (AreCards(thread))
        {
            return false;
        }

        if (thread.Opened && !InCommentsPart(thread))
        {
            return true;
        }

        var words = thread.Posts.Sum(WordsOf);
        return thread.Share >= LeastShare && !InCommentsPart(thread) && words > WholeShare * (words + WordsAbove(thread, body));
    }

    /// <summary>The thread without the article, where that has the shape of its comments: it stands above their part of the page and is longer than all of them.</summary>
    private MinedThread? WithoutArticle(MinedThread? thread)
    {
        if (thread is null || thread.Posts.Count < 2 || IsComment(thread.Posts[0]) || !thread.Posts.Skip(1).All(IsComment))
        {
            return thread;
        }

        var words = thread.Posts.Select(WordsOf).ToList();
        return words[0] > TooLong * words.Skip(1).Sum() ? new MinedThread([.. thread.Posts.Skip(1)], false, thread.Share * (words.Sum() - words[0]) / Math.Max(1, words.Sum())) : thread;
    }

    private int WordsOf(MinedPost post) => post.Text.Sum(i => _lines[i].Words);

    private bool IsComment(MinedPost post) => _regions.ZoneOf(_lines[post.Text[0]].Segment) == Zone.Comments;

    /// <summary>Whether what repeats are cards that lead to pages of their own.</summary>
    private bool AreCards(MinedThread thread) => new Cards(_lines).Are([.. thread.Posts.Select(p => (thread.Opened ? p.Text : p.Text.Concat(p.Frame)).ToList())]);

    /// <summary>Comments stand in their own part of the page, or below some text that they comment on.</summary>
    private bool IsBelow(MinedThread thread, (int First, int End) body) =>
        InCommentsPart(thread) || WordsAbove(thread, body) >= CommentedWords;

    private bool InCommentsPart(MinedThread thread) => IsComment(thread.Posts[0]);

    /// <summary>Words of running text above the first post. What stands below posts is no article that they comment on: other threads, other stories.</summary>
    private int WordsAbove(MinedThread thread, (int First, int End) body)
    {
        var words = 0;
        for (var i = body.First; i < Math.Min(body.End, thread.Posts[0].Range.First); i++)
        {
            words += _lines[i].IsProse && _regions.ZoneOf(_lines[i].Segment) == Zone.None ? _lines[i].Words : 0;
        }

        return words;
    }
}
