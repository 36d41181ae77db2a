namespace Entente.Record.Asking;

/// <summary>How far people agree who judged the same claims.</summary>
internal static class JudgeAgreements
{
    /// <param name="claims">Of each claim who found it right and who wrong.</param>
    public static IReadOnlyList<JudgeAgreement> Of(IEnumerable<IReadOnlyDictionary<string, bool>> claims) =>
    [
        .. claims.Where(c => c.Count > 1)
            .SelectMany(c => from one in c from other in c where string.CompareOrdinal(one.Key, other.Key) < 0 select (Pair: (One: one.Key, Other: other.Key), One: one.Value, Other: other.Value))
            .GroupBy(j => j.Pair, j => (j.One, j.Other)).OrderBy(g => g.Key.One, StringComparer.Ordinal).ThenBy(g => g.Key.Other, StringComparer.Ordinal)
            .Select(g => Of(g.Key.One, g.Key.Other, [.. g])),
    ];

    private static JudgeAgreement Of(string one, string other, IReadOnlyList<(bool One, bool Other)> both)
    {
        var (n, same) = ((double)both.Count, both.Count(j => j.One == j.Other));
        var (first, second) = (both.Count(j => j.One) / n, both.Count(j => j.Other) / n);
        var chance = (first * second) + ((1 - first) * (1 - second));
        return new JudgeAgreement(one, other, both.Count, same, chance > 1 - 1e-9 ? null : ((same / n) - chance) / (1 - chance));
    }
}
