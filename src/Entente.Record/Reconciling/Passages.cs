namespace Entente.Record.Reconciling;

/// <summary>A sentence that repeats another.</summary>
/// <param name="A">Index of the sentence of the earlier document.</param>
/// <param name="B">Index of the one that repeats it.</param>
internal readonly record struct Passage(int A, int B);

/// <summary>Which sentences of a document repeat those of an earlier one: reprints, quoted paragraphs, updated versions.</summary>
internal static class Passages
{
    /// <summary>For each sentence of the later document that repeats one, that which it repeats most of, the first where there are several; in order of the later document.</summary>
    public static IReadOnlyList<Passage> Between(IReadOnlyList<string> earlier, IReadOnlyList<string> later)
    {
        var reader = new Runs();
        var first = earlier.Select(s => SentenceWording.Of(reader, s)).ToArray();
        var passages = new List<Passage>();
        for (var b = 0; b < later.Count; b++)
        {
            var sentence = SentenceWording.Of(reader, later[b]);
            var (best, at) = (0.0, -1);
            for (var a = 0; a < first.Length; a++)
            {
                if (sentence.Repeats(first[a]) is var share && share > best)
                {
                    (best, at) = (share, a);
                }
            }

            if (at >= 0)
            {
                passages.Add(new Passage(at, b));
            }
        }

        return passages;
    }
}
