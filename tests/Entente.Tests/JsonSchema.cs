using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.Tests;

/// <summary>
/// Checks JSON against the part of JSON Schema 2020-12 that docs/coded-document.schema.json uses. A keyword it does not know is an error,
/// so that the schema can't say more than is checked.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> Known = ["$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum", "required", "properties", "additionalProperties", "items", "pattern", "minimum", "maximum", "minItems", "maxItems"];

    private readonly JsonElement _root;

    private JsonSchema(JsonElement root) => _root = root;

    public static JsonSchema Read(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement);

    /// <summary>What is wrong, each with its place; empty when the value fits.</summary>
    public IReadOnlyList<string> Errors(JsonElement value)
    {
        var errors = new List<string>();
        Check(_root, value, "$", errors);
        return errors;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> errors)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Known.Contains(keyword.Name))
            {
                throw new NotSupportedException($"The schema uses '{keyword.Name}', which the test does not check.");
            }

            if (Complaint(keyword, value) is { } complaint)
            {
                errors.Add($"{at}: {complaint}");
            }
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(_root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), value, at, errors);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckMembers(schema, value, at, errors);
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(items, item, $"{at}[{index++}]", errors);
            }
        }
    }

    private void CheckMembers(JsonElement schema, JsonElement value, string at, List<string> errors)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var rule))
            {
                Check(rule, member.Value, $"{at}.{member.Name}", errors);
            }
            else if (schema.TryGetProperty("additionalProperties", out _))
            {
                errors.Add($"{at}: has '{member.Name}', which the schema does not name");
            }
        }
    }

    private static string? Complaint(JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "type" when !IsOfType(keyword.Value.GetString()!, value) => $"is no {keyword.Value}",
        "const" when !JsonElement.DeepEquals(keyword.Value, value) => $"is not {keyword.Value}",
        "enum" when !keyword.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)) => $"{value} is none of {keyword.Value}",
        "required" when value.ValueKind == JsonValueKind.Object && keyword.Value.EnumerateArray().FirstOrDefault(n => !value.TryGetProperty(n.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing => $"lacks '{missing}'",
        "pattern" when value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) => $"'{value}' does not match {keyword.Value}",
        "minimum" when value.ValueKind == JsonValueKind.Number && value.GetDouble() < keyword.Value.GetDouble() => $"{value} is below {keyword.Value}",
        "maximum" when value.ValueKind == JsonValueKind.Number && value.GetDouble() > keyword.Value.GetDouble() => $"{value} is above {keyword.Value}",
        "minItems" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < keyword.Value.GetInt32() => $"has fewer than {keyword.Value} items",
        "maxItems" when value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > keyword.Value.GetInt32() => $"has more than {keyword.Value} items",
        _ => null,
    };

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}
