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

    public void Write(IEnumerable<ChangedMatter> changed)
    {
        foreach (var (id, matter) in changed.Where(c => c.Matter is not null))
        {
            foreach (var (about, one, other) in Within(matter!))
            {
                Write(about, id, id, one, other);
            }

            if (matter!.What is { Kind: "event", Status: "told", Place: "" } && matter.Time is { Earliest: not null, Latest: not null } && matter.Days == 0)
            {
                WriteNear(id, matter);
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
        if (Denied.Contains(matter.What.Kind) && Sure(dated.Where(m => m.Denied)) is { } no && Sure(dated.Where(m => m.Stand is Stand.Asserted or Stand.Inferred or Stand.Opinion)) is { } yes)
        {
            yield return ("polarity", yes, no);
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

    /// <summary>The same act between the same on a day before or after, told by other documents: two acts, or one told with two dates.</summary>
    private void WriteNear(long id, Matter matter)
    {
        var day = matter.Time!.Value.Earliest!.Value.DayNumber;
        var near = connection.Query(
            "SELECT id, julianday(earliest) - 1721425.5, claim FROM matter WHERE bucket = $1 AND id <> $2 AND earliest = latest AND denied < mentions",
            r => (Id: r.GetInt64(0), Day: (int)r.GetDouble(1), Claim: r.GetString(2)), matter.What.Bucket, id);
        foreach (var other in near.Where(n => Math.Abs(n.Day - day) <= NearDays && SharesNoDocument(id, n.Id)))
        {
            var row = connection.Number("SELECT claim FROM matter_claim WHERE matter = $1 AND name = $2", other.Id, other.Claim);
            var best = new Mention(row, other.Claim, 0, matter.What);
            var (first, second) = day < other.Day ? (id, other.Id) : (other.Id, id);
            Write("date", first, second, day < other.Day ? matter.Best : best, day < other.Day ? best : matter.Best);
        }
    }

    private bool SharesNoDocument(long one, long other) => connection.Number(
        "SELECT EXISTS (SELECT 1 FROM matter_claim x JOIN matter_claim y ON x.document = y.document WHERE x.matter = $1 AND y.matter = $2)", one, other) == 0;

    private void Write(string about, long matter, long other, Mention one, Mention two)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about + "\n" + one.Claim + "\n" + two.Claim)))[..12];
        connection.Run("INSERT INTO disagreement VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING", id, about, matter, other, one.Key, two.Key);
    }

    private static Mention? Sure(IEnumerable<Mention> mentions) => mentions.OrderByDescending(m => m.Confidence).ThenBy(m => m.Claim, StringComparer.Ordinal).FirstOrDefault();
}
