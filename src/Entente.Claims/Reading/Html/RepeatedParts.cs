namespace Entente.Claims.Reading.Html;

/// <summary>
/// Elements of a listing that their names call furniture, captions, adverts or a writer's portrait, but that repeat from item to item with other words each time: they are parts of the items.
/// Menus and filters repeat too, but their lines are short.
/// </summary>
internal sealed class RepeatedParts
{
    private const int Least = 5;

    /// <summary>Part of them that must differ from all others.</summary>
    private const double Different = 0.6;

    /// <summary>Words of a line that is more than a label, and the part of the words that must stand in such lines.</summary>
    private const int LineWords = 4;

    private const double InLines = 0.5;

    private readonly HtmlPage _page;
    private readonly List<PageLine> _lines;
    private readonly bool[] _open;

    public RepeatedParts(HtmlPage page, List<PageLine> lines)
    {
        (_page, _lines) = (page, lines);
        _open = new bool[page.Elements.Count];
        foreach (var part in page.Elements.Where(IsZone).GroupBy(Shape, StringComparer.Ordinal).Where(g => AreItems([.. g])).SelectMany(g => g))
        {
            Array.Fill(_open, true, part.Index, part.EndElement - part.Index);
        }

        foreach (var element in page.Elements)
        {
            // What is furniture by its tag stays so inside an item, with all that it holds.
            _open[element.Index] &= !IsFurniture(element) && (element.Parent is not { } parent || _open[parent.Index] || IsZone(element));
        }
    }

    /// <summary>Whether the element lies in such a part.</summary>
    public bool Hold(int element) => element >= 0 && _open[element];

    /// <summary>It begins a zone, by its name.</summary>
    private static bool IsZone(HtmlElement element) =>
        element.Zone is Zone.Furniture or Zone.Caption or Zone.Advert or Zone.Bio && (element.Parent?.Zone ?? Zone.None) == Zone.None && !IsFurniture(element);

    private static bool IsFurniture(HtmlElement element) => element.Tag is Tag.Nav or Tag.Footer or Tag.Button or Tag.Select or Tag.Dialog or Tag.Menu or Tag.Noscript || (element.Hints & (HtmlHints.Hidden | HtmlHints.Consent)) != HtmlHints.None;

    /// <summary>Its tag and its first class name, figures left out ("post-17 category-games" is "post-").</summary>
    private static string Shape(HtmlElement element)
    {
        var name = element.Class.AsSpan().TrimStart();
        var end = name.IndexOfAny(" \t\r\n");
        return $"{element.Tag}.{string.Concat((end < 0 ? name : name[..end]).ToString().Where(c => !char.IsDigit(c)))}";
    }

    private bool AreItems(List<HtmlElement> parts)
    {
        if (parts.Count < Least)
        {
            return false;
        }

        int words = 0, inLines = 0;
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var (first, end) = Regions.Segments(part);
            for (var i = first; i < end; i++)
            {
                words += _lines[i].Words;
                inLines += _lines[i].Words >= LineWords ? _lines[i].Words : 0;
            }

            if (end > first)
            {
                texts.Add(_lines[first].Folded);
            }
        }

        return inLines > InLines * words && texts.Count >= Different * parts.Count;
    }
}
