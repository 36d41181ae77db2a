using System.Text;
using Entente.Claims;
using Entente.Claims.Analyzing;

namespace Entente.Training.Net;

/// <summary>Measures names, exact in span and kind, on treebank sentences that have name marks; each document of the treebank is a document.</summary>
internal static class NameMeasure
{
    public static void Tell(LanguageModel model, string name, IReadOnlyList<GoldSentence> sentences, IReadOnlyDictionary<string, int[]> gold)
    {
        var annotator = new Annotator(model, ClauseRepairs.Load());
        var alone = new int[4, 3];
        var remembered = new int[4, 3];
        foreach (var document in sentences.GroupBy(s => s.Document))
        {
            var (text, tokens, spans, marks) = Analyzed(annotator, [.. document]);
            var names = NameMemory.Names(text, tokens, spans, marks);
            foreach (var (sentence, span) in document.Zip(spans))
            {
                if (gold.TryGetValue(sentence.Id, out var theirs) && theirs.Length == span.TokenCount)
                {
                    var right = NetTrainer.Spans(theirs);
                    Count(alone, right, NetTrainer.Spans([.. marks[span.FirstToken..span.EndToken].Select(m => (int)m)]));
                    Count(remembered, right, [.. names.Where(n => n.FirstToken >= span.FirstToken && n.EndToken <= span.EndToken).Select(n => ((int)n.Kind + 1, n.FirstToken - span.FirstToken, n.EndToken - span.FirstToken))]);
                }
            }
        }

        Console.WriteLine($"{name + " names",-28} by sentence: {F1(alone)}; with the document's memory: {F1(remembered)}");
    }

    private static (string Text, Token[] Tokens, List<Sentence> Sentences, byte[] Marks) Analyzed(Annotator annotator, GoldSentence[] document)
    {
        var text = new StringBuilder();
        var sentences = new List<Sentence>();
        var words = new List<TextSpan>();
        foreach (var sentence in document)
        {
            sentences.Add(new Sentence(new TextSpan(text.Length, sentence.Text.Length), words.Count, sentence.Spans.Length, 0));
            words.AddRange(sentence.Spans.Select(s => s with { Start = s.Start + text.Length }));
            text.Append(sentence.Text).Append('\n');
        }

        var tokens = new Token[words.Count];
        var marks = new byte[words.Count];
        TextSpan[] spans = [.. words];
        annotator.Annotate(text.ToString(), spans, sentences, tokens, marks);
        return (text.ToString(), tokens, sentences, marks);
    }

    private static void Count(int[,] counts, HashSet<(int Kind, int, int)> gold, HashSet<(int Kind, int, int)> found)
    {
        foreach (var name in gold)
        {
            counts[name.Kind, 0]++;
            counts[0, 0]++;
        }

        foreach (var name in found)
        {
            var right = gold.Contains(name) ? 1 : 0;
            counts[name.Kind, 1]++;
            counts[0, 1]++;
            counts[name.Kind, 2] += right;
            counts[0, 2] += right;
        }
    }

    private static string F1(int[,] counts)
    {
        string Of(int kind) => $"{200.0 * counts[kind, 2] / Math.Max(1, counts[kind, 0] + counts[kind, 1]):F1}";
        return $"F1 {Of(0)} (precision {100.0 * counts[0, 2] / Math.Max(1, counts[0, 1]):F1}, recall {100.0 * counts[0, 2] / Math.Max(1, counts[0, 0]):F1}; PER {Of(1)}, LOC {Of(2)}, ORG {Of(3)})";
    }
}
