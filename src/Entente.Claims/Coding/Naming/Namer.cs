namespace Entente.Claims.Coding.Naming;

/// <summary>
/// Text → the actors and places it names, linked to data/ by the date: recognition and linking in one pass over the longest phrases of the lexicon.
/// What is not sure stays unlinked; for whom other words stand, <see cref="Referring.Referrer"/> tells.
/// </summary>
public sealed class Namer
{
    private const int WideDays = 400;

    private readonly Lexicon _lexicon;
    private readonly Lazy<Explainer> _explainer;

    private Namer(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _explainer = new Lazy<Explainer>(() => new Explainer(lexicon));
    }

    internal Lexicon Lexicon => _lexicon;

    /// <summary>A namer with the tables that ship with the library.</summary>
    public static Namer Load() => Load(OwnActors.None);

    /// <summary>A namer with the tables that ship with the library and the user's own, which wins.</summary>
    public static Namer Load(OwnActors own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return new Namer(Lexicon.Load(own));
    }

    /// <summary>The names of a document. Offices are those of the day of publication; without one the newest.</summary>
    public Names Find(AnalyzedDocument document, Publication? published)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (published?.Interval is { Earliest: { } first, Latest: { } last } && last.DayNumber - first.DayNumber < WideDays)
        {
            return Find(document, last, out _);
        }

        // one that is not dated closely is taken for the day on which those whom it names were in office
        Find(document, published?.Anchor, out var named);
        return Find(document, Offices.LikelyDay(named, published?.Interval ?? default) ?? published?.Anchor, out _);
    }

    /// <summary>What one phrase, taken by itself, names; offices as for <see cref="Find(AnalyzedDocument, Publication?)"/>.</summary>
    public NamedPhrase Resolve(string phrase, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return new PhraseNamer(this, _lexicon).Resolve(phrase, day);
    }

    /// <summary>Why a phrase was resolved as it was: each name in it with the rows, the day and the words that decided, and what else it can mean.</summary>
    public IReadOnlyList<Explanation> Explain(string phrase, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var document = PhraseNamer.Document(phrase);
        return _explainer.Value.Explain(document, Find(document, day, out _), day);
    }

    internal Names Find(AnalyzedDocument document, DateOnly? day, out IReadOnlyCollection<(Person Person, string? Office)> named)
    {
        var discourse = new Discourse();
        named = discourse.Named;
        var sentence = new NamedSentence(_lexicon, document);
        var namer = new SentenceNamer(_lexicon, document, sentence, discourse, day);
        if (document.Sentences.Count == 0)
        {
            foreach (var block in document.Blocks)
            {
                sentence.Read(0, block.Span, 0, 0, block.Role);
                namer.Name();
            }
        }

        for (var i = 0; i < document.Sentences.Count; i++)
        {
            var it = document.Sentences[i];
            sentence.Read(i, it.Span, it.FirstToken, it.EndToken, document.Document.Blocks[it.Block].Role);
            namer.Name();
        }

        return new Names([.. discourse.Actors.OrderBy(a => a.Span)], [.. discourse.Places.OrderBy(p => p.Span)]) 
        {
            Agreements = [.. discourse.Agreements.OrderBy(a => a.Span)],
            Day = day,
        };
    }
}

/// <summary>Actors and places of a document, each in text order.</summary>
public sealed record Names(IReadOnlyList<ActorMention> Actors, IReadOnlyList<PlaceMention> Places)
{
    /// <summary>Treaties, initiatives and doctrines that the document names, in text order.</summary>
    public IReadOnlyList<AgreementMention> Agreements { get; init; } = [];

    /// <summary>The day for which offices were taken; null when nothing tells it.</summary>
    public DateOnly? Day { get; init; }
}
