using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Draws random claims: of all that fit only what the draw needs is read, for a record may hold millions.</summary>
internal static class SampleQuery
{
    public static ClaimSample Run(SqliteConnection connection, ClaimFilter filter, Outlets outlets, int count, int seed, bool ofCoder)
    {
        var all = 0;
        var drawn = new PriorityQueue<string, string>(Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a)));
        foreach (var (id, rule) in ClaimQuery.Keys(connection, filter, outlets))
        {
            all++;
            if (!ofCoder || !ClaimRow.IsByHand(rule))
            {
                drawn.Enqueue(id, Place(id, seed));
                if (drawn.Count > count)
                {
                    drawn.Dequeue();
                }
            }
        }

        var rows = ClaimQuery.Rows(connection, [.. drawn.UnorderedItems.Select(d => d.Element)]);
        return new ClaimSample(all, [.. rows.Values.OrderBy(c => Place(c.Id, seed), StringComparer.Ordinal)]);
    }

    private static string Place(string claim, int seed) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {claim}"))));
}
