namespace Entente.Claims.Coding.Referring;

/// <summary>How a mention is worded.</summary>
internal enum MentionKind : byte
{
    /// <summary>A name, or words that naming linked to an actor.</summary>
    Name,

    /// <summary>A noun phrase without a name: "the paper", "a new law".</summary>
    Nominal,
    Pronoun,

    /// <summary>Several joined by "and", taken together.</summary>
    Set,
}

/// <summary>A noun phrase or pronoun of a document, which may be an antecedent or have one. What it says of itself is fixed; which entity it is of, the sieves find.</summary>
internal sealed class Mention(int index, MentionKind kind, TextSpan span, int head, int sentence)
{
    /// <summary>Its number in text order of the heads.</summary>
    public int Index { get; set; } = index;

    public MentionKind Kind { get; } = kind;

    /// <summary>Its words. A name that the text itself delimits ("Baltic Grain Council (BGC)") is widened to them.</summary>
    public TextSpan Span { get; set; } = span;

    /// <summary>The token on which the phrase hangs.</summary>
    public int Head { get; } = head;

    public int Sentence { get; } = sentence;

    public bool Plural { get; init; }

    public Gender Gender { get; init; }

    /// <summary>Whether it is surely a person (or several), surely none, or not known.</summary>
    public bool? IsPerson { get; init; }

    /// <summary>What its noun may stand for.</summary>
    public NounClass Class { get; init; }

    /// <summary>Whether "the", "this" or "that" introduces it.</summary>
    public bool Definite { get; init; }

    /// <summary>Whether it is an adjective or the first part of another noun ("*Chinese* exports"), which no pronoun stands for.</summary>
    public bool IsModifier { get; init; }

    public Pronoun? Pronoun { get; init; }

    /// <summary>The actors that naming linked its words to.</summary>
    public IReadOnlyList<ActorMention> Named { get; init; } = [];

    /// <summary>Of a set its members.</summary>
    public IReadOnlyList<Mention> Parts { get; init; } = [];

    /// <summary>Index of the quotation it stands in; negative outside.</summary>
    public int Quotation { get; set; } = -1;

    /// <summary>How much it stands out in its sentence (Lappin and Leass 1994): 100 for being there, more for a subject, less for what is buried in other phrases.</summary>
    public double Weight { get; set; }

    /// <summary>Whether it is the subject of its clause.</summary>
    public bool IsSubject { get; set; }

    /// <summary>What it belongs to, as far as the sieves have told.</summary>
    public Entity Entity { get; set; } = null!;

    /// <summary>The link by which it was resolved; null when it names or introduces its entity.</summary>
    public Link? Link { get; set; }
}

/// <summary>Why a mention is taken for another.</summary>
/// <param name="Sieve">Name of the sieve, which is also the `via` of the actor mention.</param>
/// <param name="Antecedents">One; of "the two leaders" both.</param>
internal sealed record Link(string Sieve, IReadOnlyList<Mention> Antecedents)
{
    /// <summary>Whom it means, where that is not just the antecedents themselves: the states of two leaders, somebody's counterpart.</summary>
    public IReadOnlyList<Actor>? Actors { get; init; }
}

/// <summary>All mentions of one and the same, with what they tell together.</summary>
internal sealed class Entity
{
    public List<Mention> Mentions { get; } = [];

    public List<Actor> Actors { get; } = [];

    /// <summary>What its mentions tell of its sex; both when they disagree.</summary>
    public Gender Gender { get; set; }

    public bool? IsPerson { get; set; }

    public bool Plural { get; set; }

    /// <summary>Offices and posts that the text gives it.</summary>
    public List<string> Roles { get; } = [];

    public static Entity Of(Mention mention)
    {
        var entity = new Entity { Gender = mention.Gender, IsPerson = mention.IsPerson, Plural = mention.Plural };
        entity.Mentions.Add(mention);
        foreach (var named in mention.Named)
        {
            entity.Actors.Add(named.Actor);
            entity.NoteRole(named.Role);
        }

        mention.Entity = entity;
        return entity;
    }

    /// <summary>Parts a mention from those that were taken for the same: "his Russian counterpart" is not Russia.</summary>
    public static void Part(Mention mention)
    {
        if (mention.Entity.Mentions.Count > 1)
        {
            mention.Entity.Mentions.Remove(mention);
            Of(mention);
        }
    }

    /// <summary>Whom it stands for; of a set that its members name, all of them, when each is somebody known.</summary>
    public IReadOnlyList<Actor> AllActors()
    {
        if (Actors.Count == 0 && Mentions.Find(m => m.Kind == MentionKind.Set) is { } set && set.Parts.All(p => p.Entity.Actors.Count == 1))
        {
            return [.. set.Parts.SelectMany(p => p.Entity.Actors).DistinctBy(a => a.Id)];
        }

        return Actors;
    }

    public void NoteRole(string? role)
    {
        if (role is not null && !Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
        {
            Roles.Add(role);
        }
    }

    /// <summary>The nearest mention before another that names it, no adjective; null when none does.</summary>
    public Mention? NameBefore(Mention mention) => Mentions.FindLast(m => m.Index < mention.Index && m.Kind == MentionKind.Name && !m.IsModifier && m.Link?.Sieve is null or "surname" or "acronym" or "name");

    /// <summary>Takes over all that another entity has.</summary>
    public void Absorb(Entity other)
    {
        if (ReferenceEquals(this, other))
        {
            return;
        }

        foreach (var mention in other.Mentions)
        {
            mention.Entity = this;
        }

        Mentions.AddRange(other.Mentions);
        Mentions.Sort((a, b) => a.Index.CompareTo(b.Index));
        foreach (var actor in other.Actors)
        {
            if (Actors.Count == 0 || !Actors.Exists(a => a.Id == actor.Id) && Plural)
            {
                Actors.Add(actor);
            }
        }

        Gender |= other.Gender;
        IsPerson ??= other.IsPerson;
        other.Roles.ForEach(NoteRole);
    }
}
