using System.Globalization;

namespace Entente.Claims.Accepting;

/// <summary>Of which country, and where, data/places.tsv has the places of a name.</summary>
internal sealed class KnownPlaces
{
    /// <summary>Degrees: a coder's point of a region or a sea may lie far from ours.</summary>
    private const double Near = 10;

    private readonly ILookup<string, TableRow> _rows;

    private KnownPlaces(ILookup<string, TableRow> rows) => _rows = rows;

    public static KnownPlaces Load() => new(Table.Shipped("places").Rows.SelectMany(r => r.List("aliases").Append(Plain(r.Required("name"))).Append(r.Required("name")).Distinct().Select(n => (Name: n, Row: r))).ToLookup(p => p.Name, p => p.Row, StringComparer.OrdinalIgnoreCase));

    /// <summary>What the table has otherwise, with the member to be put right; null when it has nothing of the name, or one place of it fits.</summary>
    public (string Member, string Fault)? Fault(string name, string? country, double? latitude, double? longitude)
    {
        var rows = _rows[name].ToArray();
        if (rows.Length == 0)
        {
            return null;
        }

        var fitting = country is null ? rows : [.. rows.Where(r => r["country"] is not { } own || own == country)];
        return fitting.Length == 0 ? ("country", $"{name} is of {string.Join(" or ", rows.Select(r => r["country"]).Distinct())} by data/places.tsv, not of {country}. Write that, or leave country out")
            : Array.TrueForAll(fitting, r => IsFar(Degrees(r, "latitude"), latitude, 180) || IsFar(Degrees(r, "longitude"), longitude, 360))
                ? ("latitude", FormattableString.Invariant($"{name} lies near {Degrees(fitting[0], "latitude")}, {Degrees(fitting[0], "longitude")} by data/places.tsv, not near {latitude}, {longitude}. Write that, or leave both out")) : null;
    }

    private static bool IsFar(double? known, double? given, double round) => known is { } own && given is { } other && Math.Min(Math.Abs(own - other), round - Math.Abs(own - other)) > Near;

    private static double? Degrees(TableRow row, string column) => row[column] is { } degrees ? double.Parse(degrees, CultureInfo.InvariantCulture) : null;

    /// <summary>The name without the country in brackets that tells it from others.</summary>
    private static string Plain(string name) => name.IndexOf(" (", StringComparison.Ordinal) is var at and > 0 ? name[..at] : name;
}
