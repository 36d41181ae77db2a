using Entente.Claims.Coding.Claiming;
using Entente.Claims.Coding.Eventing;

namespace Entente.Claims.Accepting;

/// <summary>What claims may be called by, from the tables of data/.</summary>
internal sealed class Vocabularies
{
    private Vocabularies(OwnPropositions own)
    {
        Propositions = Table.Shipped("propositions").Rows.ToDictionary(r => r.Required("id"), Coding.Claiming.Propositions.Parties, StringComparer.Ordinal);
        foreach (var pattern in own.Patterns)
        {
            Propositions.TryAdd(pattern.Name, pattern.Parties);
        }
    }

    public KnownNames Names { get; } = KnownNames.Load();

    public KnownPlaces Places { get; } = KnownPlaces.Load();

    public Measuring Measuring { get; } = Measuring.Load();

    public ToldNumbers Numbers { get; } = ToldNumbers.Load();

    public CameoTable Cameo { get; } = CameoTable.Load();

    /// <summary>PLOVER type → its modes.</summary>
    public ILookup<string, string> Modes { get; } = Table.Shipped("plover-modes").Rows.ToLookup(r => r.Required("type"), r => r.Required("mode"), StringComparer.Ordinal);

    public IReadOnlyList<string> Contexts { get; } = [.. Table.Shipped("plover-contexts").Rows.Select(r => r.Required("context"))];

    public IReadOnlyList<string> AgreementKinds { get; } = [.. Table.Shipped("agreements").Rows.Select(r => r.Required("kind")).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Proposition → how many countries or organisations it is about.</summary>
    public Dictionary<string, int> Propositions { get; }

    public static Vocabularies Load(OwnPropositions own) => new(own);
}
