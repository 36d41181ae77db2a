namespace Entente.Claims.Reading;

/// <summary>Small measures of one line of text.</summary>
internal static class LineWords
{
    /// <summary>Characters of a folded line; what a line is, its beginning tells.</summary>
    public const int LongestFolded = 620;

    /// <summary>Lower-case letters and blanks only: "4 Min. Read" → "min read". Lines that differ in digits and punctuation fold alike.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = stackalloc char[LongestFolded];
        return folded[..Fold(text, folded)].ToString();
    }

    /// <summary>The same without a string of its own; gives how many characters were written.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (length == folded.Length)
            {
                break;
            }

            if (char.IsLetter(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>How many words: runs of letters and digits, apostrophes and hyphens inside them; of scripts that write no blanks, two characters count as one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int words = 0, unspaced = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (c is >= '\u3041' and <= '\u9FFF' or >= '\u0E01' and <= '\u0EFF')
            {
                unspaced++;
                inside = false;
                continue;
            }

            var letter = char.IsLetterOrDigit(c) || (inside && c is '\'' or '’' or '-');
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }

        return words + ((unspaced + 1) / 2);
    }

    /// <summary>Whether the line ends as a sentence does, closing quotes and brackets left out.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var i = text.Length - 1;
        while (i >= 0 && text[i] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or ' ' or '*')
        {
            i--;
        }

        return i >= 0 && text[i] is '.' or '!' or '?' or '…' or '。';
    }

    /// <summary>Share of the words that begin with a capital letter or digit.</summary>
    public static double CapitalShare(ReadOnlySpan<char> text)
    {
        int words = 0, capitals = 0;
        var inside = false;
        foreach (var c in text)
        {
            var letter = char.IsLetterOrDigit(c) || (inside && c is '\'' or '’');
            if (letter && !inside)
            {
                words++;
                capitals += char.IsUpper(c) || char.IsDigit(c) ? 1 : 0;
            }

            inside = letter;
        }

        return words == 0 ? 0 : (double)capitals / words;
    }

    /// <summary>Whether all its letters are capitals, and it has at least four.</summary>
    public static bool IsShouted(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters >= 4;
    }
}
