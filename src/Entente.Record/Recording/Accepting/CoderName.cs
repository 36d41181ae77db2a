using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.Record.Recording.Accepting;

/// <summary>How other coders are called: by a name of their own, with a version behind a stroke ("model-x/2024-05").</summary>
internal static partial class CoderName
{
    private const int Longest = 100;

    /// <summary>The member "coder" of a line, a text or an object with name and version; with what is wrong with it.</summary>
    public static (string? Name, string? Wrong) Of(JsonElement coder)
    {
        if (coder.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return (null, null);
        }

        if (coder.ValueKind == JsonValueKind.String)
        {
            return (coder.GetString(), null);
        }

        var name = Text(coder, "name");
        return name is null ? (null, "has a coder that is neither a text nor an object with a name") : (Text(coder, "version") is { } version ? name + "/" + version : name, null);
    }

    /// <summary>Why somebody else cannot be called so; null when he can.</summary>
    public static string? Fault(string? name) => string.IsNullOrWhiteSpace(name) ? "nothing says who coded it. Name the coder with --coder, or write \"coder\" into the line"
        : name.Length > Longest ? $"the coder's name has {name.Length:#,0} characters, and at most {Longest} are taken"
        : name.Any(char.IsControl) || name.Trim() != name ? "the coder's name begins or ends with white space, or holds a control character"
        : IsOwn(name) ? $"'{name}' is how Entente's own coder is called. Give yours another name"
        : null;

    /// <summary>"model-x/2" after "model-x" and "model-x/1".</summary>
    public static string After(string name) => name.LastIndexOf('/') is var stroke and > 0 && int.TryParse(name.AsSpan(stroke + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version < int.MaxValue
        ? name[..(stroke + 1)] + (version + 1).ToString(CultureInfo.InvariantCulture) : name + "/2";

    private static bool IsOwn(string name) => OwnName().IsMatch(name);

    private static string? Text(JsonElement coder, string name) =>
        coder.ValueKind == JsonValueKind.Object && coder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>"entente", "Entente 0.1.0", and what <see cref="CoderIdentity"/> writes.</summary>
    [GeneratedRegex(@"^entente(\W.*)?$|^\d+(\.\d+)*\S*\+[0-9a-f]{12}, data ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnName();
}
