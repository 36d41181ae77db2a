using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>
/// What a person may decide, the most valuable first. Of claims: what rests on many documents, what the coder is not sure of, and what claims disagree about; what somebody has decided about is not asked again.
/// Of actors: those whose names let one think that they are the same.
/// </summary>
internal static class ReviewQueue
{
    /// <summary>A claim of one document of which the coder is quite sure is worth no question.</summary>
    private const double Least = .1;

    /// <summary>Lists that are made once, and not looked up for each claim: a record may hold millions.</summary>
    private const string Disputed = "c.id IN (SELECT claim_a FROM disagreement UNION SELECT claim_b FROM disagreement)";

    /// <summary>Of several claims about one matter each further one is worth less: ten positions on one alliance are not the ten most valuable questions.</summary>
    private const string Claims = $"""
        WITH asked AS (
          SELECT c.claim, (1 - c.confidence) * (1 + ln(max(1, coalesce(m.documents, 1)))) * CASE WHEN {Disputed} THEN 2 ELSE 1 END AS value,
                 coalesce(m.documents, 1) AS documents, c.confidence, {Disputed} AS disputed, coalesce(x.matter, -c.id) AS matter
          FROM shown s JOIN document d ON d.coding = s.coding JOIN claim c ON c.document = d.id LEFT JOIN matter_claim x ON x.claim = c.id LEFT JOIN matter m ON m.id = x.matter
          WHERE c.id NOT IN (SELECT o.claim FROM corrected o JOIN correction k ON k.id = o.correction WHERE k.what IN ('confirm', 'retype', 'date', 'add', 'judge') AND json_extract(k.body, '$.actor') IS NULL))
        SELECT claim, value / row_number() OVER (PARTITION BY matter ORDER BY value DESC, claim), documents, confidence, disputed FROM asked ORDER BY 2 DESC, claim LIMIT $1
        """;

    /// <param name="limit">At most so many items.</param>
    public static IReadOnlyList<ReviewItem> Items(SqliteConnection connection, int limit)
    {
        var otherwise = Otherwise(connection);
        var claims = connection.Query(Claims, r => (Claim: r.GetString(0), Value: r.GetDouble(1), Documents: r.GetInt32(2), Confidence: r.GetDouble(3), IsDisputed: r.GetInt32(4) == 1), otherwise.Count == 0 ? limit : -1)
            .Select(c => c with { Value = c.Value * (otherwise.ContainsKey(c.Claim) ? 2 : 1) }).Where(c => c.Value >= Least).OrderByDescending(c => c.Value).ThenBy(c => c.Claim, StringComparer.Ordinal).Take(limit).ToList();
        var rows = ClaimQuery.Rows(connection, [.. claims.Select(c => c.Claim)]);
        return
        [
            .. claims.Where(c => rows.ContainsKey(c.Claim)).Select(c => new ReviewItem(c.Value, [.. Why(c.Documents, c.Confidence, c.IsDisputed), .. otherwise.GetValueOrDefault(c.Claim) ?? []]) { Claim = rows[c.Claim] })
                .Concat(Actors(connection)).OrderByDescending(i => i.Value).ThenBy(i => i.Key, StringComparer.Ordinal).Take(limit),
        ];
    }

    /// <summary>Entente's claims of which another coder tells something else, and what.</summary>
    private static Dictionary<string, string[]> Otherwise(SqliteConnection connection) => connection.Query("SELECT k.identity FROM guest g JOIN coder k ON k.id = g.coder ORDER BY k.identity", r => r.GetString(0))
        .SelectMany(coder => CoderQuery.Differences(connection, coder, null, null) ?? [], (coder, d) => (d.Ours, d.Theirs, Why: $"{coder} has another {string.Join(", ", d.In)}"))
        .Where(d => d.Ours is not null && d.Theirs is not null)
        .GroupBy(d => d.Ours!.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(d => d.Why).ToArray(), StringComparer.Ordinal);

    private static string[] Why(int documents, double confidence, bool isDisputed) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"the coder is {confidence * 100:0} % sure"),
        .. documents > 1 ? new[] { string.Create(CultureInfo.InvariantCulture, $"{documents} documents") } : [],
        .. isDisputed ? ["other claims disagree"] : Array.Empty<string>(),
    ];

    /// <summary>A merge counts for all claims about the actor: what it is worth rises with how often the rarer one is named.</summary>
    private static IEnumerable<ReviewItem> Actors(SqliteConnection connection)
    {
        var apart = CorrectionSet.Load(connection).Active.Select(c => c.Decision).OfType<KeepApart>().Select(d => d.Actors).ToList();
        var known = ActorQuery.Rows(connection).Where(a => a.Actor.Kind != ActorKind.Person).ToList();
        var initials = known.ToLookup(a => Initials(a.Actor.Name), StringComparer.Ordinal);
        return known.GroupBy(a => Folded(a.Actor.Name), StringComparer.Ordinal)
            .Select(g => g.Concat(g.Key.Length is > 1 and < 7 ? initials[g.Key].Where(a => !a.Actor.Name.Equals(g.First().Actor.Name, StringComparison.Ordinal)) : []).DistinctBy(a => a.Actor.Id).OrderByDescending(a => a.Mentions).ThenBy(a => a.Actor.Id, StringComparer.Ordinal).ToList())
            .Where(g => g.Count > 1 && g.Skip(1).Any(a => a.Actor.Kind == g[0].Actor.Kind || a.Actor.Id.Contains(':', StringComparison.Ordinal)) && !apart.Any(s => g.All(a => s.Contains(a.Actor.Id))))
            .Select(g => new ReviewItem(
                1 + Math.Log(1 + g.Skip(1).Sum(a => a.Mentions)), [$"{g.Count} actors with names alike", string.Create(CultureInfo.InvariantCulture, $"{g.Skip(1).Sum(a => a.Mentions)} mentions of the rarer")])
            {
                Actors = g,
            });
    }

    /// <summary>"U.S." and "US" are alike, and "The Lakeside Institute" and "Lakeside Institute".</summary>
    private static string Folded(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(4) : name)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    /// <summary>"United States of America" → "usa"; of a name of one word nothing.</summary>
    private static string Initials(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).ToArray();
        return words.Length < 2 ? "" : string.Concat(words.Select(w => char.ToLowerInvariant(w[0])));
    }
}
