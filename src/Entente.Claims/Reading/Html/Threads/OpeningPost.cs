namespace Entente.Claims.Reading.Html.Threads;

/// <summary>Finds the post that opened a thread when it stands apart from the answers: its text has the shape of theirs.</summary>
internal sealed class OpeningPost(HtmlPage page, List<PageLine> lines, PageMarks marks, PostSlots slots)
{
    /// <summary>The opening post above the first of the group; null when there is none.</summary>
    public PostRange? Before(PostGroup group)
    {
        var first = group.Posts[0].Element;
        var body = Enumerable.Range(0, first.Index).Select(i => page.Elements[i]).LastOrDefault(e => slots.Body >= 0 && e.EndElement <= first.Index && marks.Shapes.Named(e).Contains(slots.Body) && HasText(e));
        if (body is null)
        {
            return null;
        }

        var around = body;
        while (around.Parent is { } parent && !first.IsWithin(parent) && parent.Tag is not (Tag.Body or Tag.Html) && !IsMarked(around))
        {
            around = parent;
        }

        if (!IsNamed(around))
        {
            return null;
        }

        var (from, end) = Regions.Segments(around);
        return new PostRange(around, around.EndElement, from, end);
    }

    /// <summary>Whether a name or date in the shape of the answers' lies in it.</summary>
    private bool IsNamed(HtmlElement element)
    {
        var (first, end) = Regions.Segments(element);
        return marks.Names.Exists(n => n.Line >= first && n.Line < end && marks.Shapes.Named(n.Element).Contains(slots.Author))
            || marks.Dates.Exists(d => d.Line >= first && d.Line < end && marks.Shapes.Named(d.Element).Contains(slots.Date));
    }

    /// <summary>Whether name and date lie in it.</summary>
    private bool IsMarked(HtmlElement element)
    {
        var (first, end) = Regions.Segments(element);
        return marks.Names.Exists(n => n.Line >= first && n.Line < end && marks.Shapes.Named(n.Element).Contains(slots.Author))
            && marks.Dates.Exists(d => d.Line >= first && d.Line < end && marks.Shapes.Named(d.Element).Contains(slots.Date));
    }

    private bool HasText(HtmlElement element)
    {
        var (first, end) = Regions.Segments(element);
        return Enumerable.Range(first, Math.Max(0, end - first)).Any(i => marks.Words(i) > 0) && first < lines.Count;
    }
}
