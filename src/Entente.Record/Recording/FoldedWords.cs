using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A word of a text in its plainest form: lower case, without diacritics.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Capital">Whether it begins with a capital letter there.</param>
internal readonly record struct FoldedWord(string Letters, TextSpan Span, bool Capital);

/// <summary>
/// The words of a text, an address or a path, folded: "José_O’Neill", "jos%C3%A9-o'neill" and "JOSÉ O'NEILL" are all "jose", "o", "neill".
/// Everything but letters and digits parts words; marks over letters and invisible characters are passed over.
/// </summary>
internal static class FoldedWords
{
    private static readonly FrozenDictionary<char, string> Plain = Table.Shipped("plain-letters").Rows.ToFrozenDictionary(r => r.Required("letter")[0], r => r.Required("plain"));

    public static List<FoldedWord> Of(string text)
    {
        var words = new List<FoldedWord>();
        var letters = new StringBuilder();
        var (start, end, capital) = (0, 0, false);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                // Most of any text, and as it stands but for its case.
                (start, capital) = letters.Length == 0 ? (i, char.IsAsciiLetterUpper(c)) : (start, capital);
                letters.Append(char.ToLowerInvariant(c));
                end = ++i;
                continue;
            }

            var (plain, length) = c == '%' ? Escaped(text, i) : (null, 1);
            if (plain is null)
            {
                Take(c, i, 1);
            }
            else
            {
                foreach (var one in plain)
                {
                    Take(one, i, length);
                }
            }

            i += length;
        }

        Close();
        return words;

        void Take(char c, int at, int length)
        {
            if (char.IsLetterOrDigit(c))
            {
                (start, capital) = letters.Length == 0 ? (at, char.IsUpper(c)) : (start, capital);
                end = at + length;
                letters.Append(Fold(c));
            }
            else if (letters.Length > 0 && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                Close();
            }
        }

        void Close()
        {
            if (letters.Length > 0)
            {
                words.Add(new FoldedWord(letters.ToString(), TextSpan.FromBounds(start, end), capital));
                letters.Clear();
            }
        }
    }

    /// <summary>What a run of bytes written as in an address ("%C3%A9") stands for.</summary>
    private static (string? Plain, int Length) Escaped(string text, int at)
    {
        var bytes = new List<byte>();
        var i = at;
        while (i + 2 < text.Length && text[i] == '%' && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
        {
            bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            i += 3;
        }

        return bytes.Count == 0 ? (null, 1) : (Encoding.UTF8.GetString([.. bytes]), i - at);
    }

    private static string Fold(char c)
    {
        var small = char.ToLowerInvariant(c);
        return char.IsAscii(small) ? small.ToString() : Plain.GetValueOrDefault(small, small.ToString());
    }
}
