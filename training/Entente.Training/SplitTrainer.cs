using Entente.Claims;
using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Learns where words and sentences end, from the documents of treebanks put together again.</summary>
internal static class SplitTrainer
{
    /// <summary>Weights of a question: two to this.</summary>
    private const int Bits = 17;

    /// <summary>Places judged rightly by less than the margin are learned too: wide margins generalise better from little text.</summary>
    private const int Passes = 10, CutMargin = 30, EndMargin = 200;

    public static void Write(ModelWriter model, IEnumerable<GoldSentence> sentences, int seed, Action<string> tell)
    {
        var texts = sentences.GroupBy(s => s.Document).Select(d => RawText.Of([.. d])).ToArray();
        var tables = TokenTables.Load();
        var cuts = LearnCuts(texts, new TokenRules(tables), seed, tell);
        var tokenizer = new Tokenizer(new TokenRules(tables), new HashedWeights(Pinned(cuts)));
        var ends = LearnEnds(texts, tokenizer, new SentenceRules(tables), seed, tell);
        model.Bytes(cuts).Bytes(ends);
    }

    private static byte[] LearnCuts(RawText[] texts, TokenRules rules, int seed, Action<string> tell)
    {
        var perceptron = new HashedPerceptron(Bits);
        HashSet<int> starts = [];
        var tokenizer = new Tokenizer(rules, default, (features, at, _) =>
        {
            var right = starts.Contains(at);
            perceptron.Learn(features, right, CutMargin);
            return right;
        });
        EachPass(texts, seed, perceptron, line => tell($"words: {line}"), text =>
        {
            starts = [.. text.Words.Keys.Select(w => w.Start)];
            foreach (var block in text.Document.Blocks)
            {
                tokenizer.Cut(text.Document.Text, block.Span, []);
            }
        });
        return perceptron.Quantised();
    }

    private static byte[] LearnEnds(RawText[] texts, Tokenizer tokenizer, SentenceRules rules, int seed, Action<string> tell)
    {
        var perceptron = new HashedPerceptron(Bits);
        HashSet<int> ends = [];
        var splitter = new SentenceSplitter(rules, default, (features, at, _) =>
        {
            var right = ends.Contains(at);
            perceptron.Learn(features, right, EndMargin);
            return right;
        });
        EachPass(texts, seed, perceptron, line => tell($"sentences: {line}"), text =>
        {
            ends = [.. text.Sentences.Select(s => s.End)];
            foreach (var block in text.Document.Blocks)
            {
                var words = new List<TextSpan>();
                tokenizer.Cut(text.Document.Text, block.Span, words);
                splitter.Split(text.Document.Text, words, 0, SentenceEnds.MaybeUnmarked, 0, []);
            }
        });
        return perceptron.Quantised();
    }

    private static void EachPass(RawText[] texts, int seed, HashedPerceptron perceptron, Action<string> tell, Action<RawText> learn)
    {
        var order = Enumerable.Range(0, texts.Length).ToArray();
        var random = new Random(seed);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            perceptron.BeginPass();
            foreach (var i in order)
            {
                learn(texts[i]);
            }
        }

        tell($"{perceptron.Mistakes} mistakes in the last pass");
    }

    private static byte[] Pinned(byte[] weights)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(weights.Length, pinned: true);
        weights.CopyTo(pinned, 0);
        return pinned;
    }
}
