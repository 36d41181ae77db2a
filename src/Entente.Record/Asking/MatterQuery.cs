using System.Text.Json;
using Entente.Claims;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>What claims are about, each matter with those of its claims that are asked for: who says so is counted among these alone.</summary>
internal static class MatterQuery
{
    public static List<MatterRow> Rows(SqliteConnection connection, ClaimFilter filter, Outlets outlets) => Of(connection, ClaimQuery.Rows(connection, filter, outlets));

    /// <summary>The matters of some claims, by kind, time and id.</summary>
    public static List<MatterRow> Of(SqliteConnection connection, IReadOnlyList<ClaimRow> claims)
    {
        var byMatter = claims.Where(c => c.Matter is not null).GroupBy(c => c.Matter!, StringComparer.Ordinal).ToList();
        var ids = connection.Query(
                "SELECT name, id FROM matter WHERE name IN (SELECT value FROM json_each($1))", r => (Name: r.GetString(0), Id: r.GetInt64(1)), JsonSerializer.Serialize(byMatter.Select(m => m.Key)))
            .ToDictionary(m => m.Name, m => m.Id, StringComparer.Ordinal);
        var mentions = MatterTable.Of(connection, ids.Values);
        var links = new MatterLinks(connection, ids.Values);

        // What became of an agreement may stand in claims that were not asked for
        var agreements = byMatter.Where(m => ids.ContainsKey(m.Key) && m.First().Kind == ClaimKind.Agreement).ToList();
        var unasked = ClaimQuery.Rows(connection, [.. agreements.SelectMany(m => mentions[ids[m.Key]].Select(x => x.Claim).Except(m.Select(c => c.Id), StringComparer.Ordinal))])
            .Values.ToLookup(c => c.Matter, StringComparer.Ordinal);
        return
        [
            .. byMatter.Where(m => ids.ContainsKey(m.Key)).Select(m => Row(m, [.. mentions[ids[m.Key]]], [.. unasked[m.Key]], links, ids[m.Key]))
                .OrderBy(m => m.Kind).ThenBy(m => m.Time is null).ThenBy(m => m.Time?.Earliest ?? m.Time?.Latest).ThenBy(m => m.Time?.Latest).ThenBy(m => m.Id, StringComparer.Ordinal),
        ];
    }

    private static MatterRow Row(IGrouping<string, ClaimRow> claims, Mention[] mentions, ClaimRow[] unasked, MatterLinks links, long id)
    {
        var byId = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var asked = mentions.Where(m => byId.ContainsKey(m.Claim)).ToArray();
        var counted = asked.Select(m => byId[m.Claim] with { CountedOrigin = m.Origin, OwnVoice = m.OwnVoice });
        var matter = Matter.Of(asked).OrderByDescending(m => m.Mentions.Count).First();
        ClaimRow[] rows = [.. AsPublished(counted)];
        var own = rows[0].Kind == ClaimKind.Agreement ? AgreementSteps.Told(rows, AsPublished(rows.Concat(unasked))).Select(t => new OutcomeRow(claims.Key, t.What, t.Claim)) : [];
        return new MatterRow(claims.Key, rows[0].Kind, rows)
        {
            Time = matter.Time,
            Agreement = matter.What.Kind == "figure" && asked.Length > 1 && Rounding.Of(asked) is var agreement and not Agreement.Single ? agreement.ToString().ToLowerInvariant() : null,
            Outcomes = [.. own, .. links.OutcomesOf(id)],
            Disagreements = links.DisagreementsOf(id),
        };
    }

    private static IOrderedEnumerable<ClaimRow> AsPublished(IEnumerable<ClaimRow> claims) =>
        claims.OrderBy(c => c.Published?.Latest is null).ThenBy(c => c.Published?.Latest).ThenBy(c => c.Document, StringComparer.Ordinal).ThenBy(c => c.Start).ThenBy(c => c.Id, StringComparer.Ordinal);
}
