using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Acts that may be one, told with another party: of one type, mode and stated day, with one side alike and the other not, told by different documents in sentences that else agree in most of their words.
/// Meetings are left out: at a summit one meets many, and all are told alike.
/// </summary>
internal sealed class RivalActs(SqliteConnection connection, Tellings tellings)
{
    private const string Open = "o.kind = 'event' AND o.status = 'told' AND o.latest = o.earliest AND o.time_basis <> 'published' AND o.earliest = n.earliest AND o.type = n.type AND o.mode IS n.mode AND o.words = n.words AND o.id <> n.id";

    private const string Pairs = $"""
        SELECT n.id, n.actors, n.recipients, o.id, o.actors, o.recipients
        FROM json_each($1) j JOIN matter n ON n.id = j.value JOIN matter o ON o.recipients = n.recipients AND {Open}
        UNION
        SELECT n.id, n.actors, n.recipients, o.id, o.actors, o.recipients
        FROM json_each($1) j JOIN matter n ON n.id = j.value JOIN matter o ON o.actors = n.actors AND n.recipients <> '[]' AND {Open}
        """;

    public IEnumerable<Disagreement> Of(IEnumerable<ChangedMatter> changed)
    {
        long[] fresh = [.. changed.Where(c => c.Matter is { What: { Kind: "event", Status: "told", Type: not "CONSULT", Place: "" }, Days: 0, Happened: true, Basis: not "published" }).Select(c => c.Id)];
        if (fresh.Length == 0)
        {
            yield break;
        }

        var pairs = connection.Query(Pairs, r => (One: new Sides(r.GetInt64(0), List(r.GetString(1)), List(r.GetString(2))), Other: new Sides(r.GetInt64(3), List(r.GetString(4)), List(r.GetString(5)))), JsonSerializer.Serialize(fresh))
            .FindAll(p => OneSideDiffers(p.One, p.Other));
        var mentions = MatterTable.Of(connection, [.. pairs.SelectMany(p => new[] { p.One.Id, p.Other.Id }).Distinct()]);
        foreach (var (one, other) in pairs)
        {
            if (tellings.Alikes([.. mentions[one.Id]], [.. mentions[other.Id]]) is var (a, b))
            {
                yield return new Disagreement("party", one.Id, other.Id, a, b);
            }
        }
    }

    /// <summary>Who acts is alike and who is acted on is not, or the other way round; where all act together, one of them is another.</summary>
    private static bool OneSideDiffers(Sides one, Sides other) => one.Recipients.Length == 0 || other.Recipients.Length == 0
        ? one.Recipients.Length == other.Recipients.Length && one.Actors.Length == other.Actors.Length && one.Actors.Intersect(other.Actors, StringComparer.Ordinal).Count() is var shared && shared > 0 && shared == one.Actors.Length - 1
        : one.Actors.SequenceEqual(other.Actors, StringComparer.Ordinal) ? !one.Recipients.Intersect(other.Recipients, StringComparer.Ordinal).Any()
        : one.Recipients.SequenceEqual(other.Recipients, StringComparer.Ordinal) && !one.Actors.Intersect(other.Actors, StringComparer.Ordinal).Any();

    private static string[] List(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    private sealed record Sides(long Id, string[] Actors, string[] Recipients);
}
