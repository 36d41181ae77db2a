using System.Collections.Frozen;
using Entente.Claims;

namespace Entente.Server;

/// <summary>What the propositions of data/propositions.tsv say, by their ids.</summary>
internal static class Propositions
{
    private static readonly FrozenDictionary<string, string> Statements =
        Table.Shipped("propositions").Rows.ToFrozenDictionary(r => r.Required("id"), r => r.Required("proposition"), StringComparer.Ordinal);

    /// <summary>Null for an id that the table does not have.</summary>
    public static string? Statement(string? id) => id is null ? null : Statements.GetValueOrDefault(id);
}
