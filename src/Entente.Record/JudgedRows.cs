using Entente.Claims;

namespace Entente.Record;

/// <summary>A claim that a person has judged: whether its sentence bears it out.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Confidence">What the coder said, 0–1.</param>
public sealed record JudgedClaim(string Claim, ClaimKind Kind, double Confidence, bool Right);

/// <summary>How often the coder was right in some claims that were judged.</summary>
/// <param name="Group">"all", a kind of claim, or confidences: ".7–.8".</param>
/// <param name="Judged">How many claims.</param>
/// <param name="Right">How many of them the sentence bears out.</param>
/// <param name="Stated">The mean of what the coder said, 0–1.</param>
public sealed record CalibrationRow(string Group, int Judged, int Right, double Stated)
{
    /// <summary>The two-sided normal quantile of 95 %.</summary>
    private const double Z = 1.959964;

    /// <summary>The share that is right, 0–1.</summary>
    public double Share => Judged == 0 ? 0 : (double)Right / Judged;

    /// <summary>The lower end of the 95 % interval of that share (Wilson).</summary>
    public double Low => Math.Max(0, Middle - Half);

    /// <summary>The upper end.</summary>
    public double High => Math.Min(1, Middle + Half);

    private double Middle => Judged == 0 ? .5 : (Share + (Z * Z / (2 * Judged))) / (1 + (Z * Z / Judged));

    private double Half => Judged == 0 ? .5 : Z / (1 + (Z * Z / Judged)) * Math.Sqrt((Share * (1 - Share) / Judged) + (Z * Z / (4.0 * Judged * Judged)));

    /// <summary>All claims, then each kind, then each tenth of confidence, of those that there are.</summary>
    public static IReadOnlyList<CalibrationRow> Of(IReadOnlyCollection<JudgedClaim> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        return judged.Count == 0 ? [] :
        [
            Row("all", judged),
            .. judged.GroupBy(j => j.Kind).OrderBy(g => g.Key).Select(g => Row(CodedNames.Of(g.Key), [.. g])),
            .. judged.GroupBy(j => Math.Clamp((int)Math.Floor((j.Confidence * 10) + 1e-9), 0, 9)).OrderBy(g => g.Key).Select(g => Row(Tenth(g.Key), [.. g])),
        ];
    }

    private static CalibrationRow Row(string group, IReadOnlyCollection<JudgedClaim> judged) => new(group, judged.Count, judged.Count(j => j.Right), judged.Average(j => j.Confidence));

    private static string Tenth(int tenth) => $".{tenth}–{(tenth == 9 ? "1" : "." + (tenth + 1))}";
}
