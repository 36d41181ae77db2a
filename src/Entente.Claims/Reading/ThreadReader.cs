namespace Entente.Claims.Reading;

/// <summary>Finds comment threads and forum posts among the lines of a page.</summary>
internal sealed class ThreadReader(IReadOnlyList<PageLine> lines, bool inThread = false)
{
    /// <summary>Words of the longest line that says that comments follow: it may name the story ("3 thoughts on …").</summary>
    private const int LabelWords = 16;

    private readonly Lazy<int> _label = new(() => FirstLabel(lines));

    /// <summary>The comments of the page in their order.</summary>
    public List<Comment> Read()
    {
        var comments = WithWordedHeaders(bare: false);
        if (comments.Count == 0)
        {
            comments = new PostFinder(lines, inThread).Find();
        }

        if (comments.Count == 0 && _label.Value < lines.Count)
        {
            comments = WithWordedHeaders(bare: true);
        }

        Nest(comments);
        return comments;
    }

    /// <summary>Threads whose headers tell themselves: "X in reply to Y. | date", "X | date, time", or a name, "Reply to Y" and a date on lines of their own.</summary>
    private List<Comment> WithWordedHeaders(bool bare)
    {
        var comments = new List<Comment>();
        var worded = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (CommentHeaders.Whole(lines[i]) is { } whole)
            {
                worded += whole.ReplyTo is null ? 0 : 1;
                comments.Add(Headed(i, i + 1, whole));
            }
            else if (StackedHeader(i, bare) is { } stacked)
            {
                worded += stacked.Header.ReplyTo is null && stacked.End - i < 3 ? 0 : 1;
                comments.Add(Headed(i, stacked.End, stacked.Header));
                i = stacked.End - 1;
            }
        }

        var label = CommentsLabel(comments.Count > 0 ? comments[0].First : 0);
        if (comments.Count == 0 || (worded == 0 && label < 0))
        {
            return [];
        }

        if (comments.Count > 0 && label < 0 && worded < 2 && comments.Count < 3)
        {
            return [];
        }

        return new LostHeaders(lines).Fill(comments, label);
    }

    private Comment Headed(int first, int end, CommentHeader header)
    {
        var comment = new Comment { First = first, End = end, Author = header.Author, Posted = header.Posted, ReplyTo = header.ReplyTo, Reason = header.ReplyTo is null ? "header with name and date" : "header that names the one answered" };
        for (var i = first; i < end; i++)
        {
            // a header that has the comment behind a mere line break is no block of its own
            if (CommentHeaders.Break(lines[i].Text) == lines[i].Text.Length)
            {
                comment.Header.Add(i);
            }
        }

        return comment;
    }

    /// <summary>A name (often twice), perhaps "Reply to Y", then a line that is only a date.</summary>
    private (CommentHeader Header, int End)? StackedHeader(int at, bool bareToo)
    {
        if (!IsShortName(at))
        {
            return null;
        }

        var name = lines[at].Text;
        var i = at + 1;
        var twice = i < lines.Count && lines[i].Text == name;
        i += twice ? 1 : 0;
        var says = CommentHeaders.Says(name);
        string? to = null;
        if (i < lines.Count && CommentHeaders.ReplyTo(lines[i].Text) is { } target)
        {
            to = target;
            i++;
        }

        // A bare name over a bare date begins a comment only where the page has said that comments follow.
        var bare = !twice && to is null && says is null;
        if (i >= lines.Count || lines[i].Date is not { } date || lines[i].Words > (bare ? 4 : 8) || (bare && (!bareToo || _label.Value >= at)))
        {
            return null;
        }

        i++;
        if (to is null && i < lines.Count && CommentHeaders.ReplyTo(lines[i].Text) is { } later)
        {
            to = later;
            i++;
        }

        return (new CommentHeader(says ?? name, date.Value, to), i);
    }

    private bool IsShortName(int at) => lines[at] is { Words: >= 1 and <= 7, Date: null, Text.Length: <= 50 } line && (line.Text[^1] is not ('.' or '?' or '!') || EndsInInitial(line.Text)) && !line.Text.Contains(": ", StringComparison.Ordinal) && (line.Cues & ~LineCues.Section) == LineCues.None;

    /// <summary>"Ada E."</summary>
    private static bool EndsInInitial(string name) => name.Length > 3 && name[^1] == '.' && char.IsUpper(name[^2]) && name[^3] == ' ';

    private static int FirstLabel(IReadOnlyList<PageLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Has(LineCues.Comments) && lines[i].Words <= LabelWords)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    /// <summary>The line "Comments", "12 Comments", "What do you think?" before the first comment, or −1.</summary>
    private int CommentsLabel(int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            if (lines[i].Has(LineCues.Comments) && lines[i].Words <= LabelWords)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Depth from the one answered: what answers nobody answers the article; indent decides where names do not.</summary>
    private void Nest(List<Comment> comments)
    {
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var indents = comments.Select(IndentOf).Distinct().Order().ToList();
        foreach (var comment in comments)
        {
            var level = indents.IndexOf(IndentOf(comment));
            comment.Depth ??= level > 0 ? level : comment.ReplyTo is { } to ? (byName.TryGetValue(to, out var depth) ? depth : 0) + 1 : 0;
            if (comment.Author is { } author)
            {
                byName[author] = comment.Depth.Value;
            }
        }
    }

    private int IndentOf(Comment comment) => lines[comment.First].Segment.Indent;
}
