using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>The commonest kinds of error on a treebank: tags taken for others, words hung on the wrong head, relations taken for others.</summary>
internal static class ErrorTable
{
    private const int Most = 12;

    public static void Tell(LanguageModel model, IReadOnlyList<GoldSentence> sentences)
    {
        var annotator = new Annotator(model, ClauseRepairs.Load());
        Dictionary<string, int> tags = [], heads = [], labels = [];
        var words = 0;
        foreach (var sentence in sentences)
        {
            var tokens = Measure.Annotated(annotator, sentence);
            for (var i = 0; i < tokens.Length; i++)
            {
                var (gold, token) = (sentence.Words[i], tokens[i]);
                words++;
                if (gold.Upos != token.Upos)
                {
                    Count(tags, $"{gold.Upos} taken for {token.Upos}");
                }

                if (gold.Head != (token.Head ?? -1))
                {
                    Count(heads, $"{gold.Deprel} on {On(sentence, gold.Head)} instead of {On(sentence, token.Head ?? -1)}");
                }
                else if (gold.Deprel != token.Deprel)
                {
                    Count(labels, $"{gold.Deprel} called {token.Deprel}");
                }
            }
        }

        Console.WriteLine($"{words} words; wrong: tag {tags.Values.Sum()}, head {heads.Values.Sum()}, relation under the right head {labels.Values.Sum()}");
        foreach (var (name, counts) in new[] { ("tags", tags), ("heads", heads), ("relations", labels) })
        {
            Console.WriteLine($"{name}: {string.Join("; ", counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Most).Select(c => $"{c.Key} {c.Value}"))}");
        }
    }

    private static string On(GoldSentence sentence, int head) => head < 0 ? "the root" : sentence.Words[head].Upos;

    private static void Count(Dictionary<string, int> counts, string kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;
}
