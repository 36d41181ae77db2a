using Entente.Claims;
using Entente.Record;

namespace Entente.Server;

/// <summary>What a confidence is worth in the record: its claims beside what people judged in random samples.</summary>
/// <param name="Orphaned">Judgements that do not count, for what they are about is not claimed any more.</param>
/// <param name="Waiting">Judgements that do not count, for their pages are not in the record.</param>
/// <param name="RejectedUnjudged">Claims that were rejected before anybody judged them.</param>
/// <param name="RejectedUnplaced">Where claims are chosen: those that were judged and rejected since, and are not counted.</param>
public sealed record CalibrationAnswer(
    CalibrationRowAnswer All, IReadOnlyList<CalibrationRowAnswer> Bins, IReadOnlyList<CalibrationRowAnswer> Kinds, IReadOnlyList<JudgeAgreementAnswer> Agreements, int Orphaned, int Waiting, int RejectedUnjudged, int RejectedUnplaced)
{
    public static CalibrationAnswer Of(Calibration table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new CalibrationAnswer(
            CalibrationRowAnswer.Of(table.All),
            [.. table.Bins.Select(b => CalibrationRowAnswer.Of(b.Found) with { From = b.From, To = b.To })],
            [.. table.Kinds.Select(k => CalibrationRowAnswer.Of(k.Found) with { Kind = CodedNames.Of(k.Kind) })],
            [.. table.Agreements.Select(a => new JudgeAgreementAnswer(a.One, a.Other, a.Both, a.Same, a.Kappa is { } kappa ? Math.Round(kappa, 4) : null))],
            table.Orphaned, table.Waiting, table.RejectedUnjudged, table.RejectedUnplaced);
    }
}

/// <summary>Of some claims, how many were judged, and how many of these right.</summary>
/// <param name="Stated">What the coder says on average, 0–1.</param>
/// <param name="Precision">0–1; absent when none was judged, as are the ends of its 95 % interval (Wilson) and whether it lies within.</param>
public sealed record CalibrationRowAnswer(int Count, double Stated, int Judged, int Right, double? Precision, double? Low, double? High, bool? Within)
{
    /// <summary>Of a bin, the least confidence.</summary>
    public double? From { get; init; }

    /// <summary>Of a bin, the most, excluded but for 1.</summary>
    public double? To { get; init; }

    public string? Kind { get; init; }

    internal static CalibrationRowAnswer Of(CalibrationRow found) => new(
        found.Claims, Math.Round(found.Stated, 4), found.Judged, found.Right, Rounded(found.Share), Rounded(found.Interval?.Low), Rounded(found.Interval?.High), found.IsStatedWithin);

    private static double? Rounded(double? share) => share is { } value ? Math.Round(value, 4) : null;
}

/// <summary>How far two people agree who judged the same claims.</summary>
/// <param name="Kappa">Cohen's kappa; absent where chance alone would have them agree on all.</param>
public sealed record JudgeAgreementAnswer(string One, string Other, int Both, int Same, double? Kappa);
