using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>Claims of documents as reconciling sees them: read out of the ledger, or made from what is in hand.</summary>
internal sealed class MentionReader(SqliteConnection connection, MentionMaker maker) : IDisposable
{
    private const string Wanted = "c.document IN (SELECT value FROM json_each($1))";

    private readonly Statement _roots = new(
        connection, "SELECT s.start, o.document FROM copied_sentence k JOIN sentence s ON s.id = k.sentence JOIN sentence o ON o.id = k.root WHERE k.sentence BETWEEN $1 AND $2");

    /// <summary>All claims of documents that are not in hand, in order of their rows.</summary>
    public List<Mention> Read(IReadOnlyCollection<long> documents)
    {
        if (documents.Count == 0)
        {
            return [];
        }

        var ids = JsonSerializer.Serialize(documents);
        var parties = connection.All(
                $"SELECT y.claim, y.part, y.actor, y.name, y.kind, y.country FROM claim c JOIN party y ON y.claim = c.id WHERE {Wanted} ORDER BY y.claim, y.n",
                r => (Claim: r.Integer(0), Party: MentionMaker.Party(r.Text(1), r.Text(2), r.Text(3), r.Text(4), r.TextOrNull(5))), ids)
            .ToLookup(p => p.Claim, p => p.Party);
        var dyads = connection.All($"SELECT y.claim, y.a, y.b FROM claim c JOIN dyad y ON y.claim = c.id WHERE {Wanted} ORDER BY y.a, y.b", r => (Claim: r.Integer(0), Pair: (r.Text(1), r.Text(2))), ids)
            .ToLookup(p => p.Claim, p => p.Pair);
        var roots = connection.All(
                """
                SELECT s.document, s.start, o.document FROM sentence s JOIN copied_sentence k ON k.sentence = s.id JOIN sentence o ON o.id = k.root
                WHERE s.document IN (SELECT value FROM json_each($1)) AND o.document <> s.document
                """,
                r => (Place: (r.Integer(0), r.Integer(1)), Root: r.Integer(2)), ids)
            .ToDictionary(p => p.Place, p => p.Root);
        var persons = connection.All("SELECT DISTINCT document, name, actor FROM mention WHERE document IN (SELECT value FROM json_each($1)) AND kind = 'person'", r => (Document: r.Integer(0), Person: (r.Text(1), r.Text(2))), ids)
            .ToLookup(p => p.Document, p => p.Person);
        var (origins, of) = (OriginNames.Of([]), 0L);
        var columns = string.Join(", ", ClaimLine.Columns.Split(", ").Select(c => "c." + c));
        return connection.All(
            $"SELECT c.id, c.document, d.document, k.agency, {columns} FROM claim c JOIN document d ON d.id = c.document LEFT JOIN credit k ON k.document = d.id WHERE {Wanted} ORDER BY c.id",
            r =>
            {
                var (row, document, line) = (r.Integer(0), r.Integer(1), ClaimLine.Of(r, 4, r.Text(2), r.TextOrNull(3)));
                (origins, of) = of == document ? (origins, of) : (OriginNames.Of(persons[document]), document);
                return maker.Of(line, [.. parties[row]], [.. dyads[row]], origins) with { Key = row, Document = document, Root = roots.TryGetValue((document, line.SentenceStart), out var root) ? root : null };
            },
            ids);
    }

    /// <summary>The claims of a document that was just written, with what is now known of its sentences.</summary>
    public IEnumerable<Mention> InHand(WrittenDocument written)
    {
        var prepared = (PreparedDocument)written.Along;
        var roots = Roots(written.FirstSentence, prepared.Wording.Sentences.Count);
        return prepared.Claims.Select((c, n) => c.Mention with { Key = written.FirstClaim + n, Document = written.Id, Root = roots.TryGetValue(c.SentenceStart, out var root) && root != written.Id ? root : null });
    }

    public void Dispose() => _roots.Dispose();

    /// <summary>For sentences that are copies, by where they begin: the document where their wording stood first.</summary>
    private Dictionary<long, long> Roots(long first, int count) => count == 0 ? [] : _roots.All(r => (Start: r.Integer(0), Root: r.Integer(1)), first, first + count - 1).ToDictionary(r => r.Start, r => r.Root);
}
