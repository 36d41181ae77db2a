using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Learns how lemmas are made: rules by tag and ending, and the words that go their own way.</summary>
internal static class LemmaTrainer
{
    public static void Write(ModelWriter model, IEnumerable<GoldSentence> sentences, TagSet tags)
    {
        var words = sentences.SelectMany(s => s.Words)
            .Where(w => w.Lemma != "_" || w.Form == "_")
            .Select(w => (w.Form, Tag: tags.Find(w.Upos, w.Xpos), w.Lemma)).Where(w => w.Tag >= 0)
            .GroupBy(w => (w.Form, w.Tag))
            .Select(g => (g.Key.Form, g.Key.Tag, Lemma: g.GroupBy(w => w.Lemma).OrderByDescending(l => l.Count()).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key))
            .OrderBy(w => w.Form, StringComparer.Ordinal).ThenBy(w => w.Tag).ToList();
        var edits = new List<string>();
        var rules = Rules(words, edits, tags);
        var tables = new LemmaTables([.. edits], ModelWriter.InMemory(rules), [], ModelWriter.InMemory([]));
        var forms = words.Where(w => tables.Lemma(w.Form, w.Tag) != w.Lemma).ToList();
        var lemmas = forms.Select(w => w.Lemma).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var index = lemmas.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
        model.Lines(edits).Table(rules).Lines(lemmas).Table([.. forms.Select(w => KeyValuePair.Create(LemmaTables.ExceptionKey(w.Tag, w.Form), index[w.Lemma]))]);
    }

    /// <summary>For each ending of each tag the edit that most of its words take, unless the next shorter ending that has a rule says the same.</summary>
    private static List<KeyValuePair<ulong, int>> Rules(List<(string Form, int Tag, string Lemma)> words, List<string> edits, TagSet tags)
    {
        var votes = new List<Dictionary<ulong, Dictionary<int, int>>>();
        var shorter = new Dictionary<ulong, ulong>();
        var keys = new ulong[LemmaTables.LongestEnding + 1];
        foreach (var (form, tag, lemma) in words)
        {
            var edit = Number(edits, Edit(form, lemma, tags.Xpos[tag] == "ADD"));
            for (var k = LemmaTables.RuleKeys(tag, form, keys) - 1; k >= 0; k--)
            {
                while (votes.Count <= k)
                {
                    votes.Add([]);
                }

                var of = votes[k].TryGetValue(keys[k], out var there) ? there : votes[k][keys[k]] = [];
                of[edit] = of.GetValueOrDefault(edit) + 1;
                shorter[keys[k]] = k > 0 ? keys[k - 1] : 0;
            }
        }

        var said = new Dictionary<ulong, int>();
        var rules = new SortedDictionary<ulong, int>();
        foreach (var (key, of) in votes.SelectMany(v => v))
        {
            var (edit, count) = of.OrderByDescending(e => e.Value).ThenBy(e => e.Key).First();
            var inherited = said.GetValueOrDefault(shorter[key], -1);
            said[key] = inherited >= 0 && count < 2 ? inherited : edit;
            if (said[key] != inherited)
            {
                rules[key] = edit;
            }
        }

        return [.. rules];
    }

    private static int Number(List<string> edits, LemmaEdit edit)
    {
        var name = edit.ToString();
        var at = edits.IndexOf(name);
        if (at < 0)
        {
            at = edits.Count;
            edits.Add(name);
        }

        return at;
    }

    /// <summary>How a lemma is made of a word; where small letters say nothing, as in addresses, the case is kept.</summary>
    private static LemmaEdit Edit(string form, string lemma, bool keepsCase)
    {
        var lower = !(keepsCase && form == lemma) && !lemma.Any(char.IsUpper) && lemma.Any(char.IsLetter);
        var from = lower ? form.ToLowerInvariant() : form;
        var same = 0;
        while (same < from.Length && same < lemma.Length && from[same] == lemma[same])
        {
            same++;
        }

        return from.Length - same <= 9 ? new LemmaEdit(lower, from.Length - same, lemma[same..]) : new LemmaEdit(true, 0, "");
    }
}
