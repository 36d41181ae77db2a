using System.Text.Json;
using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>Values of the record's columns as the nouns of the coder.</summary>
internal static class Columns
{
    public static DateInterval? Interval(SqliteDataReader reader, int earliest, int latest) =>
        reader.IsDBNull(earliest) && reader.IsDBNull(latest) ? null : new DateInterval(DocumentRows.Day(reader.TextOrNull(earliest)), DocumentRows.Day(reader.TextOrNull(latest)));

    public static IReadOnlyList<string> List(string? json) => json is null ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];

    public static Actor Actor(string id, string name, string kind, string? country, string? sector) =>
        new(id, name, CodedNames.TryParse<ActorKind>(kind, out var parsed) ? parsed : ActorKind.Group) { Country = country, Sector = sector };

    public static Factuality Factuality(string certainty, string polarity, string readings) => new(
        certainty switch
        {
            "CT" => Certainty.Certain,
            "PR" => Certainty.Probable,
            "PS" => Certainty.Possible,
            _ => Certainty.Unknown,
        },
        polarity == "-" ? Polarity.Negative : Polarity.Positive,
        readings.Split('|', StringSplitOptions.RemoveEmptyEntries).Aggregate(Readings.None, (all, r) => CodedNames.TryParse<Readings>(r, out var one) ? all | one : all));

    public static TextSpan Span(CodePointMap map, int start, int stop) => TextSpan.FromBounds(map.ToOffset(start), map.ToOffset(stop));
}
