using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Whom a user means: by id or country code, by name, by the last part of a name ("Peskov"), in either spelling of names from Cyrillic ("Sergey", "Sergei").</summary>
internal static class ActorNames
{
    /// <summary>Ids and country codes as JSON; the code of a country stands for all who act for it.</summary>
    public static string Ids(SqliteConnection connection, string asked)
    {
        var name = asked.Trim();
        var ids = connection.Query($"SELECT DISTINCT actor FROM party WHERE {IsNamed("name").Replace("{0}", "$1", StringComparison.Ordinal)}", r => r.GetString(0), Folded(name));
        return JsonSerializer.Serialize(ids.Append(name).Append(name.ToUpperInvariant()).Distinct(StringComparer.Ordinal));
    }

    /// <summary>An outlet's name by one of its short names ("AFP"); anything else as it is.</summary>
    public static string Outlet(string asked) =>
        Table.Shipped("outlets").Rows.FirstOrDefault(r => r.List("aliases").Contains(asked.Trim(), StringComparer.OrdinalIgnoreCase))?.Required("name") ?? asked.Trim();

    /// <summary>A name as names are compared.</summary>
    public static string Folded(string name) => name.Trim().ToLowerInvariant().Replace('y', 'i');

    /// <summary>Whether a column holds the folded name {0}, or one that ends with it.</summary>
    public static string IsNamed(string column) => $"(replace(lower({column}), 'y', 'i') = {{0}} OR substr(replace(lower({column}), 'y', 'i'), -length({{0}}) - 1) = ' ' || {{0}})";
}
