using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>What is shown of the rows that a correction changes, before it does: so that it can be told what has changed, in a record of any size.</summary>
internal sealed class Sketches(SqliteConnection connection) : IDisposable
{
    private readonly Statement _claim = new(
        connection, "SELECT d.id, c.claim, d.document, c.kind, c.start, c.stop, c.allegation IS NOT NULL, c.gist, c.time_value FROM claim c JOIN document d ON d.id = c.document WHERE c.id = $1");
    private readonly Statement _parties = new(connection, "SELECT part || ' ' || actor FROM party WHERE claim = $1 ORDER BY n");
    private readonly Statement _mention = new(
        connection, "SELECT actor || char(10) || name || char(10) || kind || char(10) || coalesce(country, '') FROM mention WHERE document = $1 AND n = $2");
    private readonly Statement _text = new(connection, "SELECT text FROM document WHERE id = $1");

    /// <summary>By rows; null where there was none.</summary>
    private readonly Dictionary<long, Sketch?> _claims = [];
    private readonly Dictionary<(long Document, long N), string?> _mentions = [];

    /// <summary>A claim's row is about to change, or to be there for the first time.</summary>
    public void Claim(long row)
    {
        if (!_claims.ContainsKey(row))
        {
            _claims.Add(row, Read(row));
        }
    }

    /// <summary>A mention's row is about to change.</summary>
    public void Mention(long document, long n)
    {
        if (!_mentions.ContainsKey((document, n)))
        {
            _mentions.Add((document, n), Read(document, n));
        }
    }

    /// <summary>What differs from then to now. A claim is known again by its id, for the row of one that a person added is made anew each time.</summary>
    public CorrectionReport Compare(int added)
    {
        var (before, after) = (ById(_claims.Values), ById(_claims.Keys.Select(row => Read(row))));
        var changed = before.Keys.Union(after.Keys).Select(k => (Before: before.GetValueOrDefault(k), After: after.GetValueOrDefault(k))).Where(c => c.Before?.Told != c.After?.Told)
            .Select(c => (c.Before, c.After, Any: (c.Before ?? c.After)!)).OrderBy(c => c.Any.Document, StringComparer.Ordinal).ThenBy(c => c.Any.Start).ThenBy(c => c.Any.Claim, StringComparer.Ordinal).ToList();
        var mentions = _mentions.Where(m => Read(m.Key.Document, m.Key.N) != m.Value).Select(m => m.Key.Document).ToList();
        var texts = new Quotes(_text);
        return new CorrectionReport(
            added,
            [.. changed.Select(c => new ChangedClaim(c.Any.Claim, c.Any.Document, CodedNames.TryParse<ClaimKind>(c.Any.Kind, out var kind) ? kind : default, texts.Of(c.Any), c.Before?.Told, c.After?.Told) { IsAllegation = c.Any.IsAllegation })],
            mentions.Count,
            changed.Select(c => c.Any.Key).Concat(mentions).Distinct().Count());
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _claim, _parties, _mention, _text })
        {
            statement.Dispose();
        }
    }

    private static Dictionary<(long Document, string Claim), Sketch> ById(IEnumerable<Sketch?> sketches) => sketches.OfType<Sketch>().DistinctBy(s => (s.Key, s.Claim)).ToDictionary(s => (s.Key, s.Claim));

    private Sketch? Read(long claim) => _claim.All(
        r => new Sketch(r.Integer(0), r.Text(1), r.Text(2), r.Text(3), (int)r.Integer(4), (int)r.Integer(5), r.Integer(6) == 1, new ClaimSketch(r.Text(7), r.TextOrNull(8), [])), claim) is [var sketch]
        ? sketch with { Told = sketch.Told with { Parties = _parties.All(r => r.Text(0), claim) } }
        : null;

    private string? Read(long document, long n) => _mention.All(r => r.Text(0), document, n) is [var mention] ? mention : null;

    /// <param name="Key">The document's row.</param>
    private sealed record Sketch(long Key, string Claim, string Document, string Kind, int Start, int Stop, bool IsAllegation, ClaimSketch Told);

    /// <summary>The words of claims that come document by document.</summary>
    private sealed class Quotes(Statement text)
    {
        private (long Document, string Text, CodePointMap Map)? _last;

        public string Of(Sketch claim)
        {
            if (_last is not { } last || last.Document != claim.Key)
            {
                var words = text.All(r => r.Text(0), claim.Key)[0];
                _last = last = (claim.Key, words, new CodePointMap(words));
            }

            return ClaimParts.Line(last.Text[last.Map.ToOffset(claim.Start)..last.Map.ToOffset(claim.Stop)]);
        }
    }
}
