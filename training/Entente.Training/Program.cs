using Entente.Claims.Analyzing;
using Entente.Training;
using Entente.Training.Net;

// train OUT FILE… [--passes N] | train OUT --keep MODEL PART[,PART…] FILE… | measure MODEL FILE… | errors MODEL TREEBANK [GENRE] | raw MODEL TREEBANK… | speed MODEL TREEBANK… | coreference TREEBANK CHAINS [ERRORS [GENRE]]
const int seed = 20;
var passes = args is [.., "--passes", var number] ? int.Parse(number) : 20;
args = args is [.., "--passes", _] ? args[..^2] : args;
switch (args)
{
    case ["train", var path, "--keep", var earlier, var parts, .. var banks] when banks.Length > 0:
        File.WriteAllBytes(path, Trainer.Train(TrainingData.Read(banks, passes), parts.Split(','), Pinned(earlier), seed, Console.WriteLine));
        return 0;
    case ["train", var path, .. var banks] when banks.Length > 0:
        File.WriteAllBytes(path, Trainer.Train(TrainingData.Read(banks, passes), [.. ModelParts.All], [], seed, Console.WriteLine));
        return 0;
    case ["measure", var path, .. var banks] when banks.Length > 0:
        var model = LanguageModel.FromPinned(Pinned(path));
        var names = TrainingData.Read(banks, 0).Names;
        foreach (var bank in banks.Where(b => b.Contains(".conllu", StringComparison.Ordinal)))
        {
            var sentences = Treebank.Read(bank);
            var name = Path.GetFileName(bank).Split('.')[0];
            Measure.Tell(model, name, sentences);
            if (sentences.Exists(s => names.ContainsKey(s.Id)))
            {
                NameMeasure.Tell(model, name, sentences, names);
            }

            if (sentences.Where(s => s.Document.Contains("_news_", StringComparison.Ordinal)).ToList() is { Count: > 0 } news)
            {
                Measure.Tell(model, name + " news", news);
            }
        }

        return 0;
    case ["errors", var path, var bank, .. var genre]:
        ErrorTable.Tell(LanguageModel.FromPinned(Pinned(path)), [.. Treebank.Read(bank).Where(s => genre.Length == 0 || s.Document.Contains($"_{genre[0]}_", StringComparison.Ordinal))]);
        return 0;
    case ["raw", var path, .. var banks] when banks.Length > 0:
        foreach (var bank in banks)
        {
            Measure.TellRaw(LanguageModel.FromPinned(Pinned(path)), Path.GetFileName(bank).Split('.')[0], Treebank.Read(bank));
        }

        return 0;
    case ["coreference", var bank, var chains, .. var rest]:
        CorefMeasure.Tell(bank, chains, rest.Length > 0 ? int.Parse(rest[0]) : 0, rest.Length > 1 ? rest[1] : null);
        return 0;
    case ["speed", var path, .. var banks] when banks.Length > 0:
        Measure.TellSpeed(LanguageModel.FromPinned(Pinned(path)), [.. banks.SelectMany(Treebank.Read)]);
        return 0;
    default:
        Console.Error.WriteLine("train OUT FILE... [--passes N] | train OUT --keep MODEL PART[,PART...] FILE... | measure MODEL FILE... | errors MODEL TREEBANK [GENRE] | raw MODEL TREEBANK... | speed MODEL TREEBANK... | coreference TREEBANK CHAINS [ERRORS [GENRE]]   (.conllu, .iob2, .conll; .gz or plain)");
        return 2;
}

static byte[] Pinned(string path)
{
    var bytes = GC.AllocateUninitializedArray<byte>((int)new FileInfo(path).Length, pinned: true);
    File.ReadAllBytes(path).CopyTo(bytes, 0);
    return bytes;
}
