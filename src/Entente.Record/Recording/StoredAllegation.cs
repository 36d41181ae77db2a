using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>An allegation as the record keeps it: {"against": [{"id", "name"}], "denials": [{"start", "stop", "by", "claim"}]}, in code points.</summary>
internal sealed record StoredAllegation(
    [property: JsonPropertyName("against")] IReadOnlyList<StoredAccused> Against,
    [property: JsonPropertyName("denials")] IReadOnlyList<StoredDenial> Denials)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="document">The document's id, of which the ids of its claims are made.</param>
    public static StoredAllegation Of(Allegation allegation, string document, string text, CodePointMap map) => new(
        [.. allegation.Against.Select(a => new StoredAccused(a.Actor.Id, a.Actor.Name))],
        [.. allegation.Denials.Select(d => new StoredDenial(
            map.ToCodePoint(d.Evidence.Start), map.ToCodePoint(d.Evidence.End), ClaimParts.Line(d.By.In(text)), d.Claim is { } claim ? ClaimRows.IdOf(document, claim) : null))]);

    /// <summary>An allegation of a coded document (docs/coded-document.schema.json).</summary>
    public static StoredAllegation Of(JsonElement coded, string document) => new(
        [.. coded.GetProperty("against").EnumerateArray().Select(a => new StoredAccused(a.GetProperty("id").GetString()!, a.GetProperty("name").GetString()!))],
        [.. coded.GetProperty("denials").EnumerateArray().Select(d => new StoredDenial(
            d.GetProperty("start").GetInt32(), d.GetProperty("end").GetInt32(), d.TryGetProperty("by", out var by) ? by.GetString() : null,
            d.TryGetProperty("claim", out var claim) ? ClaimRows.IdOf(document, claim.GetString()!) : null))]);

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static StoredAllegation? Read(string json) => JsonSerializer.Deserialize<StoredAllegation>(json, Options);
}

/// <summary>A person accused, as the record keeps him.</summary>
internal sealed record StoredAccused([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("name")] string Name);

/// <summary>A denial, as the record keeps it.</summary>
internal sealed record StoredDenial(
    [property: JsonPropertyName("start")] int Start,
    [property: JsonPropertyName("stop")] int Stop,
    [property: JsonPropertyName("by")] string? By,
    [property: JsonPropertyName("claim")] string? Claim);
