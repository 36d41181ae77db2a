using System.Globalization;
using Entente.Claims;

namespace Entente.Record.Exchanging;

/// <summary>
/// The PLOVER codebook's way to count (2021): a planned CONSULT, SUPPORT, COOPERATE or AID is an AGREE, and what is denied or hypothetical is no event.
/// </summary>
internal sealed class Codebook
{
    private static readonly string[] AgreedWhenPlanned = ["CONSULT", "SUPPORT", "COOPERATE", "AID"];
    private readonly double? _promise;

    private Codebook(double? promise) => _promise = promise;

    /// <summary>With the weight of a promise from data/cameo.tsv.</summary>
    public static Codebook Load() => new(Table.Shipped("cameo").Rows.FirstOrDefault(r => r["type"] == "AGREE" && r["mode"] is null)?["goldstein"] is { } weight
        ? double.Parse(weight, CultureInfo.InvariantCulture)
        : null);

    public static bool Counts(EventRow row) => row.Status is "told" or "planned" && row.Denials < row.Mentions;

    public static string TypeOf(EventRow row) => row.Status == "planned" && AgreedWhenPlanned.Contains(row.Type) ? "AGREE" : row.Type;

    public double? WeightOf(EventRow row) => row.Status != "planned" ? row.Goldstein : TypeOf(row) == "AGREE" ? _promise : null;
}
