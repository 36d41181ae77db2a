using System.Globalization;

namespace Entente.Claims.Analyzing;

/// <summary>What single characters are to the tokeniser.</summary>
internal static class CharKinds
{
    /// <summary>Letters, digits and the marks upon them; a soft hyphen is within a word too.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || (c >= 0x80 && (c == '\u00AD' || IsMark(c)));

    public static bool IsApostrophe(char c) => c is '\'' or '’';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Signs that only join others: zero-width joiner and space, variation selectors.</summary>
    public static bool IsJoiner(char c) => c is >= '\u200B' and <= '\u200F' or '\u2060' or '\uFEFF' or >= '\uFE00' and <= '\uFE0F';

    public static bool IsOpeningBracket(char c) => c is '(' or '[' or '{' or '«' or '“' or '‘' or '„' or '<';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '”' or '’' or '"' or '\'' or '»' or '>';

    /// <summary>Whether the letter stands right after an apostrophe, as the s of "’s.".</summary>
    public static bool AfterApostrophe(string text, int at) => at > 0 && IsApostrophe(text[at - 1]);

    /// <summary>The end of a run of signs beyond the basic plane and joiners: an emoji with its modifiers is one word.</summary>
    public static int SymbolEnd(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && (char.IsSurrogate(text[stop]) || IsJoiner(text[stop])))
        {
            stop++;
        }

        return Math.Max(stop, at + 1);
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
