using System.Text.Json.Nodes;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>Places of a text that are blanked, in code points, "stop" exclusive.</summary>
internal sealed class Places(IReadOnlyList<(int Start, int Stop)> places)
{
    public bool Touch(int start, int stop) => places.Any(p => start < p.Stop && p.Start < stop);

    /// <summary>The same in UTF-16 units of the text.</summary>
    public IEnumerable<TextSpan> In(string text)
    {
        var map = new CodePointMap(text);
        return places.Select(p => TextSpan.FromBounds(map.ToOffset(p.Start), map.ToOffset(p.Stop)));
    }

    /// <summary>Whether an object of a coded document, or one inside it, stands in such a place.</summary>
    public bool Touch(JsonNode? node) => node switch
    {
        JsonObject thing => thing["start"] is JsonValue start && thing["end"] is JsonValue end && Touch(start.GetValue<int>(), end.GetValue<int>()) || thing.Any(p => Touch(p.Value)),
        JsonArray list => list.Any(Touch),
        _ => false,
    };
}
