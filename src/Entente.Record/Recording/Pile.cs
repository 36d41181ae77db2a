using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A file that may be a page.</summary>
/// <param name="Path">Where it is on this machine; never recorded.</param>
/// <param name="Name">Relative to the folder that was read, with '/' between folders.</param>
/// <param name="Given">What a pages.csv beside it or the command line says of it.</param>
public sealed record PileFile(string Path, string Name, PageFacts Given)
{
    /// <summary>Where the walk came upon it; more than once when the folders that were given lie in each other.</summary>
    public IReadOnlyList<PileSpot> Spots { get; init; } = [];
}

/// <summary>A file or folder below one that was given.</summary>
/// <param name="Root">Stands for the folder that the name is relative to, without giving away where it is: the beginning of a digest of its path.</param>
/// <param name="Name">As <see cref="PileFile.Name"/>; empty for the folder itself.</param>
public readonly record struct PileSpot(string Root, string Name);

/// <summary>A file or folder of a pile, with what is wrong with it.</summary>
public sealed record MissedFile(string Name, Problem Problem);

/// <summary>A file or folder that is passed over without being looked at.</summary>
/// <param name="What">Why: "hidden", "tells of the folder" (a README), "part of a saved page", "link to a folder".</param>
/// <param name="Files">How many files that is.</param>
public sealed record LeftFile(string Name, string What, int Files = 1);

/// <summary>The files below some folders that may be pages, in ordinal order of their names, and what was left aside.</summary>
public sealed record Pile(IReadOnlyList<PileFile> Files)
{
    /// <summary>What was passed over for its name or place.</summary>
    public IReadOnlyList<LeftFile> PassedOver { get; init; } = [];

    public IReadOnlyList<MissedFile> Missed { get; init; } = [];

    /// <summary>The roots of the folders that were walked as a whole: what is not found there any more has vanished.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Folders that could not be opened.</summary>
    public IReadOnlyList<PileSpot> Closed { get; init; } = [];

    /// <summary>Walks files and folders. Links to folders are not followed, and names that begin with a dot are passed over.</summary>
    /// <param name="facts">What holds for every page that no pages.csv says otherwise of.</param>
    public static Pile Walk(IEnumerable<string> paths, PageFacts? facts = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var walk = new PileWalk(facts ?? PageFacts.None);
        foreach (var path in paths)
        {
            walk.Add(path);
        }

        return walk.Done();
    }
}
