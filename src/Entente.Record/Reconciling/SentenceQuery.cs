namespace Entente.Record.Reconciling;

/// <summary>A sentence whose earliest earlier wording is looked for among all documents, which come in the order of their places.</summary>
internal sealed class SentenceQuery(ShownDocument document, ShownSentence sentence, bool isNew)
{
    /// <summary>After the first find so many more documents are tried for the very same words.</summary>
    private const int MoreTries = 8;

    private int _tries;
    private bool _isSame;

    public ShownDocument Document => document;

    public ShownSentence Sentence => sentence;

    /// <summary>Whether its document was not in the record before.</summary>
    public bool IsNew => isNew;

    /// <summary>The earliest sentence that it repeats.</summary>
    public long? CopyOf { get; private set; }

    /// <summary>
    /// Whether a document has still to be compared. An earlier one may hold what it repeats. A later one may repeat it, unless an earlier sentence has the same words: then whatever repeats this one
    /// repeats that one too, and that comes first. So a notice that thousands of documents have is compared with few of them.
    /// </summary>
    public bool Concerns(long other, Place place) =>
        !_isSame && other != document.Id && (place < document.Place ? _tries < MoreTries : isNew);

    /// <summary>Whether no document from this place on concerns it.</summary>
    public bool IsDone(Place place) => _isSame || (!isNew && place >= document.Place);

    /// <summary>Compares with a sentence of an earlier document, first to last.</summary>
    public void CompareWith(ShownSentence earlier)
    {
        if (sentence.Wording.Repeats(earlier.Wording) > 0)
        {
            CopyOf ??= earlier.Id;
            _isSame |= sentence.Wording.Is(earlier.Wording);
        }
    }

    /// <summary>An earlier document has been compared.</summary>
    public void Tried() => _tries += CopyOf is null ? 0 : 1;
}
