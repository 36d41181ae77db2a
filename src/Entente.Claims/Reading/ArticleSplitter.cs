namespace Entente.Claims.Reading;

/// <summary>One article among the lines of a page: lines [First, End), its headline and its text [BodyFirst, BodyEnd).</summary>
internal sealed record ArticleRange(int First, int End, int Title, int BodyFirst, int BodyEnd, double Weight);

/// <summary>Finds where the articles of a page begin, by the change of words from one text to the next and by what stands around a headline, and in each its running text.</summary>
internal sealed class ArticleSplitter(IReadOnlyList<PageLine> lines, bool[] closed)
{
    /// <summary>What another article on the page costs, in nats for each order of magnitude (of e) of the page's words.</summary>
    private const double Dearness = 12;

    /// <summary>Nats by which each point of marks around its headline makes another article cheaper.</summary>
    private const double PerMark = 25;

    /// <summary>Nats by which each point of the headline's own wording does.</summary>
    private const double PerWording = 5;

    /// <summary>Nats that a headline costs more which has no mark of being one: most are sub-headings.</summary>
    private const double Bare = 80;

    /// <summary>The same on a page that shows the frame of its site: there further articles would show theirs.</summary>
    private const double BareInFrame = 120;

    /// <summary>Short lines at the top of a page that are the frame of a site.</summary>
    private const int FrameLines = 12;

    /// <summary>Text, in words, below which there is no article.</summary>
    private const double LeastWeight = 45;

    /// <summary>How far below a headline its byline and date can stand.</summary>
    private const int HeadLines = 14;

    private readonly HeadlineFinder _headlines = new(lines, closed);

    private readonly BodyFinder _bodies = new(lines, closed);

    public List<ArticleRange> Split()
    {
        var starts = Starts();
        var articles = new List<ArticleRange>();
        for (var k = 0; k < starts.Count; k++)
        {
            var end = k + 1 < starts.Count ? HeadOf(starts[k + 1]) : lines.Count;
            var first = k == 0 ? 0 : HeadOf(starts[k]);
            if (Read(first, end, k == 0 ? -1 : starts[k]) is { } article)
            {
                articles.Add(article);
            }
        }

        return Joined(articles);
    }

    /// <summary>Headlines of further articles; the first entry is −1 and stands for the top of the page.</summary>
    private List<int> Starts()
    {
        var units = new List<List<int>>();
        var heads = new List<Head>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var best = Head.None;
        for (var i = 0; i < lines.Count; i++)
        {
            if (closed[i] || !lines[i].IsProse)
            {
                var (score, marks) = units.Count == 0 ? (double.NegativeInfinity, 0) : _headlines.Score(i);
                best = score > best.Score ? new Head(i, score, marks) : best;
                continue;
            }

            if (units.Count == 0 || best.Line >= 0)
            {
                units.Add([]);
                heads.Add(best);
                best = Head.None;
            }

            foreach (var stem in lines[i].Stems)
            {
                numbers.TryAdd(stem, numbers.Count);
                units[^1].Add(numbers[stem]);
            }
        }

        var words = units.Sum(u => u.Count);
        return [-1, .. TopicSegmenter.Divide([.. units.Select(u => u.ToArray())], numbers.Count, [.. heads.Select(h => Cost(h, words))]).Select(u => heads[u].Line)];
    }

    /// <summary>What it costs to let an article begin with the headline, on a page of so many words.</summary>
    private double Cost(Head head, int words)
    {
        if (head.Line < 0)
        {
            return double.PositiveInfinity;
        }

        var bare = head.Marks > 0 ? 0 : lines.Take(FrameLines).Any(l => l.IsProse) ? Bare : BareInFrame;
        return (Dearness * Math.Log(Math.Max(2, words))) + bare - (PerMark * head.Marks) - (PerWording * (head.Score - head.Marks));
    }

    /// <summary>The first line that belongs to the headline: rubrics right above it.</summary>
    private int HeadOf(int title)
    {
        var head = title;
        while (head > 0 && !closed[head - 1] && lines[head - 1] is { Words: <= 4 } line && line.Has(LineCues.Section) && !line.Has(LineCues.End))
        {
            head--;
        }

        return head;
    }

    private ArticleRange? Read(int first, int end, int title)
    {
        var (from, to, weight) = _bodies.Find(Math.Max(first, title + 1), end);
        if (weight < LeastWeight)
        {
            return null;
        }

        title = title >= 0 ? title : Headline(first, from, to);
        return new ArticleRange(first, end, title, AfterHead(title, from, to), to, weight);
    }

    /// <summary>Byline, date and "Published" under the headline end its head, also when the deck before them is running text.</summary>
    private int AfterHead(int title, int from, int to)
    {
        var prose = 0;
        var head = from;
        for (var i = title + 1; title >= 0 && i < Math.Min(to, title + HeadLines) && prose <= 1; i++)
        {
            var line = lines[i];
            prose += line.IsProse ? 1 : 0;
            var cue = line.IsDateLine || (line.Has(LineCues.Published) && line.Words <= 8) || (Bylines.Led(line.Text).Count > 0 && !line.EndsSentence);
            head = cue && !line.IsProse && i + 1 > head ? i + 1 : head;
        }

        return head;
    }

    /// <summary>The best headline above the text (or, where short lines were taken for text, among its first lines).</summary>
    private int Headline(int first, int from, int to)
    {
        var best = -1;
        var score = 0.2;
        for (var i = first; i < Math.Min(to, from + 3); i++)
        {
            if (i >= from && lines[i].IsProse)
            {
                break;
            }

            var (points, _) = _headlines.Score(i);
            if (points > score || (points > score - 0.3 && best >= 0 && lines[i].IsLike(lines[best])))
            {
                best = i;
                score = points;
            }
        }

        return best;
    }

    /// <summary>An article without a headline, right after another, goes on with it.</summary>
    private static List<ArticleRange> Joined(List<ArticleRange> articles)
    {
        var joined = new List<ArticleRange>();
        foreach (var article in articles)
        {
            if (joined.Count > 0 && article.Title < 0)
            {
                joined[^1] = joined[^1] with { End = article.End };
            }
            else
            {
                joined.Add(article);
            }
        }

        return joined;
    }

    /// <summary>The best headline between two paragraphs.</summary>
    private readonly record struct Head(int Line, double Score, double Marks)
    {
        public static Head None { get; } = new(-1, double.NegativeInfinity, 0);
    }
}
