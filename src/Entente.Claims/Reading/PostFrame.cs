namespace Entente.Claims.Reading;

/// <summary>What stands around the dated line of nearly every post of a thread: short lines without a stop, such as names, ranks, numbers and buttons.</summary>
internal sealed class PostFrame
{
    private const double NearlyAll = 0.8;

    private const int Most = 6;

    /// <summary>Lines above its date within which the first post begins.</summary>
    private const int Far = 80;

    private readonly IReadOnlyList<PageLine> _lines;
    private readonly IReadOnlyList<int> _anchors;
    private readonly int _above;

    public PostFrame(IReadOnlyList<PageLine> lines, IReadOnlyList<int> anchors)
    {
        _lines = lines;
        _anchors = anchors;
        _above = Common(-1);
        Below = Common(1);
    }

    /// <summary>How many lines after the dated one are the site's in nearly every post.</summary>
    public int Below { get; }

    /// <summary>Whether the dated line closes its post: text stands right above each, labels below, and less to read below the last than above the first.</summary>
    public bool IsFoot => Below >= 1 && _above == 0 && _anchors.Count >= 3
        && _anchors.Count(a => a > 0 && IsText(_lines[a - 1])) >= NearlyAll * _anchors.Count && IsRead(_lines[Math.Max(0, _anchors[0] - 1)])
        && WordsFrom(_anchors[^1] + 1) < WordsFrom(_anchors[0] - Most);

    private int WordsFrom(int first) => Enumerable.Range(first, Most).Where(i => i >= 0 && i < _lines.Count && IsText(_lines[i])).Sum(i => _lines[i].Words);

    /// <summary>Where the first post of a thread with closing dates begins: at the labels above its text.</summary>
    public int FirstHead()
    {
        for (var i = _anchors[0] - 1; i - Below >= 0 && i > _anchors[0] - Far; i--)
        {
            if (Enumerable.Range(i - Below, Below).All(j => IsLabel(_lines[j])) && IsText(_lines[i]))
            {
                return i - Below;
            }
        }

        return Math.Max(0, _anchors[0] - 1);
    }

    /// <summary>Where the header of post <paramref name="k"/> begins: at the poster's name, or higher where lines of the header stand above it.</summary>
    public int Start(int k, int nameOffset)
    {
        var anchor = _anchors[k];
        var named = Math.Max(0, anchor + Math.Min(0, nameOffset));
        if (nameOffset < 0 && named > 0 && CommentHeaders.ReplyTo(_lines[named].Text) is not null)
        {
            named--;
        }

        var start = anchor;
        while (start > named || (start > 0 && start > anchor - _above && IsLabel(_lines[start - 1])))
        {
            start--;
        }

        return start;
    }

    /// <summary>How many lines next to the dated one look like labels in nearly every post (after it, the last left out: there the thread may end).</summary>
    private int Common(int step)
    {
        var posts = step > 0 ? _anchors.Count - 1 : _anchors.Count;
        for (var n = 1; n <= Most; n++)
        {
            if (_anchors.Count < 3 || Enumerable.Range(0, posts).Count(k => Has(k, n * step)) < NearlyAll * posts)
            {
                return n - 1;
            }
        }

        return Most;
    }

    private bool Has(int k, int offset)
    {
        var i = _anchors[k] + offset;
        var low = k > 0 ? _anchors[k - 1] : -1;
        var high = k + 1 < _anchors.Count ? _anchors[k + 1] : _lines.Count;
        return i > low && i < high && IsLabel(_lines[i]);
    }

    /// <summary>Something to read rather than a title, which the page would say again.</summary>
    private static bool IsRead(PageLine line) => IsText(line) && line.Repeats == 1 && (line.EndsSentence || line.Words >= PageLine.ProseWords);

    private static bool IsText(PageLine line) => !IsLabel(line);

    private static bool IsLabel(PageLine line) => line.Words <= 5 && line.Text.Length <= 50 && !line.EndsSentence && line.Text[^1] is not (',' or '!' or '?' or ';');
}
