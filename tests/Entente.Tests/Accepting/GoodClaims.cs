using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Claims.Accepting;

namespace Entente.Tests.Accepting;

/// <summary>A text with a claim of each kind as another coder would send them, and ways to spoil one.</summary>
internal static class GoodClaims
{
    public const string Text = "😀 Norway and Ghana signed a fishing pact in Oslo on Tuesday. Trade between them rose to $5 billion from $3 billion, Norway said. "
        + "Kari Holm, the trade minister of Norway, called Ghana a steady friend. It was their third meeting. Ghana is a member of ECOWAS. Norway backs a ceasefire.";

    public static readonly Accepter Accepter = Accepter.Load();

    private static readonly CodePointMap Map = new(Text);

    /// <summary>A claim of a kind that says what the text says.</summary>
    public static JsonObject Of(string kind) => kind switch
    {
        "event" => Claim(kind, "Norway and Ghana signed a fishing pact in Oslo on Tuesday.", new JsonObject
        {
            ["type"] = "COOPERATE", ["contexts"] = new JsonArray("economic"), ["trigger"] = At("signed"), ["actors"] = new JsonArray(Actor("Norway", "NOR"), Actor("Ghana", "GHA")), ["recipients"] = new JsonArray(),
            ["place"] = With(At("Oslo"), ("name", "Oslo"), ("country", "NOR")),
        }),
        "figure" => Claim(kind, "Trade between them rose to $5 billion from $3 billion", With(
            At("$5 billion"), ("value", 5e9), ("unit", "USD"), ("change", "up"), ("from", 3e9), ("to", 5e9), ("of", "Trade"), ("whose", new JsonArray(Actor("Norway", "NOR"))), ("period", "2023"))),
        "count" => Claim(kind, "It was their third meeting.", new JsonObject { ["n"] = 3, ["what"] = "meeting", ["whose"] = new JsonArray(Actor("Norway", "NOR"), Actor("Ghana", "GHA")) }),
        "membership" => Claim(kind, "Ghana is a member of ECOWAS.", new JsonObject { ["actor"] = Actor("Ghana", "GHA"), ["organisation"] = With(At("ECOWAS"), ("id", "org:ecowas"), ("name", "ECOWAS"), ("kind", "organisation")), ["standing"] = "member" }),
        "agreement" => Claim(kind, "Norway and Ghana signed a fishing pact in Oslo on Tuesday.", new JsonObject { ["name"] = "fishing pact", ["parties"] = new JsonArray(Actor("Norway", "NOR"), Actor("Ghana", "GHA")), ["contexts"] = new JsonArray(), ["state"] = "signed" }),
        "label" => Claim(kind, "called Ghana a steady friend", new JsonObject { ["words"] = "steady friend", ["about"] = new JsonArray(Actor("Ghana", "GHA")), ["by"] = new JsonArray(Holm()) }),
        "role" => Claim(kind, "Kari Holm, the trade minister of Norway", new JsonObject { ["person"] = Holm(), ["office"] = "trade minister", ["country"] = "NOR" }),
        _ => Claim(kind, "Norway backs a ceasefire.", new JsonObject { ["holder"] = Actor("Norway", "NOR"), ["proposition"] = "alliance:GHA-NOR", ["stance"] = "for", ["reason"] = "ceasefire" }),
    };

    /// <summary>The same with the value at a path ("event.actors[1].id") replaced by other JSON; without any, taken out.</summary>
    public static JsonObject Spoilt(JsonObject claim, string path, string? json)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        JsonNode at = claim;
        foreach (var step in steps[..^1])
        {
            at = at is JsonArray list ? list[int.Parse(step)]! : at[step]!;
        }

        var value = json is null ? null : JsonNode.Parse(json);
        if (at is JsonArray items)
        {
            items[int.Parse(steps[^1])] = value;
        }
        else if (json is null)
        {
            at.AsObject().Remove(steps[^1]);
        }
        else
        {
            at[steps[^1]] = value;
        }

        return claim;
    }

    /// <summary>The same with every place so many code points further.</summary>
    public static JsonObject Moved(JsonObject claim, int by)
    {
        foreach (var member in new[] { "start", "end" }.Where(claim.ContainsKey))
        {
            claim[member] = (int)claim[member]! + by;
        }

        foreach (var part in claim.Select(m => m.Value).SelectMany(v => v is JsonArray list ? list.ToArray() : [v]).OfType<JsonObject>())
        {
            Moved(part, by);
        }

        return claim;
    }

    public static Acceptance Accept(JsonNode claim, AcceptedText? text = null) => Accept(claim.ToJsonString(), text);

    public static Acceptance Accept(string json, AcceptedText? text = null)
    {
        using var parsed = JsonDocument.Parse(json);
        return Accepter.Accept(parsed.RootElement, text ?? new AcceptedText(Text));
    }

    /// <summary>Where words stand first, in code points.</summary>
    public static JsonObject At(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new JsonObject { ["start"] = Map.ToCodePoint(start), ["end"] = Map.ToCodePoint(start + words.Length) };
    }

    private static JsonObject Holm() => With(At("Kari Holm"), ("id", "name:kari-holm"), ("name", "Kari Holm"), ("kind", "person"), ("country", "NOR"));

    private static JsonObject Actor(string name, string code) => With(At(name), ("id", code), ("name", name), ("kind", "country"), ("country", code));

    private static JsonObject With(JsonObject place, params (string Name, JsonNode Value)[] members)
    {
        foreach (var (name, value) in members)
        {
            place[name] = value;
        }

        return place;
    }

    private static JsonObject Claim(string kind, string evidence, JsonObject body) => new()
    {
        ["id"] = "c1", ["kind"] = kind, [kind] = body,
        ["time"] = new JsonObject { ["earliest"] = "2023-03-14", ["latest"] = "2023-03-14", ["value"] = "2023-03-14", ["basis"] = "relative" },
        ["factuality"] = new JsonObject { ["certainty"] = "CT", ["polarity"] = "+", ["readings"] = new JsonArray("asserted") },
        ["confidence"] = 0.8, ["chain"] = new JsonArray(new JsonObject { ["name"] = "Norway", ["kind"] = "body", ["actor"] = "NOR", ["words"] = "Norway said" }), ["evidence"] = At(evidence), ["rule"] = "by hand",
    };
}
