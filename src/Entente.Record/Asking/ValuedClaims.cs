using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>A claim that is worth a question.</summary>
/// <param name="Otherwise">What other coders tell otherwise.</param>
internal sealed record ValuedClaim(string Claim, string Document, double Value, int Documents, double Confidence, bool IsDisputed, IReadOnlyList<string> Otherwise);

/// <summary>
/// The claims that are worth most to a person who decides: the more documents rest on one and the less sure the coder is, the more, and twice as much where claims disagree, and twice where another coder tells something else.
/// Of several claims about one matter each further one is worth less: ten positions on one alliance are not the ten most valuable questions.
/// In a record of any size little is kept at a time: all claims are gone through once, and only what may be among the first is looked at again.
/// </summary>
/// <param name="least">What is worth less is no question.</param>
internal sealed class ValuedClaims(SqliteConnection connection, double least)
{
    /// <summary>Documents of which other coders' claims are looked at together.</summary>
    private const int Portion = 100;

    /// <summary>Room for numbers that are reckoned by two machines.</summary>
    private const double Nearly = 1 - 1e-9;

    private const string Decided = """
        SELECT o.claim FROM corrected o JOIN correction k ON k.id = o.correction WHERE k.what IN ('confirm', 'retype', 'date', 'add', 'judge') AND json_extract(k.body, '$.actor') IS NULL
        """;

    /// <summary>Documents shown that others have coded as well.</summary>
    private const string CodedByOthers = "SELECT d.id FROM guest g JOIN coding c ON c.coder = g.coder JOIN shown s ON s.page = c.page JOIN document d ON d.coding = s.coding";

    /// <summary>The place of a claim in its matter is told by all of the matter's claims that are worth as much, whoever may be asked about them.</summary>
    private const string Ranked = """
        WITH counted AS MATERIALIZED (
          SELECT x.claim, x.matter, m.documents, x.confidence, x.claim IN (SELECT value FROM json_each($2)) AS disputed,
                 (1 - x.confidence) * (1 + ln(max(1, m.documents))) * CASE WHEN x.claim IN (SELECT value FROM json_each($2)) THEN 2 ELSE 1 END AS value
          FROM json_each($1) j CROSS JOIN matter m ON m.id = j.value CROSS JOIN matter_claim x ON x.matter = m.id
          WHERE x.claim NOT IN (SELECT value FROM json_each($3)))
        SELECT c.claim, d.document, d.id, k.value / row_number() OVER (PARTITION BY k.matter ORDER BY k.value DESC, c.claim), k.documents, k.confidence, k.disputed
        FROM counted k CROSS JOIN claim c ON c.id = k.claim CROSS JOIN document d ON d.id = c.document WHERE k.value >= $4 ORDER BY 4 DESC, c.claim
        """;

    private readonly HashSet<long> _disputed = [.. connection.All("SELECT claim_a FROM disagreement UNION SELECT claim_b FROM disagreement", r => r.Integer(0))];
    private readonly HashSet<long> _decided = [.. connection.All(Decided, r => r.Integer(0))];
    private readonly HashSet<long> _codedByOthers = [.. connection.All(CodedByOthers, r => r.Integer(0))];

    /// <summary>The first of them, the most valuable first.</summary>
    public IReadOnlyList<ValuedClaim> First(int limit)
    {
        var (matters, worth) = Candidates(limit);
        var ranked = connection.All(
            Ranked, r => (Claim: new ValuedClaim(r.Text(0), r.Text(1), r.Real(3), (int)r.Integer(4), r.Real(5), r.Integer(6) == 1, []), Row: r.Integer(2)), JsonSerializer.Serialize(matters), JsonSerializer.Serialize(_disputed), JsonSerializer.Serialize(_decided), worth);
        var found = ranked.Where(c => !_codedByOthers.Contains(c.Row)).Select(c => c.Claim).ToList();
        var open = ranked.Where(c => _codedByOthers.Contains(c.Row)).Select(c => c.Claim).ToList();
        while (open.Count > 0 && 2 * open[0].Value >= Worth(found, limit))
        {
            var documents = open.Select(c => c.Document).Distinct(StringComparer.Ordinal).Take(Portion).ToHashSet(StringComparer.Ordinal);
            var otherwise = Otherwise(documents);
            found.AddRange(open.Where(c => documents.Contains(c.Document)).Select(c => otherwise[c.Claim].ToList() is { Count: > 0 } why ? c with { Value = 2 * c.Value, Otherwise = why } : c));
            open.RemoveAll(c => documents.Contains(c.Document));
        }

        return [.. found.Where(c => c.Value >= least).OrderByDescending(c => c.Value).ThenBy(c => c.Claim, StringComparer.Ordinal).Take(limit)];
    }

    /// <summary>What the last is worth that is asked about as far as is known.</summary>
    private double Worth(List<ValuedClaim> found, int limit) => found.Count < limit ? least : Math.Max(least, found.Select(c => c.Value).OrderDescending().ElementAt(limit - 1));

    /// <summary>What others tell otherwise of claims in some documents.</summary>
    private ILookup<string, string> Otherwise(HashSet<string> documents) => connection.Query("SELECT k.id, k.identity FROM guest g JOIN coder k ON k.id = g.coder ORDER BY k.identity", r => (Id: r.GetInt64(0), Name: r.GetString(1)))
        .SelectMany(coder => CoderQuery.Otherwise(connection, coder.Id, documents), (coder, d) => (Claim: d.Ours!.Id, Why: $"{coder.Name} has another {string.Join(", ", d.In)}"))
        .ToLookup(d => d.Claim, d => d.Why, StringComparer.Ordinal);

    /// <summary>
    /// The matters of all claims that may be among the first, and what a claim is worth at least that may be, before others are asked. As many matters as are asked for have one that is worth so much, or more, as the last of these: nothing that is worth less is among them,
    /// whatever its place in its own matter.
    /// </summary>
    private (IReadOnlyCollection<long> Matters, double Worth) Candidates(int limit)
    {
        var (candidates, best, enough) = (new List<(long Matter, double Value)>(), new BestMatters(limit), 0);
        connection.Each(
            "SELECT x.claim, x.matter, x.document, x.confidence, m.documents FROM matter_claim x JOIN matter m ON m.id = x.matter",
            r =>
            {
                var (claim, matter) = (r.Integer(0), r.Integer(1));
                var value = (1 - r.Real(3)) * (1 + Math.Log(Math.Max(1, r.Integer(4)))) * (_disputed.Contains(claim) ? 2 : 1);
                var most = _codedByOthers.Contains(r.Integer(2)) ? 2 * value : value;
                if (most >= Math.Max(least, best.Least) * Nearly && !_decided.Contains(claim))
                {
                    best.Take(matter, value);
                    candidates.Add((matter, most));
                    if (candidates.Count > enough)
                    {
                        candidates.RemoveAll(c => c.Value < best.Least * Nearly);
                        enough = (2 * candidates.Count) + 1000;
                    }
                }
            });
        return (candidates.Where(c => c.Value >= best.Least * Nearly).Select(c => c.Matter).ToHashSet(), best.Least * Nearly / (_codedByOthers.Count > 0 ? 2 : 1));
    }

    /// <summary>The matters with the most valuable claims met so far.</summary>
    private sealed class BestMatters(int limit)
    {
        private readonly Dictionary<long, double> _values = [];
        private readonly SortedSet<(double Value, long Matter)> _order = [];

        /// <summary>What the last of them is worth; nothing while there are fewer.</summary>
        public double Least { get; private set; }

        public void Take(long matter, double value)
        {
            if (_values.TryGetValue(matter, out var known))
            {
                if (known >= value)
                {
                    return;
                }

                _order.Remove((known, matter));
            }

            _values[matter] = value;
            _order.Add((value, matter));
            if (_order.Count > limit)
            {
                var last = _order.Min;
                _order.Remove(last);
                _values.Remove(last.Matter);
            }

            Least = _order.Count < limit || limit == 0 ? 0 : _order.Min.Value;
        }
    }
}
