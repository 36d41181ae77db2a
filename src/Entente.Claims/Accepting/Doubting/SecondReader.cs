using Entente.Claims.Coding;
using Entente.Claims.Coding.Claiming;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>
/// Reads documents a second time, as Entente does, beside what others claim of them. <see cref="Accepter"/> sees that the words of a claim are there; this sees where the text seems to tell something else by them.
/// It decides nothing: a doubt is told with the claim, for a second reading errs too. It may be used by any number of threads.
/// </summary>
public sealed class SecondReader
{
    private readonly Coder _coder;
    private readonly EventWords _words;
    private readonly AllegationFinder _allegations = AllegationFinder.Load();

    private SecondReader(Coder coder) => (_coder, _words) = (coder, EventWords.Load(coder.Frames));

    /// <summary>Reads with a coder.</summary>
    public static SecondReader Of(Coder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        return new SecondReader(coder);
    }

    /// <summary>Reads a document as a record keeps it: its text, its blocks and its day are taken as they stand.</summary>
    public SecondReading Read(Document document, Publication? published)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new SecondReading(_coder.Code(document, published), _words, _allegations);
    }
}
