namespace Entente.Claims.Coding.Scanning;

/// <summary>Text → lexemes, the common ground of times and quantities. It needs no model, so that both work on any text.</summary>
internal static class Scanner
{
    public static List<Lexeme> Scan(string text, TextSpan within)
    {
        var lexemes = new List<Lexeme>(within.Length / 5);
        var gap = false;
        for (var at = within.Start; at < within.End;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                gap = true;
                at++;
                continue;
            }

            var (end, kind) = char.IsAsciiDigit(c) ? (NumberEnd(text, at, within.End), LexemeKind.Number)
                : char.IsLetter(c) ? (WordEnd(text, at, within.End), LexemeKind.Word)
                : (at + 1, LexemeKind.Sign);
            lexemes.Add(new Lexeme(at, end - at, kind, gap));
            gap = false;
            at = end;
        }

        return lexemes;
    }

    private static int WordEnd(string text, int at, int limit)
    {
        while (at < limit && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark))
        {
            at++;
        }

        return at;
    }

    /// <summary>"1,250,000" and "18.65" are one number; "2013, 2014" and "1998." are not joined to what follows.</summary>
    private static int NumberEnd(string text, int at, int limit)
    {
        while (at < limit)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                at++;
            }
            else if (text[at] == ',' && IsThousands(text, at, limit))
            {
                at += 4;
            }
            else if (text[at] == '.' && at + 1 < limit && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsThousands(string text, int comma, int limit) => comma + 3 < limit
        && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= limit || !char.IsAsciiDigit(text[comma + 4]));
}
