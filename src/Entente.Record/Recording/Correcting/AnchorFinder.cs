using Entente.Claims;

namespace Entente.Record.Recording.Correcting;

/// <summary>A text in which anchors are looked for: white space of any length counts as one space, for reading a page anew may break its lines otherwise.</summary>
internal sealed class AnchorFinder
{
    private readonly string _line;

    /// <summary>For each character of the line where it stands in the text, and at the end the text's length.</summary>
    private readonly int[] _places;

    private readonly CodePointMap _map;

    public AnchorFinder(string text)
    {
        var line = new System.Text.StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(text[i]);
            if (isSpace && line.Length > 0 && line[^1] == ' ')
            {
                continue;
            }

            line.Append(isSpace ? ' ' : text[i]);
            places.Add(i);
        }

        places.Add(text.Length);
        (_line, _places, _map) = (line.ToString(), [.. places], new CodePointMap(text));
    }

    /// <summary>The anchor of a stretch of the text, given in code points.</summary>
    public TextAnchor Anchor(string page, string document, int start, int stop)
    {
        var (from, to) = (InLine(_map.ToOffset(start)), InLine(_map.ToOffset(stop)));
        return new TextAnchor(page, _line[from..to].Trim())
        {
            Document = document,
            Prefix = _line[Whole(Math.Max(0, from - TextAnchor.Context))..from],
            Suffix = _line[to..Whole(Math.Min(_line.Length, to + TextAnchor.Context))],
            Start = start,
            Stop = stop,
        };
    }

    /// <summary>The words of a stretch in one line.</summary>
    public string Words(int start, int stop) => _line[InLine(_map.ToOffset(start))..InLine(_map.ToOffset(stop))].Trim();

    /// <summary>Every place where the words stand, and how much speaks for it.</summary>
    public IEnumerable<FoundAnchor> Find(TextAnchor anchor)
    {
        for (var at = anchor.Quote.Length == 0 ? -1 : _line.IndexOf(anchor.Quote, StringComparison.Ordinal); at >= 0; at = _line.IndexOf(anchor.Quote, at + 1, StringComparison.Ordinal))
        {
            var end = at + anchor.Quote.Length;
            var start = _map.ToCodePoint(_places[at]);
            yield return new FoundAnchor(
                start,
                _map.ToCodePoint(_places[end - 1] + 1),
                start == anchor.Start,
                _line.AsSpan(0, at).TrimEnd().EndsWith(anchor.Prefix.AsSpan().TrimEnd(), StringComparison.Ordinal),
                _line.AsSpan(end).TrimStart().StartsWith(anchor.Suffix.AsSpan().TrimStart(), StringComparison.Ordinal));
        }
    }

    /// <summary>No stretch begins or ends inside a surrogate pair.</summary>
    private int Whole(int place) => place > 0 && place < _line.Length && char.IsLowSurrogate(_line[place]) ? place + 1 : place;

    private int InLine(int offset)
    {
        var found = Array.BinarySearch(_places, offset);
        return found >= 0 ? found : ~found;
    }
}

/// <summary>A place where the words of an anchor stand.</summary>
/// <param name="Start">In code points of the document's text.</param>
/// <param name="SamePlace">Whether that is where they stood.</param>
/// <param name="Before">Whether what stands before is what stood before.</param>
internal sealed record FoundAnchor(int Start, int Stop, bool SamePlace, bool Before, bool After)
{
    /// <summary>
    /// The one place that is meant, or null: that with the same words on both sides; else the only one; else the one with the same words on one side.
    /// Of places that nothing else tells apart it is where they stood, and otherwise none, for a correction must not hold elsewhere.
    /// </summary>
    public static FoundAnchor? Choose(IReadOnlyList<FoundAnchor> places)
    {
        var both = places.Where(p => p.Before && p.After).ToList();
        if (both.Count > 0 || places.Count == 1)
        {
            var likely = both.Count > 0 ? both : places;
            return Only(likely) ?? Only(likely.Where(p => p.SamePlace));
        }

        var near = places.Where(p => p.Before || p.After).ToList();
        return Only(near) ?? Only(near.Where(p => p.SamePlace));
    }

    private static FoundAnchor? Only(IEnumerable<FoundAnchor> places) => places.Take(2).ToArray() is [var one] ? one : null;
}
