using System.Collections.Concurrent;
using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Claims.Reading;
using Entente.Claims.Reading.Opening;

namespace Entente.Record.Recording;

/// <summary>How a pile is read.</summary>
/// <param name="Jobs">How many pages are coded at a time.</param>
/// <param name="KeepCommenters">Whether the names of those who comment stay as they are.</param>
public sealed record RecorderOptions(int Jobs = 1, bool KeepCommenters = false);

/// <summary>How far a reading is.</summary>
/// <param name="Done">Pages that are in the record, of <paramref name="Total"/>.</param>
public readonly record struct RecorderProgress(int Done, int Total);

/// <summary>Reads a pile into a record: each page once, in parallel, and one page's failure stops no other.</summary>
public sealed class Recorder
{
    /// <summary>So many pages wait to be written at most, and go in together then.</summary>
    private const int LargestBatch = 64;

    private readonly FileOpener _opener = new();
    private readonly Coder _coder;
    private readonly string _identity;
    private readonly RecorderOptions _options;

    /// <param name="identity">Who codes, as <see cref="CoderIdentity"/> says: pages coded under another identity are coded anew.</param>
    public Recorder(Coder coder, string identity, RecorderOptions? options = null)
    {
        _coder = coder;
        _options = options ?? new RecorderOptions();
        _identity = identity + (_options.KeepCommenters ? ", commenters kept" : "");
    }

    /// <summary>Reads the pile. What the record holds already is not coded again.</summary>
    /// <param name="stop">Stops after the pages in work; the next reading goes on from there.</param>
    /// <exception cref="RecordException">The disk is full, or another program holds the record.</exception>
    public RecorderReport Read(Pile pile, Ledger ledger, IProgress<RecorderProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(pile);
        ArgumentNullException.ThrowIfNull(ledger);
        var report = new RecorderReport.Builder(pile);
        foreach (var missed in pile.Missed)
        {
            ledger.Miss(missed.Name, missed.Problem);
        }

        var surveys = Survey(pile, ledger.Withholding, stop);
        foreach (var survey in surveys)
        {
            report.Add(new ReadFile(survey.File.Name, survey.Pages.Count, survey.PassedOver, survey.Missed.Count));
            foreach (var missed in survey.Missed)
            {
                report.Miss(missed.Place, missed.Problem);
                ledger.Miss(missed.Place, missed.Problem);
            }
        }

        var fresh = Fresh(surveys, ledger, report, stop);
        var done = report.Known;
        progress?.Report(new RecorderProgress(done, done + fresh.Count));
        foreach (var batch in Code(fresh, ledger.Prepare, stop))
        {
            Keep(batch, ledger, report);
            done += batch.Count;
            progress?.Report(new RecorderProgress(done, report.Known + fresh.Count));
        }

        report.End(ledger.End(FactsOf(pile, surveys, report.Missed, stop.IsCancellationRequested)));
        return report.Done(stop.IsCancellationRequested);
    }

    private RunFacts FactsOf(Pile pile, IReadOnlyList<FileSurvey> surveys, int missed, bool stopped) => new(_identity)
    {
        KeepCommenters = _options.KeepCommenters,
        Stopped = stopped,
        Files = pile.Files.Count,
        Missed = missed,
        Seen = [.. surveys.SelectMany(s => s.File.Spots.SelectMany(spot => s.Pages.Select(p => new SeenPage(spot.Root, spot.Name + p.Place[s.File.Name.Length..], p.Digest))))],
        Looked = [.. surveys.SelectMany(s => s.File.Spots.Select(spot => new SeenFile(spot.Root, spot.Name, s.Missed.Count == 0)))],
        Walked = pile.Roots,
        Closed = pile.Closed,
    };

    /// <summary>All that is ready goes in together, so that a small reading is written page by page and a large one fast.</summary>
    private void Keep(IReadOnlyList<CodedGroup> batch, Ledger ledger, RecorderReport.Builder report)
    {
        ledger.Append([.. batch.Select(c => c.Entry).OfType<CodedEntry>()]);
        foreach (var coded in batch)
        {
            if (coded.Entry is { } entry && ledger.Withholds(entry))
            {
                report.Withhold(coded.Group.First.File.Name);
                continue;
            }

            if (coded.Entry is { } taken)
            {
                report.Add(taken.Page, coded.Group.Names[0]);
                continue;
            }

            var problem = coded.Problem!;
            report.Miss(coded.Group.Names[0], problem);
            ledger.Miss(coded.Group.Names[0], problem);
            foreach (var met in coded.Group.Met)
            {
                report.Lose(met.File.Name);
            }
        }
    }

    private List<FileSurvey> Survey(Pile pile, Withholding withholding, CancellationToken stop)
    {
        var surveys = new FileSurvey?[pile.Files.Count];
        Parallel.For(0, surveys.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Jobs }, (i, loop) =>
        {
            if (stop.IsCancellationRequested)
            {
                loop.Stop();
                return;
            }

            surveys[i] = _opener.Survey(pile.Files[i], stop).Without(withholding);
        });
        return [.. surveys.OfType<FileSurvey>()];
    }

    /// <summary>The pages that this coder has not coded yet: each once, whatever it is called, in order of its first name.</summary>
    private List<PageGroup> Fresh(List<FileSurvey> surveys, Ledger ledger, RecorderReport.Builder report, CancellationToken stop)
    {
        var groups = surveys.SelectMany(s => s.Pages).GroupBy(p => p.Digest, StringComparer.Ordinal).Select(g => new PageGroup(g.Key, [.. g])).ToList();
        if (stop.IsCancellationRequested)
        {
            return groups;
        }

        var known = ledger.Meet(groups, _identity);
        report.Meet(known.Count(k => k));
        return [.. groups.Where((_, i) => !known[i])];
    }

    /// <summary>The pages with their bytes. A file that is one page is opened by who codes it; one that holds several gives them one at a time, so that memory is bounded by the pages in work.</summary>
    private IEnumerable<(PageGroup Group, Func<Page?> Load)> Loaded(List<PageGroup> groups, CancellationToken stop)
    {
        foreach (var file in groups.GroupBy(g => g.First.File.Path, StringComparer.Ordinal))
        {
            var wanted = file.ToDictionary(g => g.First.Place, StringComparer.Ordinal);
            if (wanted.Count == 1)
            {
                var group = wanted.Values.Single();
                yield return (group, () => _opener.Open(group.First.File).OfType<OpenedPage>().FirstOrDefault(p => p.Place == group.First.Place)?.Page);
                continue;
            }

            foreach (var opened in _opener.Open(file.First().First.File).TakeWhile(_ => wanted.Count > 0 && !stop.IsCancellationRequested).OfType<OpenedPage>())
            {
                if (wanted.Remove(opened.Place, out var group))
                {
                    yield return (group, () => opened.Page);
                }
            }

            foreach (var group in wanted.Values.Where(_ => !stop.IsCancellationRequested))
            {
                yield return (group, () => null);
            }
        }
    }

    private IEnumerable<IReadOnlyList<CodedGroup>> Code(List<PageGroup> groups, Func<CodedEntry, CodedEntry> prepare, CancellationToken stop)
    {
        // What is bought by a queue of our own: the pages in work when a reading is stopped are recorded all the same.
        using var ready = new BlockingCollection<CodedGroup>(LargestBatch);
        using var giveUp = new CancellationTokenSource();
        var work = Task.Run(
            () =>
            {
                var options = new ParallelOptions { MaxDegreeOfParallelism = _options.Jobs, CancellationToken = giveUp.Token };
                try
                {
                    Parallel.ForEach(Partitioner.Create(Loaded(groups, stop), EnumerablePartitionerOptions.NoBuffering), options, (page, loop) =>
                    {
                        if (stop.IsCancellationRequested)
                        {
                            loop.Stop();
                            return;
                        }

                        ready.Add(Code(page.Group, page.Load, prepare), giveUp.Token);
                    });
                }
                catch (OperationCanceledException)
                {
                    // The reader of the queue has gone: nothing is left to do.
                }
                finally
                {
                    ready.CompleteAdding();
                }
            },
            CancellationToken.None);
        try
        {
            while (ready.TryTake(out var first, Timeout.Infinite, CancellationToken.None))
            {
                List<CodedGroup> batch = [first];
                while (batch.Count < LargestBatch && ready.TryTake(out var next))
                {
                    batch.Add(next);
                }

                yield return batch;
            }
        }
        finally
        {
            giveUp.Cancel();
            work.Wait(CancellationToken.None);
        }
    }

    private CodedGroup Code(PageGroup group, Func<Page?> load, Func<CodedEntry, CodedEntry> prepare)
    {
        try
        {
            if (load() is not { } page || page.Digest != group.Digest)
            {
                return new CodedGroup(group, null, new Problem(ProblemCodes.Unreadable, $"{group.Names[0]} changed while it was read: read it again."));
            }

            var read = Reader.Read(page with { Id = group.Digest[7..19], Given = group.Given });
            if (read.Problems.FirstOrDefault(p => p.Code == ProblemCodes.NoProgram) is { } missing)
            {
                // Not recorded, so that the next reading tries again.
                return new CodedGroup(group, null, missing);
            }

            read = read with { Problems = [.. group.First.Problems, .. read.Problems] };
            return new CodedGroup(group, prepare(new CodedEntry(_coder.Code(_options.KeepCommenters ? read : Pseudonyms.Apply(read)), _identity, group.Names)), null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new CodedGroup(group, null, Faults.Of(group.Names[0], e));
        }
    }

    private sealed record CodedGroup(PageGroup Group, CodedEntry? Entry, Problem? Problem);
}
