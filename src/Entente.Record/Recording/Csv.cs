using System.Text;

namespace Entente.Record.Recording;

/// <summary>RFC 4180: fields between commas, quoted where they hold a comma, a quote or a line end.</summary>
internal static class Csv
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>The records of a text, each with the number of the line it begins on. Empty lines are none.</summary>
    public static IEnumerable<(int Line, string[] Fields)> Parse(string text)
    {
        var (fields, field, quoted, line, begun) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(c);
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    field.Append(c);
                    line += c == '\n' ? 1 : 0;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                Next(fields, field);
            }
            else if (c is '\r' or '\n')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    i++;
                }

                Next(fields, field);
                if (fields is not [""])
                {
                    yield return (begun, [.. fields]);
                }

                fields.Clear();
                begun = ++line;
            }
            else
            {
                field.Append(c);
            }
        }

        if (fields.Count > 0 || field.Length > 0)
        {
            Next(fields, field);
            yield return (begun, [.. fields]);
        }
    }

    public static string Field(string? value) =>
        value is null ? "" : value.AsSpan().ContainsAny(Special) ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value;

    private static void Next(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }
}
