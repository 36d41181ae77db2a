using System.Runtime.InteropServices;

namespace Entente.Claims.Reading.Html.Threads;

/// <summary>
/// The shapes of elements, by which they are found to repeat: "li.message", "tr#post-", "td in table.tborder", and "div below the same parent".
/// Rows take turns in their classes ("odd", "even") and posts have some of their own ("first", "staff"), so that an element has a shape for each of its class names.
/// </summary>
internal sealed class ElementShapes
{
    private const int Classes = 8;
    private const int LongestName = 64;

    private readonly HtmlPage _page;
    private readonly ElementMarks?[] _marks;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Tag, string Class), int[]> _byClass = [];
    private readonly int[][] _of;
    private readonly List<ThreadHints> _hints = [];

    public ElementShapes(HtmlPage page, ElementMarks?[] marks)
    {
        _page = page;
        _marks = marks;
        _of = new int[page.Elements.Count][];
        foreach (var element in page.Elements)
        {
            _of[element.Index] = Read(element);
        }
    }

    /// <summary>All shapes of the element; the last is that of the children of one parent.</summary>
    public ReadOnlySpan<int> Of(HtmlElement element) => _of[element.Index];

    /// <summary>Those that other parts of the page can have too.</summary>
    public ReadOnlySpan<int> Named(HtmlElement element) => _of[element.Index].AsSpan(0, _of[element.Index].Length - 1);

    /// <summary>What the names in a shape tell.</summary>
    public ThreadHints HintsOf(int shape) => _hints[shape];

    /// <summary>What all shapes of the element tell.</summary>
    public ThreadHints HintsOf(HtmlElement element)
    {
        var hints = ThreadHints.None;
        foreach (var shape in Named(element))
        {
            hints |= _hints[shape];
        }

        return hints;
    }

    /// <summary>The elements of each shape that at least two have, in page order.</summary>
    public List<(int Shape, List<HtmlElement> Elements)> Groups(Func<HtmlElement, bool> wanted)
    {
        var groups = new Dictionary<int, List<HtmlElement>>();
        foreach (var element in _page.Elements)
        {
            if (wanted(element))
            {
                foreach (var shape in _of[element.Index])
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(groups, shape, out _) ??= []).Add(element);
                }
            }
        }

        return [.. groups.Where(g => g.Value.Count >= 2).OrderBy(g => g.Key).Select(g => (g.Key, g.Value))];
    }

    private int[] Read(HtmlElement element)
    {
        var tag = NameOf(element);
        if (!_byClass.TryGetValue((tag, element.Class), out var named))
        {
            named = [.. element.Class.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(Classes).Select(c => IdOf($"{tag}.{WithoutFigures(c)}", c)).Distinct()];
            _byClass[(tag, element.Class)] = named;
        }

        var shapes = new List<int>(named);
        var marks = _marks[element.Index];
        if (marks?.Numbered is { } numbered)
        {
            shapes.Add(IdOf($"{tag}#{WithoutFigures(numbered)}", numbered));
        }

        if (marks?.IsPostType == true)
        {
            shapes.Add(IdOf($"{tag}[post]", "post"));
        }

        if (marks?.ItemProp is { } prop)
        {
            shapes.Add(IdOf($"{tag}[{prop}]", prop));
        }

        if (marks?.Link is { } link && ThreadWords.IsProfile(link))
        {
            shapes.Add(IdOf($"{tag}[profile]", "author"));
        }

        if (named.Length == 0)
        {
            var above = element.Parent is { } parent && _of[parent.Index] is { Length: > 1 } p ? p[0] : -1;
            shapes.Add(IdOf($"{tag} in {above}", ""));
        }

        shapes.Add(IdOf($"{tag} of {element.Parent?.Index ?? -1}", ""));
        return [.. shapes];
    }

    private string NameOf(HtmlElement element)
    {
        if (element.Tag != Tag.Other)
        {
            return element.Tag.ToString();
        }

        var name = element.StartTag.In(_page.Source);
        var end = name.AsSpan().IndexOfAny(" \t\r\n/");
        return (end < 0 ? name : name[..end]) is { Length: <= LongestName } own ? own : "x";
    }

    private int IdOf(string key, string name)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out var known);
        if (!known)
        {
            id = _hints.Count;
            _hints.Add(ThreadWords.OfName(name));
        }

        return id;
    }

    private static string WithoutFigures(string name) => string.Concat((name.Length > LongestName ? name[..LongestName] : name).Where(c => !char.IsDigit(c)));
}
