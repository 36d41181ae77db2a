namespace Entente.Claims.Analyzing;

/// <summary>
/// What the tagger and the parser see of the words of one sentence: hashes of forms, ends, beginnings and shapes.
/// Positions are shifted by <see cref="Pad"/>, so that neighbours beyond the sentence read as zero. Reused from sentence to sentence.
/// </summary>
internal sealed class WordAtoms
{
    public const int Pad = 2;

    /// <summary>Longest ending and beginning that are looked at.</summary>
    public const int Affix = 5;

    private const int LongestLowered = 32;

    public int Count { get; private set; }

    public uint[] Form { get; private set; } = [];

    /// <summary>In lower case, digits as 0, quotes and dashes made one.</summary>
    public uint[] Lower { get; private set; } = [];

    public uint[] Shape { get; private set; } = [];

    /// <summary>Whether the word begins with a capital that says something: not in a headline, unless the word may be a name.</summary>
    public bool[] Capital { get; private set; } = [];

    /// <summary>Endings of 1 to 5 letters of word i at [i * 5 + length - 1].</summary>
    public uint[] Suffix { get; private set; } = [];

    public uint[] Prefix { get; private set; } = [];

    /// <summary>Which tags the word can have, as a number of the model; 0 = unknown.</summary>
    public uint[] Class { get; private set; } = [];

    /// <summary>1 when most words of the sentence are capitalised, as in a headline; 2 when most are in capitals throughout.</summary>
    public uint Headline { get; private set; }

    public void Fill(string text, ReadOnlySpan<TextSpan> words, WordClasses classes)
    {
        Count = words.Length;
        EnsureSize(Count + (2 * Pad));
        int capitalised = 0, capitals = 0, letters = 0;
        for (var i = 0; i < Count; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            FillWord(i + Pad, word, classes);
            if (char.IsLetter(word[0]) && word.Length > 3)
            {
                letters++;
                capitalised += char.IsUpper(word[0]) ? 1 : 0;
                capitals += char.IsUpper(word[0]) && char.IsUpper(word[^1]) ? 1 : 0;
            }
        }

        Headline = letters >= 3 && capitals * 10 > letters * 7 ? 2u : letters >= 3 && capitalised * 10 > letters * 7 ? 1u : 0u;
        if (Headline != 0)
        {
            LowerHeadline(text, words, classes);
        }

        for (var k = 0; k < Pad; k++)
        {
            Blank(k);
            Blank(Count + Pad + k);
        }
    }

    /// <summary>A character as lower-cased words have it.</summary>
    public static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        >= '0' and <= '9' => '0',
        '’' or '`' => '\'',
        '—' => '–',
        _ => c < 0x80 ? c : char.ToLowerInvariant(c),
    };

    // "Minister Visits Oslo": in a headline the capital says nothing, so words that are known, and not as names, are taken in lower case
    private void LowerHeadline(string text, ReadOnlySpan<TextSpan> words, WordClasses classes)
    {
        Span<char> lower = stackalloc char[LongestLowered];
        for (var i = 1; i < Count; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            if (word.Length is > 1 and <= LongestLowered && char.IsUpper(word[0]) && Class[i + Pad] != 0 && !classes.MayBeName(Class[i + Pad]))
            {
                word.ToLowerInvariant(lower);
                FillWord(i + Pad, lower[..word.Length], classes);
            }
        }
    }

    /// <summary>The hash of a folded word.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Mix.Empty;
        foreach (var c in word)
        {
            hash = Mix.Add(hash, Fold(c));
        }

        return hash;
    }

    private void FillWord(int at, ReadOnlySpan<char> word, WordClasses classes)
    {
        uint form = Mix.Empty, lower = Mix.Empty, shape = Mix.Empty;
        char last = '\0';
        for (var k = 0; k < word.Length; k++)
        {
            form = Mix.Add(form, word[k]);
            lower = Mix.Add(lower, Fold(word[k]));
            var kind = Kind(word[k]);
            if (kind != last)
            {
                shape = Mix.Add(shape, kind);
                last = kind;
            }

            if (k < Affix)
            {
                Prefix[(at * Affix) + k] = lower;
            }
        }

        var suffix = Mix.Empty;
        for (var k = 0; k < Affix; k++)
        {
            var inside = k < word.Length;
            suffix = inside ? Mix.Add(suffix, Fold(word[^(k + 1)])) : suffix;
            Suffix[(at * Affix) + k] = inside ? suffix : 0;
            Prefix[(at * Affix) + k] = inside ? Prefix[(at * Affix) + k] : 0;
        }

        Capital[at] = char.IsUpper(word[0]);
        Form[at] = form;
        Lower[at] = lower;
        Shape[at] = Mix.Add(shape, (char)Math.Min(word.Length, 4));
        Class[at] = classes.Of(lower) is var known and not 0 ? known : classes.OfStem(word);
    }

    private static char Kind(char c) => char.IsLower(c) ? 'a' : char.IsUpper(c) ? 'A' : char.IsDigit(c) ? '0' : Fold(c);

    private void Blank(int at)
    {
        Form[at] = Lower[at] = Shape[at] = Class[at] = 0;
        Suffix.AsSpan(at * Affix, Affix).Clear();
        Prefix.AsSpan(at * Affix, Affix).Clear();
    }

    private void EnsureSize(int size)
    {
        if (Form.Length >= size)
        {
            return;
        }

        size = Math.Max(size, 64) * 2;
        Form = new uint[size];
        Lower = new uint[size];
        Shape = new uint[size];
        Capital = new bool[size];
        Class = new uint[size];
        Suffix = new uint[size * Affix];
        Prefix = new uint[size * Affix];
    }
}
