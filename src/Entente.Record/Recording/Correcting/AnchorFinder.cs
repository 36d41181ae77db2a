using Entente.Claims;

namespace Entente.Record.Recording.Correcting;

/// <summary>A text in which anchors are looked for, in one line.</summary>
internal sealed class AnchorFinder(string text)
{
    private readonly OneLine _line = new(text);
    private readonly CodePointMap _map = new(text);

    /// <summary>The anchor of a stretch of the text, given in code points.</summary>
    public TextAnchor Anchor(string page, string document, int start, int stop)
    {
        var (from, to, line) = (InLine(start), InLine(stop), _line.Words);
        return new TextAnchor(page, line[from..to].Trim())
        {
            Document = document,
            Prefix = line[Whole(Math.Max(0, from - TextAnchor.Context))..from],
            Suffix = line[to..Whole(Math.Min(line.Length, to + TextAnchor.Context))],
            Start = start,
            Stop = stop,
        };
    }

    /// <summary>The words of a stretch in one line.</summary>
    public string Words(int start, int stop) => _line.Words[InLine(start)..InLine(stop)].Trim();

    /// <summary>Every place where the words stand, and how much speaks for it.</summary>
    public IEnumerable<FoundAnchor> Find(TextAnchor anchor)
    {
        var line = _line.Words;
        for (var at = anchor.Quote.Length == 0 ? -1 : line.IndexOf(anchor.Quote, StringComparison.Ordinal); at >= 0; at = line.IndexOf(anchor.Quote, at + 1, StringComparison.Ordinal))
        {
            var place = _line.Place(at, anchor.Quote.Length);
            var start = _map.ToCodePoint(place.Start);
            yield return new FoundAnchor(
                start,
                _map.ToCodePoint(place.End),
                start == anchor.Start,
                line.AsSpan(0, at).TrimEnd().EndsWith(anchor.Prefix.AsSpan().TrimEnd(), StringComparison.Ordinal),
                line.AsSpan(at + anchor.Quote.Length).TrimStart().StartsWith(anchor.Suffix.AsSpan().TrimStart(), StringComparison.Ordinal));
        }
    }

    /// <summary>No stretch begins or ends inside a surrogate pair.</summary>
    private int Whole(int place) => place > 0 && place < _line.Words.Length && char.IsLowSurrogate(_line.Words[place]) ? place + 1 : place;

    /// <summary>Where a code point stands in the line.</summary>
    private int InLine(int place) => _line.In(_map.ToOffset(place));
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
