using Entente.Record;

namespace Entente.Server;

/// <summary>Captures of one page at different times, and what changed from each to the next.</summary>
public sealed record VersionAnswer(string Family, IReadOnlyList<CaptureAnswer> Captures, IReadOnlyList<VersionChangeAnswer> Changes)
{
    public static VersionAnswer Of(VersionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new VersionAnswer(row.Family, [.. row.Captures.Select(CaptureAnswer.Of)], [.. row.Changes.Select(VersionChangeAnswer.Of)]);
    }
}

/// <summary>One capture, with the outlet's notes of correction in it.</summary>
public sealed record CaptureAnswer(string Document, string? Path, string? Published, string? Captured, int? Run, IReadOnlyList<NoteAnswer> Notes)
{
    internal static CaptureAnswer Of(CaptureRow row) => new(row.Document, row.Path, row.Published, row.Captured, row.Run, [.. row.Notes.Select(NoteAnswer.Of)]);
}

/// <summary>A note of correction, with the ids of the claims that it corrects; without "is" they are taken back.</summary>
public sealed record NoteAnswer(string Kind, string Document, string Sentence, IReadOnlyList<CorrectedAnswer> Corrects)
{
    internal static NoteAnswer Of(CorrectionNote note) => new(note.Kind, note.Document, note.Sentence, [.. note.Corrects.Select(c => new CorrectedAnswer(c.Was.Id, c.Is?.Id))]);
}

/// <summary>A claim that is corrected: its id as it was, and as it is.</summary>
public sealed record CorrectedAnswer(string Was, string? Is);

/// <summary>Claims that came, went and were reworded.</summary>
public sealed record VersionChangeAnswer(string From, string To, IReadOnlyList<ClaimAnswer> Added, IReadOnlyList<ClaimAnswer> Dropped, IReadOnlyList<RewordedAnswer> Reworded)
{
    internal static VersionChangeAnswer Of(VersionChange change) => new(
        change.From, change.To, [.. change.Added.Select(c => ClaimAnswer.Of(c, null))], [.. change.Dropped.Select(c => ClaimAnswer.Of(c, null))],
        [.. change.Reworded.Select(r => new RewordedAnswer(ClaimAnswer.Of(r.Was, null), ClaimAnswer.Of(r.Is, null)))]);
}

/// <summary>A claim as it was, and as it is.</summary>
public sealed record RewordedAnswer(ClaimAnswer Was, ClaimAnswer Is);
