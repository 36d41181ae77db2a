using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Record;

namespace Entente.Server;

/// <summary>
/// Why sentences of a recorded document yielded nothing. The record keeps what was coded, not what was not, so the document is coded again from its recorded text, blocks and day.
/// The coder is loaded when this is first asked.
/// </summary>
internal sealed class SilenceFinder(Func<Coder> load, RuleBook rules)
{
    private readonly Lazy<Coder> _coder = new(load);

    /// <summary>The sentences that name two actors and from which the record has no claim, in text order.</summary>
    public IReadOnlyList<SilenceAnswer> Of(DocumentView view)
    {
        var map = new CodePointMap(view.Text);
        var coded = _coder.Value.Code(Recorded(view), view.Row.Published is { } days ? new Publication(days, view.DateEvidence) : null);
        return [.. coded.Silences.Where(s => !view.Claims.Any(c => c.Evidence.Overlaps(s.Sentence))).Select(s => Answer(s, view.Text, map))];
    }

    /// <summary>The document as the record has it.</summary>
    internal static Document Recorded(DocumentView view) => new(view.Row.Id, view.Text, view.Blocks)
    {
        Uri = view.Row.Uri,
        Publisher = view.Row.Publisher,
        Title = view.Row.Title,
        Authors = view.Row.Authors,
        Language = view.Row.Language,
        Confidence = view.Row.Confidence,
    };

    private SilenceAnswer Answer(Silence silence, string text, CodePointMap map) => new(
        map.ToCodePoint(silence.Sentence.Start), map.ToCodePoint(silence.Sentence.End), [.. silence.Words.Select(w => Answer(w, text, map))]);

    private UnfitWordAnswer Answer(UnfitWord word, string text, CodePointMap map) => new(
        map.ToCodePoint(word.Word.Start), map.ToCodePoint(word.Word.End), word.Word.In(text), word.Frame is null ? null : rules.Frame(word.Frame), word.Reason);
}

/// <summary>A sentence from which nothing was coded, with the words that might have told of an event; none when no word of it is one of action.</summary>
public sealed record SilenceAnswer(int Start, int End, IReadOnlyList<UnfitWordAnswer> Words);

/// <summary>A word that might have told of an event, and what was missing.</summary>
/// <param name="Row">The row of data/event-frames.tsv that came nearest; absent when none has the word.</param>
public sealed record UnfitWordAnswer(int Start, int End, string Words, RowAnswer? Row, string Reason);
