using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>What a confidence is worth in this record: the coder's claims beside the judgements of random samples.</summary>
internal static class JudgementQuery
{
    /// <summary>As <see cref="Entente.Claims.Scoring.Reliability"/> has them: tenths from 0 to 1.</summary>
    private const int BinCount = 10;

    private const string Shown = "FROM shown s JOIN document d ON d.coding = s.coding";

    private const string Judgements = """
        SELECT x.claim, k.author, json_extract(k.body, '$.right'), c.claim, c.kind, c.confidence, o.was, o.row IS NOT NULL
        FROM correction k JOIN corrected x ON x.correction = k.id LEFT JOIN claim c ON c.id = x.claim LEFT JOIN original o ON o.document = x.document AND o.what = 'claim' AND o.row = x.claim
        WHERE k.what = 'judge' AND x.claim <> 0 ORDER BY k.at, k.id
        """;

    /// <param name="filter">Only the claims that fit it; its limit does not matter.</param>
    public static Calibration Run(SqliteConnection connection, ClaimFilter filter, Outlets outlets)
    {
        var judged = Judged(connection);
        var rejected = Rejected(connection);
        var isAll = filter.AccordingTo.Count == 0 && filter with { AccordingTo = [], Limit = 0 } == ClaimFilter.All;
        var left = isAll ? 0 : judged.Count(j => j.IsGone);
        List<CodedClaim> claims;
        if (isAll)
        {
            claims = [.. connection.Query($"SELECT c.claim, c.kind, c.confidence {Shown} JOIN claim c ON c.document = d.id WHERE c.rule <> '{ClaimRow.ByHand}' AND c.rule NOT LIKE '{ClaimRow.ByHand}:%'", r => new CodedClaim(r.GetString(0), r.GetString(1), r.GetDouble(2))), .. rejected.Values];
        }
        else
        {
            claims = [.. ClaimQuery.Rows(connection, filter with { Limit = 0 }, outlets).Where(c => !c.IsAdded).Select(c => new CodedClaim(c.Id, CodedNames.Of(c.Kind), c.Confidence))];
            var fit = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            judged = judged.FindAll(j => !j.IsGone && fit.Contains(j.Claim.Id));
        }

        return Table(claims, judged) with
        {
            Agreements = JudgeAgreements.Of(judged.Select(j => j.ByAuthor)),
            Orphaned = (int)connection.Number("SELECT count(*) FROM (SELECT DISTINCT o.correction, o.n FROM orphan o JOIN correction k ON k.id = o.correction WHERE k.what = 'judge')"),
            Waiting = Waiting(connection),
            RejectedUnjudged = rejected.Keys.Except(judged.Select(j => j.Row)).Count() - left,
            RejectedUnplaced = left,
        };
    }

    /// <summary>The ids of the claims that somebody has judged.</summary>
    public static HashSet<string> JudgedBy(SqliteConnection connection, string author) => [.. connection.Query(
        "SELECT c.claim FROM correction k JOIN corrected x ON x.correction = k.id JOIN claim c ON c.id = x.claim WHERE k.what = 'judge' AND k.author = $1", r => r.GetString(0), author)];

    private static Calibration Table(List<CodedClaim> claims, List<JudgedClaim> judged) => new(
        Found(claims, judged),
        [
            .. claims.GroupBy(c => BinOf(c.Confidence)).OrderBy(g => g.Key)
                .Select(g => new CalibrationBin(g.Key / (double)BinCount, (g.Key + 1) / (double)BinCount, Found([.. g], judged.FindAll(j => BinOf(j.Claim.Confidence) == g.Key)))),
        ],
        [
            .. claims.GroupBy(c => c.Kind).Select(g => new CalibrationKind(CodedNames.TryParse<ClaimKind>(g.Key, out var kind) ? kind : default, Found([.. g], judged.FindAll(j => j.Claim.Kind == g.Key)))).OrderBy(k => k.Kind),
        ]);

    private static CalibrationRow Found(IReadOnlyCollection<CodedClaim> claims, List<JudgedClaim> judged) =>
        new(claims.Count, claims.Count == 0 ? 0 : claims.Average(c => c.Confidence), judged.Count, judged.Count(j => j.IsRight));

    private static int BinOf(double confidence) => Math.Min(BinCount - 1, (int)Math.Floor((confidence * BinCount) + 1e-9));

    /// <summary>Each claim that somebody judged, with the last word of each; none that a person added, for it is no work of the coder.</summary>
    private static List<JudgedClaim> Judged(SqliteConnection connection)
    {
        var found = new Dictionary<long, JudgedClaim>();
        foreach (var (row, author, right, claim, isGone) in connection.Query(Judgements, r => (Row: r.GetInt64(0), Author: r.GetString(1), Right: r.GetInt32(2) == 1, Claim: Coded(r), IsGone: r.IsDBNull(3))))
        {
            if (claim is not null)
            {
                found.TryAdd(row, new JudgedClaim(row, claim, isGone));
                found[row].ByAuthor[author] = right;
            }
        }

        return [.. found.Values];
    }

    private static CodedClaim? Coded(SqliteDataReader r) => r.GetInt32(7) == 0
        ? r.IsDBNull(3) ? null : new CodedClaim(r.GetString(3), r.GetString(4), r.GetDouble(5))
        : r.TextOrNull(6) is { } was ? Coded(was) : null;

    /// <summary>What corrections took out of the documents shown, by its row.</summary>
    private static Dictionary<long, CodedClaim> Rejected(SqliteConnection connection) => connection.Query(
            $"SELECT o.row, o.was {Shown} JOIN original o ON o.document = d.id WHERE o.what = 'claim' AND o.was IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = o.row)",
            r => (Row: r.GetInt64(0), Was: r.GetString(1)))
        .ToDictionary(r => r.Row, r => Coded(r.Was));

    private static CodedClaim Coded(string was)
    {
        using var json = JsonDocument.Parse(was);
        var claim = json.RootElement.GetProperty("claim");
        return new CodedClaim(claim[ClaimCell.Claim].GetString()!, claim[ClaimCell.Kind].GetString()!, claim[ClaimCell.Confidence].GetDouble());
    }

    private static int Waiting(SqliteConnection connection)
    {
        var places = CorrectionSet.Load(connection).Active.Select(c => c.Decision).OfType<JudgeClaims>().SelectMany(d => d.Claims).GroupBy(c => c.Place.Page, c => c, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var here = connection.Query("SELECT p.digest FROM shown s JOIN page p ON p.id = s.page WHERE p.digest IN (SELECT value FROM json_each($1))", r => r.GetString(0), JsonSerializer.Serialize(places.Keys));
        return places.Where(p => !here.Contains(p.Key)).Sum(p => p.Value);
    }

    private sealed record CodedClaim(string Id, string Kind, double Confidence);

    /// <param name="IsGone">That a correction took it out.</param>
    private sealed record JudgedClaim(long Row, CodedClaim Claim, bool IsGone)
    {
        public Dictionary<string, bool> ByAuthor { get; } = new(StringComparer.Ordinal);

        public bool IsRight => ByAuthor.Values.Count(r => r) * 2 > ByAuthor.Count;
    }
}
