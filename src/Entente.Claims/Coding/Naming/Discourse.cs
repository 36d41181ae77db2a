namespace Entente.Claims.Coding.Naming;

/// <summary>What a document has named so far: who may be meant by a surname, an acronym, "the president" or "he" later on.</summary>
internal sealed class Discourse
{
    // how much of its weight a mention keeps from one sentence to the next, and how far back one looks
    private const double Fading = 0.75;
    private const int Reach = 8;

    private readonly Dictionary<string, ActorMention> _bySurname = new(StringComparer.Ordinal);
    private readonly List<int> _sentences = [];

    public List<ActorMention> Actors { get; } = [];

    public List<PlaceMention> Places { get; } = [];

    /// <summary>The people of data/ who were named in full, with the key of the office that the text gives them.</summary>
    public HashSet<(Person Person, string? Office)> Named { get; } = [];

    /// <summary>Index of the sentence that is being named, counted over the document.</summary>
    public int Sentence { get; set; }

    /// <summary>The mention whose name ends (or, in East Asia, begins) with this word.</summary>
    public ActorMention? BySurname(string word) => _bySurname.Count == 0 ? null : _bySurname.GetValueOrDefault(Slug.Of(word));

    /// <summary>Lets a later single word stand for a person who was named in full.</summary>
    public void NoteSurname(string word, ActorMention mention) => _bySurname[Slug.Of(word)] = mention;

    public void Add(ActorMention mention)
    {
        Actors.Add(mention);
        _sentences.Add(Sentence);
    }

    /// <summary>Takes back what a better reading of the same words replaces.</summary>
    public void RemoveWithin(TextSpan span)
    {
        for (var i = Actors.Count - 1; i >= 0 && _sentences[i] == Sentence; i--)
        {
            if (span.Overlaps(Actors[i].Span))
            {
                Actors.RemoveAt(i);
                _sentences.RemoveAt(i);
            }
        }
    }

    /// <summary>The mentions before a position, the nearest first, with how many sentences back each stands.</summary>
    public IEnumerable<(ActorMention Mention, int Back)> Before(int position)
    {
        for (var i = Actors.Count - 1; i >= 0 && Sentence - _sentences[i] <= Reach; i--)
        {
            if (Actors[i].Span.End <= position || _sentences[i] < Sentence)
            {
                yield return (Actors[i], Sentence - _sentences[i]);
            }
        }
    }

    /// <summary>
    /// The two that are talked of most before a position, in order of first mention; null unless both clearly are.
    /// Weights fade from sentence to sentence.
    /// </summary>
    /// <param name="key">Whom a mention counts for; null when it does not count.</param>
    public (ActorMention First, ActorMention Second)? TopTwo(int position, Func<ActorMention, string?> key)
    {
        var weights = new Dictionary<string, (double Weight, ActorMention Mention)>(StringComparer.Ordinal);
        foreach (var (mention, back) in Before(position))
        {
            if (key(mention) is { } k)
            {
                weights[k] = ((weights.TryGetValue(k, out var old) ? old.Weight : 0) + Math.Pow(Fading, back), mention);
            }
        }

        var ranked = weights.Values.OrderByDescending(w => w.Weight).ThenBy(w => w.Mention.Span).Take(3).ToArray();
        if (ranked.Length < 2 || ranked[1].Weight < 0.4 || ranked.Length > 2 && ranked[2].Weight > 0.8 * ranked[1].Weight)
        {
            return null;
        }

        return ranked[0].Mention.Span < ranked[1].Mention.Span ? (ranked[0].Mention, ranked[1].Mention) : (ranked[1].Mention, ranked[0].Mention);
    }
}
