using System.IO.Compression;
using System.Text;
using Entente.Claims;

namespace Entente.Training;

/// <summary>One word of a treebank. Head is the index of another word of the sentence, or negative for the root.</summary>
internal sealed record GoldWord(string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Deprel);

/// <summary>A sentence of a treebank with its text and where its words stand in it.</summary>
internal sealed record GoldSentence(string Text, GoldWord[] Words, TextSpan[] Spans, string Document, bool NewParagraph)
{
    /// <summary>The treebank's own name of the sentence.</summary>
    public string Id { get; init; } = "";

    /// <summary>For each word its cell of other things (MISC).</summary>
    public string[] Misc { get; init; } = [];
}

/// <summary>Reads CoNLL-U, plain or compressed by gzip.</summary>
internal static class Treebank
{
    public static List<GoldSentence> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sentences = new List<GoldSentence>();
        var lines = new List<string>();
        var document = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                document = line["# newdoc id = ".Length..];
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                sentences.Add(Sentence(lines, document));
                lines.Clear();
            }
        }

        return sentences;
    }

    private static GoldSentence Sentence(List<string> lines, string document)
    {
        var words = new List<GoldWord>();
        var spans = new List<TextSpan>();
        var misc = new List<string>();
        var text = new StringBuilder();
        var coveredUntil = 0;
        foreach (var cells in lines.Where(l => l[0] != '#').Select(l => l.Split('\t')))
        {
            if (cells[0].Contains('.', StringComparison.Ordinal))
            {
                continue;
            }

            if (cells[0].Split('-') is [_, var last])
            {
                coveredUntil = int.Parse(last);
                text.Append(SpaceAfter(cells) ? cells[1] + " " : cells[1]);
                continue;
            }

            var id = int.Parse(cells[0]);
            words.Add(new GoldWord(cells[1], cells[2], cells[3], cells[4], cells[5] == "_" ? "" : cells[5], int.Parse(cells[6]) - 1, cells[7]));
            misc.Add(cells[9]);
            if (id > coveredUntil)
            {
                text.Append(SpaceAfter(cells) ? cells[1] + " " : cells[1]);
            }
        }

        // The parts of a word such as "don't" stand one after the other in its letters, in all treebanks used here
        var letters = text.ToString();
        var at = 0;
        foreach (var word in words)
        {
            at = letters.IndexOf(word.Form, at, StringComparison.Ordinal) is var found and >= 0 ? found : throw new FormatException(letters);
            spans.Add(new TextSpan(at, word.Form.Length));
            at += word.Form.Length;
        }

        return new GoldSentence(letters, [.. words], [.. spans], document, lines.Exists(l => l.StartsWith("# newpar", StringComparison.Ordinal) || l.StartsWith("# newdoc", StringComparison.Ordinal)))
        {
            Id = lines.Find(l => l.StartsWith("# sent_id = ", StringComparison.Ordinal))?["# sent_id = ".Length..] ?? "",
            Misc = [.. misc],
        };
    }

    private static bool SpaceAfter(string[] cells) => !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
}
