namespace Entente.Claims;

/// <summary>What the claims of a kind may be of: the PLOVER types of events, the standings of memberships, the states of agreements, the stances of positions.</summary>
public static class ClaimTypes
{
    private static readonly string[] Standings = ["member", "founder", "observer", "candidate", "partner", "leaving", "left", "not a member"];
    private static readonly string[] States = ["signed", "planned", "in talks", "in force", "ended"];
    private static readonly string[] Stances = ["for", "against", "unsure"];

    /// <summary>The types of a kind; empty for a kind that has none.</summary>
    public static IReadOnlyList<string> Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Event => [.. Enum.GetValues<EventType>().Select(CodedNames.Of)],
        ClaimKind.Membership => Standings,
        ClaimKind.Agreement => States,
        ClaimKind.Position => Stances,
        _ => [],
    };

    /// <summary>The modes of a PLOVER type (codebook of 2021); empty for one that has none.</summary>
    public static IReadOnlyList<string> Modes(string type) => [.. Table.Shipped("plover-modes").Rows.Where(r => r["type"] == type).Select(r => r.Required("mode"))];
}
