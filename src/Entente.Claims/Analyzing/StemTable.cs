namespace Entente.Claims.Analyzing;

/// <summary>Word → number, for the word as it stands and for forms of it.</summary>
internal readonly struct StemTable(FlatTable table)
{
    /// <summary>Numbers of unknown words are made of this, the number of the stem, and that of the ending.</summary>
    private const uint Derived = 1 << 16;

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "ly", "er", "ers"];

    /// <summary>The number of a word by the hash of its folded form, or of the known word that it is a form of ("imposed" of "impose", "planning" of "plan"); 0 when neither is known.</summary>
    public uint Of(uint lower, ReadOnlySpan<char> word)
    {
        if (Of(lower) is var own and not 0)
        {
            return own;
        }

        for (var e = 0; e < Endings.Length; e++)
        {
            if (word.Length > Endings[e].Length + 2 && word.EndsWith(Endings[e], StringComparison.OrdinalIgnoreCase) && OfStem(word[..^Endings[e].Length], e) is var known and not 0)
            {
                return Derived + (known * 8) + (uint)e;
            }
        }

        return 0;
    }

    /// <summary>The number of the word itself or of its stem.</summary>
    public static uint Own(uint known) => known >= Derived ? (known - Derived) / 8 : known;

    public static ulong Key(uint lower) => Mix.End(Mix.Then(Mix.Seed(2000), lower));

    private uint Of(uint lower) => (uint)Math.Max(0, table.Find(Key(lower)));

    /// <summary>The stem as it stands, with the e that the ending took, with one of two consonants, with y for i.</summary>
    private uint OfStem(ReadOnlySpan<char> stem, int ending)
    {
        var hash = WordAtom.Hash(stem);
        var known = Of(hash);
        if (known == 0 && ending > 1)
        {
            known = Of(Mix.Add(hash, 'e'));
        }

        if (known == 0 && stem[^1] == stem[^2])
        {
            known = Of(WordAtom.Hash(stem[..^1]));
        }

        return known == 0 && stem[^1] is 'i' or 'I' ? Of(Mix.Add(WordAtom.Hash(stem[..^1]), 'y')) : known;
    }
}
