using System.Text.Json;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>What a user says of a page, as one line for the ledger's key: another date or publisher means another coding.</summary>
internal static class Given
{
    public static string Of(PageFacts facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Write(json, "uri", facts.Uri);
            Write(json, "publisher", facts.Publisher);
            Write(json, "title", facts.Title);
            Write(json, "date", facts.Date?.ToString("O"));
            Write(json, "captured", facts.Captured?.ToString("O"));
            Write(json, "charset", facts.Charset);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
