using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// The table copied: for each document the earliest sixteen before it that share a tenth of their wording or more. More would say no more, and a notice on thousands of short pages would make
/// millions of pairs.
/// </summary>
internal sealed class CopiedPairs(SqliteConnection connection, ISet<long> touched)
{
    private const double Least = .1;
    private const int Most = 16;

    /// <summary>For documents by name, the places of those that they share with, in order.</summary>
    private readonly Dictionary<string, List<Place>> _earlier = new(StringComparer.Ordinal);

    /// <summary>Whether a pair would be among the first of the later one.</summary>
    public bool Wants(Place earlier, Place later) => earlier < later && (EarlierOf(later.Name) is var known && (known.Count < Most || earlier < known[^1]));

    /// <summary>Notes a pair that shares enough; the last of too many goes.</summary>
    public void Note(ShownDocument earlier, ShownDocument later)
    {
        var containment = (double)Runs.Common(earlier.Runs, later.Runs) / Math.Max(1, Math.Min(earlier.Runs.Length, later.Runs.Length));
        if (containment < Least || earlier.Place.Name == later.Place.Name || !Wants(earlier.Place, later.Place))
        {
            return;
        }

        var known = EarlierOf(later.Place.Name);
        connection.Run("INSERT INTO copied VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", earlier.Place.Name, later.Place.Name, Math.Round(containment, 4));
        touched.UnionWith([earlier.Id, later.Id]);
        known.Add(earlier.Place);
        known.Sort();
        if (known.Count > Most)
        {
            connection.Run("DELETE FROM copied WHERE a = $1 AND b = $2", known[^1].Name, later.Place.Name);
            touched.UnionWith(Shown(known[^1].Name));
            known.RemoveAt(Most);
        }
    }

    /// <summary>Takes a document's pairs out.</summary>
    /// <returns>The documents that had as many pairs as are kept, so that others may now come in: theirs are all out too.</returns>
    public IReadOnlyCollection<long> Forget(string name)
    {
        var again = new HashSet<long>();
        foreach (var later in connection.Query("SELECT b FROM copied WHERE a = $1", r => r.GetString(0), name))
        {
            touched.UnionWith(Shown(later));
            if (EarlierOf(later).Count >= Most)
            {
                again.UnionWith(Shown(later));
                connection.Run("DELETE FROM copied WHERE b = $1", later);
            }

            _earlier.Remove(later);
        }

        foreach (var earlier in connection.Query("SELECT a FROM copied WHERE b = $1", r => r.GetString(0), name))
        {
            touched.UnionWith(Shown(earlier));
        }

        connection.Run("DELETE FROM copied WHERE a = $1", name);
        connection.Run("DELETE FROM copied WHERE b = $1", name);
        _earlier.Remove(name);
        return again;
    }

    private List<Place> EarlierOf(string name)
    {
        if (!_earlier.TryGetValue(name, out var places))
        {
            places = connection.Query(
                """
                SELECT coalesce(d.published_latest, '9999'), d.document FROM copied c JOIN document d ON d.document = c.a JOIN fingerprint f ON f.document = d.id
                WHERE c.b = $1
                """,
                r => new Place(r.GetString(0), r.GetString(1)), name);
            places.Sort();
            _earlier.Add(name, places);
        }

        return places;
    }

    private List<long> Shown(string name) => connection.Query("SELECT d.id FROM document d JOIN fingerprint f ON f.document = d.id WHERE d.document = $1", r => r.GetInt64(0), name);
}
