namespace Entente.Claims.Analyzing;

/// <summary>Web and mail addresses, which are one word however many signs they hold.</summary>
internal static class Addresses
{
    private const int LongestHost = 255;

    /// <summary>Where the address that begins at a place ends; 0 when none begins there. Signs that close a sentence or bracket stay outside.</summary>
    public static int End(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        if (!IsWeb(rest) && !IsMail(rest))
        {
            return 0;
        }

        var stop = end;
        var opens = rest.Contains('(');
        while (stop > at + 1 && IsOutside(text[stop - 1], opens))
        {
            stop--;
        }

        return stop;
    }

    // "https://example.org/a", "www.example.org"
    private static bool IsWeb(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var scheme = rest[..Math.Min(rest.Length, 11)].IndexOf("://", StringComparison.Ordinal);
        return scheme is > 1 and < 8 && AllLetters(rest[..scheme]);
    }

    // "desk@example.org"
    private static bool IsMail(ReadOnlySpan<char> rest)
    {
        var sign = rest[..Math.Min(rest.Length, 65)].IndexOf('@');
        if (sign <= 0 || sign + 1 >= rest.Length || !rest[(sign + 1)..Math.Min(rest.Length, sign + LongestHost)].Contains('.'))
        {
            return false;
        }

        foreach (var c in rest[..sign])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AllLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOutside(char last, bool opens) => last switch
    {
        '.' or ',' or ';' or ':' or '!' or '?' or '"' or '\'' or '”' or '’' or ']' or '}' or '>' or '…' => true,
        ')' => !opens,
        _ => false,
    };
}
