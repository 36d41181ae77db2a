using System.Diagnostics;
using Entente.Claims.Analyzing;
using Entente.Claims.Analyzing.Net;
using Entente.Training.Net;

namespace Entente.Training;

/// <summary>Treebanks → the bytes of a model. The same treebanks and seed give the same bytes.</summary>
internal static class Trainer
{
    /// <summary>Trains the parts that are named and keeps the others of an earlier model.</summary>
    /// <exception cref="FormatException">A part is neither trained nor to be had from the earlier model.</exception>
    public static byte[] Train(TrainingData data, IReadOnlyCollection<string> wanted, byte[] earlier, int seed, Action<string> tell)
    {
        if (wanted.Except(ModelParts.All).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"There is no part \"{unknown}\": only {string.Join(", ", ModelParts.All)}.", nameof(wanted));
        }

        var clock = Stopwatch.StartNew();
        var parts = new List<KeyValuePair<string, byte[]>>();
        var tags = TagPart(data, wanted, earlier, seed, tell);
        foreach (var name in ModelParts.All)
        {
            var part = name == ModelParts.Tags ? tags.Part : wanted.Contains(name) ? Part(name, data, tags, seed, tell) : Kept(earlier, name);
            parts.Add(new(name, part));
            tell($"{name}: {part.Length} bytes, {(wanted.Contains(name) ? "trained" : "kept")}, {clock.Elapsed.TotalSeconds:F0} s");
        }

        return ModelWriter.File(parts);
    }

    private static byte[] Kept(byte[] earlier, string name) => new ModelFile(earlier).PartBytes(name).ToArray();

    private static (byte[] Part, TagSet Tags, WordClasses Classes) TagPart(TrainingData data, IReadOnlyCollection<string> wanted, byte[] earlier, int seed, Action<string> tell)
    {
        if (!wanted.Contains(ModelParts.Tags))
        {
            var part = new ModelFile(earlier).Part(ModelParts.Tags);
            return (Kept(earlier, ModelParts.Tags), TagSet.Parse(part.Lines()), WordClasses.Read(ref part));
        }

        var lines = TagBank.Tags(data.Trees);
        var tags = TagSet.Parse(lines);
        var (entries, names) = TagBank.Classes(data.Trees);
        var dictionary = data.Dictionary.Words;
        var classes = new WordClasses(ModelWriter.InMemory(entries), names, ModelWriter.InMemory(dictionary));
        var model = new ModelWriter().Lines(lines).Table(entries).Bytes([.. names.Select(n => n ? (byte)1 : (byte)0)]).Table(dictionary);
        return (model.Written.ToArray(), tags, classes);
    }

    private static byte[] Part(string name, TrainingData data, (byte[] Part, TagSet Tags, WordClasses Classes) tags, int seed, Action<string> tell)
    {
        var model = new ModelWriter();
        switch (name)
        {
            case ModelParts.Splitter:
                SplitTrainer.Write(model, data.Trees, seed, tell);
                break;
            case ModelParts.Net:
                Net(model, data, tags.Tags, tags.Classes, seed, tell);
                break;
            case ModelParts.Lemmas:
                LemmaTrainer.Write(model, data.Trees, tags.Tags);
                break;
            case ModelParts.Feats:
                FeatTrainer.Write(model, data.Trees, tags.Tags);
                break;
        }

        return model.Written.ToArray();
    }

    private static void Net(ModelWriter model, TrainingData data, TagSet tags, WordClasses classes, int seed, Action<string> tell)
    {
        var labels = Labels(data.Trees);
        var (firsts, phrases) = GazetteerBuilder.Build(data.Dictionary.Names);
        var gazetteer = new Gazetteer(ModelWriter.InMemory(firsts), ModelWriter.InMemory(phrases));
        var (net, rows) = new NetTrainer(tags, labels, classes, gazetteer, seed).Train(data, tell);
        model.Lines(labels);
        model.Table(rows).Table(firsts).Table(phrases);
        NetWriter.Write(model, net);
    }

    private static string[] Labels(IEnumerable<GoldSentence> sentences) =>
    [
        .. sentences.SelectMany(s => s.Words).GroupBy(w => w.Deprel).Where(g => g.Count() >= 5).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
    ];
}
