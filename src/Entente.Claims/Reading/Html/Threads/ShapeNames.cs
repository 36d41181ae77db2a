using System.Runtime.InteropServices;

namespace Entente.Claims.Reading.Html.Threads;

/// <summary>By what an element is like others: a class name, an id without its figures, what an attribute tells of it, the shape of its parent, or its parent itself.</summary>
internal enum ShapeKind
{
    Class,
    Numbered,
    Told,
    In,
    Of,
}

/// <summary>Numbers the shapes of a page in the order in which they are met. A shape is the element's name, the kind of likeness, and a text or number; texts are numbered too, so that no two are put together to strings.</summary>
internal sealed class ShapeNames
{
    private const int Classes = 8;
    private const int LongestName = 64;

    /// <summary>Numbers of element names that the reader does not treat apart begin here.</summary>
    private const int FirstOther = 256;

    private readonly Dictionary<string, int> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int[]> _byClass = [];
    private readonly Dictionary<long, int> _shapes = [];
    private readonly List<ThreadHints> _hints = [];

    /// <summary>How many shapes there are.</summary>
    public int Count => _hints.Count;

    /// <summary>What the names in a shape tell.</summary>
    public ThreadHints HintsOf(int shape) => _hints[shape];

    /// <summary>The number of the element's name.</summary>
    public int TagOf(HtmlElement element, string page)
    {
        if (element.Tag != Tag.Other)
        {
            return (int)element.Tag;
        }

        var name = page.AsSpan(element.StartTag.Start, element.StartTag.Length);
        var end = name.IndexOfAny(" \t\r\n/");
        name = end < 0 ? name : name[..end];
        return FirstOther + Number(_tags, name.Length <= LongestName ? name : "x");
    }

    /// <summary>The shapes of an element's class: one for each of its first names.</summary>
    public int[] OfClass(int tag, string names)
    {
        if (names.Length == 0)
        {
            return [];
        }

        ref var shapes = ref CollectionsMarshal.GetValueRefOrAddDefault(_byClass, Key(ShapeKind.Class, tag, Number(_classes, names)), out _);
        return shapes ??= Split(tag, names);
    }

    /// <summary>A shape by a name, figures left out.</summary>
    public int Named(ShapeKind kind, int tag, ReadOnlySpan<char> name)
    {
        Span<char> letters = stackalloc char[LongestName];
        var length = 0;
        foreach (var c in name[..Math.Min(name.Length, LongestName)])
        {
            if (!char.IsDigit(c))
            {
                letters[length++] = c;
            }
        }

        return Shape(kind, tag, Number(_texts, letters[..length]), name);
    }

    /// <summary>A shape by what an attribute tells; <paramref name="hint"/> is the name that tells what it is.</summary>
    public int Told(int tag, string what, string hint) => Shape(ShapeKind.Told, tag, Number(_texts, what), hint);

    /// <summary>A shape by another shape or element.</summary>
    public int Unnamed(ShapeKind kind, int tag, int what) => Shape(kind, tag, what, "");

    private int[] Split(int tag, string names)
    {
        var shapes = new List<int>();
        var rest = names.AsSpan().TrimStart();
        for (var k = 0; k < Classes && rest.Length > 0; k++)
        {
            var end = 0;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
            {
                end++;
            }

            var shape = Named(ShapeKind.Class, tag, rest[..end]);
            if (!shapes.Contains(shape))
            {
                shapes.Add(shape);
            }

            rest = rest[end..].TrimStart();
        }

        return [.. shapes];
    }

    private int Shape(ShapeKind kind, int tag, int what, ReadOnlySpan<char> name)
    {
        ref var shape = ref CollectionsMarshal.GetValueRefOrAddDefault(_shapes, Key(kind, tag, what), out var known);
        if (!known)
        {
            shape = _hints.Count;
            _hints.Add(name.Length == 0 ? ThreadHints.None : ThreadWords.OfName(name));
        }

        return shape;
    }

    private static long Key(ShapeKind kind, int tag, int what) => ((long)kind << 56) | ((long)tag << 32) | (uint)what;

    private static int Number(Dictionary<string, int> numbers, ReadOnlySpan<char> text)
    {
        var bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!bySpan.TryGetValue(text, out var number))
        {
            number = numbers.Count;
            numbers.Add(text.ToString(), number);
        }

        return number;
    }
}
