namespace Entente.Claims.Analyzing;

/// <summary>
/// What is known of words without learning: punctuation, currency signs and clitics are words of their own, hyphens too unless a prefix stands before them;
/// addresses, numbers, dates, initials and abbreviations stay whole.
/// </summary>
internal sealed class TokenRules(TokenTables tables)
{
    /// <summary>What is longer is no word, and nothing is cut off it.</summary>
    private const int LongestWord = 100;

    /// <summary>Where a stretch of letters alone may be cut, which only the words around it can tell; 0 when nowhere.</summary>
    public int MaybeCut(string text, int start, int end) => tables.MaybeContraction(text.AsSpan(start, end - start));

    /// <summary>Adds a stretch of letters alone: one word, or the parts of one such as "cannot".</summary>
    public void CutPlain(string text, int start, int end, List<TextSpan> words)
    {
        if (tables.Contraction(text.AsSpan(start, end - start)) is not { } parts)
        {
            words.Add(TextSpan.FromBounds(start, end));
            return;
        }

        foreach (var length in parts)
        {
            words.Add(new TextSpan(start, length));
            start += length;
        }
    }

    /// <summary>Cuts a stretch without spaces.</summary>
    public void CutChunk(string text, int start, int end, List<TextSpan> words)
    {
        var at = start;
        while (at < end)
        {
            var number = StartsNumber(text, start, at, end);
            if (CharKinds.IsWord(text[at]) && Addresses.End(text, at, end) is var stop and > 0)
            {
                words.Add(TextSpan.FromBounds(at, stop));
                at = stop;
            }
            else if (number || CharKinds.IsWord(text[at]))
            {
                at = CutWord(text, at, end, words);
            }
            else
            {
                stop = PunctuationEnd(text, at, end);
                words.Add(TextSpan.FromBounds(at, stop));
                at = stop;
            }
        }
    }

    /// <summary>"-5", "+20", ".5": a sign or point belongs to the number when nothing stands before it.</summary>
    private static bool StartsNumber(string text, int start, int at, int end) =>
        at == start && text[at] is '-' or '+' or '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]);

    /// <summary>The end of the punctuation or symbol at a place: runs of one sign are one word ("...", "--"), and so are "?!".</summary>
    private static int PunctuationEnd(string text, int at, int end)
    {
        var first = text[at];
        var stop = at + 1;
        if (first is '.' or '-' or '*' or '=' or '_' or '~' or '`' or '\'' or '<' or '>' or '+' or '•' or '–' or '—')
        {
            while (stop < end && text[stop] == first && (first != '\'' || stop == at + 1))
            {
                stop++;
            }
        }
        else if (first is '!' or '?')
        {
            while (stop < end && text[stop] is '!' or '?')
            {
                stop++;
            }
        }
        else if (first is ':' or ';' && IsFace(text, at, end))
        {
            stop = end;
        }
        else if (char.IsHighSurrogate(first) || CharKinds.IsJoiner(first))
        {
            stop = CharKinds.SymbolEnd(text, at, end);
        }

        return stop;
    }

    // ":)", ";-)", ":D" on their own
    private static bool IsFace(string text, int at, int end) =>
        end - at is 2 or 3 && (at == 0 || char.IsWhiteSpace(text[at - 1])) && text[end - 1] is ')' or '(' or 'D' or 'P' && (end - at == 2 || text[at + 1] == '-');

    /// <summary>Adds the word at a place, cut at hyphens, slashes, units and clitics, and returns where its last part ends.</summary>
    private int CutWord(string text, int at, int end, List<TextSpan> words)
    {
        var stop = WordShape.End(text, at, end, tables);
        var withStop = stop < end && text[stop] == '.' && KeepsFullStop(text, at, stop, end) ? stop + 1 : stop;
        if (withStop == stop && stop - at <= LongestWord && Clitics(text, at, stop, words))
        {
            return stop;
        }

        words.Add(TextSpan.FromBounds(at, withStop));
        return withStop;
    }

    /// <summary>Whether the full stop after a word is part of it: "Mr.", "U.S.", "J."; not in "...".</summary>
    private bool KeepsFullStop(string text, int at, int stop, int end)
    {
        if (stop + 1 < end && text[stop + 1] == '.')
        {
            return false;
        }

        var word = text.AsSpan(at, stop - at);
        var withStop = text.AsSpan(at, stop + 1 - at);
        var initial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I' && !CharKinds.AfterApostrophe(text, at);
        return initial || IsItemNumber(text, at, stop) || WordShape.IsAcronym(word) || tables.IsAbbreviation(withStop) || (tables.IsBeforeNumber(withStop) && FigureFollows(text, stop + 1));
    }

    // "3. Open the gate": a number with its full stop at the start of a line, and words after it
    private static bool IsItemNumber(string text, int at, int stop) =>
        stop - at <= 2 && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[stop - 1])
        && (at == 0 || text[at - 1] is '\n' or '\r') && stop + 2 < text.Length && text[stop + 1] == ' ' && char.IsUpper(text[stop + 2]);

    private static bool FigureFollows(string text, int at) =>
        at + 1 < text.Length && char.IsAsciiDigit(text[char.IsWhiteSpace(text[at]) ? at + 1 : at]);

    /// <summary>Cuts "don't" into "do" and "n't", "Lena's" into "Lena" and "'s", "40km" into "40" and "km", "cannot" into "can" and "not".</summary>
    private bool Clitics(string text, int at, int stop, List<TextSpan> words)
    {
        var word = text.AsSpan(at, stop - at);
        if (tables.Contraction(word) is { } parts)
        {
            foreach (var length in parts)
            {
                words.Add(new TextSpan(at, length));
                at += length;
            }

            return true;
        }

        var cut = CliticStart(word) is var clitic and > 0 ? clitic : UnitStart(word);
        if (cut <= 0)
        {
            return false;
        }

        if (!Clitics(text, at, at + cut, words))
        {
            words.Add(new TextSpan(at, cut));
        }

        words.Add(TextSpan.FromBounds(at + cut, stop));
        return true;
    }

    /// <summary>Where the clitic begins in a word; 0 when it has none. "would've" has one, "O'Neil" none, "'s" alone is one already.</summary>
    private static int CliticStart(ReadOnlySpan<char> word)
    {
        var apostrophe = word.LastIndexOfAny('\'', '’', '`');
        if (apostrophe <= 0)
        {
            return 0;
        }

        var tail = word[(apostrophe + 1)..];
        if (tail.Equals("t", StringComparison.OrdinalIgnoreCase) && apostrophe >= 2 && word[apostrophe - 1] is 'n' or 'N')
        {
            return apostrophe - 1;
        }

        var isClitic = tail.Length switch
        {
            1 => (tail[0] | 0x20) is 's' or 'd' or 'm',
            2 => tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase) || tail.Equals("ll", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        return isClitic ? apostrophe : 0;
    }

    /// <summary>Where the unit begins in "40km" or "9:30pm"; 0 when there is none.</summary>
    private int UnitStart(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0]) && !(word.Length > 1 && char.IsAsciiDigit(word[1]) && !char.IsLetter(word[0])))
        {
            return 0;
        }

        var letters = word.Length;
        while (letters > 0 && char.IsLetter(word[letters - 1]))
        {
            letters--;
        }

        return letters > 0 && letters < word.Length && tables.IsUnit(word[letters..]) ? letters : 0;
    }
}
