using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// What became of plans, as far as the record tells: carried out by an act of the same type between the same at a time that fits, or told as not having taken place.
/// A time that is only the day of publication confirms nothing in the document that plans: the page that announces a visit and tells of the last one would confirm itself.
/// In another document it does when the plan gives its days, and the document was published on one of them or the day after.
/// </summary>
internal sealed class Outcomes(SqliteConnection connection)
{
    /// <summary>A plan without an end ("will visit") is looked for so many days, and what is told of a longer time says too little.</summary>
    private const int Days = Spans.Month;

    private const string Columns = "m.id, m.type, m.mode, m.status, y.day, julianday(m.latest) - julianday(m.earliest), m.time_basis, m.denied < m.mentions, y.a, y.b";

    private const string Near = $"""
        SELECT {Columns} FROM matter_dyad y JOIN matter m ON m.id = y.matter
        WHERE y.a = $1 AND y.b = $2 AND y.kind = $6 AND y.day BETWEEN $3 AND $4 AND m.type = $5 AND m.status = $7
        """;

    /// <summary>Finds again what the changed matters may have to do with.</summary>
    public void Write(IEnumerable<ChangedMatter> changed)
    {
        using var undo = new Statement(connection, "DELETE FROM outcome WHERE plan = $1 OR act = $1");
        using var awaits = new Statement(connection, "SELECT 1 FROM matter_dyad y JOIN matter m ON m.id = y.matter WHERE y.a = $1 AND y.b = $2 AND y.kind = 'plan' AND y.day BETWEEN $3 AND $4 AND m.type = $5 LIMIT 1");
        var plans = new Dictionary<long, Act>();
        foreach (var (id, matter, how) in changed)
        {
            if (how != Change.New)
            {
                undo.Run(id);
            }

            if (matter is { What: { Kind: "event", Status: "planned" or "told" } what, Time: { Earliest: { } first } time }
                && (what.Status == "planned" || matter.Dyads.Any(d => awaits.Number(d.A, d.B, first.DayNumber - Spans.Year, (time.Latest ?? first).DayNumber, what.Type) is not null)))
            {
                Plans(id).ForEach(p => plans[p.Id] = p);
            }
        }

        foreach (var plan in plans.Values)
        {
            Write(plan);
        }

        new AgreementOutcomes(connection).Write(changed);
    }

    /// <summary>The plans that an event may have to do with, itself among them when it is one: an act carries them out, and "it will not take place" cancels them, whichever page came in first.</summary>
    private List<Act> Plans(long id) => [.. Of(id).SelectMany(a => connection.Query(Near, Read, a.A, a.B, a.First - Spans.Year, a.Last, a.Type, "plan", "planned"))];

    private void Write(Act plan)
    {
        connection.Run("DELETE FROM outcome WHERE plan = $1", plan.Id);
        foreach (var own in Of(plan.Id))
        {
            foreach (var act in connection.Query(Near, Read, own.A, own.B, own.First - Days, own.Last + 1, own.Type, "event", "told").Where(a => Fits(own, a) && (a.Basis != "published" || TellsApart(own, a))))
            {
                connection.Run("INSERT INTO outcome VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", own.Id, act.Id, act.Happened ? "happened" : "cancelled");
            }

            // "The visit will not take place this autumn" cancels the plan of a visit in autumn
            foreach (var refusal in connection.Query(Near, Read, own.A, own.B, own.First - Spans.Year, own.Last, own.Type, "plan", "planned").Where(a => a.Id != own.Id && own.Happened && !a.Happened && Fits(own, a)))
            {
                connection.Run("INSERT INTO outcome VALUES ($1, $2, 'cancelled') ON CONFLICT DO NOTHING", own.Id, refusal.Id);
            }
        }
    }

    private bool TellsApart(Act plan, Act act) => plan.Days is { } days && act.Width <= days + 1 && act.Last <= plan.Last + 1 && connection.Number(
        "SELECT EXISTS (SELECT 1 FROM matter_claim x JOIN matter_claim y ON x.document = y.document WHERE x.matter = $1 AND y.matter = $2)", plan.Id, act.Id) == 0;

    private static bool Fits(Act plan, Act act) => act.Width <= Days && act.First <= plan.Last + (act.Basis == "published" ? 1 : 0) && plan.First <= act.Last
        && (plan.Mode == act.Mode || plan.Mode is null || act.Mode is null);

    /// <summary>An event once for each pair that it is between.</summary>
    private List<Act> Of(long id) => connection.Query($"SELECT {Columns} FROM matter m JOIN matter_dyad y ON y.matter = m.id WHERE m.id = $1", Read, id);

    private static Act Read(SqliteDataReader r) => new(r.GetInt64(0), r.GetString(1), r.TextOrNull(2), r.GetString(3), r.GetInt32(4), r.IsDBNull(5) ? null : (int)r.GetDouble(5), r.TextOrNull(6), r.GetInt32(7) == 1, r.GetString(8), r.GetString(9));

    private sealed record Act(long Id, string Type, string? Mode, string Status, int First, int? Days, string? Basis, bool Happened, string A, string B)
    {
        public int Width => Days ?? int.MaxValue;

        /// <summary>The last day it may be of; of a plan without an end some days after it was made.</summary>
        public int Last => First + (Days ?? Outcomes.Days);
    }
}
