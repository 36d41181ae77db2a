using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Reads one post of a group: its name, its date, and which of its lines are its text.</summary>
internal sealed partial class PostReader
{
    private const int LongestHeader = 24;

    private readonly HtmlPage _page;
    private readonly List<PageLine> _lines;
    private readonly PageMarks _marks;
    private readonly PostLines _frames;
    private readonly PostSlots _slots;
    private readonly ILookup<int, DateMark> _dates;
    private readonly ILookup<int, NameMark> _names;

    public PostReader(HtmlPage page, List<PageLine> lines, PageMarks marks, PostLines frames, PostSlots slots)
    {
        (_page, _lines, _marks, _frames, _slots) = (page, lines, marks, frames, slots);
        _dates = marks.Dates.ToLookup(d => d.Line);
        _names = marks.Names.ToLookup(n => n.Line);
    }

    public MinedPost Read(PostRange post)
    {
        var body = _slots.BodyOf(post);
        var own = post.Lines().Where(i => _marks.IsSeen(_lines[i])).ToList();
        var outside = own.Where(i => !body.Exists(b => i >= b.First && i < b.End)).ToList();
        var name = Name(post, outside);
        var date = Date(outside);
        var marked = new HashSet<int>();
        if (name is { } n)
        {
            marked.Add(n.Line);
        }

        if (date is { } d)
        {
            marked.Add(d.Line);
        }

        var written = body.Count > 0 ? own.Where(i => body.Exists(b => i >= b.First && i < b.End)) : own.Where(i => !marked.Contains(i) && !_dates.Contains(i));
        var text = Trimmed([.. written.Where(i => !IsSites(i, post, body.Count > 0))], body.Count > 0);
        var header = marked.Where(i => !text.Contains(i) && i >= post.First).Order().ToList();
        return new MinedPost(post)
        {
            Author = name?.Name,
            Posted = date?.Value,
            ReplyTo = outside.Where(i => _lines[i].Words <= LongestHeader).Select(i => Answered().Match(_lines[i].Text)).FirstOrDefault(m => m.Success)?.Groups["to"].Value.Trim(),
            Header = header,
            Text = text,
            Frame = [.. own.Where(i => !header.Contains(i) && !text.Contains(i))],
        };
    }

    /// <summary>Whether the line stands in a signature or among buttons.</summary>
    private bool IsSites(int i, PostRange post, bool inBody)
    {
        var line = _lines[i];
        if (!inBody && _frames.IsFrame(i) && line.Words <= 4)
        {
            return true;
        }

        for (var at = _page.Elements[line.Segment.Element]; at is not null && at.Index > post.Element.Index; at = at.Parent)
        {
            var shapes = _marks.Shapes.Named(at);
            if (shapes.Contains(_slots.Body))
            {
                break;
            }

            var hints = _marks.Shapes.HintsOf(at);
            if ((hints & ThreadHints.Signature) != ThreadHints.None || ((hints & ThreadHints.Control) != ThreadHints.None && line.Words <= 12))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without the site's lines after the text, and before it where it has no element of its own: "Quote:" can begin a text, and a greeting that many use.</summary>
    private List<int> Trimmed(List<int> text, bool inBody)
    {
        var first = 0;
        var end = text.Count;
        while (end > first && (inBody ? _frames.IsButton(text[end - 1]) : _frames.IsFrame(text[end - 1])))
        {
            end--;
        }

        while (first < end && !inBody && _frames.IsFrame(text[first]))
        {
            first++;
        }

        return text[first..end];
    }

    private (string Name, int Line)? Name(PostRange post, List<int> outside)
    {
        if (_marks.Of[post.Element.Index]?.Author is { } given && PageMarks.Cleaned(given) is { } own)
        {
            return (own, outside.Find(i => _lines[i].Text.Contains(own, StringComparison.Ordinal)) is > 0 and var line ? line : -1);
        }

        if (_slots.Author < 0)
        {
            return null;
        }

        (string Name, int Line)? other = null;
        foreach (var mark in outside.SelectMany(i => _names[i]))
        {
            if (_marks.Shapes.Named(mark.Element).Contains(_slots.Author))
            {
                return (mark.Name, mark.Line);
            }

            other ??= mark.Link is not null ? (mark.Name, mark.Line) : null;
        }

        return other;
    }

    /// <summary>The date in its shape, else the first of the post; the day shown goes before an instant, which another time zone may move, and before a day without a year.</summary>
    private (string? Value, int Line)? Date(List<int> outside)
    {
        var all = outside.SelectMany(i => _dates[i]).ToList();
        var slot = all.FindIndex(m => _slots.Date >= 0 && _marks.Shapes.Named(m.Element).Contains(_slots.Date));
        if (all.Count == 0)
        {
            return null;
        }

        var mark = slot >= 0 ? all[slot] : all[0];
        var same = all.Where(m => m.Line == mark.Line).ToList();
        var best = same.Find(m => m is { IsShown: true, Date.Interval.IsDay: true });
        best ??= same.Find(m => m is { Date.Interval.IsDay: true });
        best ??= same.Find(m => m.Date is not null);
        return (best?.Date?.Value, mark.Line);
    }

    // "… in reply to ada", "Replying to @ada", "antwortet auf ada"
    [GeneratedRegex(@"\b(?:in reply to|in response to|replying to|replied to|reply to|antwort(?:et)? auf|en réponse à|en respuesta a)\s*:?\s+@?(?<to>\p{L}[^|\n]{0,48}?)\.?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Answered();
}
