using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>What either side is, was or may be in; where both are in it, that is said.</summary>
internal static class Memberships
{
    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters)
    {
        var memberships = matters.Where(m => m.Kind == ClaimKind.Membership).ToArray();
        var shared = memberships.GroupBy(Organisation, StringComparer.Ordinal).Where(g => g.SelectMany(m => m.Claims).SelectMany(c => c.Parties).Where(p => p.Part == "member").Select(p => p.Actor.Country).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. memberships.OrderBy(m => Organisation(m), StringComparer.Ordinal).ThenBy(m => m.Id, StringComparer.Ordinal)
                .Select(m => Voices.Item(m, m.Gist, m.Told, shared.Contains(Organisation(m)) ? "both sides" : null)),
        ];
    }

    private static string Organisation(MatterRow matter) => matter.Best.Parties.FirstOrDefault(p => p.Part == "organisation")?.Actor.Id ?? "";
}
