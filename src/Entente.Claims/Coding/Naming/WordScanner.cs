namespace Entente.Claims.Coding.Naming;

/// <summary>Cuts text into <see cref="Word"/>s.</summary>
internal static class WordScanner
{
    private static readonly string[] Abbreviations =
    [
        "St", "Gen", "Sen", "Sens", "Rep", "Reps", "Gov", "Lt", "Col", "Maj", "Capt", "Adm", "Dr", "Mr", "Mrs", "Ms", "Prof", "Jr", "Sr", "No", "Ft", "Mt", "Brig",
        "Cmdr", "Sgt", "Rev", "Fr", "Sec", "Amb", "Pres", "Atty", "Inc", "Corp", "Co", "Ltd",
    ];

    /// <summary>Cuts a stretch of text. <paramref name="number"/> gives a word its number.</summary>
    public static void Scan(string text, TextSpan stretch, Func<int, int, int> number, List<Word> into)
    {
        var at = stretch.Start;
        var joined = false;
        while (at < stretch.End)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                joined = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                var end = EndOfWord(text, at, stretch.End);
                into.Add(new Word(TextSpan.FromBounds(at, end), number(at, end), FormOf(text.AsSpan(at, end - at)), joined, "", -1));
                joined = end < stretch.End && text[end] is '-' or '‑' && end + 1 < stretch.End && char.IsLetterOrDigit(text[end + 1]);
                at = joined ? end + 1 : end;
            }
            else
            {
                var end = EndOfPossessive(text, at, stretch);
                var form = end > at ? WordForm.Possessive : WordForm.Mark;
                end = Math.Max(end, at + 1);
                into.Add(new Word(TextSpan.FromBounds(at, end), number(at, end), form, false, "", -1));
                at = end;
                joined = false;
            }
        }
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static int EndOfWord(string text, int at, int limit)
    {
        if (IsInitial(text, at, limit))
        {
            var end = at + 2;
            while (IsInitial(text, end, limit))
            {
                end += 2;
            }

            return end;
        }

        var stop = at;
        while (stop < limit && (char.IsLetterOrDigit(text[stop]) || IsInnerApostrophe(text, stop, limit)))
        {
            stop++;
        }

        if (stop < limit && text[stop] == '+' && stop - at > 1)
        {
            return stop + 1;
        }

        return stop < limit && text[stop] == '.' && stop - at <= 4 && Array.IndexOf(Abbreviations, text[at..stop]) >= 0 ? stop + 1 : stop;
    }

    // "U." in "U.S.", "J." in "J. Smith"
    private static bool IsInitial(string text, int at, int limit) =>
        at + 1 < limit && char.IsUpper(text[at]) && text[at + 1] == '.' && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    // "N'Djamena" and "O'Brien", but not "China's" nor "workers'"
    private static bool IsInnerApostrophe(string text, int at, int limit)
    {
        if (!IsApostrophe(text[at]) || at + 1 >= limit || !char.IsLetter(text[at + 1]))
        {
            return false;
        }

        var plainS = text[at + 1] is 's' or 'S' && (at + 2 >= limit || !char.IsLetterOrDigit(text[at + 2]));
        return !plainS;
    }

    private static int EndOfPossessive(string text, int at, TextSpan stretch)
    {
        if (!IsApostrophe(text[at]) || at == stretch.Start || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] != '.')
        {
            return at;
        }

        if (at + 1 < stretch.End && text[at + 1] is 's' or 'S' && (at + 2 >= stretch.End || !char.IsLetterOrDigit(text[at + 2])))
        {
            return at + 2;
        }

        return text[at - 1] is 's' or 'S' ? at + 1 : at;
    }

    private static WordForm FormOf(ReadOnlySpan<char> letters)
    {
        if (char.IsDigit(letters[0]))
        {
            return WordForm.Number;
        }

        if (!char.IsUpper(letters[0]))
        {
            return letters.Length > 2 && (char.IsUpper(letters[1]) || char.IsUpper(letters[2])) ? WordForm.Capital : WordForm.Lower;
        }

        int upper = 0, lower = 0;
        foreach (var letter in letters)
        {
            upper += char.IsUpper(letter) ? 1 : 0;
            lower += char.IsLower(letter) ? 1 : 0;
        }

        return upper > 1 && lower == 0 ? WordForm.Capitals : WordForm.Capital;
    }
}
