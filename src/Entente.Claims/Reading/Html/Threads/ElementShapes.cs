using System.Runtime.InteropServices;

namespace Entente.Claims.Reading.Html.Threads;

/// <summary>
/// The shapes of elements, by which they are found to repeat: "li.message", "tr#post-", "td in table.tborder", and "div below the same parent".
/// Rows take turns in their classes ("odd", "even") and posts have some of their own ("first", "staff"), so that an element has a shape for each of its class names.
/// </summary>
internal sealed class ElementShapes
{
    private readonly HtmlPage _page;
    private readonly ElementMarks?[] _marks;
    private readonly ShapeNames _names = new();

    /// <summary>The shapes of all elements one after another, and where those of each begin.</summary>
    private readonly List<int> _shapes = [];
    private readonly int[] _from;

    public ElementShapes(HtmlPage page, ElementMarks?[] marks)
    {
        _page = page;
        _marks = marks;
        _from = new int[page.Elements.Count + 1];
        foreach (var element in page.Elements)
        {
            Read(element);
            _from[element.Index + 1] = _shapes.Count;
        }
    }

    /// <summary>All shapes of the element; the last is that of the children of one parent.</summary>
    public ReadOnlySpan<int> Of(HtmlElement element) => CollectionsMarshal.AsSpan(_shapes)[_from[element.Index].._from[element.Index + 1]];

    /// <summary>Those that other parts of the page can have too.</summary>
    public ReadOnlySpan<int> Named(HtmlElement element) => Of(element)[..^1];

    /// <summary>What the names in a shape tell.</summary>
    public ThreadHints HintsOf(int shape) => _names.HintsOf(shape);

    /// <summary>What all shapes of the element tell.</summary>
    public ThreadHints HintsOf(HtmlElement element)
    {
        var hints = ThreadHints.None;
        foreach (var shape in Named(element))
        {
            hints |= _names.HintsOf(shape);
        }

        return hints;
    }

    /// <summary>The elements of each shape that at least two have, in page order.</summary>
    public IEnumerable<(int Shape, List<HtmlElement> Elements)> Groups(Func<HtmlElement, bool> wanted)
    {
        // Most shapes are had by one element only: they are counted before any list is made.
        var counts = new int[_names.Count];
        List<HtmlElement> all = [];
        foreach (var element in _page.Elements)
        {
            if (wanted(element))
            {
                all.Add(element);
                foreach (var shape in Of(element))
                {
                    counts[shape]++;
                }
            }
        }

        var groups = new List<HtmlElement>?[_names.Count];
        foreach (var element in all)
        {
            foreach (var shape in Of(element))
            {
                if (counts[shape] >= 2)
                {
                    (groups[shape] ??= new(counts[shape])).Add(element);
                }
            }
        }

        for (var shape = 0; shape < groups.Length; shape++)
        {
            if (groups[shape] is { } elements)
            {
                yield return (shape, elements);
            }
        }
    }

    private void Read(HtmlElement element)
    {
        var tag = _names.TagOf(element, _page.Source);
        var named = _names.OfClass(tag, element.Class);
        _shapes.AddRange(named);
        if (_marks[element.Index] is { } marks)
        {
            OfMarks(tag, marks);
        }

        if (named.Length == 0)
        {
            var above = element.Parent is { } parent && Of(parent) is { Length: > 1 } p ? p[0] : -1;
            _shapes.Add(_names.Unnamed(ShapeKind.In, tag, above));
        }

        _shapes.Add(_names.Unnamed(ShapeKind.Of, tag, element.Parent?.Index ?? -1));
    }

    private void OfMarks(int tag, ElementMarks marks)
    {
        if (marks.Numbered is { } numbered)
        {
            _shapes.Add(_names.Named(ShapeKind.Numbered, tag, numbered));
        }

        if (marks.IsPostType)
        {
            _shapes.Add(_names.Told(tag, "post", "post"));
        }

        if (marks.ItemProp is { } prop)
        {
            _shapes.Add(_names.Told(tag, prop, prop));
        }

        if (marks.LeadsToPerson)
        {
            _shapes.Add(_names.Told(tag, "profile", "author"));
        }
    }
}
