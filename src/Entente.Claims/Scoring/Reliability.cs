namespace Entente.Claims.Scoring;

/// <summary>Of the event claims that the coder was about so sure of, how many are right.</summary>
/// <param name="From">The least confidence, included.</param>
/// <param name="To">The most, excluded but for 1.</param>
/// <param name="Mean">What the coder said on average.</param>
public sealed record ReliabilityBin(double From, double To, int Claims, int Right, double Mean)
{
    /// <summary>The share that is right, 0–1.</summary>
    public double Share => (double)Right / Claims;
}

/// <summary>Whether the coder's confidence means what it says: of claims with .8 four in five should be right.</summary>
public static class Reliability
{
    /// <summary>The bins that hold claims, in tenths from 0 to 1. Right is a claim that gold has with the same type, mode and sides, told and dated as gold has it; what is optional does not count.</summary>
    public static IReadOnlyList<ReliabilityBin> Of(IEnumerable<ItemScore> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.SelectMany(i => i.Comparisons)
            .Where(c => c is { Got.Kind: ClaimKind.Event } && c.Expected?.IsOptional != true)
            .GroupBy(c => Math.Min(9, (int)Math.Floor((c.Got!.Confidence * 10) + 1e-9)))
            .OrderBy(g => g.Key)
            .Select(g => new ReliabilityBin(g.Key / 10.0, (g.Key + 1) / 10.0, g.Count(), g.Count(c => c.IsRight), g.Average(c => c.Got!.Confidence)))];
    }

    /// <summary>How far confidence and share lie apart, on average over the claims (expected calibration error), 0–1.</summary>
    public static double Error(IReadOnlyList<ReliabilityBin> bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        return bins.Count == 0 ? 0 : bins.Sum(b => b.Claims * Math.Abs(b.Share - b.Mean)) / bins.Sum(b => b.Claims);
    }
}
