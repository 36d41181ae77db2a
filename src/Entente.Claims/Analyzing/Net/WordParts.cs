namespace Entente.Claims.Analyzing.Net;

/// <summary>Which rows of the table of vectors make up a word: those of its form, class, shape, endings and beginnings and what the gazetteer calls it, each known or the unknown one of its kind.</summary>
internal readonly struct WordParts(FlatTable table, Gazetteer gazetteer)
{
    /// <summary>How many parts a word has. The first rows of the table are the unknown ones, one for each part.</summary>
    public const int Count = 12;

    /// <summary>Writes the rows of all words of a sentence.</summary>
    public void Fill(WordAtoms atoms, Span<int> rows)
    {
        Span<ulong> keys = stackalloc ulong[Count];
        Span<uint> kinds = atoms.Count <= 512 ? stackalloc uint[atoms.Count] : new uint[atoms.Count];
        gazetteer.Fill(atoms, kinds);
        for (var i = 0; i < atoms.Count; i++)
        {
            Keys(atoms, i, kinds[i], keys);
            for (var k = 0; k < Count; k++)
            {
                var row = table.Find(keys[k]);
                rows[(i * Count) + k] = row < 0 ? k : row;
            }
        }
    }

    /// <summary>The keys under which the parts of a word are looked up.</summary>
    public static void Keys(WordAtoms atoms, int word, uint kind, Span<ulong> keys)
    {
        var i = word + WordAtoms.Pad;
        var affix = i * WordAtoms.Affix;
        keys[0] = Key(0, atoms.Lower[i]);
        keys[1] = Key(1, atoms.Form[i]);
        keys[2] = Key(2, atoms.Class[i]);
        keys[3] = Key(3, Mix.Add(atoms.Shape[i], (char)((atoms.Headline * 2) + (word == 0 ? 1u : 0u))));
        for (var k = 0; k < 4; k++)
        {
            keys[4 + k] = Key(4 + k, atoms.Suffix[affix + k + 1]);
        }

        for (var k = 0; k < 3; k++)
        {
            keys[8 + k] = Key(8 + k, atoms.Prefix[affix + k + 1]);
        }

        keys[11] = Key(11, kind);
    }

    private static ulong Key(int part, uint value) => Mix.End(Mix.Then(Mix.Seed(5000 + part), value));
}
