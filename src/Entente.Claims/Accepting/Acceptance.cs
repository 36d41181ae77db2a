namespace Entente.Claims.Accepting;

/// <summary>What became of a claim that somebody else coded.</summary>
/// <param name="Claim">The claim; null when there is a reason against it.</param>
/// <param name="Reasons">Why it is not taken, each with the field that it is about and what would be right; empty for a claim that is.</param>
public sealed record Acceptance(Claim? Claim, IReadOnlyList<Problem> Reasons)
{
    /// <summary>What was put right on the way and is to be known: words that stand elsewhere than was said.</summary>
    public IReadOnlyList<Problem> Notes { get; init; } = [];
}
