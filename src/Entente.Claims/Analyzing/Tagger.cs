namespace Entente.Claims.Analyzing;

/// <summary>Parts of speech, one word after another: an averaged perceptron (Collins 2002).</summary>
internal sealed class Tagger(TagSet set, FlatWeights weights)
{
    /// <summary>Writes the number of the tag of each word.</summary>
    public void Tag(WordAtoms atoms, Span<byte> tags)
    {
        Span<ulong> keys = stackalloc ulong[TagFeatures.Most];
        Span<int> scores = stackalloc int[256];
        scores = scores[..set.Count];
        uint t1 = 0, t2 = 0;
        for (var i = 0; i < atoms.Count; i++)
        {
            var count = TagFeatures.Fill(atoms, i, t1, t2, keys);
            weights.Score(keys[..count], scores);
            tags[i] = (byte)Best(scores);
            (t1, t2) = (tags[i] + 1u, t1);
        }
    }

    /// <summary>The label with the highest score; of equals the first.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
        {
            if (scores[k] > scores[best])
            {
                best = k;
            }
        }

        return best;
    }
}
