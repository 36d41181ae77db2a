using System.Text;

namespace Entente.Claims;

/// <summary>A text in one line: white space of any length is one space, for reading a page anew may break its lines otherwise. It knows where each character stands in the text.</summary>
public sealed class OneLine
{
    private readonly int[] _places;

    /// <summary>Puts a text into one line.</summary>
    public OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        var places = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(text[i]);
            if (!isSpace || (i > 0 && !char.IsWhiteSpace(text[i - 1])))
            {
                line.Append(isSpace ? ' ' : text[i]);
                places.Add(i);
            }
        }

        places.Add(text.Length);
        (Words, _places) = (line.ToString(), [.. places]);
    }

    /// <summary>The line.</summary>
    public string Words { get; }

    /// <summary>Some words in one line, with nothing around them.</summary>
    public static string Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new OneLine(words.Trim()).Words;
    }

    /// <summary>Where a stretch of the line stands in the text, in UTF-16.</summary>
    /// <param name="length">More than 0.</param>
    public TextSpan Place(int start, int length) => TextSpan.FromBounds(_places[start], _places[start + length - 1] + 1);

    /// <summary>Where a UTF-16 offset of the text stands in the line; of one between two words it is the next word.</summary>
    public int In(int offset)
    {
        var found = Array.BinarySearch(_places, offset);
        return found >= 0 ? found : ~found;
    }
}
