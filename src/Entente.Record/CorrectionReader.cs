using System.Globalization;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Record;

/// <summary>Reads corrections from lines of JSON: those of the record, which are well formed, and those of a file that somebody may have written by hand.</summary>
internal static class CorrectionReader
{
    /// <summary>A member that is there twice is read in two ways by two programs.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The correction of a line.</summary>
    /// <exception cref="FormatException">The line is none; the message says what is missing or wrong.</exception>
    public static Correction Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            var entry = json.RootElement;
            if (entry.ValueKind != JsonValueKind.Object || Text(entry, "schema") != CorrectionJson.Schema)
            {
                throw new FormatException($"is no correction: its \"schema\" is not \"{CorrectionJson.Schema}\"");
            }

            var read = CorrectionJson.Make(Day(entry), Text(entry, "by"), DecisionOf(entry), TextOrNull(entry, "note"));
            return TextOrNull(entry, "id") is { } id && id != read.Id
                ? throw new FormatException($"was changed since it was written: its id would be {read.Id}. Leave the id out of an entry that is written by hand")
                : read;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter for half a surrogate pair
            throw new FormatException("is no JSON: " + e.Message, e);
        }
    }

    private static Decision DecisionOf(JsonElement entry) => Text(entry, "what") switch
    {
        "apart" => new KeepApart(Ids(entry)),
        "merge" => new MergeActors(Ids(entry), ActorOf(Member(entry, "into", JsonValueKind.Object))),
        "split" => new SplitActor(Text(entry, "actor"), ActorOf(Member(entry, "into", JsonValueKind.Object))) { Page = TextOrNull(entry, "page"), Called = TextOrNull(entry, "called"), Place = entry.TryGetProperty("at_words", out _) ? Anchor(Member(entry, "at_words", JsonValueKind.Object)) : null },
        "rename" => new RenameActor(Text(entry, "actor"), Text(entry, "name")),
        "retype" when entry.TryGetProperty("actor", out _) => new RetypeActor(Text(entry, "actor"), Name<ActorKind>(entry, "kind"), TextOrNull(entry, "country"), TextOrNull(entry, "sector")),
        "reject" when entry.TryGetProperty("actor", out _) => new RejectActor(Text(entry, "actor")),
        "undo" => new Undo(Text(entry, "correction")),
        "add" => new AddClaims(Added(entry)) { From = TextOrNull(entry, "from") },
        "reject" => new RejectClaims(Claims(entry)),
        "confirm" => new ConfirmClaims(Claims(entry)),
        "retype" => new RetypeClaims(Claims(entry), Text(entry, "type"), TextOrNull(entry, "mode")),
        "date" => new RedateClaims(Claims(entry), Interval(entry)),
        "judge" => new JudgeClaims(Claims(entry), entry.TryGetProperty("right", out var right) && right.ValueKind is JsonValueKind.True or JsonValueKind.False ? right.GetBoolean() : throw new FormatException("has no \"right\" that is true or false")),
        var other => throw new FormatException($"has a \"what\" that nobody knows, '{other}': merge, split, rename, retype, reject, confirm, date, add, judge, apart or undo"),
    };

    private static string[] Ids(JsonElement entry) => [.. List(entry, "actors").Select(a => a.ValueKind == JsonValueKind.String ? a.GetString()! : throw new FormatException("has something else than ids in \"actors\""))];

    private static ClaimAnchor[] Claims(JsonElement entry)
    {
        ClaimAnchor[] claims =
        [
            .. List(entry, "claims").Select(c => c.ValueKind == JsonValueKind.Object
                ? new ClaimAnchor(Anchor(c), Text(c, "claim"), Name<ClaimKind>(c, "kind"), Text(c, "gist")) { Trigger = TextOrNull(c, "trigger"), IsAllegation = c.TryGetProperty("alleged", out var alleged) && alleged.ValueKind == JsonValueKind.True }
                : throw new FormatException("has something else than objects in \"claims\"")),
        ];
        return claims.Length > 0 ? claims : throw new FormatException("has no \"claims\"");
    }

    private static AddedClaim[] Added(JsonElement entry)
    {
        AddedClaim[] added = [.. List(entry, "claims").Select(c => c.ValueKind == JsonValueKind.Object ? new AddedClaim(Anchor(c), Member(c, "claim", JsonValueKind.Object).GetRawText()) : throw new FormatException("has something else than objects in \"claims\""))];
        return added.Length > 0 ? added : throw new FormatException("has no \"claims\"");
    }

    private static TextAnchor Anchor(JsonElement json) => new(Text(json, "page"), Text(json, "quote"))
    {
        Document = TextOrNull(json, "document"),
        Prefix = TextOrNull(json, "prefix") ?? "",
        Suffix = TextOrNull(json, "suffix") ?? "",
        Start = Number(json, "start"),
        Stop = Number(json, "end"),
    };

    private static Actor ActorOf(JsonElement json) => new(Text(json, "id"), Text(json, "name"), Name<ActorKind>(json, "kind")) { Country = TextOrNull(json, "country"), Sector = TextOrNull(json, "sector") };

    private static DateInterval Interval(JsonElement entry)
    {
        var time = new DateInterval(Date(entry, "earliest"), Date(entry, "latest"));
        return time is { Earliest: null, Latest: null } ? throw new FormatException("has neither \"earliest\" nor \"latest\"")
            : time.Earliest > time.Latest ? throw new FormatException("has an \"earliest\" after its \"latest\"") : time;
    }

    private static DateOnly? Date(JsonElement json, string name) => TextOrNull(json, name) is not { } day ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw new FormatException($"has a \"{name}\" that is no day, '{day}': it is to be like 2023-03-21");

    private static DateTimeOffset Day(JsonElement entry) =>
        DateTimeOffset.TryParseExact(Text(entry, "at"), ["yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new FormatException($"has an \"at\" that is no time, '{Text(entry, "at")}': it is to be like 2026-01-31T09:30:00Z");

    private static T Name<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Text(json, name) is var word && CodedNames.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : throw new FormatException($"has a \"{name}\" that nobody knows, '{word}': {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}");

    private static int Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 ? number : 0;

    private static JsonElement.ArrayEnumerator List(JsonElement json, string name) => Member(json, name, JsonValueKind.Array).EnumerateArray();

    private static JsonElement Member(JsonElement json, string name, JsonValueKind kind) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : throw new FormatException($"has no \"{name}\" ({kind switch { JsonValueKind.Array => "a list", _ => "an object" }})");

    private static string Text(JsonElement json, string name) => TextOrNull(json, name) is { Length: > 0 } text ? text : throw new FormatException($"has no \"{name}\"");

    private static string? TextOrNull(JsonElement json, string name) => !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"has a \"{name}\" that is no text");
}
