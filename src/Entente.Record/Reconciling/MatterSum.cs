using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Reconciling;

/// <summary>
/// What more claims change in a matter without its other claims being read: "Putin: president" stands on every other page. It holds for kinds that are one matter a bucket, where nothing is denied
/// and the numbers need not agree; of the rest all claims are read.
/// </summary>
internal sealed class MatterSum(SqliteConnection connection) : IDisposable
{
    private static readonly string[] Kinds = ["role", "label", "count"];

    private readonly Statement _named = new(connection, "SELECT 1 FROM matter_claim WHERE matter = $1 AND origin = $2 AND NOT (own_voice = 1 AND root IS NOT NULL) LIMIT 1");
    private readonly Statement _best = new(connection, "SELECT x.confidence FROM claim c JOIN matter_claim x ON x.claim = c.id WHERE c.claim = $1 AND x.matter = $2");

    /// <param name="fresh">All claims of documents of which the matter has none so far.</param>
    /// <returns>Null where the other claims decide.</returns>
    public StoredMatter? Of(StoredMatter before, List<Mention> fresh)
    {
        if (!Kinds.Contains(before.Kind) || before.Counts.Denied > 0 || fresh.Exists(m => m.Denied))
        {
            return null;
        }

        var more = Matter.Of(fresh).Single();
        var earliest = more.Time?.Earliest?.ToString("O");
        if (earliest is not null && (before.Earliest is null || string.CompareOrdinal(earliest, before.Earliest) < 0))
        {
            return null;
        }

        var (low, high) = more.Range;
        return before with
        {
            Latest = Last(before.Latest, more.Time?.Latest?.ToString("O")),
            Basis = Matter.SurestBasis(new[] { before.Basis, more.Basis }.OfType<string>()),
            Low = Least(before.Low, low),
            High = -Least(-before.High, -high),
            Counts = before.Counts.With(MatterCounts.Of(more), more.NamedOrigins.Count(o => _named.Number(before.Id, o) is null)),
            Best = IsSurer(more.Best, before) ? more.Best.Claim : before.Best,
        };
    }

    public void Dispose()
    {
        _named.Dispose();
        _best.Dispose();
    }

    private bool IsSurer(Mention mention, StoredMatter before) => _best.All(r => r.Real(0), before.Best, before.Id) is not [var confidence, ..]
        || mention.Confidence > confidence || (mention.Confidence.Equals(confidence) && string.CompareOrdinal(mention.Claim, before.Best) < 0);

    private static string? Last(string? one, string? other) => string.CompareOrdinal(one, other) >= 0 ? one : other;

    private static double? Least(double? one, double? other) => one is null || other < one ? other : one;
}
