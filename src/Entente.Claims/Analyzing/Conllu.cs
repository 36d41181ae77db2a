using System.Text;
using Entente.Claims.Analyzing.Net;

namespace Entente.Claims.Analyzing;

/// <summary>Sentences in CoNLL-U (universaldependencies.org/format): given words get their analysis, and plain text gets its words too.</summary>
public static class Conllu
{
    /// <summary>
    /// Copies CoNLL-U and fills in LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL of every word, and marks names in MISC ("NER=B-PER"); words, sentences, comments, ranges and the rest of MISC stay as they are.
    /// Lines that are no CoNLL-U are copied too.
    /// </summary>
    public static void Annotate(Analyzer analyzer, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var filler = new ConlluFiller(analyzer.Annotator(), output);
        while (input.ReadLine() is { } line)
        {
            filler.Add(line);
        }

        filler.Finish();
    }

    /// <summary>
    /// Analyses plain text and writes its sentences. Blank lines part paragraphs; a single line break ends a sentence too unless it only wraps a line: headings and
    /// items of lists are sentences of their own. Of text without signs between its sentences the words decide.
    /// </summary>
    public static void Parse(Analyzer analyzer, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        output.Write("# newdoc\n");
        var number = 0;
        foreach (var document in new PlainText(input).Documents())
        {
            var analyzed = analyzer.Analyze(document, SentenceEnds.MaybeUnmarked, LineBreaks.Width(document.Text));
            new ConlluWriter(analyzed, output).Write(ref number);
        }
    }

    /// <summary>Writes the sentences of an analysed document.</summary>
    public static void Write(AnalyzedDocument document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        var number = 0;
        new ConlluWriter(document, output).Write(ref number);
    }

    /// <summary>The words with single spaces between them, and where each stands.</summary>
    internal static (string Text, TextSpan[] Spans) Text(IReadOnlyList<string> words)
    {
        var text = new StringBuilder();
        var spans = new TextSpan[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            spans[i] = new TextSpan(text.Length, words[i].Length);
            text.Append(words[i]).Append(' ');
        }

        return (text.ToString(), spans);
    }

    /// <summary>MISC with the mark of a name ("NER=B-PER"), unless it has one.</summary>
    internal static string Misc(byte name, string misc)
    {
        if (name == 0 || misc.Contains("NER=", StringComparison.Ordinal))
        {
            return misc;
        }

        var mark = "NER=" + NameMarks.Names[name];
        return misc == "_" ? mark : $"{mark}|{misc}";
    }

    internal static string Row(int id, string form, Token token, int first, string misc)
    {
        var feats = token.Feats.Length == 0 ? "_" : token.Feats;
        var head = token.Head is { } h ? h - first + 1 : 0;
        return $"{id}\t{form}\t{token.Lemma}\t{token.Upos}\t{token.Xpos}\t{feats}\t{head}\t{token.Deprel}\t_\t{misc}\n";
    }
}
