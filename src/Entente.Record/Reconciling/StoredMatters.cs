using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>A matter as it stands in the record, with the counts that are kept of it.</summary>
internal sealed record StoredMatter(long Id, string Name, string Kind, string Status)
{
    public string? Earliest { get; init; }

    public string? Latest { get; init; }

    public string? Basis { get; init; }

    /// <summary>Goldstein weight in tenths.</summary>
    public int? Weight { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    public required MatterCounts Counts { get; init; }

    /// <summary>The id of the claim that stands for it.</summary>
    public required string Best { get; init; }

    /// <summary>Plans lie apart from what else a pair has: of every act, and of every agreement that is signed, it is asked whether one awaits it.</summary>
    public string Shelf => ShelfOf(Kind, Status);

    public DateInterval? Time => Earliest is null && Latest is null ? null : new DateInterval(DocumentRows.Day(Earliest), DocumentRows.Day(Latest));

    public int Day => DocumentRows.Day(Earliest ?? Latest)?.DayNumber ?? 0;

    public MonthShare? Month => MonthShare.Of(Kind == "event" && Status == "told" && Counts.Denied < Counts.Mentions, Earliest, Latest, Weight);

    public static string ShelfOf(string kind, string status) => status == "planned" ? "plan" : kind;

}

/// <summary>What is counted of the claims of a matter; see <see cref="Matter"/>.</summary>
internal readonly record struct MatterCounts(int Mentions, int Documents, int Named, int Copied, int Unknown, int Asserted, int Planned, int Denied)
{
    public static MatterCounts Of(Matter m) => new(m.Mentions.Count, m.Documents, m.OriginsNamed, m.OriginsCopied, m.OriginsUnknown, m.Asserted, m.Planned, m.Denied);

    /// <summary>Of claims of other documents together; who is named by both is in neither sum.</summary>
    public MatterCounts With(MatterCounts other, int named) => new(
        Mentions + other.Mentions, Documents + other.Documents, Named + named, Copied + other.Copied, Unknown + other.Unknown, Asserted + other.Asserted, Planned + other.Planned, Denied + other.Denied);
}

/// <summary>The rows of the tables matter and matter_dyad.</summary>
internal sealed class StoredMatters : IDisposable
{
    private static readonly string[] Columns =
    [
        "name", "bucket", "what", "kind", "type", "mode", "status", "actors", "recipients", "words", "unit", "earliest", "latest", "time_basis", "goldstein", "low", "high", "agreement",
        "mentions", "documents", "origins_named", "origins_copied", "origins_unknown", "asserted", "planned", "denied", "claim", "first", "last",
    ];

    private const string Select = """
        SELECT id, name, kind, status, earliest, latest, time_basis, goldstein, low, high, mentions, documents, origins_named, origins_copied, origins_unknown, asserted, planned, denied, claim
        FROM matter WHERE
        """;


    private readonly Statement _insert;
    private readonly Statement _update;
    private readonly Statement _extend;
    private readonly Statement _delete;
    private readonly Statement _bucket;
    private readonly Statement _name;
    private readonly Statement _overlapping;
    private readonly Statement _dyads;
    private readonly Statement _dyad;
    private readonly Statement _undyad;

    public StoredMatters(SqliteConnection connection)
    {
        _insert = new Statement(connection, "matter", string.Join(", ", Columns));
        _update = new Statement(connection, $"UPDATE matter SET {string.Join(", ", Columns.Select((c, i) => $"{c} = ${(i + 1).ToString(CultureInfo.InvariantCulture)}"))} WHERE id = ${(Columns.Length + 1).ToString(CultureInfo.InvariantCulture)}");
        _extend = new Statement(connection, """
            UPDATE matter SET latest = $2, time_basis = $3, low = $4, high = $5, mentions = $6, documents = $7, origins_named = $8, origins_copied = $9, origins_unknown = $10,
                              asserted = $11, planned = $12, denied = $13, claim = $14 WHERE id = $1
            """);
        _delete = new Statement(connection, "DELETE FROM matter WHERE id = $1");
        _bucket = new Statement(connection, Select + " bucket = $1");
        _name = new Statement(connection, Select + " name = $1");
        _overlapping = new Statement(connection, Select + " bucket = $1 AND first BETWEEN $2 - $4 AND $3 AND last >= $2");
        _dyads = new Statement(connection, "SELECT a, b FROM matter_dyad WHERE matter = $1");
        _dyad = new Statement(connection, "INSERT INTO matter_dyad (a, b, kind, day, matter) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING");
        _undyad = new Statement(connection, "DELETE FROM matter_dyad WHERE matter = $1");
    }

    public List<StoredMatter> Of(long bucket) => _bucket.All(Read, bucket);

    public StoredMatter? Named(string name) => _name.All(Read, name) is [var only] ? only : null;

    /// <summary>The events of a bucket of which a claim may be of one of these days.</summary>
    public List<StoredMatter> Overlapping(long bucket, int first, int last) => _overlapping.All(Read, bucket, first, last, 3 * EventGrouper.WidestToJoin);

    public List<(string A, string B)> DyadsOf(long matter) => _dyads.All(r => (r.Text(0), r.Text(1)), matter);

    public long Insert(Matter matter) => _insert.Add(Values(matter));

    public void Update(long id, Matter matter) => _update.Run([.. Values(matter), id]);

    /// <summary>Writes what more claims change in a matter that is no event, where its first day stays.</summary>
    public void Update(StoredMatter m) => _extend.Run(
        m.Id, m.Latest, m.Basis, m.Low, m.High, m.Counts.Mentions, m.Counts.Documents, m.Counts.Named, m.Counts.Copied, m.Counts.Unknown, m.Counts.Asserted, m.Counts.Planned, m.Counts.Denied, m.Best);

    public void Delete(long id) => _delete.Run(id);

    /// <summary>Puts a matter on the shelves of its pairs.</summary>
    public void Link(long id, string shelf, int day, IEnumerable<(string A, string B)> dyads)
    {
        foreach (var (a, b) in dyads)
        {
            _dyad.Run(a, b, shelf, day, id);
        }
    }

    public void Unlink(long id) => _undyad.Run(id);

    public void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        _extend.Dispose();
        _delete.Dispose();
        _bucket.Dispose();
        _name.Dispose();
        _overlapping.Dispose();
        _dyads.Dispose();
        _dyad.Dispose();
        _undyad.Dispose();
    }

    private static StoredMatter Read(Statement r) => new(r.Integer(0), r.Text(1), r.Text(2), r.Text(3))
    {
        Earliest = r.TextOrNull(4),
        Latest = r.TextOrNull(5),
        Basis = r.TextOrNull(6),
        Weight = r.RealOrNull(7) is { } weight ? (int)Math.Round(weight * 10) : null,
        Low = r.RealOrNull(8),
        High = r.RealOrNull(9),
        Counts = new MatterCounts((int)r.Integer(10), (int)r.Integer(11), (int)r.Integer(12), (int)r.Integer(13), (int)r.Integer(14), (int)r.Integer(15), (int)r.Integer(16), (int)r.Integer(17)),
        Best = r.Text(18),
    };

    private static object?[] Values(Matter m)
    {
        var (key, counts) = (m.What, MatterCounts.Of(m));
        var (low, high) = m.Range;
        var (first, last) = m.Reach;
        return
        [
            m.Name, key.Bucket, key.Line, key.Kind, key.Type, key.Mode, m.Status, JsonSerializer.Serialize(key.ActorList), JsonSerializer.Serialize(key.RecipientList),
            key.Words, key.Unit, m.Time?.Earliest?.ToString("O"), m.Time?.Latest?.ToString("O"), m.Basis, m.Weight is { } w ? w / 10.0 : null,
            low, high, key.Kind == "figure" ? m.Agreement.ToString().ToLowerInvariant() : null,
            counts.Mentions, counts.Documents, counts.Named, counts.Copied, counts.Unknown, counts.Asserted, counts.Planned, counts.Denied, m.Best.Claim, first, last,
        ];
    }
}
