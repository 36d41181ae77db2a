namespace Entente.Claims.Analyzing;

/// <summary>The features of a word for the tagger: the word, its ends and shape, its neighbours and the tags before it.</summary>
internal static class TagFeatures
{
    /// <summary>Writes the keys of all features of word <paramref name="i"/> (without padding), given the tags of the two words before, and returns how many.</summary>
    public static int Fill(WordAtoms a, int i, uint t1, uint t2, Span<ulong> keys)
    {
        var at = i + WordAtoms.Pad;
        var suffix = a.Suffix.AsSpan(at * WordAtoms.Affix, WordAtoms.Affix);
        var prefix = a.Prefix.AsSpan(at * WordAtoms.Affix, WordAtoms.Affix);
        uint w = a.Lower[at], before = a.Lower[at - 1], after = a.Lower[at + 1];
        uint c = a.Class[at], c1 = a.Class[at + 1], c2 = a.Class[at + 2], shape = a.Shape[at];
        var first = i == 0 ? 1u : 0u;
        var n = 0;
        n = Put(keys, n, a.Form[at]);
        n = Put(keys, n, w);
        n = Put(keys, n, before);
        n = Put(keys, n, a.Lower[at - 2]);
        n = Put(keys, n, after);
        n = Put(keys, n, a.Lower[at + 2]);
        n = Put(keys, n, before, w);
        n = Put(keys, n, w, after);
        n = Put(keys, n, before, after);
        n = Put(keys, n, t1);
        n = Put(keys, n, t2);
        n = Put(keys, n, t1, t2);
        n = Put(keys, n, t1, w);
        n = Put(keys, n, t1, t2, w);
        n = Put(keys, n, t1, after);
        n = Put(keys, n, c);
        n = Put(keys, n, c1);
        n = Put(keys, n, c2);
        n = Put(keys, n, c, c1);
        n = Put(keys, n, t1, c);
        n = Put(keys, n, t1, c1);
        n = Put(keys, n, t1, c, c1);
        n = Put(keys, n, t1, t2, c);
        n = Put(keys, n, c, c1, c2);
        n = Put(keys, n, c1, c2);
        n = Put(keys, n, before, c);
        n = Put(keys, n, after, c);
        n = Put(keys, n, w, c1);
        n = Put(keys, n, a.Class[at - 1], c);
        n = Put(keys, n, suffix[0]);
        n = Put(keys, n, suffix[1]);
        n = Put(keys, n, suffix[2]);
        n = Put(keys, n, suffix[3]);
        n = Put(keys, n, suffix[4]);
        n = Put(keys, n, prefix[0]);
        n = Put(keys, n, prefix[1]);
        n = Put(keys, n, prefix[2]);
        n = Put(keys, n, prefix[3]);
        n = Put(keys, n, shape, first, a.Headline);
        n = Put(keys, n, shape, t1);
        n = Put(keys, n, shape, suffix[1], a.Headline);
        n = Put(keys, n, suffix[2], t1);
        n = Put(keys, n, suffix[1], c1);
        n = Put(keys, n, suffix[2], shape, first);
        n = Put(keys, n, Suffix(a, at - 1, 3));
        n = Put(keys, n, Suffix(a, at + 1, 3));
        n = Put(keys, n, Suffix(a, at + 1, 2), t1);
        n = Put(keys, n, a.Shape[at - 1], shape);
        n = Put(keys, n, shape, a.Shape[at + 1]);
        n = Put(keys, n, c, shape, first + (2 * a.Headline));
        return n;
    }

    /// <summary>At least as many as <see cref="Fill"/> writes.</summary>
    public const int Most = 64;

    private static uint Suffix(WordAtoms a, int at, int length) => a.Suffix[(at * WordAtoms.Affix) + length - 1];

    private static int Put(Span<ulong> keys, int n, uint x)
    {
        keys[n] = Mix.End(Mix.Then(Mix.Seed(n), x));
        return n + 1;
    }

    private static int Put(Span<ulong> keys, int n, uint x, uint y)
    {
        keys[n] = Mix.End(Mix.Then(Mix.Then(Mix.Seed(n), x), y));
        return n + 1;
    }

    private static int Put(Span<ulong> keys, int n, uint x, uint y, uint z)
    {
        keys[n] = Mix.End(Mix.Then(Mix.Then(Mix.Then(Mix.Seed(n), x), y), z));
        return n + 1;
    }
}
