using System.Globalization;

namespace Entente.Claims.Coding.Eventing;

/// <summary>PLOVER type and mode → CAMEO code (Gerner, Schrodt and Yilmaz, version 1.1b3) and its weight (Goldstein 1992): data/cameo.tsv.</summary>
public sealed class CameoTable
{
    private readonly Dictionary<(EventType Type, string? Mode), (string Code, double Weight)> _codes;

    private CameoTable(Dictionary<(EventType Type, string? Mode), (string Code, double Weight)> codes) => _codes = codes;

    /// <summary>The table that ships.</summary>
    public static CameoTable Load() => new(Table.Shipped("cameo").Rows.ToDictionary(
        r => (Enum.Parse<EventType>(r.Required("type"), ignoreCase: true), r["mode"]),
        r => (r.Required("code"), double.Parse(r.Required("goldstein"), CultureInfo.InvariantCulture))));

    /// <summary>The code of the mode; of a mode without one, of its type.</summary>
    public (string Code, double Weight) Of(EventType type, string? mode) => _codes.TryGetValue((type, mode), out var found) ? found : _codes[(type, null)];
}
