using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Claims;

namespace Entente.Record;

/// <summary>
/// A correction as one line of JSON (<c>entente.correction/1</c>, docs/guide/corrections.md): in the record, and in the file that people share.
/// </summary>
internal static class CorrectionJson
{
    public const string Schema = "entente.correction/1";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A new entry, whose id is made of all that it says.</summary>
    /// <exception cref="FormatException">It holds what no entry may hold.</exception>
    public static Correction Make(DateTimeOffset at, string author, Decision decision, string? note)
    {
        var entry = new Correction("", new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero), author, decision) { Note = note };
        return CorrectionRules.Refusal(entry) is { } reason ? throw new FormatException(reason) : entry with { Id = IdOf(entry) };
    }

    public static string IdOf(Correction entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(entry with { Id = "" }))))[..12];

    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Write(Correction entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            Text(json, "id", entry.Id.Length == 0 ? null : entry.Id);
            json.WriteString("at", At(entry.At));
            json.WriteString("by", entry.Author);
            json.WriteString("what", entry.Decision.What);
            Write(json, entry.Decision);
            Text(json, "note", entry.Note);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, Decision decision)
    {
        switch (decision)
        {
            case MergeActors merge:
                json.WriteStartArray("actors");
                merge.Others.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                Write(json, "into", merge.Into);
                break;
            case KeepApart apart:
                json.WriteStartArray("actors");
                apart.Actors.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                break;
            case SplitActor split:
                json.WriteString("actor", split.Actor);
                Write(json, "into", split.Into);
                Text(json, "page", split.Page);
                Text(json, "called", split.Called);
                if (split.Place is { } place)
                {
                    json.WriteStartObject("at_words");
                    Write(json, place);
                    json.WriteEndObject();
                }

                break;
            case RenameActor rename:
                json.WriteString("actor", rename.Actor);
                json.WriteString("name", rename.Name);
                break;
            case RetypeActor retype:
                json.WriteString("actor", retype.Actor);
                json.WriteString("kind", CodedNames.Of(retype.Kind));
                Text(json, "country", retype.Country);
                Text(json, "sector", retype.Sector);
                break;
            case RejectActor reject:
                json.WriteString("actor", reject.Actor);
                break;
            case Undo undo:
                json.WriteString("correction", undo.Correction);
                break;
            case AddClaims add:
                Text(json, "from", add.From);
                json.WriteStartArray("claims");
                foreach (var claim in add.Claims)
                {
                    json.WriteStartObject();
                    Write(json, claim.Place);
                    json.WritePropertyName("claim");
                    json.WriteRawValue(claim.Claim);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case ClaimDecision claims:
                Write(json, claims);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, ClaimDecision decision)
    {
        json.WriteStartArray("claims");
        foreach (var claim in decision.Claims)
        {
            json.WriteStartObject();
            json.WriteString("claim", claim.Claim);
            json.WriteString("kind", CodedNames.Of(claim.Kind));
            json.WriteString("gist", claim.Gist);
            Text(json, "trigger", claim.Trigger);
            if (claim.IsAllegation)
            {
                json.WriteBoolean("alleged", true);
            }

            Write(json, claim.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        switch (decision)
        {
            case RetypeClaims retype:
                json.WriteString("type", retype.Type);
                Text(json, "mode", retype.Mode);
                break;
            case RedateClaims date:
                Text(json, "earliest", Iso(date.Time.Earliest));
                Text(json, "latest", Iso(date.Time.Latest));
                break;
            case JudgeClaims judge:
                json.WriteBoolean("right", judge.Right);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, TextAnchor anchor)
    {
        json.WriteString("page", anchor.Page);
        Text(json, "document", anchor.Document);
        json.WriteString("quote", anchor.Quote);
        json.WriteString("prefix", anchor.Prefix);
        json.WriteString("suffix", anchor.Suffix);
        json.WriteNumber("start", anchor.Start);
        json.WriteNumber("end", anchor.Stop);
    }

    private static void Write(Utf8JsonWriter json, string name, Actor actor)
    {
        json.WriteStartObject(name);
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", CodedNames.Of(actor.Kind));
        Text(json, "country", actor.Country);
        Text(json, "sector", actor.Sector);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
