using System.Globalization;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Record.Asking;

/// <summary>The evidence of a document's day, as its coded document has it.</summary>
internal static class CodedDating
{
    public static IReadOnlyList<DateEvidence> Of(byte[] coded, CodePointMap map)
    {
        using var json = JsonDocument.Parse(coded);
        return json.RootElement.TryGetProperty("published", out var published) && published.TryGetProperty("basis", out var basis)
            ? [.. basis.EnumerateArray().Select(e => Evidence(e, map))] : [];
    }

    private static DateEvidence Evidence(JsonElement e, CodePointMap map)
    {
        var bound = Text(e, "bound") switch { "on" => DateBound.On, "not-after" => DateBound.NotAfter, _ => DateBound.NotBefore };
        return new DateEvidence(Text(e, "kind") ?? "", bound, Interval(Text(e, "value") ?? ""), 1)
        {
            Span = e.TryGetProperty("start", out var start) && e.TryGetProperty("end", out var end) ? Columns.Span(map, start.GetInt32(), end.GetInt32()) : null,
            Why = Text(e, "why"),
            Knowledge = Text(e, "knowledge"),
        };
    }

    private static DateInterval Interval(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new DateInterval(Day(value), Day(value)) : new DateInterval(Day(value[..slash]), Day(value[(slash + 1)..]));
    }

    private static DateOnly? Day(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.GetString() : null;
}
