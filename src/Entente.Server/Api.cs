using System.Text.Json;
using Entente.Claims;
using Entente.Claims.Coding;
using Entente.Record;
using Entente.Record.Asking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Server;

/// <summary>The API: each address asks the archive one question and answers with JSON, or with a problem (RFC 9457).</summary>
internal static class Api
{
    /// <summary>Where decisions are sent.</summary>
    public const string Decisions = "/api/corrections";

    private const int MostFound = 100;

    public static void Map(IEndpointRouteBuilder routes, Archive archive, string record, Func<Coder> coder, ReviewDesk? desk)
    {
        var rules = RuleBook.Load();
        var silences = new SilenceFinder(coder, rules);
        var api = routes.MapGroup("/api");
        api.MapGet("/totals", () => Results.Ok(TotalsAnswer.Of(record, archive.Totals(), archive.Documents())));
        api.MapGet("/documents", () => Results.Ok(archive.Documents().Select(DocumentAnswer.Of)));
        api.MapGet("/documents/{id}", (string id) => Document(archive, rules, id));
        api.MapGet("/documents/{id}/silences", (string id) => Silences(archive, silences, id));
        api.MapGet("/dyads", () => Results.Ok(archive.Dyads().Select(DyadAnswer.Of)));
        api.MapGet("/dyads/{a}/{b}", (string a, string b) => Dyad(archive, a, b));
        api.MapGet("/dyads/{a}/{b}/state", (string a, string b, [AsParameters] StateParameters asked) => State(archive, a, b, asked));
        api.MapGet("/matters/{id}", (string id) => Matter(archive, id));
        api.MapGet("/claims/{id}", (string id) => Claim(archive, rules, id));
        api.MapGet("/coders", () => Results.Ok(archive.Coders().Select(CoderAnswer.Of)));
        api.MapGet("/coders/{**name}", (string name, string? kind) => Coder(archive, Uri.UnescapeDataString(name), kind));
        api.MapGet("/desk", () => Results.Ok(DeskAnswer.Of(desk)));
        api.MapGet("/actors/{**id}", (string id) => Actor(archive, Uri.UnescapeDataString(id)));
        api.MapGet("/actors", () => Results.Ok(archive.Actors().Select(ActorAnswer.Of)));
        api.MapGet("/search", (string? q) => Search(archive, q));
        api.MapGet("/claims/{id}/alike", (string id) => Results.Ok(archive.Alike(id).Select(c => ClaimAnswer.Of(c, null))));
        api.MapGet("/review", (int? limit) => Results.Ok(new ReviewAnswer(desk?.Author, [.. archive.Review(Math.Clamp(limit ?? MostFound, 1, 1000)).Select(ReviewItemAnswer.Of)])));
        api.MapGet("/confidence", () => Results.Ok(CalibrationAnswer.Of(archive.Calibration())));
        api.MapGet("/corrections", () => Results.Ok(archive.CorrectionLog().Select(CorrectionAnswer.Of)));
        if (desk is not null)
        {
            api.MapPost("/corrections", (HttpRequest request) => Decide(archive, desk, request));
        }

        api.MapFallback(() => Refuse(404, "There is no such address", "See /api/totals, documents, dyads, matters, claims, actors, coders and search."));
    }

    /// <summary>An answer of RFC 9457.</summary>
    public static IResult Refuse(int status, string title, string detail, string? code = null) =>
        Results.Problem(detail, null, status, title, extensions: code is null ? null : new Dictionary<string, object?> { ["code"] = code });

    private static IResult Document(Archive archive, RuleBook rules, string id) => archive.Document(id) is { } view
        ? Results.Ok(DocumentViewAnswer.Of(view, rules, Times(archive.Coded(id)), archive.ClaimsOfOthers(id)))
        : NoDocument(id);

    private static IResult Silences(Archive archive, SilenceFinder silences, string id) => archive.Document(id) is { } view ? Results.Ok(silences.Of(view)) : NoDocument(id);

    private static IResult NoDocument(string id) => Refuse(404, "There is no such document", $"The record holds no document '{id}'. /api/documents lists all.");

    private static IResult Dyad(Archive archive, string a, string b) => archive.Dyad(a, b) is { } view
        ? Results.Ok(DyadViewAnswer.Of(view, archive.Events(new ClaimFilter { Dyad = view.Row.A + "/" + view.Row.B })))
        : Refuse(404, "Nothing is claimed about these two", $"No page of this record says anything about {a} and {b} together. /api/dyads lists all pairs.");

    /// <summary>"2016" is what passed in 2016; of a month or a day what passed in the year before it, unless it is said since when.</summary>
    private static IResult State(Archive archive, string a, string b, StateParameters asked)
    {
        try
        {
            return archive.State(asked.Question(a, b)) is { } state
                ? Results.Ok(StateAnswer.Of(state))
                : Refuse(404, "Nothing is claimed about these two", $"No page of this record says anything about {a} and {b} together. /api/dyads lists all pairs.");
        }
        catch (FormatException e)
        {
            return Refuse(400, "No such day", e.Message);
        }
    }

    private static IResult Matter(Archive archive, string id) => archive.Matters(new ClaimFilter { Matter = id }) is [var matter]
        ? Results.Ok(MatterAnswer.Of(matter))
        : Refuse(404, "There is no such matter", $"The record holds no matter '{id}'. Claims and events name theirs.");

    private static IResult Claim(Archive archive, RuleBook rules, string id) => archive.Claim(id) is { } claim
        ? Results.Ok(ClaimAnswer.Of(claim, null) with { Row = rules.Of(claim.Rule) })
        : Refuse(404, "There is no such claim", $"The record holds no claim '{id}', or several begin like that.");

    private static IResult Actor(Archive archive, string id) => archive.ActorPlaces(id, MostFound) is { } view
        ? Results.Ok(ActorViewAnswer.Of(view))
        : Refuse(404, "There is no such actor", $"No page of this record names '{id}', or it is a private person, who has no page. /api/actors lists all.");

    private static IResult Coder(Archive archive, string name, string? kind)
    {
        if (kind is not null && !(CodedNames.TryParse<ClaimKind>(kind, out var parsed) && Enum.IsDefined(parsed)))
        {
            return Refuse(400, "No such kind of claim", $"'{kind}' is none of {string.Join(", ", Enum.GetValues<ClaimKind>().Select(CodedNames.Of))}.");
        }

        return archive.CoderDifferences(name, kind is null ? null : CodedNames.TryParse<ClaimKind>(kind, out var one) ? one : null) is { } differences
            ? Results.Ok(differences.Select(CoderDifferenceAnswer.Of))
            : Refuse(404, "There is no such coder", $"Nobody called '{name}' has coded documents of this record. /api/coders lists all.");
    }

    /// <summary>Whatever is sent is answered: what is no decision with the reason.</summary>
    private static async Task<IResult> Decide(Archive archive, ReviewDesk desk, HttpRequest request)
    {
        try
        {
            var asked = await JsonSerializer.DeserializeAsync<DecisionRequest>(request.Body, AnswerJson.Strict, request.HttpContext.RequestAborted);
            return Results.Ok(desk.Decide(archive, asked ?? throw new FormatException("Send a decision as JSON."), TimeProvider.System.GetUtcNow()));
        }
        catch (FormatException e)
        {
            return Refuse(400, "That cannot be decided", e.Message);
        }
        catch (JsonException e)
        {
            return Refuse(400, "That is no decision", e.Message);
        }
        catch (BadHttpRequestException e)
        {
            return Refuse(e.StatusCode, "That cannot be read", e.Message);
        }
    }

    private static IResult Search(Archive archive, string? words) => string.IsNullOrWhiteSpace(words)
        ? Refuse(400, "No words to search for", "Ask with ?q= and one or more words; words in quotes are a phrase, a* is any end.")
        : Results.Ok(archive.Search(words, MostFound).Select(FoundAnswer.Of));

    /// <summary>The time expressions of a coded document, as they stand in it.</summary>
    private static JsonElement? Times(byte[]? coded)
    {
        if (coded is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(coded);
        return json.RootElement.TryGetProperty("times", out var times) ? times.Clone() : null;
    }
}
