using System.Text;

namespace Entente.Claims.Analyzing;

/// <summary>Sentences in CoNLL-U (universaldependencies.org/format): given words get their analysis, and analysed documents are written.</summary>
public static class Conllu
{
    /// <summary>
    /// Copies CoNLL-U and fills in LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL of every word; words, sentences, comments, ranges and MISC stay as they are.
    /// Lines that are no CoNLL-U are copied too.
    /// </summary>
    public static void Annotate(Analyzer analyzer, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var annotator = analyzer.Annotator();
        var lines = new List<string>();
        while (input.ReadLine() is { } line)
        {
            lines.Add(line);
            if (line.Length == 0)
            {
                AnnotateSentence(annotator, lines, output);
                lines.Clear();
            }
        }

        AnnotateSentence(annotator, lines, output);
    }

    /// <summary>Writes the sentences of an analysed document.</summary>
    public static void Write(AnalyzedDocument document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            output.Write($"# sent_id = {s + 1}\n# text = {OneLine(sentence.Span.In(document.Text))}\n");
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                WriteRange(document, sentence, i, output);
                output.Write(Row(i - sentence.FirstToken + 1, OneLine(document.Form(i)), document.Tokens[i], sentence.FirstToken, SpaceAfter(document, sentence, i)));
            }

            output.Write('\n');
        }
    }

    private static void AnnotateSentence(Annotator annotator, List<string> lines, TextWriter output)
    {
        var cells = lines.ConvertAll(line => line.Length > 0 && char.IsAsciiDigit(line[0]) && line.Split('\t') is { Length: 10 } row ? row : null);
        var words = cells.FindAll(row => row is not null && row[0].AsSpan().IndexOfAny('-', '.') < 0);
        var (text, spans) = Text(words);
        var tokens = new Token[spans.Length];
        annotator.Annotate(text, spans, 0, tokens);
        var next = 0;
        for (var k = 0; k < lines.Count; k++)
        {
            if (cells[k] is { } row && next < words.Count && ReferenceEquals(row, words[next]))
            {
                output.Write(Row(next + 1, row[1], tokens[next], 0, row[9]));
                next++;
            }
            else
            {
                output.Write(lines[k] + "\n");
            }
        }
    }

    /// <summary>The words with single spaces between them, and where each stands.</summary>
    private static (string Text, TextSpan[] Spans) Text(List<string[]?> words)
    {
        var text = new StringBuilder();
        var spans = new TextSpan[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            spans[i] = new TextSpan(text.Length, words[i]![1].Length);
            text.Append(words[i]![1]).Append(' ');
        }

        return (text.ToString(), spans);
    }

    private static string Row(int id, string form, Token token, int first, string misc)
    {
        var feats = token.Feats.Length == 0 ? "_" : token.Feats;
        var head = token.Head is { } h ? h - first + 1 : 0;
        return $"{id}\t{form}\t{token.Lemma}\t{token.Upos}\t{token.Xpos}\t{feats}\t{head}\t{token.Deprel}\t_\t{misc}\n";
    }

    private static string SpaceAfter(AnalyzedDocument document, Sentence sentence, int i) =>
        i + 1 < document.Tokens.Count && i + 1 < sentence.EndToken + 1 && document.Tokens[i + 1].Span.Start == document.Tokens[i].Span.End ? "SpaceAfter=No" : "_";

    /// <summary>"don't" is one token of two words: the range stands before them.</summary>
    private static void WriteRange(AnalyzedDocument document, Sentence sentence, int i, TextWriter output)
    {
        if (IsJoined(document, sentence, i - 1) || !IsJoined(document, sentence, i))
        {
            return;
        }

        var last = i;
        while (IsJoined(document, sentence, last))
        {
            last++;
        }

        var form = TextSpan.FromBounds(document.Tokens[i].Span.Start, document.Tokens[last].Span.End).In(document.Text);
        output.Write($"{i - sentence.FirstToken + 1}-{last - sentence.FirstToken + 1}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{SpaceAfter(document, sentence, last)}\n");
    }

    /// <summary>Whether a word and the next are parts of one token: letters on both sides of the cut, or an apostrophe after it.</summary>
    private static bool IsJoined(AnalyzedDocument document, Sentence sentence, int i)
    {
        if (i < sentence.FirstToken || i + 1 >= sentence.EndToken || document.Tokens[i + 1].Span.Start != document.Tokens[i].Span.End)
        {
            return false;
        }

        var next = document.Tokens[i + 1].Span;
        var before = document.Text[next.Start - 1];
        return char.IsLetter(before) && (char.IsLetter(document.Text[next.Start]) || (next.Length is > 1 and <= 3 && document.Text[next.Start] is '\'' or '’'));
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : string.Join(' ', text.Split('\n', '\r', '\t'));
}
