using System.Text.Json;
using System.Text.Unicode;
using Entente.Claims;

namespace Entente.Record.Recording.Accepting;

/// <summary>A line of another coder: which document it is about, who coded it, and the claims as they came.</summary>
internal sealed class CodedLine : IDisposable
{
    private readonly JsonDocument _json;

    private CodedLine(JsonDocument json) => _json = json;

    public string? Id { get; private set; }

    public string? Page { get; private set; }

    /// <summary>Null when the line says nothing of the text: then its places are those of the record's.</summary>
    public string? Text { get; private set; }

    public string? Coder { get; private set; }

    public JsonElement Claims { get; private set; }

    /// <summary>Reads a line; null when it cannot be used, with the reason.</summary>
    /// <param name="bytes">Null for one that was too long to be kept.</param>
    public static CodedLine? Read(byte[]? bytes, out string reason)
    {
        if (bytes is null)
        {
            reason = $"has more than {BoundedLines.Longest >> 20} MiB. Write one document a line, without tokens";
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            reason = "holds bytes that are no UTF-8. Save the file as UTF-8";
            return null;
        }

        try
        {
            return Of(JsonDocument.Parse(bytes), out reason);
        }
        catch (JsonException e)
        {
            reason = "is not JSON: " + Shown(e.Message);
            return null;
        }
    }

    public void Dispose() => _json.Dispose();

    private static CodedLine? Of(JsonDocument json, out string reason)
    {
        var line = new CodedLine(json);
        try
        {
            if (line.Fault() is not { } fault)
            {
                reason = "";
                return line;
            }

            reason = fault;
        }
        catch (InvalidOperationException)
        {
            reason = "holds half of a surrogate pair in a member of its own";
        }

        json.Dispose();
        return null;
    }

    /// <summary>Takes the members; what is wrong with them.</summary>
    private string? Fault()
    {
        var root = _json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return "is no JSON object. Write one coded document a line";
        }

        if (root.EnumerateObject().GroupBy(m => m.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return $"has the member '{Shown(twice.Key)}' twice";
        }

        if (Of("schema", out var wrong) is var schema && schema != CodedJson.Schema)
        {
            return wrong ?? (schema is null ? $"names no schema. Write \"schema\": \"{CodedJson.Schema}\"" : $"has the schema '{Shown(schema)}', and {CodedJson.Schema} is known");
        }

        (Id, Page, Text) = (Of("id", out var noId), Of("page", out var noPage), Of("text", out var noText));
        (Coder, var noCoder) = CoderName.Of(root.TryGetProperty("coder", out var coder) ? coder : default);
        if (!root.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array)
        {
            return "has no list of claims. Write \"claims\": [ … ]";
        }

        Claims = claims;
        return noId ?? noPage ?? noText ?? noCoder ?? (Id is null && Page is null && Text is null ? "names no document. Write its id, or its text" : null);
    }

    private string? Of(string name, out string? wrong)
    {
        wrong = null;
        if (!_json.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        wrong = value.ValueKind == JsonValueKind.String ? null : $"has a member '{name}' that is no text";
        return wrong is null ? value.GetString() : null;
    }

    private static string Shown(string text) => text.Length <= 120 ? text : text[..119] + "…";
}
