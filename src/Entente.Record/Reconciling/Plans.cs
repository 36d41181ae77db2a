using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>Which plans were carried out, as far as the record tells.</summary>
internal static class Plans
{
    /// <summary>A plan without an end ("will visit") is looked for so many days, and what is told of a longer time says too little.</summary>
    private const int Days = 31;

    /// <summary>
    /// Plans and the events told with the same type between the same at a time that fits. A time that is only the day of publication confirms nothing:
    /// the page that announces a visit and tells of the last one would confirm itself.
    /// </summary>
    public static IEnumerable<(string Plan, string Event)> CarriedOut(IReadOnlyList<EventGroup> groups)
    {
        var told = groups.Where(Confirms)
            .SelectMany(g => Dyads(g).Select(d => (Key: (g.What.Type, d.A, d.B), Group: g)))
            .ToLookup(p => p.Key, p => p.Group);
        return groups.Where(g => g.What.Status == "planned" && g.Time?.Earliest is not null)
            .SelectMany(plan => Dyads(plan)
                .SelectMany(d => told[(plan.What.Type, d.A, d.B)])
                .Where(act => Window(plan.Time!.Value).Intersect(act.Time!.Value) is not null && FitsMode(plan.What.Mode, act.What.Mode))
                .Select(act => (plan.Id, act.Id)))
            .Distinct();
    }

    private static bool Confirms(EventGroup group) => group.What.Status == "told"
        && group.Time is { Earliest: { } first, Latest: { } last } && last.DayNumber - first.DayNumber <= Days
        && group.Mentions.Any(m => !m.Denied && m.TimeBasis != "published");

    private static DateInterval Window(DateInterval plan) => plan.Latest is null ? plan with { Latest = plan.Earliest!.Value.AddDays(Days) } : plan;

    private static bool FitsMode(string? plan, string? act) => plan == act || plan is null || act is null;

    private static IEnumerable<(string A, string B)> Dyads(EventGroup group) => group.Mentions.SelectMany(m => m.Dyads).Distinct();
}
