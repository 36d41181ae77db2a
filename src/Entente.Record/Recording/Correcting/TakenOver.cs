using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Correcting;

/// <summary>Makes claims of another coder such as a person adds: each as it was accepted, with offsets from the words that say it.</summary>
internal static class TakenOver
{
    public static AddClaims? Of(SqliteConnection connection, IReadOnlyList<string> claims)
    {
        var (added, from) = (new List<AddedClaim>(), (string?)null);
        foreach (var claim in claims.Distinct(StringComparer.Ordinal))
        {
            var found = connection.Query(
                """
                SELECT p.digest, d.document, d.text, d.coded, c.start, c.stop, k.identity, (SELECT count(*) FROM claim b WHERE b.document = d.id AND b.id < c.id)
                FROM claim c JOIN document d ON d.id = c.document JOIN coding g ON g.id = d.coding JOIN guest u ON u.coder = g.coder JOIN coder k ON k.id = g.coder JOIN page p ON p.id = g.page WHERE c.claim = $1 LIMIT 1
                """,
                r => (Page: r.GetString(0), Document: r.GetString(1), Text: r.GetString(2), Coded: r.GetFieldValue<byte[]>(3), Start: r.GetInt32(4), Stop: r.GetInt32(5), Coder: r.GetString(6), N: r.GetInt32(7)),
                claim);
            if (found is [var one] && (from is null || from == one.Coder))
            {
                from = one.Coder;
                added.Add(new AddedClaim(new AnchorFinder(one.Text).Anchor(one.Page, one.Document, one.Start, one.Stop), Claim(one.Coded, one.N, one.Start)));
            }
        }

        return added.Count == 0 ? null : new AddClaims(added) { From = from };
    }

    /// <summary>The n-th claim of a coded document: the rows stand in its order.</summary>
    private static string Claim(byte[] coded, int n, int start)
    {
        var json = JsonNode.Parse(CodedBytes.Unpack(coded))!["claims"]!.AsArray()[n]!.AsObject();
        json.Remove("id");
        json.Remove("rule");
        AddedClaims.Shift(json, -start, []);
        return json.ToJsonString();
    }
}
