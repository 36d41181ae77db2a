namespace Entente.Claims.Analyzing;

/// <summary>How far a word reaches: which signs between letters and digits hold it together.</summary>
internal static class WordShape
{
    /// <summary>The end of the word that begins at a place.</summary>
    public static int End(string text, int at, int end, TokenTables tables)
    {
        var stop = at + 1;
        var part = at;
        while (stop < end)
        {
            var c = text[stop];
            if (CharKinds.IsWord(c))
            {
                stop++;
                continue;
            }

            if (CharKinds.IsHyphen(c))
            {
                var next = HyphenEnd(text, part, stop, end, tables);
                if (next < 0)
                {
                    break;
                }

                part = stop + 1;
                stop = next;
            }
            else if (stop + 1 < end && CharKinds.IsWord(text[stop + 1]) && Holds(text, at, stop, end))
            {
                stop += 2;
            }
            else
            {
                // "US$" and "HK$" are currencies
                return c == '$' && stop - at <= 3 && AllUpper(text.AsSpan(at, stop - at)) ? stop + 1 : stop;
            }
        }

        return stop;
    }

    /// <summary>"U.S", "a.m", "Ph.D", without the last full stop: short parts between full stops.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var sinceStop = 0;
        var stops = 0;
        foreach (var c in word)
        {
            if (c == '.')
            {
                stops++;
                sinceStop = 0;
            }
            else if (!char.IsLetter(c) || ++sinceStop > 2)
            {
                return false;
            }
        }

        return stops > 0 && sinceStop == 1;
    }

    /// <summary>Whether the sign at a place, with a letter or digit on either side, holds the word together.</summary>
    private static bool Holds(string text, int at, int sign, int end)
    {
        char before = text[sign - 1], after = text[sign + 1];
        var digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        return text[sign] switch
        {
            '.' => digits || (char.IsLetter(after) && !EndsSentence(text, at, sign, end)),
            ',' => digits && ThreeDigitsFollow(text, sign, end),
            ':' or '/' => digits,
            '\'' or '’' or '`' => char.IsLetterOrDigit(before) && char.IsLetter(after),
            '&' => char.IsUpper(before) && char.IsUpper(after),
            '_' or '@' or '#' => true,
            _ => false,
        };
    }

    /// <summary>"talks.Then": a full stop without a space, after a word and before a capital.</summary>
    private static bool EndsSentence(string text, int at, int sign, int end) =>
        sign - at >= 3 && char.IsLower(text[sign - 1]) && char.IsUpper(text[sign + 1]) && sign + 2 < end && char.IsLetter(text[sign + 2]);

    private static bool ThreeDigitsFollow(string text, int comma, int end) =>
        comma + 3 < end && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3]) && !(comma + 4 < end && char.IsAsciiDigit(text[comma + 4]));

    /// <summary>Where to read on after a hyphen that does not cut; negative when it cuts.</summary>
    private static int HyphenEnd(string text, int part, int hyphen, int end, TokenTables tables)
    {
        if (hyphen + 1 >= end || !CharKinds.IsWord(text[hyphen + 1]))
        {
            return -1;
        }

        if (char.IsAsciiDigit(text[hyphen - 1]) && char.IsAsciiDigit(text[hyphen + 1]))
        {
            return NumberGroupEnd(text, part, hyphen, end);
        }

        return char.IsLetter(text[hyphen + 1]) && tables.IsPrefix(text.AsSpan(part, hyphen - part)) ? hyphen + 1 : -1;
    }

    /// <summary>"555-0142", "2019-04-30" are one word; "2016-17" and "5-6" are three.</summary>
    private static int NumberGroupEnd(string text, int part, int hyphen, int end)
    {
        int left = hyphen - part, right = DigitsFrom(text, hyphen + 1, end);
        var after = hyphen + 1 + right;
        var third = after + 1 < end && CharKinds.IsHyphen(text[after]) && char.IsAsciiDigit(text[after + 1]);
        var within = part > 0 && CharKinds.IsHyphen(text[part - 1]);
        return third || within || (left == 3 && right == 4) ? hyphen + 1 : -1;
    }

    private static int DigitsFrom(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && char.IsAsciiDigit(text[stop]))
        {
            stop++;
        }

        return stop - at;
    }

    private static bool AllUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
