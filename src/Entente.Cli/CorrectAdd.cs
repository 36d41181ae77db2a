using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Record;

namespace Entente.Cli;

/// <summary>`entente correct add`: a claim that the coder missed, at the words that say it: an event by options, any other as JSON.</summary>
internal static class CorrectAdd
{
    public static Command Create()
    {
        var document = new Argument<string>("DOCUMENT") { Description = "The document's id." };
        var quote = new Argument<string>("QUOTE") { Description = "The words that say it, as they stand in the text." };
        var claim = new Option<string?>("--claim") { Description = "The claim as the coded document has it (entente.coded/1), with offsets from the beginning of these words.", HelpName = "JSON" };
        var type = new Option<string?>("--type") { Description = "Of an event: its PLOVER type.", HelpName = "TYPE" };
        var mode = new Option<string?>("--mode") { Description = "Of an event: its PLOVER mode.", HelpName = "MODE" };
        var actors = new Option<string[]>("--actor") { Description = "Of an event: who did it, by id or name; may be given again.", HelpName = "ACTOR" };
        var recipients = new Option<string[]>("--recipient") { Description = "Of an event: to or with whom; may be given again.", HelpName = "ACTOR" };
        var when = new Option<string?>("--date") { Description = "When it took place.", HelpName = "WHEN" };
        var reading = new Option<string?>("--reading") { Description = "How it is told: asserted, planned, hypothetical, inferred, rumoured, denied or opinion.", HelpName = "READING" };
        return new DecisionCommand("add", "Adds a claim by hand.", (asked, parsed) =>
        {
            var place = asked.Place(parsed.GetValue(document)!, parsed.GetValue(quote)!);
            if (parsed.GetValue(claim) is { } json)
            {
                return new AddClaims([new AddedClaim(place, Json(json))]);
            }

            var kind = RecordOptions.Choice<EventType>(parsed.GetValue(type) ?? throw new FormatException("Say what it is: --type for an event, or --claim with JSON."), "PLOVER type");
            return new AddClaims([new AddedClaim(place, EventOf(
                place.Quote, CodedNames.Of(kind), parsed.GetValue(mode), [.. (parsed.GetValue(actors) ?? []).Select(asked.Actor)], [.. (parsed.GetValue(recipients) ?? []).Select(asked.Actor)],
                parsed.GetValue(when) is { } time ? DayText.Interval(time) : null, parsed.GetValue(reading) ?? "asserted"))]);
        }).With(document, quote).With(claim, type, mode, actors, recipients, when, reading).Command;
    }

    private static string Json(string claim)
    {
        try
        {
            return JsonNode.Parse(claim) is JsonObject json ? json.ToJsonString() : throw new FormatException("--claim is no JSON object.");
        }
        catch (JsonException e)
        {
            throw new FormatException("--claim is no JSON: " + e.Message, e);
        }
    }

    /// <summary>An event as the coded document has it. The words that say it stand for the places of its trigger and parties, where their names are not among them.</summary>
    public static string EventOf(string quote, string type, string? mode, IReadOnlyList<Actor> actors, IReadOnlyList<Actor> recipients, DateInterval? time, string reading)
    {
        var length = new CodePointMap(quote).ToCodePoint(quote.Length);
        object Party(Actor actor)
        {
            var at = quote.IndexOf(actor.Name, StringComparison.Ordinal);
            return new { id = actor.Id, name = actor.Name, kind = CodedNames.Of(actor.Kind), country = actor.Country, sector = actor.Sector, start = at < 0 ? 0 : at, end = at < 0 ? length : at + actor.Name.Length };
        }

        return JsonSerializer.Serialize(
            new
            {
                kind = "event",
                @event = new { type, mode, trigger = new { start = 0, end = length }, actors = actors.Select(Party), recipients = recipients.Select(Party) },
                time = time is { } days ? new { earliest = Iso(days.Earliest), latest = Iso(days.Latest), value = days.ToString(), basis = "stated" } : null,
                factuality = new { certainty = reading is "asserted" or "planned" ? "CT" : "U", polarity = "+", readings = new[] { reading } },
                confidence = 1,
                evidence = new { start = 0, end = length },
            },
            RunText.Json);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
