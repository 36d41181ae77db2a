using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Collects the features that each tag has most often, and the frequent words that have others.</summary>
internal static class FeatTrainer
{
    public static void Write(ModelWriter model, IReadOnlyList<GoldSentence> sentences, TagSet tags)
    {
        var words = sentences.SelectMany(s => s.Words).Select(w => (Lower: WordAtom.Hash(w.Form), Tag: tags.Find(w.Upos, w.Xpos), w.Feats)).Where(w => w.Tag >= 0).ToList();
        var byTag = words.GroupBy(w => w.Tag).ToDictionary(g => g.Key, g => Most(g.Select(w => w.Feats)).Feats);
        var feats = new SortedSet<string>(byTag.Values, StringComparer.Ordinal);
        var own = new List<(uint Lower, int Tag, string Feats)>();
        foreach (var group in words.GroupBy(w => (w.Lower, w.Tag)))
        {
            var (value, count) = Most(group.Select(w => w.Feats));
            if (value != byTag[group.Key.Tag] && count >= 3)
            {
                own.Add((group.Key.Lower, group.Key.Tag, value));
                feats.Add(value);
            }
        }

        var index = feats.Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i, StringComparer.Ordinal);
        model.Lines(feats).Table([
            .. byTag.Select(t => KeyValuePair.Create(FeatTables.Key(t.Key, 0), index[t.Value])),
            .. own.Select(w => KeyValuePair.Create(FeatTables.Key(w.Tag, w.Lower), index[w.Feats])),
        ]);
    }

    private static (string Feats, int Count) Most(IEnumerable<string> feats)
    {
        var best = feats.GroupBy(f => f).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        return (best.Key, best.Count());
    }
}
