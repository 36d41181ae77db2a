using System.Diagnostics;
using System.Globalization;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;

namespace Entente.Bench;

/// <summary>
/// What deciding costs in a record that is there, such as <see cref="RecordBench"/> makes: each thing twice (merges once), in seconds of processor time of all threads, opening and closing included. Decisions are previewed,
/// which does them and takes them back, so that the record stays as it is.
/// </summary>
internal sealed class CorrectionsBench(string file, TextWriter output)
{
    public void Run()
    {
        var archive = Archive.Open(file);
        var actors = archive.Actors();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{archive.Totals().Claims} claims, {actors.Count} actors"));
        var (many, few) = (actors.MaxBy(a => a.Mentions)!, actors.Where(a => a.Mentions > 0).MinBy(a => a.Mentions)!);
        var claims = archive.Sample(ClaimFilter.All, 2, 1, ofCoder: true).Drawn;
        Tell("name an actor by id", () => archive.Named(many.Actor.Id).Count + " found");
        Tell("name an actor by name", () => archive.Named(few.Actor.Name).Count + " found");
        Tell("draw 20 claims", () => archive.Sample(ClaimFilter.All, 20, 1, ofCoder: true).Drawn.Count + " drawn");
        Tell("first questions of a review", () => archive.Review().Count + " questions");
        Tell("what a confidence is worth", () => archive.Calibration().All.Claims + " claims");
        Tell("other coders", () => archive.Coders().Count + " coders");
        Tell("confirm a claim", () => Preview(new ConfirmClaims([Anchor(claims[0])])));
        Tell("reject a claim", () => Preview(new RejectClaims([Anchor(claims[^1])])));
        Tell($"merge {few.Mentions} mentions", () => Preview(new MergeActors([few.Actor.Id], many.Actor)), 1);
        Tell($"merge {many.Mentions} mentions", () => Preview(new MergeActors([many.Actor.Id], few.Actor)), 1);
    }

    private ClaimAnchor Anchor(ClaimRow claim)
    {
        using var ledger = Ledger.Open(file);
        return ledger.Anchor(claim.Id)!;
    }

    private string Preview(Decision decision)
    {
        using var ledger = Ledger.Open(file);
        var report = ledger.Preview([Correction.Of(ledger.Next(TimeProvider.System.GetUtcNow()), "bench", decision)]);
        return string.Create(CultureInfo.InvariantCulture, $"{report.Claims.Count} claims and {report.Mentions} mentions in {report.Documents} documents otherwise");
    }

    private void Tell(string what, Func<string> work, int times = 2)
    {
        for (var i = 0; i < times; i++)
        {
            var (before, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
            var came = work();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds,8:F2} s of the processor, {clock.Elapsed.TotalSeconds,8:F2} s, {came}"));
        }
    }
}
