namespace Entente.Record;

/// <summary>Captures of one page at different times: of one address, or of one place where a file with other bytes lay.</summary>
/// <param name="Family">The address or the place.</param>
/// <param name="Captures">In the order of capture or publication, then of reading.</param>
/// <param name="Changes">From each capture to the next.</param>
public sealed record VersionRow(string Family, IReadOnlyList<CaptureRow> Captures, IReadOnlyList<VersionChange> Changes);

/// <summary>One capture, with the notes in it by which the outlet says that it was corrected, updated or taken back.</summary>
/// <param name="Run">The reading that brought it in; null in a record of before readings were kept.</param>
public sealed record CaptureRow(string Document, string? Path, string? Published, string? Captured, int? Run)
{
    public IReadOnlyList<CorrectionNote> Notes { get; init; } = [];
}

/// <summary>What changed between two captures.</summary>
/// <param name="Reworded">Claims of the same, in other words: as it was, as it is.</param>
public sealed record VersionChange(string From, string To, IReadOnlyList<ClaimRow> Added, IReadOnlyList<ClaimRow> Dropped, IReadOnlyList<(ClaimRow Was, ClaimRow Is)> Reworded);

/// <summary>A sentence by which an outlet says of a text of its own that it was corrected.</summary>
/// <param name="Kind">"correction", "update" or "retraction" (data/correction-notes.tsv).</param>
public sealed record CorrectionNote(string Kind, string Document, string Sentence)
{
    /// <summary>The claims of the capture before that it corrects or takes back, as far as its words and what changed between the two captures tell.</summary>
    public IReadOnlyList<CorrectedClaim> Corrects { get; init; } = [];
}

/// <summary>A claim that a note corrects.</summary>
/// <param name="Was">As the capture before has it.</param>
/// <param name="Is">As the capture with the note has it; null where it is taken back.</param>
public sealed record CorrectedClaim(ClaimRow Was, ClaimRow? Is);
