using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>A document as evidence of its own day: its sentences with their times, before these are resolved.</summary>
internal sealed class DatingText
{
    /// <summary>Sentences at the head of an article that tell what it is about.</summary>
    private const int HeadSentences = 4;

    /// <summary>Sentences within which the persons of the story stand with their offices.</summary>
    private const int LeadSentences = 10;

    private DatingText(AnalyzedDocument document, List<DatingSentence> sentences)
    {
        Document = document;
        Sentences = sentences;
        Head = sentences.FindAll(s => s.IsHead);
    }

    public AnalyzedDocument Document { get; }

    public IReadOnlyList<DatingSentence> Sentences { get; }

    public IReadOnlyList<DatingSentence> Head { get; }

    public IEnumerable<DatingSentence> Lead => Sentences.Take(LeadSentences);

    public IEnumerable<TimeSighting> Times => Sentences.SelectMany(s => s.Times);

    public static DatingText Of(AnalyzedDocument document, IReadOnlyList<BlockTimes> times)
    {
        var sentences = new List<DatingSentence>();
        var next = 0;
        foreach (var (block, lexemes, sightings) in times)
        {
            var spans = new List<TextSpan>();
            for (; next < document.Sentences.Count && document.Sentences[next].Span.Start < block.Span.End; next++)
            {
                spans.Add(document.Sentences[next].Span);
            }

            foreach (var span in spans.DefaultIfEmpty(block.Span))
            {
                var head = block.Role is BlockRole.Title or BlockRole.Deck || sentences.Count < HeadSentences;
                sentences.Add(new DatingSentence(span, lexemes, lexemes.IndexAt(span.Start), lexemes.IndexAt(span.End), [.. Within(sightings, span)], head) { IsTitle = block.Role == BlockRole.Title });
            }
        }

        return new DatingText(document, sentences);
    }

    private static IEnumerable<TimeSighting> Within(IReadOnlyList<TimeSighting> sightings, TextSpan span)
    {
        int low = 0, high = sightings.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sightings[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < sightings.Count && sightings[low].Span.End <= span.End; low++)
        {
            yield return sightings[low];
        }
    }
}

/// <summary>A sentence with its lexemes, Lexemes[First .. End), and the times told in it.</summary>
internal sealed record DatingSentence(TextSpan Span, TimeLexemes Lexemes, int First, int End, IReadOnlyList<TimeSighting> Times, bool IsHead)
{
    private readonly Dictionary<Phrases<bool>, bool> _held = [];
    private HashSet<string>? _forms;

    public bool IsTitle { get; init; }

    /// <summary>Whether it names a year, or a day with its year: what stands beside it is told of then.</summary>
    public bool NamesYear => Times.Any(t => t.Draft.Ask is Ask.Stated);

    /// <summary>Its words, whatever their case.</summary>
    public HashSet<string> Forms => _forms ??= new(Enumerable.Range(First, End - First).Select(i => Lexemes.Form(i).ToString()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of the phrases stands in the sentence. Many meetings ask for the same name, and most names are told absent by the words alone.</summary>
    public bool Holds(Phrases<bool> phrases) =>
        _held.TryGetValue(phrases, out var held) ? held : _held[phrases] = phrases.MayStandIn(Forms) && phrases.Find(Lexemes, First, End).Any();

    /// <summary>The time that hangs on the day of writing and stands nearest to a place of the sentence.</summary>
    public TimeSighting? Told(int lexeme) => Times.Where(Deixis.IsDeictic).MinBy(t => Math.Min(Math.Abs(t.Draft.First - lexeme), Math.Abs(t.Draft.End - lexeme)));
}
