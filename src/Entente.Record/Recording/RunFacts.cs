namespace Entente.Record.Recording;

/// <summary>What a reading was asked and what it saw, from which its run in the record is made. No day, no place on a machine.</summary>
/// <param name="Coder">Who coded, as <see cref="CoderIdentity"/> says.</param>
internal sealed record RunFacts(string Coder)
{
    public bool KeepCommenters { get; init; }

    public bool Stopped { get; init; }

    public int Files { get; init; }

    public int Missed { get; init; }

    /// <summary>Every place where a page stood.</summary>
    public IReadOnlyList<SeenPage> Seen { get; init; } = [];

    /// <summary>Every file that was looked into; where not all of it could be read, its pages may still be there.</summary>
    public IReadOnlyList<SeenFile> Looked { get; init; } = [];

    /// <summary>Folders that were walked as a whole, by their roots.</summary>
    public IReadOnlyList<string> Walked { get; init; } = [];

    /// <summary>Folders below them that could not be opened: what was there may be there still.</summary>
    public IReadOnlyList<PileSpot> Closed { get; init; } = [];
}

/// <summary>A page where it was seen.</summary>
internal readonly record struct SeenPage(string Root, string Path, string Digest);

/// <summary>A file where it was seen.</summary>
/// <param name="Whole">Whether all that is in it could be read.</param>
internal readonly record struct SeenFile(string Root, string Name, bool Whole);

/// <summary>What a run found to be otherwise than the runs before it.</summary>
/// <param name="Changed">Places whose page has other bytes than when it was seen there last.</param>
/// <param name="Vanished">Places where a page was seen and there is none now.</param>
internal sealed record RunOutcome(long Run, IReadOnlyList<string> Changed, IReadOnlyList<string> Vanished);
