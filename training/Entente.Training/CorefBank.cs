using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Entente.Claims;

namespace Entente.Training;

/// <summary>A mention of a gold chain: its words from first to last, and the word it hangs on.</summary>
internal readonly record struct GoldMention(int First, int Last, int Head, int Chain, string? Type);

/// <summary>A document with gold chains: the text put together again, where its words stand in it, and the mentions in text order.</summary>
internal sealed record CorefDocument(string Name, Document Text, TextSpan[] Words, string[] Forms, int[] Heads, string[] Relations, IReadOnlyList<GoldMention> Mentions)
{
    /// <summary>The word that holds a position; negative when none does.</summary>
    public int WordAt(int position)
    {
        int low = 0, high = Words.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Contains(position))
            {
                return middle;
            }

            (low, high) = position < Words[middle].Start ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }
}

/// <summary>
/// Reads coreference in the column format of CoNLL-2012 ("(3" opens, "3)" closes, "(3)" is one word) from a tar.gz, together with the treebank of the same words.
/// The kinds of entities (person, place, organization …) are those of the treebank's own layer, MISC `Entity=`.
/// </summary>
internal static class CorefBank
{
    public static IEnumerable<CorefDocument> Read(string treebank, string archive)
    {
        var chains = Columns(archive);
        var kinds = Kinds(treebank);
        foreach (var document in Treebank.Read(treebank).GroupBy(s => s.Document))
        {
            if (chains.TryGetValue(document.Key, out var column))
            {
                yield return Of(document.Key, [.. document], column, kinds[document.Key]);
            }
        }
    }

    private static CorefDocument Of(string name, GoldSentence[] sentences, List<string> column, Dictionary<(int, int), string> kinds)
    {
        var (text, words, _) = RawText.Of(sentences);
        TextSpan[] spans = [.. words.Keys];
        string[] forms = [.. sentences.SelectMany(s => s.Words).Select(w => w.Form)];
        var heads = new int[forms.Length];
        var at = 0;
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                heads[at + i] = sentence.Words[i].Head < 0 ? -1 : at + sentence.Words[i].Head;
            }

            at += sentence.Words.Length;
        }

        if (spans.Length != forms.Length || column.Count != forms.Length)
        {
            throw new FormatException($"{name}: the chains and the treebank do not have the same words.");
        }

        var mentions = Brackets(column).Select(m => new GoldMention(m.First, m.Last, HeadOf(heads, m.First, m.Last), m.Chain, kinds.GetValueOrDefault((m.First, m.Last)))).ToList();
        var types = mentions.GroupBy(m => m.Chain).ToDictionary(c => c.Key, c => c.Select(m => m.Type).OfType<string>().CountBy(t => t).OrderByDescending(t => t.Value).Select(t => t.Key).FirstOrDefault());
        return new CorefDocument(name, text, spans, forms, heads, [.. sentences.SelectMany(s => s.Words).Select(w => w.Deprel)], [.. mentions.Select(m => m with { Type = types[m.Chain] }).OrderBy(m => m.First).ThenByDescending(m => m.Last)]);
    }

    private static int HeadOf(int[] heads, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (heads[i] < first || heads[i] > last)
            {
                return i;
            }
        }

        return last;
    }

    private static List<(int First, int Last, int Chain)> Brackets(List<string> column)
    {
        var found = new List<(int, int, int)>();
        var open = new Dictionary<int, Stack<int>>();
        for (var i = 0; i < column.Count; i++)
        {
            var cell = column[i];
            for (var at = 0; at < cell.Length;)
            {
                var opens = cell[at] == '(';
                at += opens ? 1 : 0;
                var end = at;
                while (end < cell.Length && char.IsDigit(cell[end]))
                {
                    end++;
                }

                if (end == at)
                {
                    break;
                }

                var chain = int.Parse(cell[at..end]);
                at = end;
                if (opens)
                {
                    (open.TryGetValue(chain, out var stack) ? stack : open[chain] = new Stack<int>()).Push(i);
                }

                if (at < cell.Length && cell[at] == ')')
                {
                    found.Add((open[chain].Pop(), i, chain));
                    at++;
                }
            }
        }

        return found;
    }

    private static Dictionary<string, List<string>> Columns(string archive)
    {
        using var file = File.OpenRead(archive);
        using var packed = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(packed);
        var columns = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not { } stream || !entry.Name.EndsWith(".conll", StringComparison.Ordinal))
            {
                continue;
            }

            using var reader = new StreamReader(stream, Encoding.UTF8);
            var column = new List<string>();
            while (reader.ReadLine() is { } line)
            {
                if (line.Split('\t') is [_, _, var cell])
                {
                    column.Add(cell);
                }
            }

            columns[Path.GetFileNameWithoutExtension(entry.Name)] = column;
        }

        return columns;
    }

    /// <summary>Document → (first word, last word) → kind of entity.</summary>
    private static Dictionary<string, Dictionary<(int, int), string>> Kinds(string treebank)
    {
        using var file = File.OpenRead(treebank);
        using Stream stream = treebank.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var all = new Dictionary<string, Dictionary<(int, int), string>>(StringComparer.Ordinal);
        var kinds = new Dictionary<(int, int), string>();
        var open = new List<(string Id, string Kind, int First)>();
        var word = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                all[line["# newdoc id = ".Length..]] = kinds = [];
                open.Clear();
                word = 0;
            }
            else if (line.Length > 0 && char.IsDigit(line[0]) && line.Split('\t') is { Length: 10 } cells && cells[0].All(char.IsDigit))
            {
                Entities(cells[9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal)), word++, open, kinds);
            }
        }

        return all;
    }

    private static void Entities(string? layer, int word, List<(string Id, string Kind, int First)> open, Dictionary<(int, int), string> kinds)
    {
        for (var at = "Entity=".Length; layer is not null && at < layer.Length;)
        {
            var opens = layer[at] == '(';
            var end = layer.IndexOfAny(['(', ')'], at + 1);
            end = end < 0 ? layer.Length : end;
            var parts = layer[(opens ? at + 1 : at)..end].Split('-');
            var id = parts[0].Split('[')[0];
            if (opens && parts.Length > 1)
            {
                open.Add((id, parts[1], word));
            }

            at = end;
            if (end < layer.Length && layer[end] == ')')
            {
                if (open.FindLastIndex(o => o.Id == id) is >= 0 and var k)
                {
                    kinds.TryAdd((open[k].First, word), open[k].Kind);
                    open.RemoveAt(k);
                }

                at++;
            }
        }
    }
}
