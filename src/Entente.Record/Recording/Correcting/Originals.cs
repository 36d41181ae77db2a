using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>
/// Puts corrected rows in the place of those that the coder wrote, and those back. The coder's rows are kept as they were (table original): nothing of the ledger is lost,
/// and what asks the record sees the corrected ones without knowing.
/// </summary>
internal sealed class Originals(SqliteConnection connection) : IDisposable
{
    private const string OfDocuments = "document IN (SELECT value FROM json_each($1))";

    private readonly Statement _keep = new(connection, "original", "document, what, row, was");
    private readonly Statement _hold = new(connection, "corrected", "correction, n, document, claim, overruled");
    private readonly Statement _orphan = new(connection, "orphan", "page, correction, n, reason");
    private readonly ClaimWriter _claims = new(connection);
    private readonly Statement _mention = new(connection, "mention", "document, " + RowColumns.Mention);
    private readonly Statement _dropClaim = new(connection, "DELETE FROM claim WHERE id = $1");
    private readonly Statement _dropParties = new(connection, "DELETE FROM party WHERE claim = $1");
    private readonly Statement _dropDyads = new(connection, "DELETE FROM dyad WHERE claim = $1");
    private readonly Statement _dropMention = new(connection, "DELETE FROM mention WHERE document = $1 AND n = $2");

    /// <summary>The number of the next claim's row.</summary>
    public long Next() => _claims.Next();

    /// <summary>Rows of claims that are no longer there, or were written anew.</summary>
    public HashSet<long> Rewritten { get; } = [];

    /// <summary>Writes what corrections made of a page.</summary>
    /// <param name="seen">What is shown the rows before they change; null where nobody wants to know.</param>
    /// <returns>The documents of which a row changed.</returns>
    public IReadOnlyCollection<long> Write(PageState page, Sketches? seen = null)
    {
        var changed = new HashSet<long>();
        foreach (var document in page.Documents)
        {
            foreach (var mention in document.Mentions.Where(m => m.IsChanged))
            {
                changed.Add(document.Key);
                _keep.Run(document.Key, "mention", mention.Key, mention.Was());
                seen?.Mention(document.Key, mention.Key);
                _dropMention.Run(document.Key, mention.Key);
                if (!mention.IsGone)
                {
                    _mention.RunAll(document.Key, [mention.Values]);
                }
            }

            foreach (var claim in document.Claims.Where(c => c.IsChanged))
            {
                changed.Add(document.Key);
                _keep.Run(document.Key, "claim", claim.Key, claim.IsAdded ? null : claim.Was());
                Drop(claim.Key, seen);
                if (!claim.IsGone)
                {
                    _claims.Write(claim.Key, document.Key, new ClaimRows(claim.Values, [.. claim.Present], claim.Dyads));
                }
            }
        }

        foreach (var (correction, n, document, claim) in page.Holds)
        {
            _hold.Run(correction, n, document, claim, page.Overruled.GetValueOrDefault((correction, claim)));
        }

        page.Orphans.ForEach(o => _orphan.Run(page.Page, o.Correction, o.N, o.Reason));
        return changed;
    }

    /// <summary>Puts back what the coder wrote, as if nothing had been corrected.</summary>
    /// <returns>The documents of which a row changed.</returns>
    public IReadOnlyCollection<long> PutBack(IReadOnlyCollection<long> documents, Sketches? seen = null)
    {
        if (documents.Count == 0)
        {
            return [];
        }

        var list = JsonSerializer.Serialize(documents);
        var rows = connection.Query($"SELECT document, what, row, was FROM original WHERE {OfDocuments}", r => (Document: r.GetInt64(0), What: r.GetString(1), Row: r.GetInt64(2), Was: r.TextOrNull(3)), list);
        foreach (var row in rows)
        {
            PutBack(row.Document, row.What, row.Row, row.Was, seen);
        }

        connection.Run($"DELETE FROM original WHERE {OfDocuments}", list);
        connection.Run($"DELETE FROM corrected WHERE {OfDocuments}", list);
        connection.Run($"DELETE FROM orphan WHERE page IN (SELECT c.page FROM document d JOIN coding c ON c.id = d.coding WHERE d.id IN (SELECT value FROM json_each($1)))", list);
        return [.. rows.Select(r => r.Document).Distinct()];
    }

    /// <summary>All rows of documents that corrections can change, as lines. A claim is told by its id, for the row of one that a person added is made anew each time.</summary>
    /// <param name="documents">A JSON list.</param>
    public static List<string> Lines(SqliteConnection connection, string documents)
    {
        string[] sources =
        [
            $"SELECT document, {RowColumns.Claim} FROM claim WHERE {OfDocuments}",
            $"SELECT document, {RowColumns.Mention} FROM mention WHERE {OfDocuments}",
            $"SELECT claim.document, claim.claim, y.n, y.part, y.actor, y.name, y.kind, y.country, y.sector, y.start, y.stop FROM claim JOIN party y ON y.claim = claim.id WHERE {OfDocuments}",
            $"SELECT claim.document, claim.claim, y.a, y.b, y.earliest, y.latest FROM claim JOIN dyad y ON y.claim = claim.id WHERE {OfDocuments}",
            $"SELECT correction, n, document, coalesce((SELECT claim.claim FROM claim WHERE id = corrected.claim), ''), overruled FROM corrected WHERE {OfDocuments}",
            "SELECT page, correction, n, reason FROM orphan WHERE page IN (SELECT c.page FROM document d JOIN coding c ON c.id = d.coding WHERE d.id IN (SELECT value FROM json_each($1)))",
        ];
        return [.. sources.SelectMany(sql => connection.Query(sql, r => string.Join(" | ", Enumerable.Range(0, r.FieldCount).Select(i => Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture))), documents))];
    }

    public void Dispose()
    {
        _claims.Dispose();
        foreach (var statement in new[] { _keep, _hold, _orphan, _mention, _dropClaim, _dropParties, _dropDyads, _dropMention })
        {
            statement.Dispose();
        }
    }

    private void PutBack(long document, string what, long row, string? was, Sketches? seen)
    {
        if (what == "mention")
        {
            seen?.Mention(document, row);
            _dropMention.Run(document, row);
            _mention.RunAll(document, [Values(JsonDocument.Parse(was!).RootElement)]);
            return;
        }

        Drop(row, seen);
        if (was is not null)
        {
            using var json = JsonDocument.Parse(was);
            var kept = json.RootElement;
            _claims.Write(row, document, new ClaimRows(
                Values(kept.GetProperty("claim")), [.. kept.GetProperty("parties").EnumerateArray().Select(Values)],
                [.. kept.GetProperty("dyads").EnumerateArray().Select(d => (d[0].GetString()!, d[1].GetString()!))]));
        }
    }

    private void Drop(long claim, Sketches? seen)
    {
        seen?.Claim(claim);
        Rewritten.Add(claim);
        _dropClaim.Run(claim);
        _dropParties.Run(claim);
        _dropDyads.Run(claim);
    }

    private static object?[] Values(JsonElement row) => [.. row.EnumerateArray().Select(v => v.ValueKind switch
    {
        JsonValueKind.Null => (object?)null,
        JsonValueKind.String => v.GetString(),
        _ => v.TryGetInt64(out var whole) ? whole : v.GetDouble(),
    })];
}
