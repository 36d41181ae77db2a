using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Full text over the sentences of articles (SQLite FTS5, ranked by BM25).</summary>
internal static class SearchQuery
{
    /// <summary>The best are chosen first, and only of these the words are marked and the claims looked up: a frequent word stands in thousands of sentences.</summary>
    private const string Select = """
        WITH best AS MATERIALIZED (
          SELECT s.id, w.score FROM (SELECT rowid AS id, round(bm25(sentence_words), 6) AS score FROM sentence_words WHERE sentence_words MATCH $1) w
          JOIN sentence s ON s.id = w.id JOIN document d ON d.id = s.document JOIN shown ON shown.coding = d.coding ORDER BY w.score, d.document, s.start LIMIT $2)
        SELECT d.id, d.document, d.title, d.publisher, s.start, s.stop, snippet(sentence_words, 0, '[', ']', '…', 40),
               (SELECT group_concat(c.claim, ' ') FROM claim c WHERE c.document = d.id AND c.start < s.stop AND s.start < c.stop)
        FROM best CROSS JOIN sentence_words ON sentence_words.rowid = best.id JOIN sentence s ON s.id = best.id JOIN document d ON d.id = s.document
        WHERE sentence_words MATCH $1 ORDER BY best.score, d.document, s.start
        """;

    public static List<SearchRow> Rows(SqliteConnection connection, string words, int limit)
    {
        var match = Match(words);
        if (match.Length == 0)
        {
            return [];
        }

        using var texts = new DocumentTexts(connection);
        var found = connection.Query(Select, r => RowOf(r, texts), match, limit);
        var alleged = found.Where(f => f.Claims.Count > 0).Select(f => f.Document).Distinct(StringComparer.Ordinal)
            .SelectMany(d => ClaimQuery.Rows(connection, new ClaimFilter { Document = d, Allegations = true }))
            .DistinctBy(c => (c.Document, c.Id)).ToLookup(c => c.Document, StringComparer.Ordinal);
        return [.. found.Select(f => f with { Allegations = [.. alleged[f.Document].Where(c => f.Claims.Contains(c.Id))] })];
    }

    /// <summary>What the user typed as an FTS5 expression that cannot be malformed: each word or "phrase" quoted, a trailing * kept.</summary>
    internal static string Match(string words)
    {
        var terms = new List<string>();
        foreach (var (part, i) in words.Split('"').Select((p, i) => (p, i)))
        {
            var pieces = i % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            terms.AddRange(pieces.Where(p => p.Any(char.IsLetterOrDigit)).Select(p => "\"" + p.TrimEnd('*') + "\"" + (p.EndsWith('*') ? "*" : "")));
        }

        return string.Join(' ', terms);
    }

    private static SearchRow RowOf(SqliteDataReader r, DocumentTexts texts)
    {
        var text = texts.Of(r.GetInt64(0));
        var (start, stop) = (r.GetInt32(4), r.GetInt32(5));
        return new SearchRow(r.GetString(1), r.TextOrNull(2), r.TextOrNull(3), text.Span(start, stop), text.Words(start, stop), r.GetString(6))
        {
            Claims = [.. (r.TextOrNull(7) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)],
        };
    }
}
