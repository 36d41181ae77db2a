namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Tells the lines of posts that the site put there from those that somebody wrote, by words and by what repeats from post to post.</summary>
internal sealed class PostLines
{
    private const int LongestFrame = 14;
    private const int LongestHeader = 24;
    private const double PerFrame = -4;
    private const double ShortWord = 0.4;

    private readonly List<PageLine> _lines;
    private readonly HashSet<string> _common;
    private readonly HashSet<int> _marked;
    private readonly double[] _worth;
    private readonly int[] _dated;
    private readonly int[] _named;
    private readonly double[] _text;

    public PostLines(List<PageLine> lines, PageMarks marks, IReadOnlyList<PostRange> posts)
    {
        _lines = lines;
        _common = Common(lines, posts);
        HashSet<int> dated = [.. marks.Dates.Where(d => d.IsShown && lines[d.Line].Words <= LongestFrame).Select(d => d.Line)];
        HashSet<int> named = [.. marks.Names.Where(n => !n.IsGuess && n.Name.Length >= lines[n.Line].Text.Length - 3).Select(n => n.Line)];
        _marked = [.. dated, .. named];
        HashSet<int> datedLines = [.. marks.Dates.Where(d => d.IsShown && lines[d.Line].Words <= LongestHeader).Select(d => d.Line)];
        HashSet<int> namedLines = [.. marks.Names.Where(n => !n.IsGuess && lines[n.Line].Words <= LongestHeader).Select(n => n.Line)];
        (_dated, _named, _text) = (new int[lines.Count + 1], new int[lines.Count + 1], new double[lines.Count + 1]);
        _worth = new double[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            _dated[i + 1] = _dated[i] + (datedLines.Contains(i) ? 1 : 0);
            _named[i + 1] = _named[i] + (namedLines.Contains(i) ? 1 : 0);
            _text[i + 1] = _text[i] + (marks.IsSeen(lines[i]) ? Math.Max(0, Worth(i)) : 0);
            _worth[i + 1] = _worth[i] + (marks.IsSeen(lines[i]) ? Worth(i) : 0);
        }
    }

    /// <summary>How much of the lines [first, end) is somebody's text: words for, lines of the site against.</summary>
    public double Worth(int first, int end) => end <= first ? 0 : _worth[end] - _worth[first];

    /// <summary>Of the lines [first, end) what may be text, lines of the site left out.</summary>
    public double Text(int first, int end) => end <= first ? 0 : _text[end] - _text[first];

    /// <summary>Whether both a name and a date stand in the lines: then a post's header is among them.</summary>
    public bool IsHeaded(int first, int end) => end > first && _dated[end] > _dated[first] && _named[end] > _named[first];

    /// <summary>Whether the line is nothing but words that sites put under posts.</summary>
    public bool IsButton(int i) => _lines[i].Words <= 4 && (_lines[i].Words == 0 ? _lines[i].Text.Length <= 3 : _lines[i].Has(LineCues.Thread) && !_lines[i].EndsSentence);

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
                if (lines[i].Words <= LongestFrame && lines[i].Folded.Length > 0 && seen.Add(lines[i].Folded))
                {
                    count[lines[i].Folded] = count.GetValueOrDefault(lines[i].Folded) + 1;
                }
            }
        }

        return [.. count.Where(p => p.Value >= Math.Max(3, posts.Count / 3.0)).Select(p => p.Key)];
    }
}
