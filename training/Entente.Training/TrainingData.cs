using Entente.Training.Net;

namespace Entente.Training;

/// <summary>What a model is trained on.</summary>
/// <param name="Trees">Treebanks.</param>
/// <param name="Names">Name marks of sentences of the treebanks, by their ids.</param>
/// <param name="Named">Sentences with name marks only.</param>
/// <param name="Held">Sentences to measure on while training; nothing is learned or chosen from them.</param>
/// <param name="Dictionary">Words and names of a dictionary.</param>
/// <param name="Passes">How often the network goes through all.</param>
internal sealed record TrainingData(IReadOnlyList<GoldSentence> Trees, IReadOnlyDictionary<string, int[]> Names, IReadOnlyList<NamedSentence> Named, IReadOnlyList<GoldSentence> Held, WordNet Dictionary, int Passes)
{
    /// <summary>
    /// Files by their names: .conllu are treebanks (those with "-dev" in the name are held out), .iob2 are names of sentences of treebanks, .conll sentences with names only; a folder holds WordNet.
    /// </summary>
    public static TrainingData Read(IReadOnlyList<string> files, int passes)
    {
        bool Is(string file, string kind) => Path.GetFileName(file).Contains(kind, StringComparison.Ordinal);
        var banks = files.Where(f => Is(f, ".conllu")).ToList();
        return new TrainingData(
            [.. banks.Where(f => !Is(f, "-dev")).SelectMany(Treebank.Read)],
            files.Where(f => Is(f, ".iob2")).SelectMany(NameBank.Read).ToDictionary(n => n.Id, n => n.Marks, StringComparer.Ordinal),
            [.. files.Where(f => Is(f, ".conll") && !Is(f, ".conllu")).SelectMany(NameBank.Read)],
            [.. banks.Where(f => Is(f, "-dev")).SelectMany(Treebank.Read)],
            files.FirstOrDefault(Directory.Exists) is { } folder ? WordNet.Read(folder) : WordNet.None,
            passes);
    }
}
