namespace Entente.Claims.Reading.Html;

/// <summary>A parsed page: its elements, its text in segments, and what stands in its head.</summary>
internal sealed class HtmlPage(string source)
{
    public string Source { get; } = source;

    public List<HtmlElement> Elements { get; } = [];

    public List<Segment> Segments { get; } = [];

    /// <summary>Contents of script elements of type application/ld+json.</summary>
    public List<TextSpan> JsonLd { get; } = [];

    /// <summary>Content of the title element, decoded.</summary>
    public string? Title { get; set; }

    /// <summary>Elements nested deeper than the parser keeps were taken as part of those above.</summary>
    public bool TooDeep { get; set; }

    /// <summary>There are more elements or pieces of text than the parser tells apart.</summary>
    public bool TooMany { get; set; }

    /// <summary>The value of an attribute, entities decoded; null when the element has none.</summary>
    public string? Attribute(HtmlElement element, string name)
    {
        foreach (var attribute in new HtmlAttributes(Source, element.StartTag))
        {
            if (Source.AsSpan(attribute.Name.Start, attribute.Name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                var value = attribute.Value.In(Source);
                return value.Contains('&') ? System.Net.WebUtility.HtmlDecode(value) : value;
            }
        }

        return null;
    }

    /// <summary>The text inside an element, lines joined by line ends.</summary>
    public string TextOf(HtmlElement element)
    {
        var parts = new List<string>();
        for (var s = element.Begin.Segment; s <= element.End.Segment && s < Segments.Count; s++)
        {
            var text = Segments[s].Text;
            var from = s == element.Begin.Segment ? Math.Min(element.Begin.Offset, text.Length) : 0;
            var to = s == element.End.Segment ? Math.Min(element.End.Offset, text.Length) : text.Length;
            if (to > from && !string.IsNullOrWhiteSpace(text[from..to]))
            {
                parts.Add(text[from..to].Trim());
            }
        }

        return string.Join('\n', parts);
    }
}
