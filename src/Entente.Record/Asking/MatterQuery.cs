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
        return
        [
            .. byMatter.Where(m => ids.ContainsKey(m.Key)).Select(m => Row(m, [.. mentions[ids[m.Key]]], links, ids[m.Key]))
                .OrderBy(m => m.Kind).ThenBy(m => m.Time is null).ThenBy(m => m.Time?.Earliest ?? m.Time?.Latest).ThenBy(m => m.Time?.Latest).ThenBy(m => m.Id, StringComparer.Ordinal),
        ];
    }

    private static MatterRow Row(IGrouping<string, ClaimRow> claims, Mention[] mentions, MatterLinks links, long id)
    {
        var byId = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var asked = mentions.Where(m => byId.ContainsKey(m.Claim)).ToArray();
        var matter = Matter.Of(asked).OrderByDescending(m => m.Mentions.Count).First();
        var whole = matter with { Mentions = asked };
        var best = claims.First();
        return new MatterRow(claims.Key, best.Kind, [.. claims.OrderBy(c => c.Published?.Latest is null).ThenBy(c => c.Published?.Latest).ThenBy(c => c.Document, StringComparer.Ordinal).ThenBy(c => c.Start).ThenBy(c => c.Id, StringComparer.Ordinal)])
        {
            Time = matter.Time,
            Agreement = best.Kind == ClaimKind.Figure && asked.Length > 1 && whole.Agreement is var agreement and not Agreement.Single ? agreement.ToString().ToLowerInvariant() : null,
            Support = SupportOf(whole, byId),
            Outcomes = links.OutcomesOf(id),
            Disagreements = links.DisagreementsOf(id),
        };
    }

    private static Corroboration SupportOf(Matter matter, Dictionary<string, ClaimRow> claims)
    {
        var named = matter.NamedOrigins.Select(o => NameOf(o, matter.Mentions.Where(m => m.Origin == o).Select(m => claims[m.Claim]))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new Corroboration(matter.Documents, [.. named], matter.OriginsCopied, matter.OriginsUnknown)
        {
            Asserted = matter.Asserted,
            Planned = matter.Planned,
            Denied = matter.Denied,
            Other = matter.Mentions.Count - matter.Asserted - matter.Planned - matter.Denied,
        };
    }

    /// <summary>As the claims write it; of an agency that a page credits, its name in capitals.</summary>
    private static string NameOf(string origin, IEnumerable<ClaimRow> claims) =>
        claims.Select(c => c.Chain.Origin).OfType<SourceLink>().Where(l => l.Actor == origin || l.Name.Equals(origin, StringComparison.OrdinalIgnoreCase)).Select(l => l.Name).FirstOrDefault()
        ?? System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(origin);
}
