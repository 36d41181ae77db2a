namespace Entente.Claims.Coding.Naming;

/// <summary>
/// Text → the actors and places it names, linked to data/ by the date: recognition and linking in one pass over the longest phrases of the lexicon,
/// then thin sieves of coreference, the surest first (Lee et al. 2013). What is not sure stays unlinked.
/// </summary>
public sealed class Namer
{
    private readonly Lexicon _lexicon;

    private Namer(Lexicon lexicon) => _lexicon = lexicon;

    /// <summary>A namer with the tables that ship with the library.</summary>
    public static Namer Load() => new(Lexicon.Load());

    /// <summary>The names of a document. Offices are those of the day of publication; without one the newest.</summary>
    public Names Find(AnalyzedDocument document, Publication? published)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Find(document, published?.Anchor);
    }

    /// <summary>What one phrase, taken by itself, names; offices as for <see cref="Find(AnalyzedDocument, Publication?)"/>.</summary>
    public NamedPhrase Resolve(string phrase, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return new PhraseNamer(this, _lexicon).Resolve(phrase, day);
    }

    internal Names Find(AnalyzedDocument document, DateOnly? day)
    {
        var discourse = new Discourse();
        var sentence = new NamedSentence(_lexicon, document);
        var namer = new SentenceNamer(_lexicon, document, sentence, discourse, day);
        if (document.Sentences.Count == 0)
        {
            foreach (var block in document.Document.Blocks)
            {
                if (block.HoldsClaims)
                {
                    sentence.Read(0, block.Span, 0, 0, block.Role);
                    namer.Name();
                }
            }
        }

        for (var i = 0; i < document.Sentences.Count; i++)
        {
            var it = document.Sentences[i];
            sentence.Read(i, it.Span, it.FirstToken, it.EndToken, document.Document.Blocks[it.Block].Role);
            namer.Name();
        }

        return new Names([.. discourse.Actors.OrderBy(a => a.Span)], [.. discourse.Places.OrderBy(p => p.Span)]);
    }
}

/// <summary>Actors and places of a document, each in text order.</summary>
public sealed record Names(IReadOnlyList<ActorMention> Actors, IReadOnlyList<PlaceMention> Places);
