namespace Entente.Claims.Reading.Opening;

/// <summary>The "key: value" lines between two lines of three hyphens at the beginning of a Markdown file (plain values and lists; no more of YAML).</summary>
internal sealed class FrontMatter
{
    private const int MostLines = 200;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the text begins; 0 when there is no front matter.</summary>
    public int End { get; private set; }

    /// <summary>The value of a key; null when there is none, or a list.</summary>
    public string? this[string key] => List(key) is [var only] ? only : null;

    public IReadOnlyList<string> List(string key) => _values.TryGetValue(key, out var values) ? values : [];

    public static FrontMatter Read(string text)
    {
        var front = new FrontMatter();
        var at = Line(text, 0, out var first);
        if (first is not "---")
        {
            return front;
        }

        string? key = null;
        for (var i = 0; i < MostLines && at < text.Length; i++)
        {
            at = Line(text, at, out var line);
            if (line is "---" or "...")
            {
                front.End = front._values.Count > 0 ? at : 0;
                return front;
            }

            key = front.Take(line, key);
        }

        front._values.Clear();
        return front;
    }

    private string? Take(string line, string? key)
    {
        var item = line.TrimStart();
        if (key is not null && item.StartsWith("- ", StringComparison.Ordinal))
        {
            Add(key, item[2..]);
            return key;
        }

        var colon = line.IndexOf(':');
        if (colon <= 0 || char.IsWhiteSpace(line[0]))
        {
            return key;
        }

        key = line[..colon].Trim().Trim('"', '\'');
        var value = line[(colon + 1)..].Trim();
        foreach (var part in value is ['[', .., ']'] ? value[1..^1].Split(',') : [value])
        {
            Add(key, part);
        }

        return key;
    }

    /// <summary>Quotation marks of YAML and the brackets of a wiki's links are no part of a value.</summary>
    private void Add(string key, string value)
    {
        var clean = value.Trim().Trim('"', '\'').Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal).Trim();
        if (clean.Length > 0)
        {
            (_values.TryGetValue(key, out var values) ? values : _values[key] = []).Add(clean);
        }
    }

    private static int Line(string text, int at, out string line)
    {
        var end = text.IndexOf('\n', at);
        line = text[at..(end < 0 ? text.Length : end)].TrimEnd('\r', ' ').TrimStart('\uFEFF');
        return end < 0 ? text.Length : end + 1;
    }
}
