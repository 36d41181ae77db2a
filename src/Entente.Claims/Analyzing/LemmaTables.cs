using System.Globalization;

namespace Entente.Claims.Analyzing;

/// <summary>
/// Lemmas by tag: first a list of words that go their own way, then the longest known ending tells which letters to cut and to add.
/// </summary>
internal sealed class LemmaTables
{
    /// <summary>The longest ending that rules look at.</summary>
    public const int LongestEnding = 6;

    private readonly LemmaEdit[] _edits;
    private readonly FlatTable _rules;
    private readonly string[] _words;
    private readonly FlatTable _exceptions;

    public LemmaTables(string[] edits, FlatTable rules, string[] words, FlatTable exceptions)
    {
        _edits = [.. edits.Select(LemmaEdit.Parse)];
        _rules = rules;
        _words = words;
        _exceptions = exceptions;
    }

    public string Lemma(ReadOnlySpan<char> word, int tag)
    {
        var known = Exception(word, tag);
        if (known >= 0)
        {
            return _words[known];
        }

        Span<ulong> keys = stackalloc ulong[LongestEnding + 1];
        for (var k = RuleKeys(tag, word, keys) - 1; k >= 0; k--)
        {
            var rule = _rules.Find(keys[k]);
            if (rule >= 0)
            {
                return _edits[rule].Apply(word);
            }
        }

        return word.ToString();
    }

    /// <summary>The lemma of a name: one written in small letters gets its capital ("oslo").</summary>
    public string Name(ReadOnlySpan<char> word, int tag)
    {
        var lemma = Lemma(word, tag);
        return word.Length > 2 && lemma.Length > 0 && char.IsLower(lemma[0]) && !word.ContainsAnyExceptInRange('a', 'z') ? char.ToUpperInvariant(lemma[0]) + lemma[1..] : lemma;
    }

    /// <summary>A word with a capital is looked for as it stands, then in lower case: "Was" at the start of a sentence.</summary>
    private int Exception(ReadOnlySpan<char> word, int tag)
    {
        var known = _exceptions.Find(ExceptionKey(tag, word));
        if (known >= 0 || word.Length is 0 or > 32 || !char.IsUpper(word[0]))
        {
            return known;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return _exceptions.Find(ExceptionKey(tag, lower));
    }

    public static ulong ExceptionKey(int tag, ReadOnlySpan<char> word) => Mix.End(Mix.Then(Mix.Then(Mix.Seed(3000), (uint)tag), Mix.Word(word)));

    /// <summary>Writes the keys of the endings of 0, 1, 2 … letters, and returns how many.</summary>
    public static int RuleKeys(int tag, ReadOnlySpan<char> word, Span<ulong> keys)
    {
        var hash = Mix.Empty;
        var n = 0;
        for (var k = 0; k <= LongestEnding && k <= word.Length; k++)
        {
            hash = k == 0 ? hash : Mix.Add(hash, WordAtom.Fold(word[^k]));
            keys[n++] = Mix.End(Mix.Then(Mix.Then(Mix.Seed(3001 + k), (uint)tag), hash));
        }

        return n;
    }
}

/// <summary>How a lemma is made of a word: lower its case or not, cut letters off its end, add others.</summary>
internal sealed record LemmaEdit(bool Lower, int Cut, string Add)
{
    /// <summary>As in the model: "L2y" for "cities → city", "K0" for a name that stays as it is.</summary>
    public static LemmaEdit Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Length < 2 ? new LemmaEdit(false, 0, "") : new LemmaEdit(line[0] == 'L', line[1] - '0', line[2..]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Lower ? 'L' : 'K')}{(char)('0' + Cut)}{Add}");

    public string Apply(ReadOnlySpan<char> word)
    {
        var kept = Math.Max(0, word.Length - Cut);
        Span<char> letters = kept + Add.Length <= 128 ? stackalloc char[kept + Add.Length] : new char[kept + Add.Length];
        for (var i = 0; i < kept; i++)
        {
            letters[i] = Lower ? char.ToLowerInvariant(word[i]) : word[i];
        }

        Add.CopyTo(letters[kept..]);
        return letters.Length == 0 ? word.ToString() : letters.ToString();
    }
}
