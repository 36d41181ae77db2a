using System.Globalization;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>What people found right beside what the coder says of itself, as tables.</summary>
internal static class CalibrationText
{
    public static void Write(TextWriter output, Calibration table)
    {
        var all = new TextTable("claims", "in the record", "coder says", "judged", "right", "precision", "95 % interval", "what it says is");
        Add(all, "all", table.All);
        foreach (var bin in table.Bins)
        {
            Add(all, string.Create(CultureInfo.InvariantCulture, $"confidence {bin.From:0.0}–{bin.To:0.0}"), bin.Found);
        }

        foreach (var kind in table.Kinds)
        {
            Add(all, CodedNames.Of(kind.Kind), kind.Found);
        }

        all.Write(output, null);
        foreach (var line in Notes(table))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>What has to be known beside the figures.</summary>
    private static IEnumerable<string> Notes(Calibration table)
    {
        foreach (var pair in table.Agreements)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{pair.One} and {pair.Other} both judged {Count(pair.Both, "claim")} and agree on {pair.Same} ({100.0 * pair.Same / pair.Both:0} %{(pair.Kappa is { } kappa ? FormattableString.Invariant($", Cohen's kappa {kappa:0.00}") : "; kappa says nothing where both give one answer only")}). A claim counts once; where they are even it counts as wrong.");
        }

        if (table.Orphaned > 0)
        {
            yield return $"{Count(table.Orphaned, "judgement")} not counted: what {(table.Orphaned == 1 ? "it is" : "they are")} about is not claimed any more (entente correct list --orphans).";
        }

        if (table.Waiting > 0)
        {
            yield return $"{Count(table.Waiting, "judgement")} not counted: {(table.Waiting == 1 ? "its page is" : "their pages are")} not in this record.";
        }

        if (table.RejectedUnplaced > 0)
        {
            yield return $"{Count(table.RejectedUnplaced, "judged claim")} not counted: rejected since, so that the filters cannot choose {(table.RejectedUnplaced == 1 ? "it" : "them")}. Without filters {(table.RejectedUnplaced == 1 ? "it counts" : "they count")}.";
        }

        if (table.RejectedUnjudged > 0)
        {
            yield return $"{Count(table.RejectedUnjudged, "claim")} had been rejected before anybody judged {(table.RejectedUnjudged == 1 ? "it" : "them")}: no sample draws {(table.RejectedUnjudged == 1 ? "it" : "them")}, so the figures tell of what is left.";
        }
    }

    private static void Add(TextTable table, string name, CalibrationRow found) => table.Add(
        name, Number(found.Claims), found.Stated.ToString("0.00", CultureInfo.InvariantCulture), Number(found.Judged), Number(found.Right),
        found.Share is { } share ? Percent(share) + " %" : "–",
        found.Interval is var (low, high) ? $"{Percent(low)}–{Percent(high)} %" : "–",
        found switch { { Interval: null } => "", { IsStatedWithin: true } => "within", { Interval: var (least, _) } when found.Stated < least => "too little", _ => "too much" });

    private static string Count(int count, string what) => $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture);
}
