namespace Entente.Claims;

/// <summary>Translates between UTF-16 offsets, which .NET strings use, and Unicode code points, which the coded document uses.</summary>
public sealed class CodePointMap
{
    private readonly int[] _pairs;

    /// <summary>Notes where the surrogate pairs of <paramref name="text"/> stand; most texts have none, and then both counts are equal.</summary>
    public CodePointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pairs = new List<int>();
        for (var i = NextHigh(text, 0); i + 1 < text.Length; i = NextHigh(text, i + 1))
        {
            if (char.IsLowSurrogate(text[i + 1]))
            {
                pairs.Add(i++);
            }
        }

        _pairs = [.. pairs];
    }

    /// <summary>Code points before the UTF-16 offset.</summary>
    public int ToCodePoint(int offset) => offset - PairsBefore(offset);

    /// <summary>The UTF-16 offset at which the given code point begins.</summary>
    public int ToOffset(int codePoint)
    {
        var offset = codePoint;
        foreach (var pair in _pairs)
        {
            if (pair >= offset)
            {
                break;
            }

            offset++;
        }

        return offset;
    }

    private static int NextHigh(string text, int from) => text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDBFF') is var next && next < 0 ? text.Length : from + next;

    private int PairsBefore(int offset)
    {
        if (_pairs.Length == 0)
        {
            return 0;
        }

        var found = Array.BinarySearch(_pairs, offset);
        return found >= 0 ? found : ~found;
    }
}
