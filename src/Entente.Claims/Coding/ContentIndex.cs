namespace Entente.Claims.Coding;

/// <summary>Contents of attributions by their place, so that the one around a span is found without looking at all of them.</summary>
internal sealed class ContentIndex
{
    private readonly (TextSpan Content, int Attribution)[] _contents;
    private readonly int[] _farthest;
    private readonly IReadOnlyList<Attribution> _attributions;

    public ContentIndex(IReadOnlyList<Attribution> attributions)
    {
        _attributions = attributions;
        _contents = [.. attributions.SelectMany((a, i) => a.Content.Select(c => (c, i))).OrderBy(c => c.c.Start)];
        _farthest = new int[_contents.Length];
        for (var i = 0; i < _contents.Length; i++)
        {
            _farthest[i] = Math.Max(i > 0 ? _farthest[i - 1] : 0, _contents[i].Content.End);
        }
    }

    /// <summary>The attribution with the shortest content that holds the span; of equals the first.</summary>
    public Attribution? Innermost(TextSpan span)
    {
        (int Length, int Attribution)? best = null;
        for (var i = Begun(span.Start) - 1; i >= 0 && _farthest[i] >= span.End; i--)
        {
            var (content, attribution) = _contents[i];
            if (content.Contains(span) && (best is null || (content.Length, attribution).CompareTo(best.Value) < 0))
            {
                best = (content.Length, attribution);
            }
        }

        return best is { } found ? _attributions[found.Attribution] : null;
    }

    /// <summary>How many contents begin at or before the position.</summary>
    private int Begun(int position)
    {
        int low = 0, high = _contents.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _contents[middle].Content.Start <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
