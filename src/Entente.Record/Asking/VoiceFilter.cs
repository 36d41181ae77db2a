using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>
/// Chooses claims by who says them: a name, a country for all its voices, or an outlet by its name, country or control. A claim is chosen when any link of its chain, or its publisher, is one of those asked for.
/// </summary>
internal sealed class VoiceFilter
{
    private const string OutletPrefix = "outlet:";

    private readonly Outlets _outlets;
    private readonly IReadOnlyList<string> _wanted;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, string?> _countries = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Actor, DateInterval Days)> _members;

    public VoiceFilter(SqliteConnection connection, Outlets outlets, IReadOnlyList<string> wanted)
    {
        (_outlets, _wanted) = (outlets, [.. wanted.Select(w => w.Trim()).Where(w => w.Length > 0)]);
        _connection = connection;
        _members = Table.Shipped("memberships").Rows.Where(r => r["standing"]?.Contains("member", StringComparison.Ordinal) == true || r["standing"] == "founder")
            .ToLookup(r => r.Required("organisation"), r => (r.Required("actor"), r.When()), StringComparer.Ordinal);
    }

    public bool Holds(ClaimRow claim) => _wanted.Count == 0 || _wanted.Any(w => w.StartsWith(OutletPrefix, StringComparison.OrdinalIgnoreCase)
        ? IsOutlet(claim, w[OutletPrefix.Length..])
        : IsOutlet(claim, w) || claim.Chain.Links.Any(l => IsVoice(l, w, claim)));

    private bool IsVoice(SourceLink link, string wanted, ClaimRow claim) => Contains(link.Name, wanted) || Equal(link.Actor, wanted)
        || (link.Actor is { } actor && (CountryOf(actor) ?? actor) is var country && (Equal(country, wanted) || IsMember(country, wanted, claim)));

    private string? CountryOf(string actor) =>
        _countries.TryGetValue(actor, out var known) ? known : _countries[actor] = _connection.Text("SELECT min(country) FROM mention WHERE actor = $1 AND country IS NOT NULL", actor);

    /// <summary>Who published the document, or is named in the chain as an outlet.</summary>
    private bool IsOutlet(ClaimRow claim, string wanted)
    {
        var day = claim.Published?.Latest ?? claim.Published?.Earliest;
        var facts = claim.Chain.Links.Select(l => _outlets.Of(l, day)).Append(_outlets.Of(claim.Publisher, claim.Uri, day)).OfType<OutletFacts>();
        return Contains(claim.Publisher, wanted) || facts.Any(f => Contains(f.Name, wanted) || Equal(f.Country, wanted) || Equal(f.Control, wanted) || IsMember(f.Country, wanted, claim));
    }

    /// <summary>Whether a country was in the organisation asked for when the document was published ("outlet:org:nato").</summary>
    private bool IsMember(string? country, string wanted, ClaimRow claim)
    {
        var day = claim.Published?.Latest ?? claim.Published?.Earliest;
        return country is not null && wanted.StartsWith("org:", StringComparison.Ordinal)
            && _members[wanted].Any(m => m.Actor == country && (day is { } d ? m.Days.Contains(d) : m.Days.Latest is null));
    }

    private static bool Contains(string? name, string wanted) => name?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true && wanted.Length > 3;

    private static bool Equal(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
