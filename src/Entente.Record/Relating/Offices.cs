using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>Who held which office of either side, as texts of the time have it.</summary>
internal static class Offices
{
    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters) =>
    [
        .. matters.Where(m => m.Kind == ClaimKind.Role).OrderBy(m => m.Best.Parties.Select(p => p.Actor.Country).FirstOrDefault(), StringComparer.Ordinal).ThenBy(m => m.Time?.Earliest).ThenBy(m => m.Gist, StringComparer.Ordinal)
            .Select(m => Voices.Item(m, m.Gist, "told " + (m.Time?.ToString() ?? "without a day"))),
    ];
}
