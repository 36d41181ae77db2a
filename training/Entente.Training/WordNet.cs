using Entente.Claims;
using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>The words and names of WordNet (Miller 1995; Fellbaum 1998), from the folder of its database files.</summary>
/// <param name="Words">Lower-cased word → its parts of speech, in the form in which the model keeps them.</param>
/// <param name="Names">Names of people, places and organisations.</param>
internal sealed record WordNet(IReadOnlyCollection<KeyValuePair<ulong, int>> Words, IReadOnlyList<(string Name, NameKind Kind)> Names)
{
    /// <summary>Bits of a word: what it can be, and what it is in most of the cases that were counted.</summary>
    private const int Noun = 1, Verb = 2, Adjective = 4, Adverb = 8, Capital = 16, MostlyNoun = 32, MostlyVerb = 64, MostlyOther = 96;

    /// <summary>Lexicographer files of nouns: of groups, places and people.</summary>
    private const string Groups = "14", Places = "15", People = "18";

    public static WordNet None { get; } = new([], []);

    public static WordNet Read(string folder)
    {
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var names = new List<(string, NameKind)>();
        foreach (var (file, kind) in new[] { ("data.noun", Noun), ("data.verb", Verb), ("data.adj", Adjective), ("data.adv", Adverb) })
        {
            foreach (var line in Lines(folder, file))
            {
                ReadEntry(line.Split(' '), kind, kinds, names);
            }
        }

        Weigh(folder, kinds);
        var words = kinds.GroupBy(w => WordAtom.Hash(w.Key)).ToDictionary(g => StemTable.Key(g.Key), g => g.Aggregate(0, (bits, w) => bits | w.Value));
        return new WordNet(words, names);
    }

    /// <summary>An entry: place in the file, lexicographer file, part of speech, how many words (in base 16), then each word with a number, and pointers to other entries.</summary>
    private static void ReadEntry(string[] cells, int kind, SortedDictionary<string, int> kinds, List<(string, NameKind)> names)
    {
        var count = Convert.ToInt32(cells[3], 16);
        var isOne = cells.AsSpan(4 + (2 * count)).Contains("@i");
        for (var i = 0; i < count; i++)
        {
            var word = cells[4 + (2 * i)].Split('(')[0];
            var capital = char.IsUpper(word[0]);
            if (isOne && capital && cells[1] is Groups or Places or People)
            {
                names.Add((word.Replace('_', ' '), cells[1] == People ? NameKind.Person : cells[1] == Places ? NameKind.Place : NameKind.Organisation));
            }
            else if (!word.Contains('_', StringComparison.Ordinal) && word.Length > 1)
            {
                var lower = word.ToLowerInvariant();
                kinds[lower] = kinds.GetValueOrDefault(lower) | (capital ? Capital : kind);
            }
        }
    }

    /// <summary>The index of senses tells how often each was met in the texts that were read for it: word%part of speech… place number count.</summary>
    private static void Weigh(string folder, SortedDictionary<string, int> kinds)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var line in Lines(folder, "index.sense"))
        {
            var cells = line.Split(' ');
            var cut = cells[0].IndexOf('%', StringComparison.Ordinal);
            var word = cells[0][..cut];
            if (kinds.ContainsKey(word) && int.Parse(cells[3]) is var times and > 0)
            {
                var sums = counts.TryGetValue(word, out var known) ? known : counts[word] = new int[3];
                sums[cells[0][cut + 1] switch { '1' => 0, '2' => 1, _ => 2 }] += times;
            }
        }

        foreach (var (word, sums) in counts)
        {
            var most = Array.IndexOf(sums, sums.Max());
            if (sums[most] * 5 >= sums.Sum() * 4)
            {
                kinds[word] |= most switch { 0 => MostlyNoun, 1 => MostlyVerb, _ => MostlyOther };
            }
        }
    }

    private static IEnumerable<string> Lines(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Where(l => l.Length > 0 && l[0] != ' ');
}
