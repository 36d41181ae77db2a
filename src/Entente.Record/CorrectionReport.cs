using Entente.Claims;

namespace Entente.Record;

/// <summary>What corrections changed, or would change.</summary>
/// <param name="Added">How many entries are new to the log.</param>
/// <param name="Claims">The claims that are told otherwise, by document and place.</param>
/// <param name="Mentions">How many mentions of actors are of another actor, or otherwise named.</param>
/// <param name="Documents">In how many documents something changed.</param>
public sealed record CorrectionReport(int Added, IReadOnlyList<ChangedClaim> Claims, int Mentions, int Documents)
{
    /// <summary>How many claims the entries speak of, also where nothing of them is told otherwise: those that are confirmed.</summary>
    public int Holds { get; init; }

    /// <summary>Entries that hold nowhere now, though the page that they are anchored in is shown.</summary>
    public IReadOnlyList<OrphanedCorrection> Orphans { get; init; } = [];
}

/// <summary>A claim before and after a correction.</summary>
/// <param name="Before">Null when there was none.</param>
/// <param name="After">Null when there is none any more.</param>
public sealed record ChangedClaim(string Claim, string Document, ClaimKind Kind, string Quote, ClaimSketch? Before, ClaimSketch? After)
{
    /// <summary>That it says of a person that he did wrong: who shows it says so.</summary>
    public bool IsAllegation { get; init; }
}

/// <summary>What a claim says, in short.</summary>
/// <param name="Time">ISO 8601, a day or an interval; null without a time.</param>
/// <param name="Parties">The ids of those who take part, as "actor CHN".</param>
public sealed record ClaimSketch(string Gist, string? Time, IReadOnlyList<string> Parties)
{
    public bool Equals(ClaimSketch? other) => other is not null && Gist == other.Gist && Time == other.Time && Parties.SequenceEqual(other.Parties);

    public override int GetHashCode() => HashCode.Combine(Gist, Time, Parties.Count);
}

/// <summary>A correction that holds nowhere on its page any more.</summary>
/// <param name="N">Of a correction of several claims, which.</param>
/// <param name="Reason">In words: "its words stand nowhere on the page any more".</param>
public sealed record OrphanedCorrection(string Correction, int N, string Page, string Reason);
