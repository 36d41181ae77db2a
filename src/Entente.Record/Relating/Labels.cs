using Entente.Claims;

namespace Entente.Record.Relating;

/// <summary>What a relationship is called, and by whom; the label that most documents use first.</summary>
internal static class Labels
{
    public static IReadOnlyList<StateItem> Items(IReadOnlyList<MatterRow> matters, StateQuestion question) =>
    [
        .. matters.Where(m => m.Kind == ClaimKind.Label && IsOfTheTwo(m, question))
            .OrderByDescending(m => m.Claims.Select(c => c.Document).Distinct(StringComparer.Ordinal).Count()).ThenByDescending(m => m.Claims.Count).ThenBy(m => m.Time?.Earliest ?? m.Time?.Latest).ThenBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => Voices.Item(m, "“" + Unquoted(m.Best.Words ?? m.Gist) + "”", m.Told)),
    ];

    /// <summary>"Enemies" of a third are no label of the two.</summary>
    private static bool IsOfTheTwo(MatterRow matter, StateQuestion question) => matter.Best.Parties.Where(p => p.Part == "about")
        .All(p => p.Actor.Country is null || p.Actor.Country == question.A || p.Actor.Country == question.B || p.Actor.Id == question.A || p.Actor.Id == question.B);

    /// <summary>Quotation marks within a label say nothing more: “no-limits” partnership.</summary>
    private static string Unquoted(string words) => words.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
}
