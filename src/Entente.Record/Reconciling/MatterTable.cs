using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>The claims as reconciling sees them (table matter_claim): added with their documents, taken out with them, and read bucket by bucket.</summary>
internal sealed class MatterTable(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private const string Select = """
        SELECT claim, name, bucket, document, what, earliest, latest, basis, weight, confidence, stand, origin, own_voice, root, value, high, change, persons, pairs, matter
        FROM matter_claim WHERE
        """;

    private readonly Statement _insert = new(
        connection,
        "matter_claim",
        "claim, name, bucket, document, what, earliest, latest, basis, weight, confidence, stand, origin, own_voice, root, value, high, change, persons, pairs");

    public void Add(Mention m) => _insert.Run(
        transaction, m.Key, m.Claim, m.What.Bucket, m.Document, m.What.Line, m.Time?.Earliest?.DayNumber, m.Time?.Latest?.DayNumber, m.TimeBasis, m.Weight, m.Confidence,
        m.Stand.ToString().ToLowerInvariant(), m.Origin, m.OwnVoice ? 1 : 0, m.Root, m.Value, m.High, m.Change, string.Join('\n', m.Persons), string.Join(' ', m.Dyads.Select(d => d.A + "\n" + d.B)));

    /// <summary>Takes the claims of documents out; returns the buckets they were in.</summary>
    public IEnumerable<long> Remove(IReadOnlyCollection<long> documents)
    {
        const string Of = "claim IN (SELECT id FROM claim WHERE document IN (SELECT value FROM json_each($1)))";
        var ids = JsonSerializer.Serialize(documents);
        var buckets = connection.Query($"SELECT DISTINCT bucket FROM matter_claim WHERE {Of}", r => r.GetInt64(0), ids);
        connection.Run($"DELETE FROM matter_claim WHERE {Of}", ids);
        return buckets;
    }

    public ILookup<long, (Mention Mention, long? Matter)> Read(IReadOnlyCollection<long> buckets) => connection.Query(
            Select + " bucket IN (SELECT value FROM json_each($1))", r => (Bucket: r.GetInt64(2), Row: (Of(r), r.IsDBNull(19) ? (long?)null : r.GetInt64(19))), JsonSerializer.Serialize(buckets))
        .ToLookup(r => r.Bucket, r => r.Row);

    /// <summary>The claims of some matters.</summary>
    public static ILookup<long, Mention> Of(SqliteConnection connection, IReadOnlyCollection<long> matters) => connection.Query(
            Select + " matter IN (SELECT value FROM json_each($1))", r => (Matter: r.GetInt64(19), Mention: Of(r)), JsonSerializer.Serialize(matters))
        .ToLookup(r => r.Matter, r => r.Mention);

    public void Dispose() => _insert.Dispose();

    private static Mention Of(SqliteDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetInt64(3), MatterKey.Read(r.GetString(4)))
    {
        Time = r.IsDBNull(5) && r.IsDBNull(6) ? null : new DateInterval(Day(r, 5), Day(r, 6)),
        TimeBasis = r.TextOrNull(7),
        Weight = r.IntegerOrNull(8),
        Confidence = r.GetDouble(9),
        Stand = Enum.Parse<Stand>(r.GetString(10), ignoreCase: true),
        Origin = r.TextOrNull(11),
        OwnVoice = r.GetInt32(12) == 1,
        Root = r.IsDBNull(13) ? null : r.GetInt64(13),
        Value = r.NumberOrNull(14),
        High = r.NumberOrNull(15),
        Change = r.TextOrNull(16),
        Persons = r.GetString(17).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Dyads = [.. r.GetString(18).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Pair)],
    };

    private static (string, string) Pair(string pair) => pair.Split('\n') is [var a, var b] ? (a, b) : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"No pair: {pair}"));

    private static DateOnly? Day(SqliteDataReader r, int column) => r.IsDBNull(column) ? null : DateOnly.FromDayNumber(r.GetInt32(column));
}
