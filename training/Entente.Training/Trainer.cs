using System.Diagnostics;
using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Treebanks → the bytes of a model. The same treebanks and seed give the same bytes.</summary>
internal static class Trainer
{
    private const int FirstPasses = 2, TaggerPasses = 6, FoldPasses = 3, Folds = 3, ParserPasses = 6;

    /// <summary>How many features the model may keep.</summary>
    private const int TaggerFeatures = 160_000, ParserFeatures = 450_000;

    public static byte[] Train(IReadOnlyList<GoldSentence> sentences, int seed, Action<string> tell)
    {
        var clock = Stopwatch.StartNew();
        var tagLines = TaggerTrainer.Tags(sentences);
        var tags = TagSet.Parse(tagLines);
        var classEntries = TaggerTrainer.Classes(sentences);
        var classes = new WordClasses(ModelWriter.InMemory(classEntries));
        var labels = Labels(sentences);
        tell($"{sentences.Count} sentences, {sentences.Sum(s => s.Words.Length)} words, {tags.Count} tags, {labels.Length} relations");

        var model = new ModelWriter().Lines(tagLines).Table(classEntries);
        var tagger = TaggerTrainer.Train(sentences, tags, classes, new Perceptron(), FirstPasses, seed);
        var all = tagger.Features;
        tagger = TaggerTrainer.Train(sentences, tags, classes, new Perceptron(tagger.Heaviest(TaggerFeatures)), TaggerPasses, seed + 1);
        tell($"tagger: {all} features, kept {model.Weights(tagger)}, {clock.Elapsed.TotalSeconds:F0} s");

        var guessed = GuessedTags(sentences, tags, classes, seed);
        tell($"tags guessed for the parser, {clock.Elapsed.TotalSeconds:F0} s");
        Perceptron Learn(Perceptron perceptron, int passes, int offset) =>
            new ParserTrainer(labels, tags, perceptron, seed + offset).Train(sentences, guessed, classes, passes, line => tell($"{line}, {clock.Elapsed.TotalSeconds:F0} s"));
        var parser = Learn(new Perceptron(Learn(new Perceptron(), FirstPasses, 0).Heaviest(ParserFeatures)), ParserPasses, 1);
        model.Lines(labels);
        tell($"parser: kept {model.Weights(parser)}, {clock.Elapsed.TotalSeconds:F0} s");

        LemmaTrainer.Write(model, sentences, tags);
        FeatTrainer.Write(model, sentences, tags);
        var bytes = model.ToPinned();
        tell($"{bytes.Length / 1e6:F2} MB, {clock.Elapsed.TotalSeconds:F0} s");
        return bytes;
    }

    private static string[] Labels(IEnumerable<GoldSentence> sentences) =>
    [
        .. sentences.SelectMany(s => s.Words).GroupBy(w => w.Deprel).Where(g => g.Count() >= 5).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
    ];

    /// <summary>The parser learns from tags such as it will see: each part of the treebank tagged by what was learned from the others.</summary>
    private static byte[][] GuessedTags(IReadOnlyList<GoldSentence> sentences, TagSet tags, WordClasses classes, int seed)
    {
        var guessed = new byte[sentences.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = sentences.Where((_, i) => i % Folds != fold).ToList();
            var perceptron = TaggerTrainer.Train(others, tags, classes, new Perceptron(), FoldPasses, seed);
            var tagger = new Tagger(tags, ModelWriter.InMemory(perceptron));
            var atoms = new WordAtoms();
            for (var i = fold; i < sentences.Count; i += Folds)
            {
                atoms.Fill(sentences[i].Text, sentences[i].Spans, classes);
                tagger.Tag(atoms, guessed[i] = new byte[sentences[i].Words.Length]);
            }
        }

        return guessed;
    }
}
