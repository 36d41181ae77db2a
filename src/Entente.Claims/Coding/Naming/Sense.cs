namespace Entente.Claims.Coding.Naming;

/// <summary>What a phrase of the lexicon can mean.</summary>
internal enum SenseKind : byte
{
    /// <summary>A phrase to be passed over.</summary>
    Trap,
    Country,

    /// <summary>"Russian", "U.S."</summary>
    Adjective,

    /// <summary>"Russians", "Poles"</summary>
    Demonym,
    Place,
    PlaceAdjective,
    PlaceDemonym,
    Organisation,
    Outlet,

    /// <summary>A treaty, initiative or doctrine: named, but nobody.</summary>
    Agreement,

    /// <summary>A person's full name.</summary>
    Person,

    /// <summary>The short name by which the press means a person.</summary>
    Surname,
    Role,
    Title,
}

/// <summary>One meaning of a phrase.</summary>
internal sealed class Sense(SenseKind kind, object what, string alias)
{
    public SenseKind Kind { get; } = kind;

    /// <summary>The phrase as the table writes it.</summary>
    public string Alias { get; } = alias;

    /// <summary>Bit i: the i-th word of the phrase must have a capital.</summary>
    public uint Capital { get; set; }

    /// <summary>Bit i: the i-th word of the phrase must be in capitals.</summary>
    public uint Capitals { get; set; }

    public bool Plural { get; init; }

    /// <summary>Where it stands.</summary>
    public RowPlace Row { get; set; }

    /// <summary>Words of which one must stand in the sentence for the phrase to mean this; null where none need.</summary>
    public int[]? Context { get; init; }

    /// <summary>Whether it is of the user's own table.</summary>
    public bool Own { get; init; }

    /// <summary>The name to show of what it means.</summary>
    public string Name => what switch
    {
        Country it => it.Name,
        PlaceRow it => it.Name,
        Body it => it.Actor.Name,
        Agreement it => it.Name,
        Person it => it.Name,
        _ => Alias,
    };

    /// <summary>Of a person's name: it means the person only after the title of an office, or of a name in full that many bear, beside words that fit the person.</summary>
    public bool OnlyTitled { get; init; }

    public Country Country => (Country)what;

    public PlaceRow Place => (PlaceRow)what;

    public Body Body => (Body)what;

    public Agreement Agreement => (Agreement)what;

    public Person Person => (Person)what;

    public RoleNoun Role => (RoleNoun)what;
}

/// <summary>A row of a table.</summary>
internal readonly record struct RowPlace(string Table, int Line)
{
    public override string ToString() => $"{Table}.tsv, line {Line}";
}

/// <summary>A state or territory of data/countries.tsv.</summary>
internal sealed record Country(string Code, string Name, string Adjective)
{
    public Actor Actor { get; } = new(Code, Name, ActorKind.Country) { Country = Code };
}

/// <summary>A row of data/places.tsv.</summary>
internal sealed record PlaceRow(string Name, string? Country, string Kind, double Latitude, double Longitude)
{
    public bool IsCapital => Kind == "capital";
}

/// <summary>A row of data/organisations.tsv or data/outlets.tsv.</summary>
internal sealed record Body(Actor Actor, string Kind, DateInterval When);

/// <summary>A row of data/agreements.tsv.</summary>
/// <param name="Scope">"bilateral", "group" or "open"; null for what one side declares.</param>
/// <param name="Signed">As the table writes it: a day, a month or a year.</param>
internal sealed record Agreement(string Id, string Name, string Kind, string? Scope, string? Signed, string? From, string? To)
{
    public AgreementMention At(TextSpan span) => new(span, Id, Name, Kind) { IsOpen = Scope is "open" or "group" };
}

/// <summary>A row of data/role-nouns.tsv.</summary>
/// <param name="Office">Key in data/offices.tsv of an office that one person holds at a time.</param>
internal sealed record RoleNoun(string Noun, string? Sector, string Kind, string? Office, string? Country)
{
    public bool IsPerson => Kind is "person" or "office" or "title";

    public bool IsBody => Kind == "body";
}

/// <summary>Somebody of data/offices.tsv with all offices held.</summary>
internal sealed class Person(string name, string? id = null)
{
    public string Name { get; } = name;

    public string Id { get; } = id ?? "person:" + Slug.Of(name);

    public List<Spell> Spells { get; } = [];

    /// <summary>The office of a day, the weightier first; without a day the newest.</summary>
    public Spell At(DateOnly? day)
    {
        Spell? best = null;
        foreach (var spell in Spells)
        {
            if (best is null || Rank(spell, day) > Rank(best, day))
            {
                best = spell;
            }
        }

        return best!;
    }

    /// <summary>The person as an actor of a day: somebody out of office is of the former elite (PLOVER ELI).</summary>
    public Actor ActorAt(DateOnly? day)
    {
        var spell = At(day);
        var over = day is { } d && spell.When.Latest is { } end && d > end && spell.Sector is "GOV" or "MIL" or "LEG" or "SPY";
        return new Actor(Id, Name, ActorKind.Person) { Country = spell.Country, Sector = over ? "ELI" : spell.Sector };
    }

    // held on the day, then begun before it and ended last; without a day the last to end
    private static long Rank(Spell spell, DateOnly? day)
    {
        var leader = spell.Leader ? 1 : 0;
        var end = (spell.When.Latest ?? DateOnly.MaxValue).DayNumber;
        if (day is not { } d)
        {
            return end * 4L + leader;
        }

        if (spell.When.Contains(d))
        {
            return (1L << 40) + ((long)leader << 30) + (spell.When.Earliest?.DayNumber ?? 0);
        }

        return spell.When.Earliest <= d ? (1L << 32) + end : -(spell.When.Earliest?.DayNumber ?? 0);
    }
}

/// <summary>One office of one person over some days.</summary>
internal sealed record Spell(Person Person, string Office, string Country, string? Organisation, string? Sector, bool Leader, DateInterval When)
{
    /// <summary>Where it stands.</summary>
    public RowPlace Row { get; init; }

    /// <summary>Whether a title may be the office's: of those who led a government (data/leaders.tsv) any office of government.</summary>
    public bool Suits(string title, string? sector) => Office == title || title == "leader" && Leader || Office == "government" && sector == "GOV" && title != "secretary-general";
}
