using System.Globalization;
using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>A claim of the record with the matter that it is counted under.</summary>
internal readonly record struct StoredMention(Mention Mention, long Matter);

/// <summary>The claims as reconciling sees them (table matter_claim): added with their documents, taken out with them, and read matter by matter.</summary>
internal sealed class MatterTable(SqliteConnection connection) : IDisposable
{
    private const string Select = """
        SELECT x.claim, c.claim, x.document, m.what, x.earliest, x.latest, x.basis, x.weight, x.confidence, x.stand, x.origin, x.own_voice, x.root, x.value, x.high, x.change, x.persons, x.pairs, m.id, m.bucket
        FROM matter m JOIN matter_claim x ON x.matter = m.id JOIN claim c ON c.id = x.claim WHERE
        """;

    /// <summary>The claim may be gone from the ledger already.</summary>
    private static readonly string Counted = Select.Replace("FROM matter m JOIN matter_claim x ON x.matter = m.id JOIN claim c", "FROM matter_claim x CROSS JOIN matter m ON m.id = x.matter LEFT JOIN claim c", StringComparison.Ordinal)
        .Replace("c.claim, x.document", "coalesce(c.claim, ''), x.document", StringComparison.Ordinal);

    private static readonly string[] Stands = [.. Enum.GetValues<Stand>().Select(s => s.ToString().ToLowerInvariant())];

    private readonly Statement _bucket = new(connection, Select + " m.bucket = $1");
    private readonly Statement _matter = new(connection, Select + " m.id = $1");
    private readonly Statement _move = new(connection, "UPDATE matter_claim SET matter = $1 WHERE claim = $2");
    private readonly Statement _insert = new(
        connection, "matter_claim", "claim, matter, document, earliest, latest, basis, weight, confidence, stand, origin, own_voice, root, value, high, change, persons, pairs");

    private readonly List<StoredMention> _joined = [];

    /// <summary>Counts a claim under a matter, from <see cref="Write"/> on.</summary>
    public void Join(Mention mention, long matter) => _joined.Add(new StoredMention(mention, matter));

    /// <summary>Counts a claim that is in the table under another matter.</summary>
    public void Move(long claim, long matter) => _move.Run(matter, claim);

    /// <summary>Writes the claims that joined, in order of their rows: SQLite adds at the end faster than between.</summary>
    public void Write()
    {
        foreach (var (m, matter) in _joined.OrderBy(j => j.Mention.Key))
        {
            _insert.Run(
                m.Key, matter, m.Document, m.Time?.Earliest?.DayNumber, m.Time?.Latest?.DayNumber, m.TimeBasis, m.Weight, m.Confidence, Stands[(int)m.Stand],
                m.Origin, m.OwnVoice ? 1 : 0, m.Root, m.Value, m.High, m.Change, string.Join('\n', m.Persons), string.Join(' ', m.Dyads.Select(d => d.A + "\n" + d.B)));
        }

        _joined.Clear();
    }

    /// <summary>Takes claims out by their rows; those that are not counted are passed over.</summary>
    /// <returns>What they counted as.</returns>
    public List<StoredMention> Take(IReadOnlyCollection<long> claims)
    {
        if (claims.Count == 0)
        {
            return [];
        }

        var rows = JsonSerializer.Serialize(claims);
        var taken = connection.All(Counted + " x.claim IN (SELECT value FROM json_each($1))", Reader(), rows);
        connection.Run("DELETE FROM matter_claim WHERE claim IN (SELECT value FROM json_each($1))", rows);
        return taken;
    }

    /// <summary>The rows of the claims of documents.</summary>
    public static List<long> ClaimsOf(SqliteConnection connection, IReadOnlyCollection<long> documents) => documents.Count == 0
        ? []
        : connection.All("SELECT id FROM claim WHERE document IN (SELECT value FROM json_each($1))", r => r.Integer(0), JsonSerializer.Serialize(documents));

    /// <summary>The claims of documents as they are counted.</summary>
    public static List<StoredMention> OfDocuments(SqliteConnection connection, IReadOnlyCollection<long> documents) =>
        connection.All(Counted + " x.claim IN (SELECT id FROM claim WHERE document IN (SELECT value FROM json_each($1)))", Reader(), JsonSerializer.Serialize(documents));

    /// <summary>Whether a claim counts as it did.</summary>
    public static bool IsSame(Mention one, Mention other) => one.Bucket == other.Bucket && one.Persons.SequenceEqual(other.Persons, StringComparer.Ordinal) && one.Dyads.SequenceEqual(other.Dyads)
        && one with { What = other.What, Persons = other.Persons, Dyads = other.Dyads } == other;

    public List<StoredMention> Read(long bucket) => _bucket.All(Reader(), bucket);

    public List<StoredMention> Of(long matter) => _matter.All(Reader(), matter);

    /// <summary>The claims of some matters.</summary>
    public static ILookup<long, Mention> Of(SqliteConnection connection, IReadOnlyCollection<long> matters) =>
        connection.All(Select + " m.id IN (SELECT value FROM json_each($1))", Reader(), JsonSerializer.Serialize(matters)).ToLookup(r => r.Matter, r => r.Mention);

    public void Dispose()
    {
        _bucket.Dispose();
        _matter.Dispose();
        _move.Dispose();
        _insert.Dispose();
    }

    /// <summary>Reads rows; what the claims of a matter are about is made once for all of them.</summary>
    private static Func<Statement, StoredMention> Reader()
    {
        var (of, key) = (0L, (MatterKey?)null);
        return r =>
        {
            var matter = r.Integer(18);
            if (key is null || of != matter)
            {
                (key, of) = (MatterKey.Read(r.Text(3)), matter);
            }

            return new StoredMention(Mention(r, key), matter);
        };
    }

    private static Mention Mention(Statement r, MatterKey key) => new(r.Integer(0), r.Text(1), r.Integer(2), key)
    {
        Bucket = r.Integer(19),
        Time = r.IsNull(4) && r.IsNull(5) ? null : new DateInterval(Day(r, 4), Day(r, 5)),
        TimeBasis = r.TextOrNull(6),
        Weight = (int?)r.IntegerOrNull(7),
        Confidence = r.Real(8),
        Stand = (Stand)Array.IndexOf(Stands, r.Text(9)),
        Origin = r.TextOrNull(10),
        OwnVoice = r.Integer(11) == 1,
        Root = r.IntegerOrNull(12),
        Value = r.RealOrNull(13),
        High = r.RealOrNull(14),
        Change = r.TextOrNull(15),
        Persons = r.Text(16) is { Length: > 0 } persons ? persons.Split('\n') : [],
        Dyads = r.Text(17) is { Length: > 0 } pairs ? [.. pairs.Split(' ').Select(Pair)] : [],
    };

    private static (string, string) Pair(string pair) => pair.Split('\n') is [var a, var b] ? (a, b) : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"No pair: {pair}"));

    private static DateOnly? Day(Statement r, int column) => r.IsNull(column) ? null : DateOnly.FromDayNumber((int)r.Integer(column));
}
