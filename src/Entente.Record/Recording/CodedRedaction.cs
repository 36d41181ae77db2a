using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Record.Recording;

/// <summary>A coded document (entente.coded/1) without what is forgotten.</summary>
/// <param name="id">The document's id.</param>
/// <param name="places">What is blanked in its text.</param>
/// <param name="tells">Whether words tell of a person who is forgotten.</param>
internal sealed class CodedRedaction(byte[] coded, string id, Places places, Func<string, bool> tells)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _root = JsonNode.Parse(CodedBytes.Unpack(coded))!.AsObject();

    /// <summary>Ids in the record of the claims that tell of the person.</summary>
    public IEnumerable<string> ClaimsThatTell() => Claims().Where(Tells).Select(Name);

    /// <summary>The document without them.</summary>
    /// <param name="text">Its text, blanked.</param>
    /// <param name="blocks">Blocks of which nothing but their place and role stays.</param>
    /// <param name="gone">Ids in the record of the claims that go.</param>
    public byte[] Write(string text, IReadOnlySet<int> blocks, IReadOnlySet<string> gone)
    {
        _root["text"] = text;
        Empty(_root["blocks"] as JsonArray ?? [], blocks);
        Keep("claims", c => !gone.Contains(Name(c)));
        foreach (var claim in Claims())
        {
            if (claim["allegation"]?["denials"] is JsonArray denials)
            {
                Keep(denials, d => !places.Touch(d) && !Tells(d) && !(d["claim"]?.GetValue<string>() is { } claimed && gone.Contains(ClaimRows.IdOf(id, claimed))));
            }
        }

        foreach (var layer in new[] { "tokens", "times", "actors", "places", "agreements", "quantities", "attributions", "predicates", "silences", "problems" })
        {
            Keep(layer, e => !places.Touch(e) && !Tells(e));
        }

        if (_root["published"]?["basis"] is JsonArray basis)
        {
            Keep(basis, e => !places.Touch(e) && !Tells(e));
        }

        foreach (var head in new[] { "uri", "publisher", "title", "published" })
        {
            if (Tells(_root[head]))
            {
                _root.Remove(head);
            }
        }

        Keep("authors", a => !Tells(a));
        return CodedBytes.Pack(JsonSerializer.SerializeToUtf8Bytes(_root, Options));
    }

    private static void Keep(JsonArray list, Func<JsonNode, bool> keep)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i] is { } element && !keep(element))
            {
                list.RemoveAt(i);
            }
        }
    }

    private void Keep(string layer, Func<JsonNode, bool> keep) => Keep(_root[layer] as JsonArray ?? [], keep);

    private void Empty(JsonArray blocks, IReadOnlySet<int> emptied)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            foreach (var field in new[] { "author", "posted", "replyTo", "reason" })
            {
                if (blocks[i] is JsonObject block && (emptied.Contains(i) || Tells(block[field])))
                {
                    block.Remove(field);
                }
            }
        }
    }

    private List<JsonNode> Claims() => [.. (_root["claims"] as JsonArray ?? []).OfType<JsonNode>()];

    private string Name(JsonNode claim) => ClaimRows.IdOf(id, claim["id"]!.GetValue<string>());

    private bool Tells(JsonNode? node) => node switch
    {
        JsonObject thing => thing.Any(p => Tells(p.Value)),
        JsonArray list => list.Any(Tells),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => tells(value.GetValue<string>()),
        _ => false,
    };
}
