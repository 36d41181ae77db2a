using System.Diagnostics;
using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Treebanks → the bytes of a model. The same treebanks and seed give the same bytes.</summary>
internal static class Trainer
{
    private const int TaggerPasses = 7, ParserPasses = 7, FoldPasses = 3, Folds = 3;

    /// <summary>Averaged weights below these are dropped: they are nearly all of the weights and hardly any of the accuracy.</summary>
    private const double LightTagWeight = 0.75, LightParseWeight = 2;

    public static byte[] Train(IReadOnlyList<GoldSentence> sentences, int seed, Action<string> tell)
    {
        var clock = Stopwatch.StartNew();
        var tagLines = TaggerTrainer.Tags(sentences);
        var tags = TagSet.Parse(tagLines);
        var (classEntries, names) = TaggerTrainer.Classes(sentences);
        var classes = new WordClasses(ModelWriter.InMemory(classEntries), names);
        var labels = Labels(sentences);
        tell($"{sentences.Count} sentences, {sentences.Sum(s => s.Words.Length)} words, {tags.Count} tags, {labels.Length} relations");

        var model = new ModelWriter().Lines(tagLines).Table(classEntries).Bytes([.. names.Select(n => n ? (byte)1 : (byte)0)]);
        var tagger = TaggerTrainer.Train(sentences, tags, classes, TaggerPasses, seed);
        tell($"tagger: {tagger.Features} features, kept {model.Weights(tagger.Heavy(LightTagWeight))}, {clock.Elapsed.TotalSeconds:F0} s");

        var guessed = GuessedTags(sentences, tags, classes, seed);
        tell($"tags guessed for the parser, {clock.Elapsed.TotalSeconds:F0} s");
        var parser = new ParserTrainer(labels, tags, seed).Train(sentences, guessed, classes, ParserPasses, line => tell($"{line}, {clock.Elapsed.TotalSeconds:F0} s"));
        model.Lines(labels);
        tell($"parser: kept {model.Weights(parser.Heavy(LightParseWeight))}, {clock.Elapsed.TotalSeconds:F0} s");

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
    internal static byte[][] GuessedTags(IReadOnlyList<GoldSentence> sentences, TagSet tags, WordClasses classes, int seed)
    {
        var guessed = new byte[sentences.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = sentences.Where((_, i) => i % Folds != fold).ToList();
            var perceptron = TaggerTrainer.Train(others, tags, classes, FoldPasses, seed);
            var tagger = new Tagger(tags, ModelWriter.WeightsInMemory(perceptron.Heavy(LightTagWeight)));
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
