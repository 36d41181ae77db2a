namespace Entente.Claims.Coding.Scanning;

/// <summary>Where sentences end among lexemes, for what needs no model: after a full stop before a capital, and at empty lines.</summary>
internal static class Sentences
{
    private const int Longest = 150;

    /// <summary>First lexeme and end of the sentence that holds a lexeme.</summary>
    public static (int First, int End) Around(Lexemes s, int at)
    {
        var first = at;
        while (first > 0 && at - first < Longest && !EndsAt(s, first - 1))
        {
            first--;
        }

        var end = at + 1;
        while (end < s.Count && end - at < Longest && !EndsAt(s, end - 1))
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>Whether a sentence ends with the lexeme. The stop of "U.S. trade" or "Mr. Xi" ends none.</summary>
    public static bool EndsAt(Lexemes s, int at)
    {
        if (!s.Has(at + 1))
        {
            return true;
        }

        if (s[at + 1].Gap && s.Text.AsSpan(s[at].End, s[at + 1].Start - s[at].End).IndexOf('\n') is var line and >= 0 && s.Text.AsSpan(s[at].End + line + 1, s[at + 1].Start - s[at].End - line - 1).Contains('\n'))
        {
            return true;
        }

        var closing = s[at].Kind == LexemeKind.Sign && s.Form(at)[0] is '"' or '”' or '\'' or '’' or ')' && s.Glued(at) ? at - 1 : at;
        if (!s.Has(closing) || s[closing].Kind != LexemeKind.Sign || s.Form(closing)[0] is not ('.' or '?' or '!') || !s[at + 1].Gap)
        {
            return false;
        }

        var opens = s.Capital(at + 1) || s[at + 1].Kind != LexemeKind.Word;
        var abbreviation = s.Form(closing)[0] == '.' && s.Glued(closing) && s.IsWord(closing - 1) && s.Capital(closing - 1) && s[closing - 1].Length <= 3 && closing == at;
        return opens && !abbreviation;
    }
}
