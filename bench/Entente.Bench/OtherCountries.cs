using Entente.Claims;

namespace Entente.Bench;

/// <summary>
/// Tells a page's claims of other countries, so that many pages tell of many pairs: a few pairs very often, most of them seldom, as news does.
/// </summary>
internal sealed class OtherCountries
{
    /// <summary>Different worlds: in the first all countries are as they were.</summary>
    private const int Worlds = 400;

    private readonly string[] _codes = [.. Table.Shipped("countries").Rows.Select(r => r.Required("iso3")).Distinct(StringComparer.Ordinal)];
    private readonly Dictionary<string, int> _places;

    public OtherCountries() => _places = _codes.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i, StringComparer.Ordinal);

    public Claim Told(Claim claim, int page)
    {
        var world = WorldOf(page);
        return world == 0 ? claim : claim with { Body = Told(claim.Body, world) };
    }

    /// <summary>The n-th world has about the n-th part of the pages of the first.</summary>
    private static int WorldOf(int page)
    {
        var random = ((uint)page * 2654435761u >> 8) / (double)(1 << 24);
        return (int)Math.Min(Worlds - 1, Math.Exp(random * Math.Log(Worlds)) - 1);
    }

    private ClaimBody Told(ClaimBody body, int world) => body switch
    {
        EventMention e => e with { Actors = Told(e.Actors, world), Recipients = Told(e.Recipients, world) },
        FigureClaim f => f with { Whose = Told(f.Whose, world) },
        CountClaim c => c with { Whose = Told(c.Whose, world) },
        MembershipClaim m => m with { Actor = Told(m.Actor, world) },
        AgreementClaim a => a with { Parties = Told(a.Parties, world) },
        LabelClaim l => l with { About = Told(l.About, world), By = Told(l.By, world) },
        RoleClaim r => r with { Person = Told(r.Person, world) },
        PositionClaim { Holder: { } holder } p => p with { Holder = Told(holder, world) },
        _ => body,
    };

    private List<ActorMention> Told(IReadOnlyList<ActorMention> mentions, int world) => [.. mentions.Select(m => Told(m, world))];

    private ActorMention Told(ActorMention mention, int world)
    {
        if (mention.Actor.Country is not { } country || !_places.TryGetValue(country, out var place))
        {
            return mention;
        }

        var other = _codes[(place + (world * 7)) % _codes.Length];
        var id = mention.Actor.Kind == ActorKind.Country ? other : mention.Actor.Id + "-" + other.ToLowerInvariant();
        return mention with { Actor = mention.Actor with { Id = id, Country = other } };
    }
}
