using System.Diagnostics;
using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Treebanks → the bytes of a model. The same treebanks and seed give the same bytes.</summary>
internal static class Trainer
{
    private const int TaggerPasses = 7, ParserPasses = 7, FoldPasses = 3, Folds = 3;

    /// <summary>Averaged weights below these are dropped: they are nearly all of the weights and hardly any of the accuracy.</summary>
    private const double LightTagWeight = 0.75, LightParseWeight = 2;

    /// <summary>Trains the parts that are named and keeps the others of an earlier model.</summary>
    /// <exception cref="FormatException">A part is neither trained nor to be had from the earlier model.</exception>
    public static byte[] Train(IReadOnlyList<GoldSentence> sentences, IReadOnlyCollection<string> wanted, byte[] earlier, int seed, Action<string> tell)
    {
        if (wanted.Except(ModelParts.All).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"There is no part \"{unknown}\": only {string.Join(", ", ModelParts.All)}.", nameof(wanted));
        }

        var clock = Stopwatch.StartNew();
        var parts = new List<KeyValuePair<string, byte[]>>();
        var tags = TagPart(sentences, wanted, earlier, seed, tell);
        foreach (var name in ModelParts.All)
        {
            var part = name == ModelParts.Tags ? tags.Part : wanted.Contains(name) ? Part(name, sentences, tags, seed, tell) : Kept(earlier, name);
            parts.Add(new(name, part));
            tell($"{name}: {part.Length} bytes, {(wanted.Contains(name) ? "trained" : "kept")}, {clock.Elapsed.TotalSeconds:F0} s");
        }

        return ModelWriter.File(parts);
    }

    private static byte[] Kept(byte[] earlier, string name) => new ModelFile(earlier).PartBytes(name).ToArray();

    private static (byte[] Part, TagSet Tags, WordClasses Classes) TagPart(IReadOnlyList<GoldSentence> sentences, IReadOnlyCollection<string> wanted, byte[] earlier, int seed, Action<string> tell)
    {
        if (!wanted.Contains(ModelParts.Tags))
        {
            var part = new ModelFile(earlier).Part(ModelParts.Tags);
            return (Kept(earlier, ModelParts.Tags), TagSet.Parse(part.Lines()), new WordClasses(part.Table(), [.. part.Bytes().ToArray().Select(b => b != 0)]));
        }

        var lines = TaggerTrainer.Tags(sentences);
        var tags = TagSet.Parse(lines);
        var (entries, names) = TaggerTrainer.Classes(sentences);
        var classes = new WordClasses(ModelWriter.InMemory(entries), names);
        var model = new ModelWriter().Lines(lines).Table(entries).Bytes([.. names.Select(n => n ? (byte)1 : (byte)0)]);
        var tagger = TaggerTrainer.Train(sentences, tags, classes, TaggerPasses, seed);
        tell($"tagger: {tags.Count} tags, {tagger.Features} features, kept {model.Weights(tagger.Heavy(LightTagWeight))}");
        return (model.Written.ToArray(), tags, classes);
    }

    private static byte[] Part(string name, IReadOnlyList<GoldSentence> sentences, (byte[] Part, TagSet Tags, WordClasses Classes) tags, int seed, Action<string> tell)
    {
        var model = new ModelWriter();
        switch (name)
        {
            case ModelParts.Splitter:
                SplitTrainer.Write(model, sentences, seed, tell);
                break;
            case ModelParts.Trees:
                Trees(model, sentences, tags.Tags, tags.Classes, seed, tell);
                break;
            case ModelParts.Lemmas:
                LemmaTrainer.Write(model, sentences, tags.Tags);
                break;
            case ModelParts.Feats:
                FeatTrainer.Write(model, sentences, tags.Tags);
                break;
        }

        return model.Written.ToArray();
    }

    private static void Trees(ModelWriter model, IReadOnlyList<GoldSentence> sentences, TagSet tags, WordClasses classes, int seed, Action<string> tell)
    {
        var labels = Labels(sentences);
        var guessed = GuessedTags(sentences, tags, classes, seed);
        var parser = new ParserTrainer(labels, tags, seed).Train(sentences, guessed, classes, ParserPasses, tell);
        model.Lines(labels);
        tell($"parser: {labels.Length} relations, kept {model.Weights(parser.Heavy(LightParseWeight))}");
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
