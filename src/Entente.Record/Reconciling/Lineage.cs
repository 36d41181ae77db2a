using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Which documents share their wording (table copied) and which sentences repeat an earlier one (copied_sentence), kept up as documents come and go. The tables follow from the documents alone:
/// in whatever order and portions these came, they are the same.
/// </summary>
internal sealed class Lineage
{
    /// <summary>Documents are taken up in portions: each goes through all fingerprints once.</summary>
    private const int Portion = 1000;

    private readonly SqliteConnection _connection;
    private readonly Runs _reader = new();
    private readonly HashSet<long> _touched = [];

    private readonly IReadOnlyDictionary<long, WrittenDocument> _inHand;

    private Lineage(SqliteConnection connection, IReadOnlyDictionary<long, WrittenDocument> inHand) => (_connection, _inHand) = (connection, inHand);

    /// <summary>Takes documents (rows of the table document) up and out; what is there already, or not there, is passed over.</summary>
    /// <param name="inHand">Those of the added that need not be read.</param>
    /// <returns>The documents whose sentences or pairs changed, without those taken out.</returns>
    public static IReadOnlyCollection<long> Update(SqliteConnection connection, IReadOnlyList<long> added, IReadOnlyList<long> removed, IReadOnlyDictionary<long, WrittenDocument> inHand)
    {
        var lineage = new Lineage(connection, inHand);
        long[] gone = [.. removed.Except(added).Where(lineage.Has)];
        var lost = lineage.TakeOut(gone, out var again);
        foreach (var portion in again.Chunk(Portion))
        {
            lineage.TakeUp([], lineage.Load(portion), []);
        }

        long[] fresh = [.. added.Distinct().Where(d => !lineage.Has(d))];
        foreach (var portion in fresh.Length == 0 && lost.Count > 0 ? [[]] : fresh.Chunk(Portion))
        {
            lineage.TakeUp(lineage.Load(portion), [], lost);
            lost = [];
        }

        lineage._touched.ExceptWith(gone);
        return lineage._touched;
    }

    private bool Has(long document) => !_inHand.ContainsKey(document) && _connection.Number("SELECT count(*) FROM fingerprint WHERE document = $1", document) > 0;

    /// <summary>Takes documents out; the sentences of others that were direct copies of theirs are to be looked up again.</summary>
    /// <param name="gone">Rows of the table document.</param>
    /// <param name="again">The documents whose pairs are to be found again.</param>
    private List<SentenceQuery> TakeOut(long[] gone, out List<long> again)
    {
        var (pairs, reopened) = (new CopiedPairs(_connection, _touched), new HashSet<long>());
        var orphans = new SortedDictionary<long, HashSet<long>>();
        foreach (var document in gone)
        {
            reopened.UnionWith(pairs.Forget(Place.Of(_connection, document).Name));
            _connection.Run("DELETE FROM fingerprint WHERE document = $1", document);
            foreach (var (sentence, copier) in _connection.Query(
                "SELECT c.sentence, s.document FROM sentence o JOIN copied_sentence c ON c.copy_of = o.id JOIN sentence s ON s.id = c.sentence WHERE o.document = $1",
                r => (r.GetInt64(0), r.GetInt64(1)), document))
            {
                if (!orphans.TryGetValue(copier, out var sentences))
                {
                    orphans.Add(copier, sentences = []);
                }

                sentences.Add(sentence);
            }
        }

        foreach (var document in gone)
        {
            orphans.Remove(document);
            _connection.Run("DELETE FROM copied_sentence WHERE sentence IN (SELECT id FROM sentence WHERE document = $1)", document);
        }

        again = [.. reopened.Except(gone).Order()];
        return [.. orphans.SelectMany(o =>
        {
            var document = ShownDocument.Load(_connection, _reader, o.Key);
            return document.Sentences.Where(s => o.Value.Contains(s.Id)).Select(s => new SentenceQuery(document, s, isNew: false));
        })];
    }

    private ShownDocument[] Load(IEnumerable<long> documents) => [.. documents.Select(d => _inHand.TryGetValue(d, out var written) ? InHand(written) : ShownDocument.Load(_connection, _reader, d))];

    private static ShownDocument InHand(WrittenDocument written)
    {
        var wording = ((PreparedDocument)written.Along).Wording;
        return new ShownDocument(written.Id, [.. Enumerable.Range(0, wording.Sentences.Count).Select(n => written.FirstSentence + n)], wording);
    }

    private void TakeUp(ShownDocument[] fresh, ShownDocument[] again, List<SentenceQuery> lost)
    {
        var search = new CopySearch(fresh, again, lost);
        using (var insert = new Statement(_connection, "fingerprint", "document, hashes"))
        {
            foreach (var document in fresh)
            {
                insert.Run(document.Id, Fingerprint.ToBytes(document.Fingerprint));
            }
        }

        var byId = fresh.Concat(again).ToDictionary(d => d.Id);
        var freshIds = fresh.Select(d => d.Id).ToHashSet();
        var lostIds = lost.Select(q => q.Sentence.Id).ToHashSet();
        var (pairs, roots) = (new CopiedPairs(_connection, _touched), new SentenceRoots(_connection));
        foreach (var (hit, place) in search.Hits(_connection).Select(h => (Hit: h, Place: byId.TryGetValue(h.Document, out var d) ? d.Place : Place.Of(_connection, h.Document))).OrderBy(h => h.Place))
        {
            // What is itself looked for meets the earlier ones from its own side.
            var sharing = search.Sharing(hit);
            var later = sharing.Where(d => pairs.Wants(place, d.Place)).ToList();
            var earlier = byId.ContainsKey(hit.Document) ? [] : sharing.Where(d => freshIds.Contains(d.Id) && pairs.Wants(d.Place, place)).ToList();
            if (later.Count + earlier.Count == 0 && search.Near(hit.Shared, hit.Document, place).Count == 0)
            {
                continue;
            }

            var document = byId.GetValueOrDefault(hit.Document) ?? ShownDocument.Load(_connection, _reader, hit.Document);
            later.ForEach(d => pairs.Note(document, d));
            earlier.ForEach(d => pairs.Note(d, document));
            Compare(document, search, isNew: freshIds.Contains(hit.Document), lostIds, roots);
        }

        foreach (var query in search.Queries)
        {
            if (!query.IsNew || query.CopyOf is not null)
            {
                roots.Set(query.Sentence.Id, query.CopyOf);
            }
        }

        _touched.UnionWith(roots.Write());
    }

    /// <summary>Compares the sentences of a document with those that are looked for, both ways round.</summary>
    private static void Compare(ShownDocument document, CopySearch search, bool isNew, HashSet<long> lost, SentenceRoots roots)
    {
        var tried = new HashSet<SentenceQuery>();
        foreach (var sentence in document.Sentences)
        {
            foreach (var query in search.Near(sentence.Wording.Sample, document.Id, document.Place))
            {
                if (document.Place < query.Document.Place)
                {
                    query.CompareWith(sentence);
                    tried.Add(query);
                }
                else if (!isNew && !lost.Contains(sentence.Id) && sentence.Wording.Repeats(query.Sentence.Wording) > 0)
                {
                    roots.Offer(sentence.Id, query);
                }
            }
        }

        foreach (var query in tried)
        {
            query.Tried();
        }
    }
}
