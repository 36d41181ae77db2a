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

/// <summary>What of a document's wording is compared: the sentences of its articles, without furniture and comments.</summary>
/// <param name="Sentences">In text order.</param>
/// <param name="Runs">The distinct runs of all sentences in a row, sorted.</param>
internal sealed record DocumentWording(Place Place, IReadOnlyList<SentenceWording> Sentences, ulong[] Runs)
{
    public uint[] Fingerprint { get; } = Reconciling.Fingerprint.Of(Sentences);

    public static DocumentWording Of(Runs reader, Place place, IEnumerable<string> sentences)
    {
        var whole = new StringBuilder();
        var wordings = new List<SentenceWording>();
        foreach (var sentence in sentences)
        {
            wordings.Add(SentenceWording.Of(reader, sentence));
            whole.Append(sentence).Append(' ');
        }

        reader.Read(whole.ToString());
        return new DocumentWording(place, wordings, reader.Distinct());
    }
}

/// <summary>A document of the record with its wording.</summary>
internal sealed class ShownDocument(long id, IReadOnlyList<long> sentences, DocumentWording wording)
{
    public long Id => id;

    public Place Place => wording.Place;

    /// <summary>In text order.</summary>
    public IReadOnlyList<ShownSentence> Sentences { get; } = [.. wording.Sentences.Select((s, n) => new ShownSentence(sentences[n], n, s))];

    public ulong[] Runs => wording.Runs;

    public uint[] Fingerprint => wording.Fingerprint;

    public static ShownDocument Load(SqliteConnection connection, Runs reader, long id)
    {
        var text = connection.Text("SELECT text FROM document WHERE id = $1", id) ?? "";
        var map = new CodePointMap(text);
        var sentences = connection.All("SELECT id, start, stop FROM sentence WHERE document = $1 ORDER BY n", r => (Id: r.Integer(0), Start: (int)r.Integer(1), Stop: (int)r.Integer(2)), id);
        return new ShownDocument(
            id, [.. sentences.Select(s => s.Id)],
            DocumentWording.Of(reader, Place.Of(connection, id), sentences.Select(s => TextSpan.FromBounds(map.ToOffset(s.Start), map.ToOffset(s.Stop)).In(text).ToString())));
    }
}
