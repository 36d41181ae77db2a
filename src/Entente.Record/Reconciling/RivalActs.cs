using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// Acts that may be one, told with another party: of one type, mode and stated day, with one side alike and the other not, told by different documents in sentences that else agree in most of their words.
/// Meetings are left out: at a summit one meets many, and all are told alike.
/// </summary>
internal sealed class RivalActs(SqliteConnection connection)
{
    /// <summary>The part of the shorter sentence's telling words that the other must have, and the fewest that say anything.</summary>
    private const double Alike = .6;
    private const int FewestWords = 5;

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
            if (Rivals([.. mentions[one.Id]], [.. mentions[other.Id]]) is var (a, b))
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

    /// <summary>The first pair of mentions that tell it so nearly alike; null where a document tells both, or no two are alike.</summary>
    private (Mention, Mention)? Rivals(Mention[] one, Mention[] other)
    {
        if (one.Select(m => m.Document).Intersect(other.Select(m => m.Document)).Any())
        {
            return null;
        }

        var (left, right) = (Told(one), Told(other));
        return left.SelectMany(_ => right, (a, b) => (A: a, B: b)).Where(p => (p.A.Place is null || p.B.Place is null || p.A.Place == p.B.Place) && AreAlike(p.A.Words, p.B.Words))
            .OrderBy(p => p.A.Mention.Claim, StringComparer.Ordinal).ThenBy(p => p.B.Mention.Claim, StringComparer.Ordinal)
            .Select(p => ((Mention, Mention)?)(p.A.Mention, p.B.Mention)).FirstOrDefault();
    }

    private List<(Mention Mention, string? Place, HashSet<string> Words)> Told(Mention[] mentions) =>
    [
        .. mentions.Where(m => !m.Denied && m.TimeBasis != "published").Select(m => connection.Query(
            "SELECT c.place, substr(d.text, c.sentence_start + 1, c.sentence_stop - c.sentence_start) FROM claim c JOIN document d ON d.id = c.document WHERE c.id = $1",
            r => (m, r.TextOrNull(0), Wording.Name(r.GetString(1)).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)), m.Key)[0]),
    ];

    private static bool AreAlike(HashSet<string> one, HashSet<string> other) =>
        Math.Min(one.Count, other.Count) is var fewer && fewer >= FewestWords && one.Count(other.Contains) >= Alike * fewer;

    private static string[] List(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    private sealed record Sides(long Id, string[] Actors, string[] Recipients);
}
