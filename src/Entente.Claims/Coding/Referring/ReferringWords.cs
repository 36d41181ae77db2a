using System.Collections.Frozen;

namespace Entente.Claims.Coding.Referring;

/// <summary>The form of a pronoun, as data/pronouns.tsv has it.</summary>
internal enum PronounKind : byte
{
    Personal,
    Possessive,
    Reflexive,
    Relative,
}

/// <summary>A row of data/pronouns.tsv.</summary>
/// <param name="Plural">Null when it may stand for one or for several.</param>
internal sealed record Pronoun(PronounKind Kind, int Person, bool? Plural, Gender Gender);

/// <summary>Sex of a person, or that something is no person.</summary>
[Flags]
internal enum Gender : byte
{
    Unknown = 0,
    Male = 1,
    Female = 2,
    Neuter = 4,
}

/// <summary>What a common noun may stand for instead of a name.</summary>
[Flags]
internal enum NounClass : ushort
{
    None = 0,
    Person = 1,
    People = 2,
    State = 4,
    Company = 8,
    Paper = 16,
    Broadcaster = 32,
    Agency = 64,
    Organisation = 128,
    Group = 256,
    PairOfStates = 512,
    PairOfPeople = 1024,
}

/// <summary>A noun of data/referring-nouns.tsv with all it may stand for.</summary>
internal sealed record ReferringNoun(NounClass Class, bool Plural, Gender Gender, string? Office);

/// <summary>The tables data/pronouns.tsv and data/referring-nouns.tsv, and the nouns for persons among the roles of data/role-nouns.tsv.</summary>
internal sealed class ReferringWords
{
    private readonly FrozenDictionary<string, Pronoun> _pronouns;
    private readonly FrozenDictionary<string, ReferringNoun> _nouns;

    private ReferringWords(FrozenDictionary<string, Pronoun> pronouns, FrozenDictionary<string, ReferringNoun> nouns)
    {
        _pronouns = pronouns;
        _nouns = nouns;
    }

    public static ReferringWords Load()
    {
        var nouns = new Dictionary<string, ReferringNoun>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Table.Shipped("referring-nouns").Rows)
        {
            Add(nouns, row.Required("noun"), new ReferringNoun(ClassOf(row.Required("class")), row["number"] == "P", GenderOf(row["gender"]), row["office"]));
        }

        foreach (var row in Table.Shipped("role-nouns").Rows.Where(r => r["kind"] is "office" || r["kind"] is "person" && r["sector"] is "GOV" or "MIL" or "LEG" or "PTY"))
        {
            Add(nouns, row.Required("noun"), new ReferringNoun(NounClass.Person, false, Gender.Unknown, null));
            if (row["plural"] is { } plural)
            {
                Add(nouns, plural, new ReferringNoun(NounClass.People, true, Gender.Unknown, null));
            }
        }

        return new ReferringWords(Pronouns(Table.Shipped("pronouns")), nouns.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The pronoun that a word is; null when it is none.</summary>
    public Pronoun? PronounOf(ReadOnlySpan<char> form) => _pronouns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var pronoun) ? pronoun : null;

    /// <summary>What a noun, or a noun of several words, may stand for; null when the tables do not have it.</summary>
    public ReferringNoun? NounOf(ReadOnlySpan<char> words) => _nouns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var noun) ? noun : null;

    private static FrozenDictionary<string, Pronoun> Pronouns(Table table)
    {
        var pronouns = new Dictionary<string, Pronoun>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            bool? plural = row["number"] is { } number ? number == "P" : null;
            pronouns.Add(row.Required("form"), new Pronoun(Enum.Parse<PronounKind>(row.Required("kind"), ignoreCase: true), int.Parse(row.Required("person")), plural, GenderOf(row["gender"])));
        }

        return pronouns.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, ReferringNoun> nouns, string noun, ReferringNoun row) =>
        nouns[noun] = nouns.TryGetValue(noun, out var known) ? known with { Class = known.Class | row.Class } : row;

    private static NounClass ClassOf(string name) => name switch
    {
        "pair of states" => NounClass.PairOfStates,
        "pair of people" => NounClass.PairOfPeople,
        _ => Enum.Parse<NounClass>(name, ignoreCase: true),
    };

    private static Gender GenderOf(string? letter) => letter switch
    {
        "M" => Gender.Male,
        "F" => Gender.Female,
        "N" => Gender.Neuter,
        _ => Gender.Unknown,
    };
}
