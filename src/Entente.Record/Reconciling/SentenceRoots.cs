using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>Sets which sentence each copies, and follows copies of copies to the first. Only families in which something changed are gone through.</summary>
internal sealed class SentenceRoots(SqliteConnection connection)
{
    private readonly Dictionary<long, long?> _set = [];
    private readonly Dictionary<long, (Place Place, int N)> _offered = [];

    /// <summary>The sentence is a direct copy of this one, or of none.</summary>
    public void Set(long sentence, long? copyOf) => _set[sentence] = copyOf;

    /// <summary>The sentence of the record is a copy of a new one, unless it is one of an earlier still.</summary>
    public void Offer(long sentence, SentenceQuery earlier)
    {
        var offer = (earlier.Document.Place, earlier.Sentence.N);
        if (!_offered.TryGetValue(sentence, out var best))
        {
            best = connection.Query(
                "SELECT coalesce(d.published_latest, '9999'), d.document, s.n FROM copied_sentence c JOIN sentence s ON s.id = c.copy_of JOIN document d ON d.id = s.document WHERE c.sentence = $1",
                r => (new Place(r.GetString(0), r.GetString(1)), r.GetInt32(2)), sentence) is [var known] ? known : (new Place("~", ""), 0);
            _offered.Add(sentence, best);
        }

        if (offer.CompareTo(best) < 0)
        {
            _offered[sentence] = offer;
            _set[sentence] = earlier.Sentence.Id;
        }
    }

    /// <summary>Writes what changed.</summary>
    /// <returns>The documents with sentences that now go back to another one.</returns>
    public IReadOnlyCollection<long> Write()
    {
        var before = new Dictionary<long, (long CopyOf, long Root)>();
        var families = new HashSet<long>();
        foreach (var sentence in _set.Keys)
        {
            var root = RootIn(before, sentence);
            if (families.Add(root))
            {
                LoadFamily(root, before);
            }
        }

        var touched = new HashSet<long>();
        foreach (var sentence in _set.Keys.Union(before.Keys).Order())
        {
            var had = before.TryGetValue(sentence, out var row);
            var copyOf = CopyOf(sentence, before);
            var root = Root(sentence, before);
            if (copyOf is null && had)
            {
                connection.Run("DELETE FROM copied_sentence WHERE sentence = $1", sentence);
            }
            else if (copyOf is { } direct && (!had || row != (direct, root)))
            {
                connection.Run("INSERT INTO copied_sentence VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET copy_of = $2, root = $3", sentence, direct, root);
            }

            if (root != (had ? row.Root : sentence))
            {
                touched.Add(connection.Number("SELECT document FROM sentence WHERE id = $1", sentence));
            }
        }

        return touched;
    }

    /// <summary>All sentences that went back to a root.</summary>
    private void LoadFamily(long root, Dictionary<long, (long CopyOf, long Root)> into)
    {
        foreach (var (sentence, copyOf) in connection.Query("SELECT sentence, copy_of FROM copied_sentence WHERE root = $1", r => (r.GetInt64(0), r.GetInt64(1)), root))
        {
            into[sentence] = (copyOf, root);
        }
    }

    private long RootIn(Dictionary<long, (long CopyOf, long Root)> before, long sentence) =>
        before.TryGetValue(sentence, out var row) ? row.Root : connection.Query("SELECT root FROM copied_sentence WHERE sentence = $1", r => r.GetInt64(0), sentence) is [var root] ? root : sentence;

    private long? CopyOf(long sentence, Dictionary<long, (long CopyOf, long Root)> before) =>
        _set.TryGetValue(sentence, out var copyOf) ? copyOf : before.TryGetValue(sentence, out var row) ? row.CopyOf : null;

    private long Root(long sentence, Dictionary<long, (long CopyOf, long Root)> before)
    {
        while (CopyOf(sentence, before) is { } copyOf)
        {
            sentence = copyOf;
        }

        // What nothing changed about stands as it is.
        return _set.ContainsKey(sentence) ? sentence : RootIn(before, sentence);
    }
}
