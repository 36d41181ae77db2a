using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>What is shown otherwise at the end of one run than at the end of another, by document.</summary>
internal sealed class RunDiffQuery
{
    /// <summary>Pages of which a run after $1 and up to $2 shows something else, with what each of the two shows.</summary>
    private const string Pages = """
        SELECT DISTINCT w.page, p.digest, (SELECT min(path) FROM path WHERE path.page = w.page),
               (SELECT coding FROM showing x WHERE x.page = w.page AND x.run <= $1 ORDER BY x.run DESC LIMIT 1),
               (SELECT coding FROM showing x WHERE x.page = w.page AND x.run <= $2 ORDER BY x.run DESC LIMIT 1)
        FROM showing w JOIN page p ON p.id = w.page WHERE w.run > $1 AND w.run <= $2
        """;

    /// <summary>The page that was seen before where this one was seen first, if that was after $1 and up to $2.</summary>
    private const string Predecessor = """
        SELECT o.page FROM sighting s JOIN sighting o ON o.root = s.root AND o.path = s.path AND o.run < s.run AND o.page IS NOT NULL AND o.page <> s.page
        WHERE s.page = $3 AND s.run > $1 AND s.run <= $2 ORDER BY o.run DESC, o.path LIMIT 1
        """;

    private const string Vanished = """
        SELECT DISTINCT o.page, p.digest, s.path FROM sighting s JOIN sighting o ON o.root = s.root AND o.path = s.path AND o.page IS NOT NULL JOIN page p ON p.id = o.page
        WHERE s.page IS NULL AND s.run > $1 AND s.run <= $2 AND o.run = (SELECT max(run) FROM sighting x WHERE x.root = s.root AND x.path = s.path AND x.run < s.run)
        """;

    /// <summary>The claims of a document as its coder wrote them: what people corrected since is no difference between two readings.</summary>
    private static readonly string Coded = $"""
        SELECT id, {string.Join(", ", Compared)} FROM claim WHERE document = $1 AND id NOT IN (SELECT row FROM original WHERE document = $1 AND what = 'claim')
        UNION ALL SELECT row, {string.Join(", ", Compared.Select(Was))} FROM original WHERE document = $1 AND what = 'claim' AND was IS NOT NULL
        """;

    private readonly SqliteConnection _connection;
    private readonly long _from, _to;

    private RunDiffQuery(SqliteConnection connection, long from, long to) => (_connection, _from, _to) = (connection, from, to);

    public static IReadOnlyList<RunDifference> Rows(SqliteConnection connection, long from, long to)
    {
        var query = new RunDiffQuery(connection, from, to);
        return [.. query.Shown().Concat(query.Gone()).OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Document, StringComparer.Ordinal).ThenBy(d => d.Reason, StringComparer.Ordinal)];
    }

    private IEnumerable<RunDifference> Shown() => _connection
        .Query(Pages, r => (Page: r.GetInt64(0), Digest: r.GetString(1), Path: r.TextOrNull(2), Before: Id(r, 3), After: r.GetInt64(4)), _from, _to)
        .Where(p => p.Before != p.After)
        .SelectMany(p => p.Before is { } before ? Again(p.Digest, p.Path, before, p.After) : New(p.Page, p.Digest, p.Path, p.After));

    private IEnumerable<RunDifference> New(long page, string digest, string? path, long coding)
    {
        var earlier = _connection.Query(Predecessor, r => r.GetInt64(0), _from, _to, page) is [var other] ? CodingAt(other, _to) : null;
        var before = earlier is null ? [] : Documents(earlier.Value);
        foreach (var (key, id, n) in Documents(coding))
        {
            var counterpart = before.Find(d => d.N == n);
            yield return Compare(
                new RunDifference(id, digest, path, earlier is null ? "new page" : "changed file") { Before = counterpart.Id },
                counterpart.Id is null ? [] : Claims(counterpart.Key), Claims(key));
        }
    }

    /// <summary>A page that is coded anew: its documents by their ids, which another coder may cut otherwise.</summary>
    private IEnumerable<RunDifference> Again(string digest, string? path, long before, long after)
    {
        var reason = _connection.Number("SELECT count(DISTINCT coder) FROM coding WHERE id IN ($1, $2)", before, after) > 1 ? "other coder" : "other facts";
        var (old, now) = (Documents(before), Documents(after));
        foreach (var id in old.Concat(now).Select(d => d.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, @is) = (old.Find(d => d.Id == id), now.Find(d => d.Id == id));
            yield return Compare(new RunDifference(id, digest, path, reason), was.Id is null ? [] : Claims(was.Key), @is.Id is null ? [] : Claims(@is.Key));
        }
    }

    private IEnumerable<RunDifference> Gone() => _connection
        .Query(Vanished, r => (Page: r.GetInt64(0), Digest: r.GetString(1), Path: r.GetString(2)), _from, _to)
        .Select(p => (p.Digest, p.Path, Coding: CodingAt(p.Page, _to)))
        .Where(p => p.Coding is not null)
        .SelectMany(p => Documents(p.Coding!.Value).Select(d => new RunDifference(d.Id, p.Digest, p.Path, "vanished") { Same = Claims(d.Key).Count }));

    private long? CodingAt(long page, long run) =>
        _connection.Query("SELECT coding FROM showing WHERE page = $1 AND run <= $2 ORDER BY run DESC LIMIT 1", r => r.GetInt64(0), page, run) is [var coding] ? coding : null;

    private List<(long Key, string Id, int N)> Documents(long coding) =>
        _connection.Query("SELECT id, document, n FROM document WHERE coding = $1 ORDER BY n", r => (r.GetInt64(0), r.GetString(1), r.GetInt32(2)), coding);

    private List<ClaimSide<DifferentClaim>> Claims(long document) => _connection.Query(
        $"""
        SELECT c.claim, c.kind, c.gist, c.readings, c.allegation IS NOT NULL, substr(d.text, c.start + 1, c.stop - c.start), m.name || coalesce(c.type, ''),
               json_array(c.gist, c.readings, c.polarity, c.certainty, c.chain, c.earliest, c.latest, c.reason, c.words, c.place, c.value, c.high, c.from_value, c.to_value)
        FROM ({Coded}) c JOIN document d ON d.id = $1 LEFT JOIN matter_claim x ON x.claim = c.id LEFT JOIN matter m ON m.id = x.matter
        ORDER BY c.start, c.stop, c.kind, c.claim
        """,
        r =>
        {
            var kind = CodedNames.TryParse<ClaimKind>(r.GetString(1), out var parsed) ? parsed : default;
            var told = new DifferentClaim(r.GetString(0), kind, r.GetInt32(4) == 1 ? null : r.GetString(2), r.GetString(3).Replace("|", ", ", StringComparison.Ordinal));
            return new ClaimSide<DifferentClaim>(told, kind, r.GetString(5) + "\n" + r.GetString(7), r.GetString(5), r.GetString(2), r.TextOrNull(6));
        },
        document);

    private static string[] Compared =>
        ["claim", "kind", "gist", "readings", "allegation", "start", "stop", "type", "polarity", "certainty", "chain", "earliest", "latest", "reason", "words", "place", "value", "high", "from_value", "to_value"];

    /// <summary>A number counts as such however it was written down.</summary>
    private static string Was(string column)
    {
        var value = $"json_extract(was, '$.claim[{RowColumns.IndexOf(RowColumns.Claim, column).ToString(System.Globalization.CultureInfo.InvariantCulture)}]')";
        return column is "value" or "high" or "from_value" or "to_value" ? $"CAST({value} AS REAL)" : value;
    }

    private static long? Id(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static RunDifference Compare(RunDifference difference, List<ClaimSide<DifferentClaim>> before, List<ClaimSide<DifferentClaim>> after)
    {
        var pairs = new ClaimPairs<DifferentClaim>(before, after);
        return difference with { Same = pairs.Same, Reworded = [.. pairs.Reworded.Select(p => new RewordedClaim(p.Before, p.After))], Dropped = [.. pairs.Dropped], Added = [.. pairs.Added] };
    }
}
