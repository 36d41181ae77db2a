using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A link of a chain as the record keeps it.</summary>
internal sealed record ChainLink(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("actor")] string? Actor)
{
    /// <summary>How this source tells it, where it is not plain saying.</summary>
    [JsonPropertyName("gives")]
    public IReadOnlyList<string>? Gives { get; init; }

    /// <summary>The words that make the link.</summary>
    [JsonPropertyName("words")]
    public string? Words { get; init; }

    public static ChainLink Of(SourceLink link) => new(link.Name, CodedNames.Of(link.Kind), link.Actor)
    {
        Gives = link.Gives is Readings.None or Readings.Asserted ? null : [.. CodedNames.Of(link.Gives)],
        Words = link.Words,
    };

    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static SourceChain Read(string json)
    {
        var links = JsonSerializer.Deserialize<ChainLink[]>(json, Json) ?? [];
        return new SourceChain([.. links.Select(l => l.Link())]);
    }

    private SourceLink Link() => new(Name, CodedNames.TryParse<SourceKind>(Kind, out var kind) ? kind : SourceKind.Unnamed, Actor)
    {
        Gives = (Gives ?? []).Aggregate(Readings.None, (all, name) => CodedNames.TryParse<Readings>(name, out var reading) ? all | reading : all),
        Words = Words,
    };
}
