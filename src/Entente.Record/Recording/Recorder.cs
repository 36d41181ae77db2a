using System.Collections.Concurrent;
using System.Security.Cryptography;
using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Claims.Reading;

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
    /// <summary>64 MiB: no saved article is larger.</summary>
    internal const long LargestPage = 64L << 20;

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

        var fresh = Fresh(pile, ledger, report, stop);
        var done = report.Known;
        progress?.Report(new RecorderProgress(done, done + fresh.Count));
        foreach (var coded in Code(fresh, stop))
        {
            Keep(coded, ledger, report);
            progress?.Report(new RecorderProgress(++done, report.Known + fresh.Count));
        }

        return report.Done(stop.IsCancellationRequested);
    }

    private void Keep(CodedGroup coded, Ledger ledger, RecorderReport.Builder report)
    {
        if (coded.Page is { } page)
        {
            ledger.Append(page, _identity, coded.Group.Names);
            report.Add(page, coded.Group.Names[0]);
        }
        else
        {
            var problem = coded.Problem!;
            report.Miss(coded.Group.Names[0], problem);
            ledger.Miss(coded.Group.Names[0], problem);
        }
    }

    /// <summary>The pages that this coder has not coded yet: each once, whatever it is called, in order of its first name.</summary>
    private List<PageGroup> Fresh(Pile pile, Ledger ledger, RecorderReport.Builder report, CancellationToken stop)
    {
        var digests = new string?[pile.Files.Count];
        var problems = new Problem?[pile.Files.Count];
        Parallel.For(0, digests.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Jobs }, (i, loop) =>
        {
            if (stop.IsCancellationRequested)
            {
                loop.Stop();
                return;
            }

            (digests[i], problems[i]) = Digest(pile.Files[i]);
        });
        for (var i = 0; i < digests.Length; i++)
        {
            if (problems[i] is { } problem)
            {
                report.Miss(pile.Files[i].Name, problem);
                ledger.Miss(pile.Files[i].Name, problem);
            }
        }

        var groups = pile.Files.Zip(digests).Where(f => f.Second is not null).GroupBy(f => f.Second!, f => f.First, StringComparer.Ordinal)
            .Select(g => new PageGroup(g.Key, [.. g]))
            .ToList();
        var known = groups.RemoveAll(g => !stop.IsCancellationRequested && ledger.Meet(g.Digest, _identity, g.Given, g.Names));
        report.Meet(known);
        return groups;
    }

    private static (string? Digest, Problem? Problem) Digest(PileFile file)
    {
        try
        {
            using var stream = File.OpenRead(file.Path);
            return stream.Length > LargestPage
                ? (null, new Problem(ProblemCodes.TooLarge, $"{file.Name} is larger than {LargestPage >> 20} MiB, and no page is: split it, or leave it out."))
                : ("sha256:" + Convert.ToHexStringLower(SHA256.HashData(stream)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new Problem(ProblemCodes.Unreadable, $"{file.Name} cannot be read: change its permissions and read it again."));
        }
    }

    private IEnumerable<CodedGroup> Code(List<PageGroup> groups, CancellationToken stop)
    {
        // What is bought by a queue of our own: the pages in work when a reading is stopped are recorded all the same.
        using var ready = new BlockingCollection<CodedGroup>(_options.Jobs * 2);
        using var giveUp = new CancellationTokenSource();
        var work = Task.Run(
            () =>
            {
                var options = new ParallelOptions { MaxDegreeOfParallelism = _options.Jobs, CancellationToken = giveUp.Token };
                try
                {
                    Parallel.ForEach(Partitioner.Create(groups, loadBalance: true), options, (group, loop) =>
                    {
                        if (stop.IsCancellationRequested)
                        {
                            loop.Stop();
                            return;
                        }

                        ready.Add(Code(group), giveUp.Token);
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
            foreach (var coded in ready.GetConsumingEnumerable(CancellationToken.None))
            {
                yield return coded;
            }
        }
        finally
        {
            giveUp.Cancel();
            work.Wait(CancellationToken.None);
        }
    }

    private CodedGroup Code(PageGroup group)
    {
        try
        {
            var content = File.ReadAllBytes(group.Path);
            var read = Reader.Read(new Page(group.Digest[7..19], content) { Given = group.Given });
            return new CodedGroup(group, _coder.Code(_options.KeepCommenters ? read : Pseudonyms.Apply(read)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new CodedGroup(group, null, new Problem(ProblemCodes.Unreadable, $"{group.Names[0]} cannot be read: change its permissions and read it again."));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new CodedGroup(group, null, new Problem(ProblemCodes.Fault, $"{group.Names[0]} met a fault of Entente ({e.GetType().Name}: {e.Message}): please report it with the page; the other pages are not touched."));
        }
    }

    /// <summary>One page under all its names.</summary>
    private sealed record PageGroup(string Digest, IReadOnlyList<PileFile> Files)
    {
        public string Path => Files[0].Path;

        public IReadOnlyList<string> Names { get; } = [.. Files.Select(f => f.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        /// <summary>What is said of it under its first name that anything is said under.</summary>
        public PageFacts Given { get; } = Files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => f.Given).FirstOrDefault(g => g != PageFacts.None) ?? PageFacts.None;
    }

    private sealed record CodedGroup(PageGroup Group, CodedPage? Page, Problem? Problem);
}
