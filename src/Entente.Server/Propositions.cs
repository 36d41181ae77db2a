using System.Collections.Frozen;
using Entente.Claims;

namespace Entente.Server;

/// <summary>What the propositions of data/propositions.tsv say, by their ids.</summary>
internal static class Propositions
{
    private static readonly FrozenDictionary<string, string> Statements =
        Table.Shipped("propositions").Rows.ToFrozenDictionary(r => r.Required("id"), r => r.Required("proposition"), StringComparer.Ordinal);

    /// <summary>Of one about a country or a pair with these in brackets: "The two are allies (CHN-RUS)." Null for an id that the table does not have.</summary>
    public static string? Statement(string? id) => id?.Split(':', 2) switch
    {
        [var whole] => Statements.GetValueOrDefault(whole),
        [var open, var parties] when Statements.TryGetValue(open, out var statement) => $"{statement.TrimEnd('.')} ({parties}).",
        _ => null,
    };
}
