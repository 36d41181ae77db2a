using System.Diagnostics;
using Entente.Claims;
using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Measures a model on a treebank: with the gold words, and from raw text.</summary>
internal static class Measure
{
    public static void Tell(LanguageModel model, string name, IReadOnlyList<GoldSentence> sentences)
    {
        Sentences(model, sentences);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var (words, upos, xpos, lemma, feats, uas, las) = Sentences(model, sentences);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine($"{name,-28} words {words,6}  UPOS {Percent(upos, words)}  XPOS {Percent(xpos, words)}  lemma {Percent(lemma, words)}  feats {Percent(feats, words)}  UAS {Percent(uas, words)}  LAS {Percent(las, words)}  {words / seconds / 1000:F0}k words/CPU-s");
    }

    /// <summary>The words of a sentence as the model analyses them.</summary>
    public static Token[] Annotated(Annotator annotator, GoldSentence sentence)
    {
        var tokens = new Token[sentence.Words.Length];
        annotator.Annotate(sentence.Text, sentence.Spans, [new Sentence(default, 0, tokens.Length, 0)], tokens, new byte[tokens.Length]);
        return tokens;
    }

    /// <summary>How many words, and how many of them have the part of speech, lemma, features, head, and head with relation of the treebank.</summary>
    public static (int Words, int Upos, int Xpos, int Lemma, int Feats, int Uas, int Las) Sentences(LanguageModel model, IReadOnlyList<GoldSentence> sentences)
    {
        var annotator = new Annotator(model, ClauseRepairs.Load());
        int words = 0, upos = 0, xpos = 0, lemma = 0, feats = 0, uas = 0, las = 0;
        foreach (var sentence in sentences)
        {
            var tokens = Annotated(annotator, sentence);
            for (var i = 0; i < tokens.Length; i++)
            {
                var (gold, token) = (sentence.Words[i], tokens[i]);
                words++;
                upos += gold.Upos == token.Upos ? 1 : 0;
                xpos += gold.Xpos == token.Xpos ? 1 : 0;
                lemma += gold.Lemma == token.Lemma ? 1 : 0;
                feats += gold.Feats == token.Feats ? 1 : 0;
                var headRight = gold.Head == (token.Head ?? -1);
                uas += headRight ? 1 : 0;
                las += headRight && gold.Deprel == token.Deprel ? 1 : 0;
            }
        }

        return (words, upos, xpos, lemma, feats, uas, las);
    }

    public static void TellRaw(LanguageModel model, string name, IReadOnlyList<GoldSentence> sentences)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var (words, ends, las, found) = Raw(model, sentences);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine($"{name + " raw",-28} words F1 {words:F2}  sentences F1 {ends:F2}  LAS F1 {las:F2}  {found / seconds / 1000:F0}k words/CPU-s");
    }

    /// <summary>
    /// Words, sentences, and heads with relations found in raw text, as F1 in percent, and how many words: each document is a text, each of its paragraphs a block
    /// in which nothing may stand between two sentences.
    /// </summary>
    public static (double Words, double Sentences, double Las, int Found) Raw(LanguageModel model, IReadOnlyList<GoldSentence> sentences)
    {
        var analyzer = Analyzer.Of(model);
        int wordsFound = 0, wordsGold = 0, wordsRight = 0, found = 0, gold = 0, right = 0, headsRight = 0;
        foreach (var document in sentences.GroupBy(s => s.Document))
        {
            var (page, goldWords, goldSentences) = RawText.Of([.. document]);
            var analyzed = analyzer.Analyze(page, SentenceEnds.MaybeUnmarked);
            var words = analyzed.Tokens.Select((t, i) => (t.Span, i)).ToDictionary(p => p.Span, p => p.i);
            wordsFound += analyzed.Tokens.Count;
            wordsGold += goldWords.Count;
            foreach (var (span, (head, deprel)) in goldWords)
            {
                if (words.TryGetValue(span, out var i))
                {
                    wordsRight++;
                    var token = analyzed.Tokens[i];
                    headsRight += (token.Head is { } h ? analyzed.Tokens[h].Span : default) == head && token.Deprel == deprel ? 1 : 0;
                }
            }

            found += analyzed.Sentences.Count;
            gold += goldSentences.Count;
            right += analyzed.Sentences.Count(s => goldSentences.Contains(s.Span));
        }

        return (200.0 * wordsRight / (wordsFound + wordsGold), 200.0 * right / (found + gold), 200.0 * headsRight / (wordsFound + wordsGold), wordsFound);
    }

    /// <summary>Words that each of the first steps does in a second of processor time, after one round to warm up.</summary>
    public static void TellSpeed(LanguageModel model, IReadOnlyList<GoldSentence> sentences)
    {
        var tables = TokenTables.Load();
        var tokenizer = new Tokenizer(new TokenRules(tables), model.Cuts);
        var splitter = new SentenceSplitter(new SentenceRules(tables), model.Ends);
        Document[] texts = [.. sentences.GroupBy(s => s.Document).Select(d => RawText.Of([.. d]).Document)];
        (string Form, int Tag)[] words = [.. sentences.SelectMany(s => s.Words).Select(w => (w.Form, Math.Max(0, model.Tags.Find(w.Upos, w.Xpos))))];
        TellSpeed("words", words.Length, () => Split(texts, tokenizer, null, SentenceEnds.Marked));
        TellSpeed("words, sentences of pages", words.Length, () => Split(texts, tokenizer, splitter, SentenceEnds.Marked));
        TellSpeed("words, sentences of plain text", words.Length, () => Split(texts, tokenizer, splitter, SentenceEnds.MaybeUnmarked));
        foreach (var depth in new[] { AnalysisDepth.Tags, AnalysisDepth.Trees })
        {
            var analyzer = Analyzer.Of(model, depth);
            TellSpeed($"plain text to {depth.ToString().ToLowerInvariant()}", words.Length, () =>
            {
                foreach (var text in texts)
                {
                    analyzer.Analyze(text, SentenceEnds.MaybeUnmarked);
                }
            });
        }

        TellSpeed("lemmas, each anew", words.Length, () =>
        {
            foreach (var (form, tag) in words)
            {
                model.Lemmas.Lemma(form, tag);
            }
        });
    }

    private static void Split(Document[] texts, Tokenizer tokenizer, SentenceSplitter? splitter, SentenceEnds kind)
    {
        List<TextSpan> words = [];
        List<int> ends = [];
        foreach (var text in texts)
        {
            foreach (var block in text.Blocks)
            {
                words.Clear();
                ends.Clear();
                tokenizer.Cut(text.Text, block.Span, words);
                splitter?.Split(text.Text, words, 0, kind, 0, ends);
            }
        }
    }

    private static void TellSpeed(string step, int words, Action round)
    {
        round();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < 20; i++)
        {
            round();
        }

        process.Refresh();
        Console.WriteLine($"{step,-32} {20 * words / (process.TotalProcessorTime - before).TotalSeconds / 1000:F0}k words/CPU-s");
    }

    private static string Percent(int part, int whole) => $"{100.0 * part / whole:F2}";
}
