using System.Security.Cryptography;
using System.Text;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Where claims cannot both hold as they stand, or tell what may be one act differently: each an object of its own with both evidences. Nothing decides between them.
/// </summary>
internal sealed class Disagreements(SqliteConnection connection)
{
    /// <summary>Kinds of which one may say that it is so and another that it is not.</summary>
    private static readonly string[] Denied = ["event", "agreement", "label", "membership", "role", "count", "figure"];

    public void Write(IReadOnlyCollection<ChangedMatter> changed)
    {
        using var insert = new Statement(connection, "INSERT INTO disagreement VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING");
        foreach (var (id, matter, _) in changed.Where(c => c.Matter is not null))
        {
            foreach (var (about, one, other) in Within(matter!))
            {
                Write(insert, new Disagreement(about, id, id, one, other));
            }
        }

        var tellings = new Tellings(connection);
        foreach (var rivals in new NearActs(connection, tellings).Of(changed).Concat(new RivalActs(connection, tellings).Of(changed)).Concat(new RivalHolders(connection).Of(changed)))
        {
            Write(insert, rivals);
        }
    }

    /// <summary>
    /// What the claims of one matter disagree about, with the surest claim of either side. Acts that only the day of publication dates need not be one:
    /// "they met in Beijing" and "they avoided discussing it" are no contradiction.
    /// </summary>
    public static IEnumerable<(string About, Mention One, Mention Other)> Within(Matter matter)
    {
        var dated = matter.Mentions.Where(m => matter.What.Kind != "event" || m.TimeBasis != "published").ToArray();
        if (Denied.Contains(matter.What.Kind) && Sure(dated.Where(m => m.Denied)) is { } no && Sure(dated.Where(m => m.Stand is Stand.Asserted or Stand.Inferred or Stand.Opinion && IsOfOneStanding(matter, m, no))) is { } yes)
        {
            yield return ("polarity", yes, no);
        }

        if (matter.What.Kind == "membership" && Standings.Clash(dated) is var (inside, outside))
        {
            yield return ("standing", inside, outside);
        }

        if (matter.What.Kind == "position" && Sure(matter.Mentions.Where(m => m.Change == "for")) is { } pro && Sure(matter.Mentions.Where(m => m.Change == "against")) is { } contra)
        {
            yield return ("stance", pro, contra);
        }

        if (matter.What.Kind == "figure" && matter.Agreement is Agreement.Revised or Agreement.Differ)
        {
            var told = matter.Mentions.Where(m => m.Value is not null && !m.Denied).ToArray();
            foreach (var (one, other) in Rounding.Clashes(told).DistinctBy(c => (Math.Min(c.A.Value!.Value, c.B.Value!.Value), Math.Max(c.A.Value!.Value, c.B.Value!.Value))))
            {
                yield return ("number", one, other);
            }
        }
    }

    /// <summary>Who is no member and who has left say the same; what was signed need not be in force.</summary>
    private static bool IsOfOneStanding(Matter matter, Mention one, Mention other) => matter.What.Kind is not ("membership" or "agreement") || one.Change == other.Change;

    /// <summary>Of two matters that of the lower claim stands first, whichever was read first.</summary>
    private static void Write(Statement insert, Disagreement d)
    {
        if (d.Matter != d.Other && d.About != "date" && string.CompareOrdinal(d.One.Claim, d.Two.Claim) > 0)
        {
            d = new Disagreement(d.About, d.Other, d.Matter, d.Two, d.One);
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(d.About + "\n" + d.One.Claim + "\n" + d.Two.Claim)))[..12];
        insert.Run(id, d.About, d.Matter, d.Other, d.One.Key, d.Two.Key);
    }

    private static Mention? Sure(IEnumerable<Mention> mentions) => mentions.OrderByDescending(m => m.Confidence).ThenBy(m => m.Claim, StringComparer.Ordinal).FirstOrDefault();
}

/// <summary>Two claims that cannot both hold as they stand, or may tell one act differently, with the matters that they are of.</summary>
internal sealed record Disagreement(string About, long Matter, long Other, Mention One, Mention Two);
