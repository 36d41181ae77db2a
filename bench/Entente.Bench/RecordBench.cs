using System.Collections.Concurrent;
using System.Diagnostics;
using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Reconciling;
using Entente.Record.Recording;

namespace Entente.Bench;

/// <summary>
/// How fast claims go into a record and come out again. Pages are made and laid out as rows on one thread, as the coder's threads do it, and written on another;
/// the time is that of both together, from the first page to the last commit.
/// </summary>
internal sealed class RecordBench(IReadOnlyList<Page> samples, TextWriter output)
{
    private const int Batch = 1000;

    public void Run(int claims, string file)
    {
        var coder = Coder.Load();
        var pages = new SyntheticPages(samples.Select(coder.Code));
        foreach (var left in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(left);
        }

        var (count, written) = Append(pages, claims, file);
        output.WriteLine($"{count} pages, {written} claims, {new FileInfo(file).Length / 1048576.0:F0} MiB, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MiB");
        AddOne(pages, count, file);
        Ask(file);
    }

    private (int Pages, long Claims) Append(SyntheticPages pages, int claims, string file)
    {
        using var ready = new BlockingCollection<CodedEntry>(Batch);
        using var ledger = Ledger.Open(file);
        Reconciler.Follow(ledger);
        var writing = new Stopwatch();
        var whole = Stopwatch.StartNew();
        var prepared = TimeSpan.Zero;
        var making = Task.Run(() =>
        {
            var (made, begin) = (0, ThreadTime());
            for (var i = 0; made < claims; i++)
            {
                var entry = ledger.Prepare(pages.Make(i));
                made += entry.Page.Documents[0].Claims.Count;
                ready.Add(entry);
            }

            prepared = ThreadTime() - begin;
            ready.CompleteAdding();
        });
        var beginning = ThreadTime();
        var (count, written, next) = (0, 0L, 100_000L);
        while (ready.TryTake(out var first, Timeout.Infinite))
        {
            List<CodedEntry> batch = [first];
            while (batch.Count < Batch && ready.TryTake(out var more))
            {
                batch.Add(more);
            }

            writing.Start();
            ledger.Append(batch);
            writing.Stop();
            count += batch.Count;
            written += batch.Sum(b => b.Page.Documents[0].Claims.Count);
            if (written >= next)
            {
                output.WriteLine($"  {written,9} claims after {whole.Elapsed.TotalSeconds,6:F1} s");
                next += 100_000;
            }
        }

        writing.Start();
        ledger.Dispose();
        writing.Stop();
        var wrote = ThreadTime() - beginning;
        making.Wait();
        output.WriteLine($"appending            {written / whole.Elapsed.TotalSeconds,10:F0} claims/s on two threads, {written / writing.Elapsed.TotalSeconds:F0} claims/s while writing");
        output.WriteLine($"per CPU-second       {written / wrote.TotalSeconds,10:F0} claims written, {written / prepared.TotalSeconds:F0} claims made and prepared");
        output.WriteLine($"memory               {GC.GetTotalAllocatedBytes() / 1024.0 / written,10:F1} KiB made per claim, all threads stood still for {GC.GetTotalPauseDuration() / whole.Elapsed:P1} of the time");
        return (count, written);
    }

    /// <summary>Processor time of this thread: what counts on a machine that others use as well.</summary>
    private static TimeSpan ThreadTime()
    {
        var time = new long[2];
        return ClockGetTime(3, time) == 0 ? TimeSpan.FromSeconds(time[0] + time[1] / 1e9) : TimeSpan.Zero;
    }

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "clock_gettime")]
    [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, long[] time);

    private void AddOne(SyntheticPages pages, int count, string file)
    {
        for (var i = 0; i < 3; i++)
        {
            var clock = Stopwatch.StartNew();
            using (var ledger = Ledger.Open(file))
            {
                Reconciler.Follow(ledger);
                ledger.Append([pages.Make(count + i)]);
            }

            output.WriteLine($"one page more        {clock.Elapsed.TotalMilliseconds,10:F0} ms, opening and closing included");
        }
    }

    private void Ask(string file)
    {
        var archive = Archive.Open(file);
        var pairs = archive.DyadMonths().Where(m => m.Month.StartsWith("2019", StringComparison.Ordinal)).GroupBy(m => m.A + "-" + m.B).OrderBy(p => p.Sum(m => m.Events)).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key).ToList();
        Tell("busiest pair's year", () => YearOf(archive, pairs[^1]));
        Tell("a pair's year", () => YearOf(archive, pairs[pairs.Count / 2]));
        var events = archive.Events(new ClaimFilter { Dyad = "CHN-RUS", From = new DateOnly(2019, 1, 1), To = new DateOnly(2019, 1, 31) });
        Tell("an event", () => archive.Matters(new ClaimFilter { Matter = events[0].Id }).Sum(m => m.Claims.Count));
        Tell("full-text search", () => archive.Search("sanctions", 20).Count);
        Tell("search, two words", () => archive.Search("president visit", 20).Count);
        var one = archive.Search("president", 20).SelectMany(s => s.Claims).First();
        Tell("one claim", () => archive.Claim(one) is null ? 0 : 1);
    }

    private static int YearOf(Archive archive, string pair) => archive.Claims(new ClaimFilter { Dyad = pair, From = new DateOnly(2019, 1, 1), To = new DateOnly(2019, 12, 31) }).Count;

    private void Tell(string what, Func<int> question)
    {
        for (var i = 0; i < 2; i++)
        {
            var clock = Stopwatch.StartNew();
            var rows = question();
            output.WriteLine($"{what,-20} {clock.Elapsed.TotalMilliseconds,10:F0} ms, {rows} rows");
        }
    }
}
