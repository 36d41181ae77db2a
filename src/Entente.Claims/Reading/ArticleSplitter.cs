namespace Entente.Claims.Reading;

/// <summary>One article among the lines of a page: lines [First, End), its headline and its text [BodyFirst, BodyEnd).</summary>
internal sealed record ArticleRange(int First, int End, int Title, int BodyFirst, int BodyEnd, double Weight);

/// <summary>Finds where the articles of a page begin, and in each the densest stretch of running text.</summary>
internal sealed class ArticleSplitter(IReadOnlyList<PageLine> lines, bool[] closed)
{
    /// <summary>Points at which a line between two texts is the headline of another article.</summary>
    private const double BeginsAnother = 3.4;

    /// <summary>Points from cues alone that it must have.</summary>
    private const double LeastCues = 2.0;

    /// <summary>Text, in words, below which there is no article.</summary>
    private const double LeastWeight = 45;

    /// <summary>How far below a headline its byline and date can stand.</summary>
    private const int HeadLines = 14;

    private readonly HeadlineFinder _headlines = new(lines, closed);

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
        var starts = new List<int> { -1 };
        var since = 0.0;
        var best = (-1, 0.0);
        for (var i = 0; i < lines.Count; i++)
        {
            var prose = !closed[i] && lines[i].IsProse;
            if (prose)
            {
                if (best.Item1 >= 0 && since >= LeastWeight)
                {
                    starts.Add(best.Item1);
                    since = 0;
                }

                best = (-1, 0);
                since += lines[i].Words;
                continue;
            }

            if (since < LeastWeight)
            {
                continue;
            }

            var (score, cues) = _headlines.Score(i);
            if (score >= BeginsAnother && cues >= LeastCues && score > best.Item2)
            {
                best = (i, score);
            }
        }

        return starts;
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
        var (from, to, weight) = Densest(Math.Max(first, title + 1), end);
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
            if (points > score || (points > score - 0.3 && best >= 0 && lines[i].Folded == lines[best].Folded))
            {
                best = i;
                score = points;
            }
        }

        return best;
    }

    /// <summary>The stretch of lines with the greatest sum of weights (Bentley 1984): prose counts for its words, short lines against it.</summary>
    private (int From, int To, double Weight) Densest(int first, int end)
    {
        double sum = 0, best = 0;
        int begin = first, from = first, to = first;
        for (var i = first; i < end; i++)
        {
            var weight = closed[i] ? -200 : Weight(i);
            if (sum <= 0)
            {
                sum = 0;
                begin = i;
            }

            sum += weight;
            if (sum > best)
            {
                best = sum;
                from = begin;
                to = i + 1;
            }
        }

        return (from, to, best);
    }

    private double Weight(int i)
    {
        var line = lines[i];
        if (line.IsNotice)
        {
            return -5;
        }

        if (line.Repeats > 1 && line.Words < 25)
        {
            return -5;
        }

        return line switch
        {
            { IsProse: true, EndsSentence: true } => Math.Min(line.Words, 60),
            { IsProse: true } => Math.Min(line.Words, 60) * 0.5,
            { IsSentence: true } => line.Words * 0.7,
            { Words: >= 6 } when line.Text[^1] is ':' or ',' or ';' or '”' or '"' => 3,
            { Words: <= 12 } when line.Has(LineCues.End | LineCues.Related) => -6,
            { IsDateLine: true } => -5,
            _ => -3,
        };
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
}
