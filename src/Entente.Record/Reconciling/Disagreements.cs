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
    /// <summary>Two days so near may be one day told apart, across zones or by mistake.</summary>
    private const int NearDays = 2;

    /// <summary>Kinds of which one may say that it is so and another that it is not.</summary>
    private static readonly string[] Denied = ["event", "agreement", "label", "membership", "role", "count", "figure"];

    public void Write(IEnumerable<ChangedMatter> changed, IEnumerable<(ChangedMatter One, ChangedMatter Other)> near)
    {
        using var insert = new Statement(connection, "INSERT INTO disagreement VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING");
        foreach (var (id, matter, _) in changed.Where(c => c.Matter is not null))
        {
            foreach (var (about, one, other) in Within(matter!))
            {
                Write(insert, new Disagreement(about, id, id, one, other));
            }
        }

        foreach (var (one, other) in near)
        {
            Write(insert, new Disagreement("date", one.Id, other.Id, one.Matter!.Best, other.Matter!.Best));
        }

        foreach (var rivals in new RivalActs(connection).Of(changed).Concat(new RivalHolders(connection).Of(changed)))
        {
            Write(insert, rivals);
        }
    }

    /// <summary>The same act between the same on a day before or after, told by other documents: two acts, or one told with two dates. Of the matters of one bucket, the pairs of which one changed, the earlier first.</summary>
    public static IEnumerable<(ChangedMatter One, ChangedMatter Other)> Near(IReadOnlyList<ChangedMatter> bucket)
    {
        var days = bucket.Where(m => m.Matter is { What: { Kind: "event", Status: "told", Place: "" }, Days: 0, Happened: true })
            .OrderBy(m => m.Matter!.Time!.Value.Earliest).ThenBy(m => m.Matter!.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < days.Count; i++)
        {
            for (var j = i + 1; j < days.Count && DayOf(days[j]) - DayOf(days[i]) <= NearDays; j++)
            {
                if ((days[i].How != Change.None || days[j].How != Change.None) && DayOf(days[j]) > DayOf(days[i])
                    && !days[i].Matter!.Mentions.Select(m => m.Document).Intersect(days[j].Matter!.Mentions.Select(m => m.Document)).Any())
                {
                    yield return (days[i], days[j]);
                }
            }
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

    /// <summary>Who is no member and who has left say the same.</summary>
    private static bool IsOfOneStanding(Matter matter, Mention one, Mention other) => matter.What.Kind != "membership" || one.Change == other.Change;

    private static int DayOf(ChangedMatter matter) => matter.Matter!.Time!.Value.Earliest!.Value.DayNumber;

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
