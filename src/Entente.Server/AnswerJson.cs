using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Server;

/// <summary>How answers are written as JSON, by the server and by the program's `--json`: what is absent is left out.</summary>
public static class AnswerJson
{
    /// <summary>One answer in one line.</summary>
    public static string Line<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    internal static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    /// <summary>How what is sent is read: nothing twice, for two programs would read it in two ways.</summary>
    internal static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false, MaxDepth = 32 };

    private static JsonSerializerOptions Options { get; } = Made();

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        return options;
    }
}
