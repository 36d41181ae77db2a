using Entente.Claims;
using Entente.Claims.Reading.Opening;

namespace Entente.Record.Recording;

/// <summary>Opens files of a pile: what is in them, in their order. No fault of a file, nor of the program on it, ends a reading.</summary>
internal sealed class FileOpener
{
    private readonly Opener _looking = new();
    private readonly Opener _opener = new(new OpenerOptions { Convert = new PdfText().Convert });

    /// <summary>What is in a file, one thing after the other. The file is open only while this is enumerated.</summary>
    public IEnumerable<Opened> Open(PileFile file) => Open(file, _opener);

    private static IEnumerable<Opened> Open(PileFile file, Opener opener)
    {
        using var stream = Try(() => File.OpenRead(file.Path), file.Name, out var problem);
        if (stream is null)
        {
            yield return problem!;
            yield break;
        }

        using var opened = opener.Open(stream, file.Name, file.Given).GetEnumerator();
        while (Try(() => opened.MoveNext() ? opened.Current : null, file.Name, out problem) is { } next)
        {
            yield return next;
        }

        if (problem is not null)
        {
            yield return problem;
        }
    }

    /// <summary>What pages a file holds, and what else; their bytes are let go.</summary>
    public FileSurvey Survey(PileFile file, CancellationToken stop)
    {
        var pages = new List<(OpenedPage Page, string Digest)>();
        var problems = new List<OpeningProblem>();
        var passed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var opened in Open(file, _looking).TakeWhile(_ => !stop.IsCancellationRequested))
        {
            switch (opened)
            {
                case OpenedPage page:
                    pages.Add((page with { Page = new Page(page.Page.Id, default) { Given = page.Page.Given } }, page.Page.Digest));
                    break;
                case OpeningProblem problem:
                    problems.Add(problem);
                    break;
                case PassedOver { What: var what }:
                    passed[what] = passed.GetValueOrDefault(what) + 1;
                    break;
            }
        }

        var partly = problems.ToLookup(p => p.Place, p => p.Problem, StringComparer.Ordinal);
        var places = pages.Select(p => p.Page.Place).ToHashSet(StringComparer.Ordinal);
        return new FileSurvey(
            file,
            [.. pages.Select(p => new MetPage(file, p.Page.Place, p.Digest, p.Page.Page.Given, [.. partly[p.Page.Place]]))],
            [.. problems.Where(p => !places.Contains(p.Place))],
            passed);
    }

    private static T? Try<T>(Func<T?> open, string name, out OpeningProblem? problem)
        where T : class
    {
        problem = null;
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = new OpeningProblem(name, new Problem(ProblemCodes.Unreadable, $"{name} cannot be read: change its permissions and read it again."));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            problem = new OpeningProblem(name, Faults.Of(name, e));
        }

        return null;
    }
}

/// <summary>What is in a file.</summary>
/// <param name="Missed">What could not be read in it; what was read in part has its problems with the page.</param>
internal sealed record FileSurvey(PileFile File, IReadOnlyList<MetPage> Pages, IReadOnlyList<OpeningProblem> Missed, IReadOnlyDictionary<string, int> PassedOver)
{
    /// <summary>The same without the pages that were forgotten, which are counted and not named.</summary>
    public FileSurvey Without(Withholding withholding)
    {
        var kept = Pages.Where(p => !withholding.IsGone(p.Digest)).ToList();
        return kept.Count == Pages.Count ? this : this with { Pages = kept, PassedOver = new SortedDictionary<string, int>(PassedOver.ToDictionary(), StringComparer.Ordinal) { ["forgotten"] = Pages.Count - kept.Count } };
    }
}

/// <summary>A fault of the program as a problem.</summary>
internal static class Faults
{
    public static Problem Of(string name, Exception e) =>
        new(ProblemCodes.Fault, $"{name} met a fault of Entente ({e.GetType().Name}: {e.Message}): please report it with the page; the other pages are not touched.");
}
