namespace Entente.Claims.Reading.Opening;

/// <summary>Header fields as WARC, HTTP and mail have them: "Name: value" lines, folded lines joined, names in any case.</summary>
internal sealed class HeaderFields
{
    private const int MostFields = 1000;

    private readonly List<(string Name, string Value)> _fields = [];

    public int Count => _fields.Count;

    /// <summary>The first value of a field; null when it is missing or empty.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (known, value) in _fields)
            {
                if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value.Length == 0 ? null : value;
                }
            }

            return null;
        }
    }

    /// <summary>Reads lines up to the empty one, or to the end. Lines that are no fields are left out.</summary>
    public static HeaderFields Read(ByteReader bytes)
    {
        var fields = new HeaderFields();
        while (fields._fields.Count < MostFields && bytes.ReadLine() is { Length: > 0 } line)
        {
            fields.Add(line);
        }

        return fields;
    }

    /// <summary>The media type in lower case, without its parameters; "" without one.</summary>
    public string MediaType => (this["Content-Type"] ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>A parameter of a field: charset of "text/html; charset=koi8-r".</summary>
    public string? Parameter(string field, string name)
    {
        var value = this[field] ?? "";
        for (var at = value.IndexOf(';'); at >= 0; at = value.IndexOf(';', at + 1))
        {
            var rest = value.AsSpan(at + 1).TrimStart();
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest[name.Length..].TrimStart() is ['=', ..] and var set)
            {
                set = set[1..].TrimStart();
                var end = set is ['"', ..] ? set[1..].IndexOf('"') + 1 : set.IndexOfAny(';', ' ');
                var found = (end < 0 ? set : set is ['"', ..] ? end == 0 ? set[1..] : set[1..end] : set[..end]).Trim().ToString();
                return found.Length == 0 ? null : found;
            }
        }

        return null;
    }

    private void Add(string line)
    {
        if (line[0] is ' ' or '\t' && _fields.Count > 0)
        {
            var (name, value) = _fields[^1];
            _fields[^1] = (name, value.Length > 8192 ? value : value + " " + line.Trim());
        }
        else if (line.IndexOf(':') is > 0 and var colon)
        {
            _fields.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
    }
}
