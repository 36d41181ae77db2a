using System.Text.Json;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// What became of agreements that were planned or in talks where another matter tells of it: one of the same two whose name has all telling words of the plan's, concluded or failed within a year;
/// or, where the plan names it in common words alone ("will sign agreements next week"), one signed on the days that the plan gives. One that goes by the same name is one matter with its plan, and needs no row.
/// </summary>
internal sealed class AgreementOutcomes(SqliteConnection connection)
{
    /// <summary>A plan of at most a year, and a year after it; what is told of at several times lies by the first.</summary>
    private const int Window = 2 * Spans.Year;

    private const string Acts = """
        SELECT DISTINCT n.matter, o.matter FROM json_each($1) j JOIN matter_dyad n ON n.matter = j.value AND n.kind = 'plan'
        JOIN matter_dyad o ON o.a = n.a AND o.b = n.b AND o.kind = 'agreement' AND o.day BETWEEN n.day - $2 AND n.day + $2
        """;

    private const string Plans = """
        SELECT DISTINCT o.matter, n.matter FROM json_each($1) j JOIN matter_dyad n ON n.matter = j.value AND n.kind = 'agreement'
        JOIN matter_dyad o ON o.a = n.a AND o.b = n.b AND o.kind = 'plan' AND o.day BETWEEN n.day - $2 AND n.day + $2 JOIN matter p ON p.id = o.matter AND p.kind = 'agreement'
        """;

    private readonly Wording _wording = Wording.Load();

    public void Write(IEnumerable<ChangedMatter> changed)
    {
        var (plans, acts) = (new List<long>(), new List<long>());
        foreach (var (id, matter, _) in changed)
        {
            if (matter is { What.Kind: "agreement", Time: not null })
            {
                (matter.Status == "planned" ? plans : acts).Add(id);
            }
        }

        if (plans.Count + acts.Count == 0)
        {
            return;
        }

        var pairs = Near(Acts, plans).Union(Near(Plans, acts)).ToList();
        var mentions = MatterTable.Of(connection, [.. pairs.SelectMany(p => new[] { p.Plan, p.Act }).Distinct()]);
        foreach (var (plan, act) in pairs)
        {
            if (Became([.. mentions[plan]], [.. mentions[act]]) is { } what)
            {
                connection.Run("INSERT INTO outcome VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", plan, act, what);
            }
        }
    }

    private List<(long Plan, long Act)> Near(string sql, List<long> matters) =>
        matters.Count == 0 ? [] : connection.Query(sql, r => (r.GetInt64(0), r.GetInt64(1)), JsonSerializer.Serialize(matters), Window);

    /// <summary>"signed" or "failed"; null where the one is no plan, the other tells nothing, or they are not one.</summary>
    private string? Became(Mention[] plan, Mention[] act)
    {
        if (plan.Select(m => m.Document).Intersect(act.Select(m => m.Document)).Any())
        {
            return null;
        }

        var told = Array.FindAll(act, m => AgreementSteps.Of(m) is AgreementStep.Concluded or AgreementStep.Failed && Array.Exists(plan, p => Fits(p, m))).Select(AgreementSteps.Of).ToList();
        return told.Contains(AgreementStep.Concluded) ? "signed" : told.Count > 0 ? "failed" : null;
    }

    private bool Fits(Mention plan, Mention act)
    {
        if (plan.Time is not { Earliest: { } first } planned || act.Time is not { Earliest: { } day } || day < first)
        {
            return false;
        }

        var telling = _wording.Telling(plan.What.Words);
        return telling.Count > 0
            ? telling.IsSubsetOf(_wording.Telling(act.What.Words)) && day.DayNumber <= (planned.Latest ?? first).DayNumber + Spans.Year
            : plan.TimeBasis is "stated" or "relative" && !EventGrouper.IsWide(planned) && act.TimeBasis is "stated" or "relative" && !EventGrouper.IsWide(act.Time.Value) && act.Time.Value.Latest <= planned.Latest;
    }
}
