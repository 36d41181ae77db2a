namespace Entente.Claims.Coding.Naming;

/// <summary>What a document has named so far: who may be meant by a surname, an acronym, "the president" or "he" later on.</summary>
internal sealed class Discourse
{
    private readonly Dictionary<int, ActorMention> _bySurname = [];
    private readonly Dictionary<int, ActorMention> _byAcronym = [];

    public List<ActorMention> Actors { get; } = [];

    public List<PlaceMention> Places { get; } = [];

    /// <summary>The mention whose name ends (or, in East Asia, begins) with this word.</summary>
    public ActorMention? BySurname(int word) => word == Vocabulary.Unknown ? null : _bySurname.GetValueOrDefault(word);

    public ActorMention? ByAcronym(int word) => word == Vocabulary.Unknown ? null : _byAcronym.GetValueOrDefault(word);

    public void Add(ActorMention mention) => Actors.Add(mention);

    /// <summary>Lets a later single word stand for a person who was named in full.</summary>
    public void NoteSurname(int word, ActorMention mention)
    {
        if (word != Vocabulary.Unknown)
        {
            _bySurname[word] = mention;
        }
    }

    public void NoteAcronym(int word, ActorMention mention)
    {
        if (word != Vocabulary.Unknown)
        {
            _byAcronym[word] = mention;
        }
    }
}
