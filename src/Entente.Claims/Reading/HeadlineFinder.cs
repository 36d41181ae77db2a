using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>How much speaks for a line being the headline with which an article begins: what stands before and after it, and whether the text below speaks of what it says.</summary>
internal sealed partial class HeadlineFinder(IReadOnlyList<PageLine> lines, bool[] closed)
{
    private const int Window = 12;
    private const int TextWindow = 14;

    /// <summary>How far down a line that is said again is looked for.</summary>
    private const int EchoLines = 400;

    /// <summary>Points for line <paramref name="at"/>, negative infinity when it can be none, and how many of them are marks around it rather than its wording.</summary>
    public (double Score, double Marks) Score(int at)
    {
        var line = lines[at];
        if (closed[at] || !line.IsTitleLike || IsPicture(at) || (line.Has(LineCues.Published) && line.Words <= 8))
        {
            return (double.NegativeInfinity, 0);
        }

        var below = Below(at);
        if (below.Text.Count == 0)
        {
            return (double.NegativeInfinity, 0);
        }

        var follow = Topic.Share(line.Stems, Topic.Of(below.Text));
        var before = Topic.Share(line.Stems, Topic.Of(Above(at)));
        var wording = line.Words switch
        {
            < 4 => -0.5,
            <= 20 => 0.5,
            _ => 0,
        };
        wording += line.EndsSentence && line.Text[^1] is not '?' ? -0.3 : 0;
        var marks = below.Cues + CuesAbove(at) + Echo(at) + (below.Dated ? 0 : Pointed(at));
        marks = Numbered().IsMatch(line.Text) ? Math.Min(0, marks - 1) : marks;
        return (marks + wording + follow + (2.5 * Math.Max(-0.4, follow - before)) - (0.06 * below.Distance), marks);
    }

    /// <summary>A headline is said again in the head of its page; what is said again further down, after other text, is an entry in a table of contents or a teaser.</summary>
    private double Echo(int at)
    {
        var line = lines[at];
        if (line.Repeats is not (2 or 3) || line.Words < 4)
        {
            return line.Repeats > 3 ? -1.5 : 0;
        }

        var prose = false;
        for (var i = at + 1; i < lines.Count && i < at + EchoLines; i++)
        {
            prose |= lines[i].IsProse;
            if (prose && lines[i].Repeats == line.Repeats && lines[i].IsLike(line))
            {
                return -0.7;
            }
        }

        return 0.7;
    }

    /// <summary>Against a title under "Related" or "Read next" that has neither name nor date of its own: it points elsewhere, and the text goes on.</summary>
    private double Pointed(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3 && !lines[i].IsProse; i--)
        {
            if (lines[i].Words <= 4 && lines[i].Has(LineCues.Related) && lines[i].Folded is not ("read more" or "more"))
            {
                return -2;
            }
        }

        return 0;
    }

    /// <summary>Whether the line is the legend of a picture: the next line is the credit of one.</summary>
    private bool IsPicture(int at) => at + 1 < lines.Count && lines[at + 1].Has(LineCues.Caption) && !lines[at + 1].Segment.AfterBlank;

    private (double Cues, List<PageLine> Text, int Distance, bool Dated) Below(int at)
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
        return (cues, text, distance, date || byline || published);
    }

    /// <summary>Whether a date or "Published" stands right above or below.</summary>
    private bool Near(int i) => IsHeadCue(i - 1) || IsHeadCue(i + 1);

    private bool IsHeadCue(int i) => i >= 0 && i < lines.Count && (lines[i].IsDateLine || (lines[i].Has(LineCues.Published) && lines[i].Words <= 6));

    private double CuesAbove(int at)
    {
        double cues = 0;
        var shorts = 0;
        var furnished = false;
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
            furnished |= line.IsNotice || line.Has(LineCues.Section | LineCues.End);
            cues += line.Has(LineCues.Furniture) ? 0.3 : 0;
            cues += i == at - 1 && line.Folded.Length == 0 ? 0.6 : 0;
        }

        return Math.Min(cues, 2.2) + (shorts >= 5 && furnished ? 0.5 : 0) + (at - shorts <= 0 ? 0.7 : 0);
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

    // "3. Plan ahead", "12) Pack light": a step or an entry of a list
    [GeneratedRegex(@"^\(?(?:#|step )?\d{1,2}[.):]\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
