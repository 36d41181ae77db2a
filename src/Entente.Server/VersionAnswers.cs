using Entente.Record;

namespace Entente.Server;

/// <summary>Captures of one page at different times, and what changed from each to the next.</summary>
public sealed record VersionAnswer(string Family, IReadOnlyList<CaptureRow> Captures, IReadOnlyList<VersionChangeAnswer> Changes)
{
    public static VersionAnswer Of(VersionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new VersionAnswer(row.Family, row.Captures, [.. row.Changes.Select(VersionChangeAnswer.Of)]);
    }
}

/// <summary>Claims that came, went and were reworded.</summary>
public sealed record VersionChangeAnswer(string From, string To, IReadOnlyList<ClaimAnswer> Added, IReadOnlyList<ClaimAnswer> Dropped, IReadOnlyList<RewordedAnswer> Reworded)
{
    internal static VersionChangeAnswer Of(VersionChange change) => new(
        change.From, change.To, [.. change.Added.Select(c => ClaimAnswer.Of(c, null))], [.. change.Dropped.Select(c => ClaimAnswer.Of(c, null))],
        [.. change.Reworded.Select(r => new RewordedAnswer(ClaimAnswer.Of(r.Was, null), ClaimAnswer.Of(r.Is, null)))]);
}

/// <summary>A claim as it was, and as it is.</summary>
public sealed record RewordedAnswer(ClaimAnswer Was, ClaimAnswer Is);
