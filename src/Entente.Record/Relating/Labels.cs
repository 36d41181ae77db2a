using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>What a relationship is called, and by whom; the label that most documents use first.</summary>
internal static class Labels
{
    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters) =>
    [
        .. matters.Where(m => m.Kind == ClaimKind.Label)
            .OrderByDescending(m => m.Claims.Select(c => c.Document).Distinct(StringComparer.Ordinal).Count()).ThenByDescending(m => m.Claims.Count).ThenBy(m => m.Time?.Earliest ?? m.Time?.Latest).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => Voices.Item(m, "“" + Unquoted(m.Best.Words ?? m.Gist) + "”", Voices.Told(m))),
    ];

    /// <summary>Quotation marks within a label say nothing more: “no-limits” partnership.</summary>
    private static string Unquoted(string words) => words.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
}
