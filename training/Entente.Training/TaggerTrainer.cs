using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Trains the tagger on gold tags, with its own guesses as history.</summary>
internal static class TaggerTrainer
{
    /// <summary>A word is taken to be known when the treebanks have it this often: a rarer one would tell its tag away.</summary>
    private const int Known = 3;

    /// <summary>The tags seen at least three times, most frequent first.</summary>
    public static string[] Tags(IEnumerable<GoldSentence> sentences) =>
    [
        .. sentences.SelectMany(s => s.Words).GroupBy(w => $"{w.Upos} {w.Xpos}").Where(g => g.Count() >= 3).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
    ];

    /// <summary>Frequent words by the set of tags that they have in more than one case of fifty.</summary>
    public static (List<KeyValuePair<ulong, int>> Entries, bool[] Names) Classes(IEnumerable<GoldSentence> sentences)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var classes = new SortedDictionary<ulong, int>();
        foreach (var word in sentences.SelectMany(s => s.Words).GroupBy(w => WordAtoms.Hash(w.Form)).Where(g => g.Count() >= Known).OrderBy(g => g.Key))
        {
            var tags = word.GroupBy(w => w.Xpos + "/" + w.Upos).Where(t => t.Count() * 50 > word.Count()).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();

            // Which tag leads matters only when it leads by far
            var lead = tags[0].Count() * 10 > word.Count() * 8 ? tags[0].Key + " " : "";
            var name = lead + string.Join(' ', tags.Select(t => t.Key).Order(StringComparer.Ordinal));
            classes[WordClasses.Key(word.Key)] = numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count + 1;
        }

        var names = new bool[numbers.Count + 1];
        foreach (var (name, number) in numbers)
        {
            names[number] = name.Contains("PROPN", StringComparison.Ordinal);
        }

        return ([.. classes], names);
    }

    public static Perceptron Train(IReadOnlyList<GoldSentence> sentences, TagSet tags, WordClasses classes, int passes, int seed)
    {
        var perceptron = new Perceptron();
        var atoms = new WordAtoms();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(seed);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var s in order)
            {
                atoms.Fill(sentences[s].Text, sentences[s].Spans, classes);
                Learn(perceptron, atoms, sentences[s], tags);
            }
        }

        return perceptron;
    }

    private static void Learn(Perceptron perceptron, WordAtoms atoms, GoldSentence sentence, TagSet tags)
    {
        Span<ulong> keys = stackalloc ulong[TagFeatures.Most];
        Span<int> scores = stackalloc int[tags.Count];
        uint t1 = 0, t2 = 0;
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var count = TagFeatures.Fill(atoms, i, t1, t2, keys);
            perceptron.Score(keys[..count], scores);
            var guess = Tagger.Best(scores);
            var gold = tags.Find(sentence.Words[i].Upos, sentence.Words[i].Xpos);
            if (gold >= 0 && guess != gold)
            {
                perceptron.Update(keys[..count], gold, guess);
            }

            perceptron.Tick();
            (t1, t2) = ((uint)guess + 1, t1);
        }
    }
}
