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
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static SourceChain Read(string json)
    {
        var links = JsonSerializer.Deserialize<ChainLink[]>(json, Json) ?? [];
        return new SourceChain([.. links.Select(l => new SourceLink(l.Name, CodedNames.TryParse<SourceKind>(l.Kind, out var kind) ? kind : SourceKind.Unnamed, l.Actor))]);
    }
}
