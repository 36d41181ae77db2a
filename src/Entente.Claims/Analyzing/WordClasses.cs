namespace Entente.Claims.Analyzing;

/// <summary>Which tags a frequent word was seen with, as the number of that set of tags.</summary>
/// <param name="table">Word → class.</param>
/// <param name="names">The classes that hold the tag of a proper noun.</param>
internal readonly struct WordClasses(FlatTable table, bool[] names)
{
    /// <summary>Classes of unknown words are made of this, the class of the stem, and the number of the ending.</summary>
    private const uint Derived = 1 << 16;

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "ly", "er", "ers"];

    /// <summary>The class of a word by the hash of its folded form; 0 for a word that is rare or unknown.</summary>
    public uint Of(uint lower) => (uint)Math.Max(0, table.Find(Key(lower)));

    /// <summary>The class of an unknown word that is a form of a known one ("imposed" of "impose", "planning" of "plan"); 0 when it is none.</summary>
    public uint OfStem(ReadOnlySpan<char> word)
    {
        for (var e = 0; e < Endings.Length; e++)
        {
            if (word.Length > Endings[e].Length + 2 && word.EndsWith(Endings[e], StringComparison.OrdinalIgnoreCase) && OfStem(word[..^Endings[e].Length], e) is var known and not 0)
            {
                return Derived + (known * 8) + (uint)e;
            }
        }

        return 0;
    }

    /// <summary>Whether words of the class were seen as proper nouns.</summary>
    public bool MayBeName(uint known)
    {
        var own = known >= Derived ? (known - Derived) / 8 : known;
        return own < names.Length && names[own];
    }

    public static ulong Key(uint lower) => Mix.End(Mix.Then(Mix.Seed(2000), lower));

    /// <summary>The stem as it stands, with the e that the ending took, with one of two consonants, with y for i.</summary>
    private uint OfStem(ReadOnlySpan<char> stem, int ending)
    {
        var hash = WordAtoms.Hash(stem);
        var known = Of(hash);
        if (known == 0 && ending > 1)
        {
            known = Of(Mix.Add(hash, 'e'));
        }

        if (known == 0 && stem[^1] == stem[^2])
        {
            known = Of(WordAtoms.Hash(stem[..^1]));
        }

        return known == 0 && stem[^1] is 'i' or 'I' ? Of(Mix.Add(WordAtoms.Hash(stem[..^1]), 'y')) : known;
    }
}
