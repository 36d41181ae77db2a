namespace Entente.Claims.Analyzing.Net;

/// <summary>Which rows of the table of vectors make up a word: those of its form, class, shape, endings and beginnings, what the gazetteer calls it, and its kinds in the dictionary, each known or the unknown one of its kind.</summary>
internal static class WordParts
{
    /// <summary>How many parts a word has. The first rows of the table are the unknown ones, one for each part.</summary>
    public const int Count = 13;

    /// <summary>The keys under which the parts of a word are looked up.</summary>
    /// <param name="context">Whether it stands in a headline, and whether it is the first of the sentence.</param>
    /// <param name="kind">What the gazetteer calls it.</param>
    public static unsafe void Keys(in WordAtom atom, byte context, uint kind, Span<ulong> keys)
    {
        keys[0] = Key(0, atom.Lower);
        keys[1] = Key(1, atom.Form);
        keys[2] = Key(2, atom.Class);
        keys[3] = Key(3, Mix.Add(atom.Shape, (char)context));
        for (var k = 0; k < 4; k++)
        {
            keys[4 + k] = Key(4 + k, atom.Suffix[k + 1]);
        }

        for (var k = 0; k < 3; k++)
        {
            keys[8 + k] = Key(8 + k, atom.Prefix[k + 1]);
        }

        keys[11] = Key(11, kind);
        keys[12] = Key(12, atom.Kinds);
    }

    private static ulong Key(int part, uint value) => Mix.End(Mix.Then(Mix.Seed(5000 + part), value));
}
