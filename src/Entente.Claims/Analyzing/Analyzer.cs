using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Entente.Claims.Analyzing;

/// <summary>Document → sentences, tokens, lemmas, tags and trees. It holds tables, a model, and memory that is reused, which changes no result; one serves any number of threads.</summary>
public sealed class Analyzer
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly LanguageModel _model;
    private readonly ClauseRepairs _repairs = ClauseRepairs.Load();

    /// <summary>Those not at work: what they know of words serves the next document.</summary>
    private readonly ConcurrentBag<Annotator> _annotators = [];

    private Analyzer(TokenTables tables, LanguageModel model, AnalysisDepth depth)
    {
        Depth = depth;
        _model = model;
        _tokenizer = new Tokenizer(new TokenRules(tables), model.Cuts);
        _splitter = new SentenceSplitter(new SentenceRules(tables), model.Ends);
    }

    /// <summary>An analyser with the tables and the language model that ship with the library.</summary>
    public static Analyzer Load() => Load(AnalysisDepth.Trees);

    /// <summary>The same, that goes only as far as asked: less deep is faster, and what is analysed is the same.</summary>
    public static Analyzer Load(AnalysisDepth depth) => new(TokenTables.Load(), LanguageModel.Shipped(), depth);

    /// <summary>How far sentences are analysed.</summary>
    public AnalysisDepth Depth { get; }

    /// <summary>An analyser with another model.</summary>
    internal static Analyzer Of(LanguageModel model, AnalysisDepth depth = AnalysisDepth.Trees) => new(TokenTables.Load(), model, depth);

    public AnalyzedPage Analyze(ReadPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new AnalyzedPage(page, [.. page.Documents.Select(Analyze)]);
    }

    /// <summary>Analyses the blocks that may hold claims, as far as <see cref="AnalyzedDocument.MostCharacters"/>.</summary>
    public AnalyzedDocument Analyze(Document document) => Analyze(document, SentenceEnds.Marked);

    /// <summary>The same, with what may end a sentence in blocks that are no lists or tables.</summary>
    internal AnalyzedDocument Analyze(Document document, SentenceEnds kind, int width = 0)
    {
        ArgumentNullException.ThrowIfNull(document);
        var words = new List<TextSpan>();
        var sentences = new List<Sentence>();
        var ends = new List<int>();
        for (var b = 0; b < document.Blocks.Count && document.Blocks[b].Span.End <= AnalyzedDocument.MostCharacters; b++)
        {
            var block = document.Blocks[b];
            if (!block.HoldsClaims)
            {
                continue;
            }

            var first = words.Count;
            _tokenizer.Cut(document.Text, block.Span, words);
            ends.Clear();
            _splitter.Split(document.Text, words, first, block.Role is BlockRole.List or BlockRole.Table ? SentenceEnds.EachLine : kind, width, ends);
            foreach (var end in ends)
            {
                var span = TextSpan.FromBounds(words[first].Start, words[end - 1].End);
                sentences.Add(new Sentence(span, first, end - first, b));
                first = end;
            }
        }

        return Annotated(document, words, sentences);
    }

    /// <summary>For words and sentences that are given: one for one thread.</summary>
    internal Annotator Annotator() => new(_model, _repairs, Depth);

    private AnalyzedDocument Annotated(Document document, List<TextSpan> words, List<Sentence> sentences)
    {
        var tokens = new Token[words.Count];
        var names = new byte[words.Count];
        var spans = CollectionsMarshal.AsSpan(words);
        var annotator = _annotators.TryTake(out var idle) ? idle : Annotator();
        annotator.Annotate(document.Text, spans, sentences, tokens, names);
        _annotators.Add(annotator);
        return new AnalyzedDocument(document, sentences.ToArray(), tokens) { Names = NameMemory.Names(document.Text, tokens, sentences, names) };
    }
}
