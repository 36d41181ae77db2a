namespace Entente.Claims.Coding.Naming;

/// <summary>What a document has named so far: who may be meant by a surname or an acronym later on.</summary>
internal sealed class Discourse
{
    private readonly Dictionary<string, ActorMention> _bySurname = new(StringComparer.Ordinal);

    public List<ActorMention> Actors { get; } = [];

    public List<PlaceMention> Places { get; } = [];

    public List<AgreementMention> Agreements { get; } = [];

    /// <summary>The people of data/ who were named in full, with the key of the office that the text gives them.</summary>
    public HashSet<(Person Person, string? Office)> Named { get; } = [];

    /// <summary>The mention whose name ends (or, in East Asia, begins) with this word.</summary>
    public ActorMention? BySurname(string word) => _bySurname.Count == 0 ? null : _bySurname.GetValueOrDefault(Slug.Of(word));

    /// <summary>Lets a later single word stand for a person who was named in full. Of two of one name it stands for the first: relatives are named in full.</summary>
    public void NoteSurname(string word, ActorMention mention)
    {
        var key = Slug.Of(word);
        if (!_bySurname.TryGetValue(key, out var first) || first.Actor.Id == mention.Actor.Id || first.Via != "name")
        {
            _bySurname[key] = mention;
        }
    }

    public void Add(ActorMention mention) => Actors.Add(mention);
}
