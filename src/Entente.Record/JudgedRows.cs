using Entente.Claims;

namespace Entente.Record;

/// <summary>Of some claims of the coder, how many people judged in random samples, and how many of these they found right.</summary>
/// <param name="Claims">The coder's claims, also those that a correction took out since.</param>
/// <param name="Stated">What the coder said on average how sure it is of them, 0–1.</param>
public sealed record CalibrationRow(int Claims, double Stated, int Judged, int Right)
{
    /// <summary>Two-sided 95 % of the normal distribution.</summary>
    private const double Z = 1.959964;

    /// <summary>The share that is right, 0–1; null when none was judged.</summary>
    public double? Share => Judged == 0 ? null : (double)Right / Judged;

    /// <summary>Where the share of all these claims lies with 95 % confidence (Wilson's score interval, 1927), if those judged were drawn at random; null when none was judged.</summary>
    public (double Low, double High)? Interval => Judged == 0 ? null : Wilson(Right, Judged);

    /// <summary>Whether what the coder says of itself fits what people found; null when none was judged.</summary>
    public bool? IsStatedWithin => Interval is var (low, high) ? low <= Stated && Stated <= high : null;

    /// <summary>Half the width of the interval at worst, at a share of one half, when so many are judged; 0–1.</summary>
    public static double WorstHalfWidth(int judged)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(judged, 1);
        return Z / (1 + (Z * Z / judged)) * Math.Sqrt((.25 / judged) + (Z * Z / (4.0 * judged * judged)));
    }

    private static (double Low, double High) Wilson(int right, int judged)
    {
        var (share, n) = ((double)right / judged, (double)judged);
        var middle = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        return (right == 0 ? 0 : middle - half, right == judged ? 1 : middle + half);
    }
}

/// <summary>Claims of about one confidence.</summary>
/// <param name="From">The least confidence, included.</param>
/// <param name="To">The most, excluded but for 1.</param>
public sealed record CalibrationBin(double From, double To, CalibrationRow Found);

/// <summary>Claims of one kind.</summary>
public sealed record CalibrationKind(ClaimKind Kind, CalibrationRow Found);

/// <summary>How far two people agree who judged the same claims.</summary>
/// <param name="One">The name that comes first in ordinal order.</param>
/// <param name="Both">How many claims both judged.</param>
/// <param name="Same">Of how many they say the same.</param>
/// <param name="Kappa">Cohen's kappa (1960): the agreement beyond chance, 1 for all of it; null where chance alone would have them agree on all.</param>
public sealed record JudgeAgreement(string One, string Other, int Both, int Same, double? Kappa);

/// <summary>
/// What a confidence is worth in this record: claims by confidence and kind, with what people found right in random samples (`entente sample N --judge`). Decisions of a review do not count, for nobody drew what they are about.
/// A claim counts once, as it was coded: right is what most of those who judged it found right, and a draw is wrong.
/// </summary>
public sealed record Calibration(CalibrationRow All, IReadOnlyList<CalibrationBin> Bins, IReadOnlyList<CalibrationKind> Kinds)
{
    /// <summary>Pairs of people who judged the same claims.</summary>
    public IReadOnlyList<JudgeAgreement> Agreements { get; init; } = [];

    /// <summary>Judgements that count nowhere, for what they are about is not claimed any more.</summary>
    public int Orphaned { get; init; }

    /// <summary>Judgements that count nowhere, for their pages are not in the record.</summary>
    public int Waiting { get; init; }

    /// <summary>Claims that a correction took out and nobody had judged: no sample draws them, so that what is drawn is better than what was coded.</summary>
    public int RejectedUnjudged { get; init; }

    /// <summary>Of claims chosen by a filter: those that were judged and that a correction took out since. Whether they fit the filter cannot be told, so that they are not counted.</summary>
    public int RejectedUnplaced { get; init; }
}

/// <summary>Claims drawn at random, in the order of the draw.</summary>
/// <param name="All">Of how many.</param>
public sealed record ClaimSample(int All, IReadOnlyList<ClaimRow> Drawn);
