namespace Entente.Claims.Analyzing;

/// <summary>What the network sees of a word by itself: hashes of its form, ends, beginnings and shape, and what is known of it.</summary>
internal unsafe struct WordAtom
{
    /// <summary>Longest ending and beginning that are looked at.</summary>
    public const int Affix = 5;

    public uint Form;

    /// <summary>In lower case, digits as 0, quotes and dashes made one.</summary>
    public uint Lower;

    public uint Shape;

    /// <summary>Which tags the word can have, as a number of the model; 0 = unknown.</summary>
    public uint Class;

    /// <summary>Which parts of speech a dictionary gives the word, as a number of the model; 0 = unknown.</summary>
    public uint Kinds;

    /// <summary>Whether it begins with a capital.</summary>
    public bool Capital;

    /// <summary>Endings of 1 to 5 letters; 0 where the word is shorter.</summary>
    public fixed uint Suffix[Affix];

    public fixed uint Prefix[Affix];

    public static WordAtom Of(ReadOnlySpan<char> word, in WordClasses classes)
    {
        var atom = default(WordAtom);
        uint form = Mix.Empty, lower = Mix.Empty, shape = Mix.Empty, suffix = Mix.Empty;
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
                atom.Prefix[k] = lower;
                suffix = Mix.Add(suffix, Fold(word[^(k + 1)]));
                atom.Suffix[k] = suffix;
            }
        }

        atom.Form = form;
        atom.Lower = lower;
        atom.Shape = Mix.Add(shape, (char)Math.Min(word.Length, 4));
        atom.Class = classes.Seen.Of(lower, word);
        atom.Kinds = classes.Dictionary.Of(lower, word);
        atom.Capital = char.IsUpper(word[0]);
        return atom;
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

    private static char Kind(char c) => char.IsLower(c) ? 'a' : char.IsUpper(c) ? 'A' : char.IsDigit(c) ? '0' : Fold(c);
}
