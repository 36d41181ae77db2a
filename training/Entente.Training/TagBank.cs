using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>The tags of treebanks, and which of them frequent words have.</summary>
internal static class TagBank
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
        foreach (var word in sentences.SelectMany(s => s.Words).GroupBy(w => WordAtom.Hash(w.Form)).Where(g => g.Count() >= Known).OrderBy(g => g.Key))
        {
            var tags = word.GroupBy(w => w.Xpos + "/" + w.Upos).Where(t => t.Count() * 50 > word.Count()).OrderByDescending(t => t.Count()).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();

            // Which tag leads matters only when it leads by far
            var lead = tags[0].Count() * 10 > word.Count() * 8 ? tags[0].Key + " " : "";
            var name = lead + string.Join(' ', tags.Select(t => t.Key).Order(StringComparer.Ordinal));
            classes[StemTable.Key(word.Key)] = numbers.TryGetValue(name, out var number) ? number : numbers[name] = numbers.Count + 1;
        }

        var names = new bool[numbers.Count + 1];
        foreach (var (name, number) in numbers)
        {
            names[number] = name.Contains("PROPN", StringComparison.Ordinal);
        }

        return ([.. classes], names);
    }
}
