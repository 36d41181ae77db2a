using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>How much there is.</summary>
internal static class TotalsQuery
{
    private const string Documents = " FROM shown JOIN document d ON d.coding = shown.coding";

    public static RecordTotals Run(SqliteConnection connection)
    {
        var kinds = connection.Query(
            "SELECT c.kind, count(*)" + Documents + " JOIN claim c ON c.document = d.id GROUP BY c.kind ORDER BY c.kind", r => (Kind: r.GetString(0), Count: r.GetInt32(1)));
        return new RecordTotals(
            Count(connection, "SELECT count(*) FROM shown"),
            Count(connection, "SELECT count(*)" + Documents),
            kinds.Sum(k => k.Count),
            Count(connection, "SELECT count(*) FROM matter WHERE kind = 'event'"),
            ActorQuery.Rows(connection).Count,
            Count(connection, "SELECT count(*) FROM (SELECT DISTINCT a, b" + Documents + " JOIN claim c ON c.document = d.id JOIN dyad ON dyad.claim = c.id)"))
        {
            ClaimsByKind = kinds.ToDictionary(k => k.Kind, k => k.Count, StringComparer.Ordinal),
            Stamp = Stamp(connection),
        };
    }

    private static int Count(SqliteConnection connection, string sql) => (int)connection.Number(sql);

    /// <summary>Of the pages shown and of what coded them.</summary>
    private static string Stamp(SqliteConnection connection)
    {
        var shown = connection.Query(
            "SELECT p.digest, c.given, k.identity FROM shown JOIN page p ON p.id = shown.page JOIN coding c ON c.id = shown.coding JOIN coder k ON k.id = c.coder ORDER BY p.digest",
            r => string.Create(CultureInfo.InvariantCulture, $"{r.GetString(0)} {r.GetString(1)} {r.GetString(2)}"));
        var stale = connection.Text("SELECT value FROM meta WHERE key = 'stale'");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', shown) + stale)))[..16];
    }
}
