using System.Buffers;

namespace Entente.Claims.Analyzing;

/// <summary>Words of a block → its sentences. Full stops, quotes and brackets decide, and the line breaks of the page.</summary>
internal sealed class SentenceSplitter(TokenTables tables)
{
    /// <summary>A bracket longer than this many words was never closed, or holds sentences of its own.</summary>
    private const int LongBracket = 60;

    private static readonly SearchValues<char> Terminals = SearchValues.Create(".!?…。！？");

    /// <summary>Adds the index after the last word of each sentence among <paramref name="words"/>[first..].</summary>
    public void Split(string text, IReadOnlyList<TextSpan> words, int first, bool linesEndSentences, List<int> ends)
    {
        var start = first;
        var bracket = -1;
        for (var i = first; i < words.Count; i++)
        {
            bracket = Bracket(text, words[i], i, start, bracket);
            var last = i;
            if (i + 1 < words.Count && !LineBreaks.Ends(text, words[i], words[i + 1], linesEndSentences))
            {
                last = EndsAt(text, words, start, i, bracket >= 0 && i - bracket < LongBracket);
            }

            if (last >= 0)
            {
                ends.Add(last + 1);
                i = last;
                start = last + 1;
                bracket = -1;
            }
        }
    }

    /// <summary>Where the bracket was opened that the sentence is in; negative outside. One that opens the sentence does not count.</summary>
    private static int Bracket(string text, TextSpan word, int index, int start, int open) => text[word.Start] switch
    {
        '(' or '[' when index > start => index,
        ')' or ']' => -1,
        _ => open,
    };

    /// <summary>The last word of the sentence when word i ends it, closing quotes and brackets included; else negative.</summary>
    private int EndsAt(string text, IReadOnlyList<TextSpan> words, int start, int i, bool inBracket)
    {
        var word = text.AsSpan(words[i].Start, words[i].Length);
        var terminal = IsTerminal(word);
        if (!terminal && !(word.Length > 1 && word[^1] == '.') || tables.IsTitle(word) || inBracket || IsItemNumber(text, words, start, i) || (i == start && !terminal))
        {
            return -1;
        }

        var last = AfterClosing(text, words, i);
        if (last + 1 >= words.Count || LineBreaks.Ends(text, words[last], words[last + 1], false))
        {
            return last;
        }

        var next = BeginsSentence(text, words, last + 1);
        var ends = terminal ? next && !IsToldBy(text, words, i, last) : next && tables.IsOpener(text.AsSpan(words[last + 1].Start, words[last + 1].Length));
        return ends ? last : -1;
    }

    /// <summary>Only full stops, question and exclamation marks, or an ellipsis.</summary>
    private static bool IsTerminal(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(Terminals);

    /// <summary>"3." and "b." at the start of a line number an item.</summary>
    private static bool IsItemNumber(string text, IReadOnlyList<TextSpan> words, int start, int i) =>
        i == start + 1 && text[words[i].Start] == '.' && words[i].Start == words[start].End
        && ((words[start].Length <= 2 && char.IsAsciiDigit(text[words[start].Start])) || (words[start].Length == 1 && char.IsAsciiLetter(text[words[start].Start])));

    /// <summary>The last of the quotes, brackets and footnote marks ("[4]") that belong to the sentence that word i closes.</summary>
    private static int AfterClosing(string text, IReadOnlyList<TextSpan> words, int i)
    {
        while (i + 3 < words.Count && text[words[i + 1].Start] == '[' && char.IsAsciiDigit(text[words[i + 2].Start]) && words[i + 2].Length <= 3 && text[words[i + 3].Start] == ']'
            && !text.AsSpan(words[i].End, words[i + 1].Start - words[i].End).ContainsAny('\n', '\r'))
        {
            i += 3;
        }

        while (i + 1 < words.Count && words[i + 1].Start == words[i].End && CharKinds.IsClosing(text[words[i + 1].Start]))
        {
            i++;
        }

        return i;
    }

    /// <summary>A capital, a figure or a bullet, whatever quotes or brackets open before it.</summary>
    private static bool BeginsSentence(string text, IReadOnlyList<TextSpan> words, int at)
    {
        var glued = words[at].Start == words[at - 1].End;
        while (at + 1 < words.Count && (CharKinds.IsOpeningBracket(text[words[at].Start]) || text[words[at].Start] is '"' or '\''))
        {
            at++;
        }

        var first = text[words[at].Start];
        return char.IsUpper(first) || (char.IsDigit(first) && !glued) || (!char.IsLower(first) && (char.IsLetter(first) || first is '•' or '●' or '■' or '*' or '$' or '€' or '£' or '#' or '@'));
    }

    // "Will they come?" Marta Ruiz asked.
    private static bool IsToldBy(string text, IReadOnlyList<TextSpan> words, int i, int last)
    {
        if (last == i || text[words[i].Start] == '.')
        {
            return false;
        }

        for (var k = last + 1; k < Math.Min(words.Count, last + 5); k++)
        {
            var word = text.AsSpan(words[k].Start, words[k].Length);
            if (word is "said" or "asked" or "says" or "asks" or "added" or "wrote" or "told" or "replied" or "exclaimed" or "tweeted" or "shouted")
            {
                return true;
            }

            if (!char.IsUpper(word[0]))
            {
                return false;
            }
        }

        return false;
    }
}
