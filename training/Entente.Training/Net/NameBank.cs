using System.IO.Compression;
using System.Text;
using Entente.Claims.Analyzing.Net;

namespace Entente.Training.Net;

/// <summary>A sentence with its name marks (BIO, by number in <see cref="NameMarks.Names"/>; negative where unknown).</summary>
internal sealed record NamedSentence(string Id, string[] Words, int[] Marks);

/// <summary>Reads names: IOB2 with sentence ids (Universal NER), CoNLL (WikiGold, WNUT), and the entities of GUM.</summary>
internal static class NameBank
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PER"] = "PER", ["person"] = "PER", ["LOC"] = "LOC", ["location"] = "LOC", ["place"] = "LOC", ["ORG"] = "ORG", ["corporation"] = "ORG", ["group"] = "ORG", ["organization"] = "ORG",
    };

    public static List<NamedSentence> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sentences = new List<NamedSentence>();
        var words = new List<string>();
        var marks = new List<string>();
        var id = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
            {
                id = line["# sent_id = ".Length..];
            }
            else if (line.Trim().Length == 0 && words.Count > 0)
            {
                sentences.Add(new NamedSentence(id, [.. words], Marks(marks)));
                words.Clear();
                marks.Clear();
            }
            else if (line.Trim().Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                var cells = line.Split('\t', ' ');
                words.Add(cells.Length > 2 ? cells[1] : cells[0]);
                marks.Add(cells.Length > 2 ? cells[2] : cells[^1]);
            }
        }

        return sentences;
    }

    /// <summary>IOB1 or IOB2 → numbers of marks: a name begins with B whatever the file says.</summary>
    private static int[] Marks(List<string> marks)
    {
        var numbers = new int[marks.Count];
        var last = "O";
        for (var i = 0; i < marks.Count; i++)
        {
            var dash = marks[i].IndexOf('-', StringComparison.Ordinal);
            var kind = dash > 0 && Kinds.TryGetValue(marks[i][(dash + 1)..], out var known) ? known : "O";
            var begins = marks[i][0] == 'B' || kind != last;
            numbers[i] = kind == "O" ? 0 : Mark(begins, kind);
            last = kind;
        }

        return numbers;
    }

    /// <summary>
    /// The names of a GUM sentence: entities with a Wikipedia title that are all proper noun. Proper nouns elsewhere may be names as well, and stay unknown.
    /// </summary>
    public static int[] OfGum(GoldSentence sentence)
    {
        var marks = sentence.Words.Select(w => w.Upos == "PROPN" ? -1 : 0).ToArray();
        var open = new Stack<(string Id, string Kind, bool Titled, int Start)>();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var cell = sentence.Misc[i].Split('|').FirstOrDefault(c => c.StartsWith("Entity=", StringComparison.Ordinal));
            if (cell is null)
            {
                continue;
            }

            foreach (var piece in Pieces(cell["Entity=".Length..]))
            {
                if (piece[0] == '(')
                {
                    var cells = piece.Trim('(', ')').Split('-');
                    open.Push((cells[0], cells.Length > 1 ? cells[1] : "", cells.Length > 6, i));
                }

                if (piece[^1] == ')' && open.Count > 0)
                {
                    var (_, kind, titled, start) = open.Pop();
                    Name(sentence, marks, kind, titled, start, i);
                }
            }
        }

        return marks;
    }

    /// <summary>"(1-a(2-b)3)" → "(1-a", "(2-b)", "3)".</summary>
    private static IEnumerable<string> Pieces(string cell)
    {
        var start = 0;
        for (var i = 1; i <= cell.Length; i++)
        {
            if (i == cell.Length || cell[i] == '(' || cell[i - 1] == ')')
            {
                yield return cell[start..i];
                start = i;
            }
        }
    }

    private static void Name(GoldSentence sentence, int[] marks, string kind, bool titled, int first, int last)
    {
        if (!Kinds.TryGetValue(kind, out var known) || !titled)
        {
            return;
        }

        if (sentence.Words[first].Upos == "DET")
        {
            first++;
        }

        if (first > last || !Enumerable.Range(first, last - first + 1).All(i => sentence.Words[i].Upos is "PROPN" || sentence.Words[i].Xpos == "NNP"))
        {
            return;
        }

        for (var i = first; i <= last; i++)
        {
            marks[i] = Mark(i == first, known);
        }
    }

    private static int Mark(bool begins, string kind) => Array.IndexOf(NameMarks.Names, (begins ? "B-" : "I-") + kind);
}
