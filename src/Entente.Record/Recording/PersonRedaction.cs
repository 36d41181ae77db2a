using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>
/// Takes a person out of a document: each sentence that names him, or in which another word stands for him, or which tells what he says; outside the sentences each line that does, and each comment that he wrote.
/// On a page that has the whole name the family name alone, with a capital letter, is taken for his.
/// </summary>
internal sealed class PersonRedaction
{
    private static readonly int Text = RowColumns.IndexOf(RowColumns.Document, "text"), Coded = RowColumns.IndexOf(RowColumns.Document, "coded"), Authors = RowColumns.IndexOf(RowColumns.Document, "authors"), Author = RowColumns.IndexOf(RowColumns.Block, "author"), Role = RowColumns.IndexOf(RowColumns.Block, "role");
    private static readonly string[] Layers = ["times", "actors", "places", "agreements", "quantities", "attributions", "claims", "predicates", "silences", "tokens"];

    /// <summary>"He", "her", "I": words that stand for one person.</summary>
    private static readonly FrozenSet<string> Pronouns =
        Table.Shipped("pronouns").Rows.Where(r => r["number"] == "S" && r["gender"] != "N").Select(r => r.Required("form")).ToFrozenSet(StringComparer.Ordinal);

    private readonly NameFinder _finder;
    private readonly HashSet<string> _families;
    private readonly DocumentRows _rows;
    private readonly string _text;
    private readonly CodePointMap _map;
    private readonly JsonObject? _coded;
    private readonly List<(int Start, int Stop)> _sentences, _mentions;

    private PersonRedaction(DocumentRows rows, NameFinder finder)
    {
        (_rows, _finder) = (rows, finder);
        _text = (string)rows.Document[Text]!;
        _map = new CodePointMap(_text);
        var packed = rows.Document[Coded] as byte[];
        _families = Strings(rows, packed).SelectMany(finder.In).Select(f => f.Family).Where(f => f.Length > 0).ToHashSet(StringComparer.Ordinal);
        _coded = packed is null ? null : JsonNode.Parse(CodedBytes.Unpack(packed))!.AsObject();

        // What another coder made of a document has no rows for these of its own.
        _sentences = _coded?["sentences"] is JsonArray sentences ? [.. sentences.OfType<JsonObject>().Select(Bounds)] : [.. rows.Sentences.Select(s => (Number(s.Row[1]), Number(s.Row[2])))];
        _mentions = _coded?["actors"] is JsonArray actors ? [.. actors.OfType<JsonObject>().Select(Bounds)] : [.. rows.Mentions.Select(m => (Number(m[1]), Number(m[2])))];
    }

    /// <summary>The same rows when they do not tell of the person.</summary>
    public static DocumentRows Of(DocumentRows rows, NameFinder finder) => Places(rows, finder) is { Count: > 0 } places ? Of(rows, finder, places) : IsIn(rows, finder) ? Of(rows, finder, []) : rows;

    /// <summary>The same rows without him, and without what stands in the places that other codings of the same text have him in.</summary>
    public static DocumentRows Of(DocumentRows rows, NameFinder finder, IReadOnlyList<(int Start, int Stop)> places) => new PersonRedaction(rows, finder).Without(places);

    /// <summary>Where a document tells of the person, with the sentences or lines around: in code points, in order.</summary>
    public static IReadOnlyList<(int Start, int Stop)> Places(DocumentRows rows, NameFinder finder) => IsIn(rows, finder) ? new PersonRedaction(rows, finder).Places() : [];

    private static bool IsIn(DocumentRows rows, NameFinder finder) => Strings(rows, rows.Document[Coded] as byte[]).Any(finder.IsIn);

    /// <summary>All words that stand in the rows of a document.</summary>
    private static IEnumerable<string> Strings(DocumentRows rows, byte[]? coded)
    {
        var authors = JsonSerializer.Deserialize<string[]>((string)rows.Document[Authors]!)!;
        var fields = rows.Document.Where((_, i) => i != Authors).Concat(rows.Blocks.SelectMany(b => b)).Concat(rows.Mentions.SelectMany(m => m)).OfType<string>();
        return coded is null ? authors.Concat(fields) : authors.Concat(fields).Append(CodedBytes.Text(coded));
    }

    private DocumentRows Without(IReadOnlyList<(int Start, int Stop)> places) => new DocumentRedaction { Places = places, Tells = Tells }.Of(_rows);

    private List<(int Start, int Stop)> Places()
    {
        var places = _finder.In(_text).Select(f => f.Span).Concat(FoldedWords.Of(_text).Where(w => w.Capital && _families.Contains(w.Letters)).Select(w => w.Span))
            .Select(s => (_map.ToCodePoint(s.Start), _map.ToCodePoint(s.End)))
            .Concat(_rows.Mentions.Where(m => m.Any(v => v is string words && Tells(words))).Select(m => (Number(m[1]), Number(m[2]))))
            .Concat(_coded is null ? [] : Telling(_coded))
            .Concat(_rows.Blocks.Where(b => b[Author] is string author && b[Role] is "comment" && Tells(author)).Select(b => (Number(b[1]), Number(b[2]))))
            .SelectMany(Around).Distinct().Order().ToList();
        return [.. places, .. WhatFollows(new Places(places))];
    }

    /// <summary>
    /// Sentences of the same block that follow with a "he", "her" or "I" which was led to nobody: it may be the person. What was led to somebody else stays.
    /// </summary>
    private IEnumerable<(int, int)> WhatFollows(Places places)
    {
        var block = -1;
        var goes = false;
        foreach (var (start, stop) in _sentences)
        {
            var inside = _rows.Blocks.ToList().FindIndex(b => Number(b[1]) <= start && start < Number(b[2]));
            var blanked = places.Touch(start, stop);
            goes = blanked || goes && inside == block && HasLoosePronoun(start, stop);
            block = inside;
            if (goes && !blanked)
            {
                yield return (start, stop);
            }
        }
    }

    private bool HasLoosePronoun(int start, int stop)
    {
        var offset = _map.ToOffset(start);
        return FoldedWords.Of(_text[offset.._map.ToOffset(stop)]).Where(w => Pronouns.Contains(w.Letters)).Select(w => _map.ToCodePoint(offset + w.Span.Start))
            .Any(at => !_mentions.Exists(m => m.Start <= at && at < m.Stop));
    }

    /// <summary>Addresses and ids are written without capitals and spaces.</summary>
    private bool Tells(string words)
    {
        if (_finder.IsIn(words))
        {
            return true;
        }

        var slug = !words.Any(char.IsWhiteSpace);
        return _families.Count > 0 && FoldedWords.Of(words).Exists(w => (slug || w.Capital) && _families.Contains(w.Letters));
    }

    /// <summary>Where things of the coded document stand that tell of the person: of a claim its evidence, for what he says is his.</summary>
    private IEnumerable<(int, int)> Telling(JsonObject coded) =>
        Layers.SelectMany(l => coded[l] as JsonArray ?? []).OfType<JsonObject>().Where(Tells)
            .SelectMany(e => e["evidence"] is JsonObject evidence ? [Bounds(evidence)] : e.ContainsKey("start") ? [Bounds(e)] : Inner(e));

    private static IEnumerable<(int, int)> Inner(JsonNode? node) => node switch
    {
        JsonObject thing when thing.ContainsKey("start") => [Bounds(thing)],
        JsonObject thing => thing.SelectMany(p => Inner(p.Value)),
        JsonArray list => list.SelectMany(Inner),
        _ => [],
    };

    private static (int, int) Bounds(JsonObject thing) => (thing["start"]!.GetValue<int>(), thing["end"]!.GetValue<int>());

    private bool Tells(JsonNode? node) => node switch
    {
        JsonObject thing => thing.Any(p => Tells(p.Value)),
        JsonArray list => list.Any(Tells),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Tells(value.GetValue<string>()),
        _ => false,
    };

    /// <summary>The place, with the sentences that it touches or, where there is none, its line.</summary>
    private IEnumerable<(int, int)> Around((int Start, int Stop) place)
    {
        var sentences = _sentences.Where(s => place.Start < s.Stop && s.Start < place.Stop).ToList();
        return [place, .. sentences.Count > 0 ? sentences : [Line(place)]];
    }

    private (int, int) Line((int Start, int Stop) place)
    {
        var (start, stop) = (_map.ToOffset(place.Start), _map.ToOffset(place.Stop));
        var next = _text.IndexOf('\n', stop);
        return (_map.ToCodePoint(start == 0 ? 0 : _text.LastIndexOf('\n', start - 1) + 1), _map.ToCodePoint(next < 0 ? _text.Length : next));
    }

    private static int Number(object? value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
