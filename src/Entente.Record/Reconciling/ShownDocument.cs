using System.Text;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>Where a document stands among all: by its day, those without one last, then by name. It does not depend on the order of reading.</summary>
internal readonly record struct Place(string Published, string Name) : IComparable<Place>
{
    public int CompareTo(Place other) =>
        string.CompareOrdinal(Published, other.Published) is var day and not 0 ? day : string.CompareOrdinal(Name, other.Name);

    public static bool operator <(Place a, Place b) => a.CompareTo(b) < 0;

    public static bool operator >(Place a, Place b) => a.CompareTo(b) > 0;

    public static bool operator <=(Place a, Place b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Place a, Place b) => a.CompareTo(b) >= 0;

    public static Place Of(SqliteConnection connection, long document) => connection.Query(
        "SELECT coalesce(published_latest, '9999'), document FROM document WHERE id = $1", r => new Place(r.GetString(0), r.GetString(1)), document)[0];
}

/// <summary>A sentence of the record with what of it is compared.</summary>
internal readonly record struct ShownSentence(long Id, int N, SentenceWording Wording);

/// <summary>A document with what of its sentences is compared: the texts of its articles, without furniture and comments.</summary>
internal sealed class ShownDocument
{
    private ShownDocument(long id, Place place, ShownSentence[] sentences, ulong[] runs)
    {
        (Id, Place, Sentences, Runs) = (id, place, sentences, runs);
        Fingerprint = Reconciling.Fingerprint.Of(sentences.Select(s => s.Wording));
    }

    public long Id { get; }

    public Place Place { get; }

    /// <summary>In text order.</summary>
    public IReadOnlyList<ShownSentence> Sentences { get; }

    /// <summary>The distinct runs of all sentences in a row, sorted.</summary>
    public ulong[] Runs { get; }

    public uint[] Fingerprint { get; }

    public static ShownDocument Load(SqliteConnection connection, Runs reader, long id)
    {
        var text = connection.Text("SELECT text FROM document WHERE id = $1", id) ?? "";
        var map = new CodePointMap(text);
        var whole = new StringBuilder();
        var sentences = new List<ShownSentence>();
        foreach (var (sentence, n, start, stop) in connection.Query(
            "SELECT id, n, start, stop FROM sentence WHERE document = $1 ORDER BY n", r => (r.GetInt64(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)), id))
        {
            var span = TextSpan.FromBounds(map.ToOffset(start), map.ToOffset(stop)).In(text);
            sentences.Add(new ShownSentence(sentence, n, SentenceWording.Of(reader, span)));
            whole.Append(span).Append(' ');
        }

        reader.Read(whole.ToString());
        return new ShownDocument(id, Place.Of(connection, id), [.. sentences], reader.Distinct());
    }
}
