namespace Entente.Claims;

/// <summary>A word with its analysis. Two words can share one stretch of letters ("don't" is "do" and "n't", each with its own part).</summary>
/// <param name="Upos">Universal part of speech: NOUN, PROPN, VERB, AUX …</param>
/// <param name="Head">Index, among the document's tokens, of the word it depends on; null for the root of a sentence.</param>
/// <param name="Deprel">Universal dependency relation, with its subtype ("nsubj:pass").</param>
public readonly record struct Token(TextSpan Span, string Lemma, string Upos, string Xpos, int? Head, string Deprel)
{
    /// <summary>Universal features, "Number=Plur|Tense=Past"; empty when it has none.</summary>
    public string Feats { get; init; } = "";
}

/// <summary>A sentence: its words are Tokens[FirstToken .. FirstToken + TokenCount).</summary>
/// <param name="Block">Index of the block it stands in; a sentence never crosses a block.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount, int Block)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}

/// <summary>What a name names, as the treebanks of names tell it apart.</summary>
public enum NameKind
{
    Person,

    /// <summary>Countries, places and buildings.</summary>
    Place,

    /// <summary>Companies, governments, parties, teams, media.</summary>
    Organisation,
}

/// <summary>A name in the text, known or not: its words are Tokens[FirstToken .. FirstToken + TokenCount). Who it is, if known, is told when the page is coded.</summary>
public readonly record struct NameSpan(int FirstToken, int TokenCount, NameKind Kind)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}

/// <summary>A document with its sentences and tokens. Only blocks that hold claims are analysed.</summary>
public sealed record AnalyzedDocument(Document Document, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Token> Tokens)
{
    /// <summary>Characters of a document that are analysed; what is longer than a thick book is no article, and would take minutes and gigabytes.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>Names of people, places and organisations in text order, told by the language model and by what the document calls them elsewhere.</summary>
    public IReadOnlyList<NameSpan> Names { get; init; } = [];

    /// <summary>The document's text.</summary>
    public string Text => Document.Text;

    /// <summary>The blocks that are analysed: those that may hold claims, as far as <see cref="MostCharacters"/>.</summary>
    public IEnumerable<Block> Blocks => Document.Blocks.TakeWhile(b => b.Span.End <= MostCharacters).Where(b => b.HoldsClaims);

    /// <summary>The letters of a token.</summary>
    public string Form(int token) => Tokens[token].Span.In(Text);

    /// <summary>The token that begins at or holds the position; null between tokens.</summary>
    internal int? TokenAt(int position)
    {
        int low = 0, high = Tokens.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else if (Tokens[middle].Span.Start > position)
            {
                high = middle - 1;
            }
            else
            {
                return middle;
            }
        }

        return null;
    }
}

/// <summary>A page with its documents analysed.</summary>
public sealed record AnalyzedPage(ReadPage Read, IReadOnlyList<AnalyzedDocument> Documents);
