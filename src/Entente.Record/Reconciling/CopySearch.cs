using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>A document of the record that shares sampled hashes with what is looked for.</summary>
internal sealed record Hit(long Document, int Hashes, uint[] Shared);

/// <summary>What is looked for among all documents: new ones, those whose pairs are to be found again, and sentences that lost what they were copies of.</summary>
internal sealed class CopySearch
{
    /// <summary>Documents that share less of the smaller sample are not compared as wholes; .1 of the wording is what counts as copied.</summary>
    private const double LeastShared = .08;

    private readonly Dictionary<uint, List<int>> _holders = [];
    private readonly Dictionary<uint, List<SentenceQuery>> _queries = [];
    private readonly ShownDocument[] _documents;
    private readonly RunSet _hashes;
    private readonly int[] _counts;

    public CopySearch(IReadOnlyList<ShownDocument> fresh, IReadOnlyList<ShownDocument> again, IReadOnlyList<SentenceQuery> lost)
    {
        _documents = [.. fresh, .. again];
        _counts = new int[_documents.Length];
        Queries = [.. fresh.SelectMany(d => d.Sentences.Select(s => new SentenceQuery(d, s, isNew: true))), .. lost];
        for (var i = 0; i < _documents.Length; i++)
        {
            foreach (var hash in _documents[i].Fingerprint)
            {
                Add(_holders, hash, i);
            }
        }

        foreach (var query in Queries)
        {
            foreach (var hash in query.Sentence.Wording.Sample)
            {
                Add(_queries, hash, query);
            }
        }

        _hashes = new RunSet([.. Queries.Select(q => q.Sentence.Wording.Sample), .. again.Select(d => d.Fingerprint)]);
    }

    public IReadOnlyList<SentenceQuery> Queries { get; }

    /// <summary>The documents that share hashes with what is looked for: all fingerprints go past it once.</summary>
    public List<Hit> Hits(SqliteConnection connection)
    {
        var hits = new List<Hit>();
        var shared = new List<uint>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT document, hashes FROM fingerprint";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            // The bytes are read where SQLite holds them: a copy of each would cost more than looking through it.
            var hashes = Fingerprint.FromBytes(SQLitePCL.raw.sqlite3_column_blob(reader.Handle, 1));
            foreach (var hash in hashes)
            {
                if (_hashes.Contains(hash))
                {
                    shared.Add(hash);
                }
            }

            if (shared.Count > 0)
            {
                hits.Add(new Hit(reader.GetInt64(0), hashes.Length, [.. shared]));
                shared.Clear();
            }
        }

        return hits;
    }

    /// <summary>The documents looked for that may share a tenth of their wording with one.</summary>
    public List<ShownDocument> Sharing(Hit hit)
    {
        var met = new List<int>();
        foreach (var hash in hit.Shared)
        {
            foreach (var i in _holders.GetValueOrDefault(hash) ?? [])
            {
                if (_counts[i]++ == 0)
                {
                    met.Add(i);
                }
            }
        }

        var sharing = new List<ShownDocument>();
        foreach (var i in met)
        {
            if (_documents[i].Id != hit.Document && _counts[i] >= LeastShared * Math.Min(hit.Hashes, _documents[i].Fingerprint.Length))
            {
                sharing.Add(_documents[i]);
            }

            _counts[i] = 0;
        }

        return sharing;
    }

    /// <summary>The sentences looked for that share a hash with another and have still to be compared with its document. Documents come in the order of their places, so what is done is dropped.</summary>
    public HashSet<SentenceQuery> Near(ReadOnlySpan<uint> hashes, long document, Place place)
    {
        var near = new HashSet<SentenceQuery>();
        foreach (var hash in hashes)
        {
            if (!_queries.TryGetValue(hash, out var queries))
            {
                continue;
            }

            queries.RemoveAll(q => q.IsDone(place));
            foreach (var query in queries)
            {
                if (query.Concerns(document, place))
                {
                    near.Add(query);
                }
            }
        }

        return near;
    }

    private static void Add<T>(Dictionary<uint, List<T>> lists, uint hash, T item)
    {
        if (!lists.TryGetValue(hash, out var list))
        {
            lists.Add(hash, list = []);
        }

        list.Add(item);
    }
}
