using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Two persons whom different documents name as holders of one office of a country on the same days. Only offices that one holds at a time;
/// who held it before, as data/offices.tsv knows, is called so out of courtesy, and a document that names both tells of a change.
/// </summary>
internal sealed class RivalHolders(SqliteConnection connection)
{
    private const string Pairs = """
        SELECT n.id, o.id, n.words, n.recipients
        FROM json_each($1) j JOIN matter n ON n.id = j.value JOIN matter o ON o.kind = 'role' AND o.words = n.words AND o.recipients = n.recipients AND o.actors <> n.actors
        WHERE o.earliest <= n.latest AND o.latest >= n.earliest
        """;

    private readonly OfficeNames _offices = OfficeNames.Load();

    public IEnumerable<Disagreement> Of(IEnumerable<ChangedMatter> changed)
    {
        long[] fresh = [.. changed.Where(c => c.Matter is { What: { Kind: "role", Place: "" } what, Time: not null } && what.RecipientList is [{ Length: 3 }] && _offices.HasOneHolder(what.Words)).Select(c => c.Id)];
        if (fresh.Length == 0)
        {
            yield break;
        }

        var pairs = connection.Query(Pairs, r => (One: r.GetInt64(0), Other: r.GetInt64(1), Office: r.GetString(2), Country: JsonSerializer.Deserialize<string[]>(r.GetString(3))![0]), JsonSerializer.Serialize(fresh));
        var mentions = MatterTable.Of(connection, [.. pairs.SelectMany(p => new[] { p.One, p.Other }).Distinct()]);
        foreach (var (one, other, office, country) in pairs)
        {
            if (Rivals([.. mentions[one]], [.. mentions[other]], office, country) is var (a, b))
            {
                yield return new Disagreement("office", one, other, a, b);
            }
        }
    }

    private (Mention, Mention)? Rivals(Mention[] one, Mention[] other, string office, string country)
    {
        if (one.Select(m => m.Document).Intersect(other.Select(m => m.Document)).Any())
        {
            return null;
        }

        return Tellings.First(
            Dated(one, office, country), Dated(other, office, country), m => m, (a, b) => a.Time!.Value.Earliest <= b.Time!.Value.Latest && b.Time!.Value.Earliest <= a.Time!.Value.Latest);
    }

    /// <summary>Who is told to hold it on days that are narrow enough to say so, and not known to have held it before alone. All mentions are of one person.</summary>
    private List<Mention> Dated(Mention[] mentions, string office, string country)
    {
        var name = mentions.Length == 0 ? "" : NameOf(mentions[0]);
        return [.. mentions.Where(m => m is { Stand: Stand.Asserted, Time: { } time } && !EventGrouper.IsWide(time) && !_offices.HadLeft(name, office, country, time))];
    }

    private string NameOf(Mention mention) => connection.Text("SELECT name FROM party WHERE claim = $1 ORDER BY n LIMIT 1", mention.Key) ?? "";
}
