using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>What is shown of pages before and after a correction, and what differs.</summary>
internal sealed class Sketches
{
    private readonly Dictionary<(long Document, string Claim), Sketch> _claims;
    private readonly Dictionary<(long Document, long N), string> _mentions;

    private Sketches(Dictionary<(long, string), Sketch> claims, Dictionary<(long, long), string> mentions) => (_claims, _mentions) = (claims, mentions);

    /// <summary>Of the documents given, as a JSON list of rows.</summary>
    public static Sketches Of(SqliteConnection connection, string documents) => new(
        connection.Query(
            """
            SELECT d.id, c.claim, d.document, c.kind, substr(d.text, c.start + 1, c.stop - c.start), c.gist, c.time_value, c.start, c.allegation IS NOT NULL,
                   (SELECT group_concat(y.part || ' ' || y.actor, char(10)) FROM (SELECT part, actor FROM party WHERE claim = c.id ORDER BY n) y)
            FROM document d JOIN claim c ON c.document = d.id WHERE d.id IN (SELECT value FROM json_each($1))
            """,
            r => (Key: (r.GetInt64(0), r.GetString(1)), Value: new Sketch(r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt32(7), r.GetInt32(8) == 1, new ClaimSketch(r.GetString(5), r.TextOrNull(6), r.TextOrNull(9)?.Split('\n') ?? []))),
            documents).DistinctBy(s => s.Key).ToDictionary(s => s.Key, s => s.Value),
        connection.Query("SELECT document, n, actor || char(10) || name || char(10) || kind || char(10) || coalesce(country, '') FROM mention WHERE document IN (SELECT value FROM json_each($1))", r => (Key: (r.GetInt64(0), r.GetInt64(1)), Value: r.GetString(2)), documents)
            .ToDictionary(m => m.Key, m => m.Value));

    /// <summary>What differs from these to others.</summary>
    public CorrectionReport Compare(Sketches after, int added)
    {
        var changed = _claims.Keys.Union(after._claims.Keys).Select(k => (Key: k, Before: _claims.GetValueOrDefault(k), After: after._claims.GetValueOrDefault(k))).Where(c => c.Before?.Told != c.After?.Told).ToList();
        var mentions = _mentions.Where(m => after._mentions.GetValueOrDefault(m.Key) != m.Value).Select(m => m.Key).Concat(after._mentions.Keys.Except(_mentions.Keys)).ToList();
        return new CorrectionReport(
            added,
            [.. changed.Select(c => (c.Key, c.Before, c.After, Any: (c.Before ?? c.After)!)).OrderBy(c => c.Any.Document, StringComparer.Ordinal).ThenBy(c => c.Any.Start).ThenBy(c => c.Key.Claim, StringComparer.Ordinal)
                .Select(c => new ChangedClaim(c.Key.Claim, c.Any.Document, CodedNames.TryParse<ClaimKind>(c.Any.Kind, out var kind) ? kind : default, ClaimParts.Line(c.Any.Quote), c.Before?.Told, c.After?.Told) { IsAllegation = c.Any.IsAllegation })],
            mentions.Count,
            changed.Select(c => c.Key.Document).Concat(mentions.Select(m => m.Document)).Distinct().Count());
    }

    private sealed record Sketch(string Document, string Kind, string Quote, int Start, bool IsAllegation, ClaimSketch Told);
}
