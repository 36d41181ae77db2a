using System.Globalization;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>The same act between the same on a day or two before or after, told by other documents: two acts, or one told with two dates.</summary>
internal sealed class NearActs(SqliteConnection connection)
{
    /// <summary>Two days so near may be one day told apart, across zones or by mistake.</summary>
    private const int NearDays = 2;

    /// <summary>The claims of an event begin at most so many days before it.</summary>
    private const int Before = NearDays + EventGrouper.WidestToJoin;

    private const string Others = """
        SELECT o.id, o.earliest, x.claim, c.claim FROM matter o JOIN claim c ON c.claim = o.claim JOIN matter_claim x ON x.claim = c.id AND x.matter = o.id
        WHERE o.bucket = $1 AND o.first BETWEEN $2 AND $3 AND o.earliest BETWEEN $4 AND $5 AND o.earliest <> $6 AND o.latest = o.earliest AND o.denied < o.mentions
          AND NOT EXISTS (SELECT 1 FROM matter_claim a JOIN matter_claim b ON b.document = a.document WHERE a.matter = $7 AND b.matter = o.id)
        """;

    /// <summary>The pairs of which one changed, the earlier first.</summary>
    public IEnumerable<Disagreement> Of(IEnumerable<ChangedMatter> changed)
    {
        using var others = new Statement(connection, Others);
        foreach (var (id, matter, _) in changed)
        {
            if (matter is not { What: { Kind: "event", Status: "told", Place: "" } what, Days: 0, Happened: true })
            {
                continue;
            }

            var day = matter.Time!.Value.Earliest!.Value;
            foreach (var (other, iso, claim, name) in others.All(
                r => (r.Integer(0), r.Text(1), r.Integer(2), r.Text(3)),
                what.Bucket, day.DayNumber - Before, day.DayNumber + NearDays, Iso(day.AddDays(-NearDays)), Iso(day.AddDays(NearDays)), Iso(day), id))
            {
                var (mine, theirs) = (matter.Best, new Mention(claim, name, 0, what));
                yield return string.CompareOrdinal(iso, Iso(day)) < 0 ? new Disagreement("date", other, id, theirs, mine) : new Disagreement("date", id, other, mine, theirs);
            }
        }
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
