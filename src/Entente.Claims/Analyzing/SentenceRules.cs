using System.Buffers;

namespace Entente.Claims.Analyzing;

/// <summary>What is known of the ends of sentences without learning: full stops, quotes, brackets, abbreviations, and who said a question.</summary>
internal sealed class SentenceRules(TokenTables tables)
{
    private static readonly SearchValues<char> Terminals = SearchValues.Create(".!?…。！？");

    /// <summary>Whether no sentence ends after the word, unless with its line: "Mr.", "e.g.".</summary>
    public bool NeverEnds(string text, TextSpan word) => word.Length > 1 && text[word.End - 1] == '.' && tables.IsTitle(text.AsSpan(word.Start, word.Length));

    /// <summary>The last word of the sentence when word i ends it, closing quotes and brackets included; else negative.</summary>
    public int EndsAt(string text, IReadOnlyList<TextSpan> words, int start, int i, bool inBracket)
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
