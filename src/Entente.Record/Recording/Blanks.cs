using System.Text;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>
/// Puts a mark into the place of each character of what is forgotten, so that everything else keeps its offsets. A character beyond the first plane gives way to a mark beyond it,
/// so that UTF-16 units and code points both stay as many as they were. Line ends stay, and the stop at the end of a sentence, for what follows is to begin one as before.
/// </summary>
internal static class Blanks
{
    public const char Mark = '█';

    private const string WideMark = "\U0001FB95";

    /// <param name="spans">In UTF-16 units; they may overlap.</param>
    public static string Put(string text, IEnumerable<TextSpan> spans)
    {
        var made = new StringBuilder(text);
        foreach (var span in spans)
        {
            var end = Math.Min(span.End, text.Length);
            for (var i = span.Start; i < end; i++)
            {
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    (made[i], made[i + 1]) = (WideMark[0], WideMark[1]);
                    i++;
                }
                else if (text[i] is not ('\n' or '\r') && !(i == end - 1 && text[i] is ('.' or '!' or '?')))
                {
                    made[i] = Mark;
                }
            }
        }

        return made.ToString();
    }

    /// <summary>What stands for a name or title: its length would tell of it as well.</summary>
    public static string Instead { get; } = new(Mark, 3);
}
