namespace Entente.Claims.Reading;

/// <summary>How much speaks for a line being the headline with which an article begins: what stands before and after it, and whether the text below speaks of what it says.</summary>
internal sealed class HeadlineFinder(IReadOnlyList<PageLine> lines, bool[] closed)
{
    /// <summary>Share of content words that two stretches of text have in common about as often when they are of one article as when not.</summary>
    private const double Usual = 0.23;

    /// <summary>Points for each share of common words less.</summary>
    private const double OfTopic = 12;

    /// <summary>Points from byline, date, rubric or end mark at which the page itself says that an article begins: then a like topic does not speak against it.</summary>
    private const double Marked = 3.0;

    private const int Window = 12;
    private const int TextWindow = 14;

    /// <summary>Points for line <paramref name="at"/>, and how many of them are not its wording but cues around it.</summary>
    public (double Score, double Cues) Score(int at)
    {
        var line = lines[at];
        if (closed[at] || !line.IsTitleLike || IsPicture(at))
        {
            return (double.NegativeInfinity, 0);
        }

        var below = Below(at);
        if (below.Text.Count == 0)
        {
            return (double.NegativeInfinity, 0);
        }

        var words = line.Stems;
        var textBelow = Topic.Of(below.Text);
        var textAbove = Topic.Of(Above(at));
        var follow = Topic.Share(words, textBelow);
        var before = Topic.Share(words, textAbove);
        var continued = textAbove.Count < 30 ? Usual : textBelow.Count < textAbove.Count ? Topic.Share(textBelow, textAbove) : Topic.Share(textAbove, textBelow);
        var marks = below.Cues + CuesAbove(at);
        var topic = (2.5 * Math.Max(-0.4, follow - before)) + Math.Clamp(OfTopic * (Usual - continued), -2, 1.2);
        var cues = marks + (marks >= Marked ? Math.Max(0, topic) : topic);
        cues += line.Repeats is 2 or 3 && line.Words >= 4 ? 0.7 : 0;
        var wording = line.Words switch
        {
            < 4 => -0.5,
            <= 20 => 0.5,
            _ => 0,
        };
        wording += line.EndsSentence && line.Text[^1] is not '?' ? -0.3 : 0;
        return (cues + wording + follow - (0.06 * below.Distance), cues);
    }

    /// <summary>Whether the line is the legend of a picture: the next line is the credit of one.</summary>
    private bool IsPicture(int at) => at + 1 < lines.Count && lines[at + 1].Has(LineCues.Caption) && !lines[at + 1].Segment.AfterBlank;

    private (double Cues, List<PageLine> Text, int Distance) Below(int at)
    {
        double cues = 0;
        int prose = 0, distance = 0;
        var text = new List<PageLine>();
        bool date = false, byline = false, published = false, share = false;
        for (var i = at + 1; i < lines.Count && i <= at + 60 && text.Count < TextWindow; i++)
        {
            var line = lines[i];
            if (closed[i])
            {
                break;
            }

            if (line.IsProse || (line.IsSentence && text.Count > 0))
            {
                prose += line.Words > 45 ? 2 : 1;
                text.Add(line);
                cues += prose <= 2 && StartsWithPlace(line.Text) ? 1.5 : 0;
                continue;
            }

            distance += text.Count == 0 ? 1 : 0;
            if (prose > 1 || i > at + Window)
            {
                if (text.Count == 0 && i > at + 30)
                {
                    break;
                }

                continue;
            }

            date |= line.IsDateLine;
            byline |= Bylines.Led(line.Text).Count > 0 || (line.Words <= 14 && line.Date is { Interval: not null } && Bylines.Bare(line.Text).Count > 0) || (line.Words <= 4 && Bylines.Bare(line.Text).Count > 0 && Near(i));
            published |= line.Has(LineCues.Published) && line.Words <= 8;
            share |= line.Folded is "share" or "share this article" or "print" or "share this" or "email" or "listen";
        }

        cues += (date ? 1.5 : 0) + (byline ? 1.3 : 0) + (published ? 1.0 : 0) + (share ? 0.5 : 0);
        return (cues, text, distance);
    }

    /// <summary>Whether a date or "Published" stands right above or below.</summary>
    private bool Near(int i) => IsHeadCue(i - 1) || IsHeadCue(i + 1);

    private bool IsHeadCue(int i) => i >= 0 && i < lines.Count && (lines[i].IsDateLine || (lines[i].Has(LineCues.Published) && lines[i].Words <= 6));

    private double CuesAbove(int at)
    {
        double cues = 0;
        var shorts = 0;
        for (var i = at - 1; i >= 0 && i >= at - 6; i--)
        {
            var line = lines[i];
            if (line.IsProse && !line.IsNotice)
            {
                break;
            }

            shorts++;
            cues += i == at - 1 && line.Has(LineCues.Section) ? 0.8 : 0;
            cues += line.Has(LineCues.End) && line.Words <= 6 ? 0.8 : 0;
            cues += line.Has(LineCues.Furniture) ? 0.3 : 0;
        }

        return Math.Min(cues, 2.2) + (shorts >= 5 ? 0.5 : 0) + (at - shorts <= 0 ? 0.7 : 0);
    }

    private List<PageLine> Above(int at)
    {
        var text = new List<PageLine>();
        for (var i = at - 1; i >= 0 && text.Count < TextWindow && i > at - 60; i--)
        {
            if (lines[i].IsProse)
            {
                text.Add(lines[i]);
            }
        }

        return text;
    }

    /// <summary>"KIRKENES (Example Agency) — The …", "LISBON, 3 March —": newspapers' datelines.</summary>
    public static bool StartsWithPlace(string text)
    {
        var dash = text.AsSpan(0, Math.Min(60, text.Length)).IndexOfAny('—', '–');
        if (dash < 0)
        {
            dash = text.AsSpan(0, Math.Min(60, text.Length)).IndexOf(" - ");
        }

        if (dash < 4)
        {
            return false;
        }

        var head = text.AsSpan(0, dash);
        var capitals = 0;
        foreach (var c in head)
        {
            if (c is ',' or '(' or '.')
            {
                break;
            }

            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 4;
    }
}
