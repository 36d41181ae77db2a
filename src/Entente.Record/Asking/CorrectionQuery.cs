using System.Globalization;
using Entente.Record.Recording;
using Entente.Record.Recording.Correcting;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>The log of corrections, and what people have said about claims.</summary>
internal static class CorrectionQuery
{
    public static IReadOnlyList<CorrectionRow> Rows(SqliteConnection connection)
    {
        var log = connection.Query("SELECT body FROM correction ORDER BY at, id", r => CorrectionReader.Read(r.GetString(0)));
        var undone = log.Select(c => c.Decision).OfType<Undo>().Select(u => u.Correction).ToHashSet(StringComparer.Ordinal);
        var holds = connection.Query(
            "SELECT correction, count(DISTINCT nullif(claim, 0)), count(DISTINCT document), count(overruled), count(*) FROM corrected GROUP BY correction",
            r => (Id: r.GetString(0), Claims: r.GetInt32(1), Documents: r.GetInt32(2), Overruled: r.GetInt32(3), All: r.GetInt32(4))).ToDictionary(h => h.Id, StringComparer.Ordinal);
        var overruling = connection.Query("SELECT DISTINCT correction, overruled FROM corrected WHERE overruled IS NOT NULL ORDER BY 1, 2", r => (Id: r.GetString(0), By: r.GetString(1))).ToLookup(o => o.Id, o => o.By, StringComparer.Ordinal);
        var actors = LastWord.OverruledActors([.. log.Where(c => c.Decision is not Undo && !undone.Contains(c.Id))]);
        var orphans = connection.Query(
            "SELECT o.correction, o.n, p.digest, o.reason FROM orphan o JOIN page p ON p.id = o.page ORDER BY o.correction, o.n, p.digest", r => new OrphanedCorrection(r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3))).ToLookup(o => o.Correction, StringComparer.Ordinal);
        return
        [
            .. log.Select(c =>
            {
                var (_, claims, documents, overruled, all) = holds.GetValueOrDefault(c.Id);
                var whole = actors.TryGetValue(c.Id, out var one) && (documents == 0 || c.Decision is RenameActor or RetypeActor);
                var by = whole ? [one!] : overruling[c.Id].ToArray();
                var state = c.Decision is Undo ? CorrectionState.Undoes
                    : undone.Contains(c.Id) ? CorrectionState.Undone
                    : orphans.Contains(c.Id) ? CorrectionState.Orphaned
                    : whole || (by.Length > 0 && overruled == all) ? CorrectionState.Overruled
                    : documents == 0 && c.Decision is not KeepApart ? CorrectionState.Waits : CorrectionState.Holds;
                return new CorrectionRow(c, state, claims, documents) { Orphans = [.. orphans[c.Id]], OverruledBy = by, Overruled = overruled };
            }),
        ];
    }

    /// <summary>What was decided about claims, by their rows. A judgement of a sample decides nothing.</summary>
    /// <param name="claims">SQL that gives the rows.</param>
    public static ILookup<long, CorrectionMark> Marks(SqliteConnection connection, string claims, params ReadOnlySpan<object?> values) => connection.Number("SELECT EXISTS (SELECT 1 FROM corrected)") == 0
        ? Array.Empty<(long, CorrectionMark)>().ToLookup(m => m.Item1, m => m.Item2)
        : connection.Query(
                $"SELECT x.claim, k.id, k.what, k.author, k.at, x.overruled FROM corrected x JOIN correction k ON k.id = x.correction WHERE x.claim IN ({claims}) AND k.what <> 'judge' ORDER BY k.at, k.id",
                r => (Claim: r.GetInt64(0), Mark: new CorrectionMark(r.GetString(1), r.GetString(2), r.GetString(3), DateTimeOffset.Parse(r.GetString(4), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)) { OverruledBy = r.TextOrNull(5) }),
                values)
            .DistinctBy(m => (m.Claim, m.Mark.Correction)).ToLookup(m => m.Claim, m => m.Mark);

    /// <summary>The ids of claims that say the same by the same rule and the same word as one: what is wrong with it is likely wrong with them. By document and place, the claim itself among them.</summary>
    public static IReadOnlyList<string> Alike(SqliteConnection connection, string claim)
    {
        const string Shown = "FROM shown s JOIN document d ON d.coding = s.coding JOIN claim c ON c.document = d.id";
        const string Word = "lower(coalesce(substr(d.text, c.trigger_start + 1, c.trigger_stop - c.trigger_start), ''))";
        return connection.Query(
            $"""
             WITH one AS (SELECT c.kind, c.gist, c.rule, c.readings, c.polarity, {Word} AS word {Shown} WHERE c.claim = $1 LIMIT 1)
             SELECT c.claim {Shown} JOIN one ON one.kind = c.kind AND one.gist = c.gist AND one.rule = c.rule AND one.readings = c.readings AND one.polarity = c.polarity AND one.word = {Word}
             ORDER BY d.document, c.start, c.claim
             """,
            r => r.GetString(0), claim);
    }
}
