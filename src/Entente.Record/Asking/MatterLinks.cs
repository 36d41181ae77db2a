using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>What became of the plans among some matters, and what they disagree about, each with the claims that say so.</summary>
internal sealed class MatterLinks
{
    private readonly ILookup<long, OutcomeRow> _outcomes;
    private readonly ILookup<long, DisagreementRow> _disagreements;

    public MatterLinks(SqliteConnection connection, IReadOnlyCollection<long> matters)
    {
        var wanted = JsonSerializer.Serialize(matters);
        var outcomes = connection.Query(
            """
            SELECT x.plan, a.name, x.what, CASE WHEN a.kind = 'agreement' THEN
                     (SELECT k.claim FROM matter_claim c JOIN claim k ON k.id = c.claim WHERE c.matter = a.id AND CASE x.what WHEN 'signed' THEN c.stand = 'asserted' AND c.change IN ('signed', 'in force') ELSE c.stand = 'denied' OR c.change = 'ended' END
                      ORDER BY c.confidence DESC, k.claim LIMIT 1)
                   ELSE a.claim END
            FROM outcome x JOIN matter a ON a.id = x.act WHERE x.plan IN (SELECT value FROM json_each($1)) ORDER BY a.earliest, a.name
            """,
            r => (Plan: r.GetInt64(0), Event: r.GetString(1), What: r.GetString(2), Claim: r.GetString(3)), wanted);
        var disagreements = connection.Query(
            """
            SELECT g.matter, g.other, g.id, g.about, a.claim, b.claim FROM disagreement g JOIN claim a ON a.id = g.claim_a JOIN claim b ON b.id = g.claim_b
            WHERE g.matter IN (SELECT value FROM json_each($1)) OR g.other IN (SELECT value FROM json_each($1)) ORDER BY g.about, g.id
            """,
            r => (Matter: r.GetInt64(0), Other: r.GetInt64(1), Id: r.GetString(2), About: r.GetString(3), One: r.GetString(4), Two: r.GetString(5)), wanted);
        var claims = ClaimQuery.Rows(connection, [.. outcomes.Select(o => o.Claim), .. disagreements.SelectMany(d => new[] { d.One, d.Two })]);
        _outcomes = outcomes.Where(o => claims.ContainsKey(o.Claim)).ToLookup(o => o.Plan, o => new OutcomeRow(o.Event, o.What, claims[o.Claim]));
        _disagreements = disagreements.Where(d => claims.ContainsKey(d.One) && claims.ContainsKey(d.Two))
            .SelectMany(d => new[] { d.Matter, d.Other }.Distinct().Select(m => (Matter: m, Row: new DisagreementRow(d.Id, d.About, claims[d.One], claims[d.Two]))))
            .ToLookup(d => d.Matter, d => d.Row);
    }

    public IReadOnlyList<OutcomeRow> OutcomesOf(long plan) => [.. _outcomes[plan]];

    public IReadOnlyList<DisagreementRow> DisagreementsOf(long matter) => [.. _disagreements[matter]];
}
