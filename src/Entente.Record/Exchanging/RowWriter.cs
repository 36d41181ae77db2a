using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Record.Exchanging;

/// <summary>Writes rows as CSV (RFC 4180) or as JSON lines. In CSV the parts of a list stand between vertical bars.</summary>
internal static class RowWriter
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Csv<T>(TextWriter output, IEnumerable<T> rows, IReadOnlyList<Column<T>> columns)
    {
        output.Write(string.Join(',', columns.Select(c => c.Name)) + "\r\n");
        foreach (var row in rows)
        {
            output.Write(string.Join(',', columns.Select(c => Recording.Csv.Field(Text(c.Value(row))))) + "\r\n");
        }
    }

    /// <summary>What is absent is left out.</summary>
    public static void JsonLines<T>(TextWriter output, IEnumerable<T> rows, IReadOnlyList<Column<T>> columns)
    {
        foreach (var row in rows)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, Json))
            {
                json.WriteStartObject();
                foreach (var column in columns)
                {
                    Write(json, column.Name, column.Value(row));
                }

                json.WriteEndObject();
            }

            output.Write(Encoding.UTF8.GetString(stream.ToArray()) + "\n");
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        IEnumerable<string> list => list.All(string.IsNullOrEmpty) ? "" : string.Join('|', list),
        DateOnly day => day.ToString("O"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case IEnumerable<string> list:
                WriteList(json, name, [.. list]);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, Text(value));
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, string[] list)
    {
        if (list.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in list)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
