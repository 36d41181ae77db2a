namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Tells the lines of posts that the site put there from those that somebody wrote, by words and by what repeats from post to post.</summary>
internal sealed class PostLines
{
    private const int LongestFrame = 14;
    private const double PerFrame = -4;
    private const double ShortWord = 0.4;

    private readonly List<PageLine> _lines;
    private readonly HashSet<string> _common;
    private readonly HashSet<int> _marked;
    private readonly double[] _worth;

    public PostLines(List<PageLine> lines, PageMarks marks, IReadOnlyList<PostRange> posts)
    {
        _lines = lines;
        _common = Common(lines, posts);
        _marked = [.. marks.Dates.Where(d => lines[d.Line].Words <= LongestFrame).Select(d => d.Line), .. marks.Names.Where(n => n.Name.Length >= lines[n.Line].Text.Length - 3).Select(n => n.Line)];
        _worth = new double[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            _worth[i + 1] = _worth[i] + (marks.IsSeen(lines[i]) ? Worth(i) : 0);
        }
    }

    /// <summary>How much of the lines [first, end) is somebody's text: words for, lines of the site against.</summary>
    public double Worth(int first, int end) => end <= first ? 0 : _worth[end] - _worth[first];

    /// <summary>Whether the site put the line there: buttons, ranks, counts, words that stand in many posts.</summary>
    public bool IsFrame(int i)
    {
        var line = _lines[i];
        return line.Words == 0 ? line.Text.Length <= 8
            : (line.Words <= 8 && line.Has(LineCues.Thread | LineCues.Profile | LineCues.Furniture | LineCues.Advert)) || (line.Words <= LongestFrame && _common.Contains(line.Folded));
    }

    private double Worth(int i)
    {
        var line = _lines[i];
        return IsFrame(i) || _marked.Contains(i) ? PerFrame : line.Words >= 5 || line.EndsSentence ? line.Words : ShortWord * line.Words;
    }

    /// <summary>Lines, figures left out, that stand in at least a third of the posts, and in three.</summary>
    private static HashSet<string> Common(List<PageLine> lines, IReadOnlyList<PostRange> posts)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var i in post.Lines())
            {
                if (lines[i].Folded.Length > 0 && lines[i].Words <= LongestFrame && seen.Add(lines[i].Folded))
                {
                    count[lines[i].Folded] = count.GetValueOrDefault(lines[i].Folded) + 1;
                }
            }
        }

        return [.. count.Where(p => p.Value >= Math.Max(3, posts.Count / 3.0)).Select(p => p.Key)];
    }
}
