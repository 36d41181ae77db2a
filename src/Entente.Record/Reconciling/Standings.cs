namespace Entente.Record.Reconciling;

/// <summary>How standings in an organisation exclude each other.</summary>
internal static class Standings
{
    private static readonly string[] Inside = ["member", "founder", "permanent member", "elected"];

    /// <summary>Short of membership: nobody is a member and only a candidate on the same days.</summary>
    private static readonly string[] Short = ["observer", "candidate", "partner", "dialogue partner", "associate"];

    /// <summary>
    /// Two documents of which one tells of a member and the other, on days that meet, of less; or of one that had left before. Who was a member first and left then is no contradiction.
    /// </summary>
    public static (Mention Inside, Mention Outside)? Clash(IReadOnlyList<Mention> mentions)
    {
        var told = mentions.Where(m => m is { Stand: Stand.Asserted, Time: not null }).OrderBy(m => m.Claim, StringComparer.Ordinal).ToArray();
        return told.Where(m => Inside.Contains(m.Change)).SelectMany(_ => told, (a, b) => (Inside: a, Outside: b))
            .Where(p => p.Inside.Document != p.Outside.Document && (Short.Contains(p.Outside.Change) ? Meet(p.Inside, p.Outside) : p.Outside.Change == "left" && IsAfter(p.Inside, p.Outside)))
            .Select(p => ((Mention, Mention)?)p).FirstOrDefault();
    }

    private static bool Meet(Mention one, Mention other) => one.Time!.Value.Earliest <= other.Time!.Value.Latest && other.Time!.Value.Earliest <= one.Time!.Value.Latest;

    private static bool IsAfter(Mention later, Mention earlier) => later.Time!.Value.Earliest > earlier.Time!.Value.Latest;
}
