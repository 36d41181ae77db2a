namespace Entente.Claims.Reading;

/// <summary>Where in a range of lines the running text of an article stands: its densest stretch, and what around it still speaks of the same.</summary>
internal sealed class BodyFinder(IReadOnlyList<PageLine> lines, bool[] closed)
{
    /// <summary>Share of its words that a paragraph has in common with an article about as often when it is part of it as when not.</summary>
    private const double Usual = 0.3;

    /// <summary>What list items and other short lines between two paragraphs speak against them belonging together, all in all.</summary>
    private const double MostForShort = 15;

    /// <summary>Weight lost at which a search for further paragraphs is given up.</summary>
    private const double GiveUp = 60;

    private const int Far = 80;

    /// <summary>Lines [From, To), and how many words of running text speak for it.</summary>
    public (int From, int To, double Weight) Find(int first, int end)
    {
        var (from, to, weight) = Densest(first, end);
        if (weight <= 0)
        {
            return (from, to, weight);
        }

        var words = Topic.Of(Enumerable.Range(from, to - from).Select(i => lines[i]).Where(l => l.IsProse));
        to = Grown(to, end, 1, words);
        from = Grown(from - 1, first - 1, -1, words) + 1;
        return (from, WithList(to, end), weight);
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

    /// <summary>Goes on from the edge over short lines to further paragraphs, as long as they speak of what the article speaks of; the new edge.</summary>
    private int Grown(int edge, int stop, int step, HashSet<string> words)
    {
        double sum = 0, shorts = 0;
        var reached = edge;
        for (var i = edge; i != stop && !closed[i] && sum > -GiveUp && Math.Abs(i - edge) < Far; i += step)
        {
            var line = lines[i];
            if (IsSites(line))
            {
                sum -= 9;
            }
            else if (line.IsProse || line.IsSentence)
            {
                sum += Math.Min(line.Words, 60) * Math.Clamp(4 * (Topic.Share(line.Stems, words) - Usual), -1, 1);
            }
            else if (shorts < MostForShort)
            {
                shorts += 1;
                sum -= 1;
            }

            if (sum > 0 && line.IsProse)
            {
                reached = i + step;
                edge = i;
                sum = 0;
                shorts = 0;
                words.UnionWith(line.Stems);
            }
        }

        return reached;
    }

    private static bool IsSites(PageLine line) => line.IsNotice || line.IsDateLine
        || (line.Words <= 12 && line.Has(LineCues.End | LineCues.Related | LineCues.Comments | LineCues.Section | LineCues.Published | LineCues.Wall))
        || (line.Repeats > 1 && line.Words < 25);

    /// <summary>The end of a list of entries of one shape that follows the text: dates of a tour, standings, ingredients.</summary>
    private int WithList(int to, int end)
    {
        var i = to;
        while (i < end && !closed[i] && !IsSites(lines[i]) && i < to + 2 && Shape(lines[i].Text) is null)
        {
            i++;
        }

        var begin = i;
        string? shape = null;
        while (i < end && !closed[i] && !IsListEnd(lines[i]) && Shape(lines[i].Text) is { } found && (found.Length == 0 || (shape ??= found) == found))
        {
            i++;
        }

        return i - begin >= 4 ? i : to;
    }

    private static bool IsListEnd(PageLine line) => line.IsNotice || line.IsProse;

    /// <summary>What entries of a list have in common: a bullet, a number, a dash between two parts; nothing for an address, which may stand under any; null for lines that look like none.</summary>
    private static string? Shape(string text) => text[0] switch
    {
        '•' or '▪' or '-' or '–' or '*' or '·' => "bullet",
        >= '0' and <= '9' => "figure",
        _ when text.StartsWith("http", StringComparison.Ordinal) && !text.Contains(' ') => "",
        _ when text.Length <= 160 && (text.Contains(" – ", StringComparison.Ordinal) || text.Contains(" - ", StringComparison.Ordinal) || text.Contains(" — ", StringComparison.Ordinal)) => "dash",
        _ => null,
    };
}
