using System.Globalization;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Acts of one type between the same on a day or two before or after, each with a day of its own, that other documents tell in nearly the same words, or visits of the same persons: two acts, or one told with two dates.
/// </summary>
internal sealed class NearActs(SqliteConnection connection, Tellings tellings)
{
    /// <summary>Two days so near may be one day told apart, across zones or by mistake.</summary>
    private const int NearDays = 2;

    /// <summary>The claims of an event begin at most so many days before it.</summary>
    private const int Before = NearDays + EventGrouper.WidestToJoin;

    private const string Others = """
        SELECT o.id, o.earliest FROM matter o
        WHERE o.bucket = $1 AND o.first BETWEEN $2 AND $3 AND o.earliest BETWEEN $4 AND $5 AND o.earliest <> $6 AND o.latest = o.earliest AND o.time_basis <> 'published' AND o.denied < o.mentions
          AND NOT EXISTS (SELECT 1 FROM matter_claim a JOIN matter_claim b ON b.document = a.document WHERE a.matter = $7 AND b.matter = o.id)
        """;

    /// <summary>The pairs of which one changed, the earlier first.</summary>
    public IEnumerable<Disagreement> Of(IEnumerable<ChangedMatter> changed)
    {
        var pairs = Pairs(changed).ToList();
        var mentions = MatterTable.Of(connection, [.. pairs.Select(p => p.Other).Distinct()]);
        foreach (var (id, matter, other, isEarlier) in pairs)
        {
            Mention[] theirs = [.. mentions[other]];
            var told = matter.What.Mode == "visit" ? Tellings.First(matter.Mentions, theirs, m => m, AreOfSamePersons) : null;
            if ((told ?? tellings.Alikes(matter.Mentions, theirs)) is var (a, b))
            {
                yield return isEarlier ? new Disagreement("date", other, id, b, a) : new Disagreement("date", id, other, a, b);
            }
        }
    }

    private IEnumerable<(long Id, Matter Matter, long Other, bool IsEarlier)> Pairs(IEnumerable<ChangedMatter> changed)
    {
        using var others = new Statement(connection, Others);
        foreach (var (id, matter, _) in changed)
        {
            if (matter is not { What: { Kind: "event", Status: "told", Place: "" } what, Days: 0, Happened: true, Basis: not "published" })
            {
                continue;
            }

            var day = matter.Time!.Value.Earliest!.Value;
            foreach (var (other, iso) in others.All(
                r => (r.Integer(0), r.Text(1)),
                what.Bucket, day.DayNumber - Before, day.DayNumber + NearDays, Iso(day.AddDays(-NearDays)), Iso(day.AddDays(NearDays)), Iso(day), id))
            {
                yield return (id, matter, other, string.CompareOrdinal(iso, Iso(day)) < 0);
            }
        }
    }

    private static bool AreOfSamePersons(Mention one, Mention other) => !one.Denied && !other.Denied && one.Persons.Count > 0 && one.Persons.SequenceEqual(other.Persons, StringComparer.Ordinal);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
