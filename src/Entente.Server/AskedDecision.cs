using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;

namespace Entente.Server;

/// <summary>The decision that the web page asks for, with all that it names looked up in the record.</summary>
internal sealed class AskedDecision(Archive archive, Ledger ledger, DecisionRequest asked)
{
    /// <exception cref="FormatException">What is asked for cannot be; the message says why.</exception>
    public Decision Decision() => asked.What switch
    {
        "confirm" => new ConfirmClaims(Anchors()),
        "reject" => asked.Actor is null ? new RejectClaims(Anchors()) : new RejectActor(One(asked.Actor).Id),
        "retype" => asked.Actor is null ? RetypeClaims.Of(Anchors(), asked.Type ?? throw new FormatException("Say of which type it is."), asked.Mode) : Retype(One(asked.Actor)),
        "date" => new RedateClaims(Anchors(), DayText.Interval(asked.When ?? throw new FormatException("Say when it was."))),
        "judge" => new JudgeClaims(Anchors(), asked.Right ?? throw new FormatException("Say whether it is right.")),
        "merge" => Merge(),
        "split" => Split(),
        "rename" => new RenameActor(One(asked.Actor).Id, Said(asked.Name, "Say what its name is.")),
        "apart" => new KeepApart([.. Actors(2).Select(a => a.Id)]),
        "add" => new AddClaims([new AddedClaim(Place(), Added())]),
        "adopt" => Adopt(),
        "undo" => new Undo(Standing()),
        var other => throw new FormatException($"'{other}' is no decision: confirm, reject, retype, date, judge, merge, split, rename, apart, add, adopt or undo."),
    };

    private ClaimAnchor[] Anchors() => asked.Claims is { Count: > 0 } claims
        ? [.. claims.Distinct(StringComparer.Ordinal).Select(c => (string.IsNullOrEmpty(c) ? null : ledger.Anchor(c)) ?? throw new FormatException($"There is no claim '{c}' any more."))]
        : throw new FormatException("Name the claims.");

    private Actor[] Actors(int least) => asked.Actors?.Where(a => !string.IsNullOrEmpty(a)).Distinct(StringComparer.Ordinal).ToList() is { } actors && actors.Count >= least
        ? [.. actors.Select(One)]
        : throw new FormatException(least > 1 ? "Name two actors or more." : "Name the actors.");

    private Actor One(string? id) => archive.Actor(Said(id, "Name the actor.")) ?? throw new FormatException($"There is no actor '{id}' any more.");

    private MergeActors Merge()
    {
        var actors = Actors(asked.Into is null ? 2 : 1);
        var into = asked.Into is null ? actors[0] : Into();
        return new MergeActors([.. actors.Select(a => a.Id).Where(a => a != into.Id)], into) is { Others.Count: > 0 } merge ? merge : throw new FormatException("These are one actor already.");
    }

    private SplitActor Split()
    {
        var actor = One(asked.Actor);
        var (into, place) = (Into(), asked.Start is null ? null : Place());
        var page = asked.Document is { } document ? Document(document).Page : null;
        return into.Id == actor.Id ? throw new FormatException("It is that actor already.")
            : page is null && string.IsNullOrWhiteSpace(asked.Called) ? throw new FormatException("Say where it is somebody else: in which document, where called by which words, or both. Everywhere is a merge.")
            : new SplitActor(actor.Id, into) { Page = page, Called = string.IsNullOrWhiteSpace(asked.Called) ? null : asked.Called, Place = place };
    }

    private RetypeActor Retype(Actor actor) => new(
        actor.Id, asked.Kind is { } kind ? KindOf(kind) : actor.Kind, asked.Country is { } country ? Code(country) : actor.Country, asked.Sector is { } sector ? Code(sector) : actor.Sector);

    private Actor Into()
    {
        var into = asked.Into ?? throw new FormatException("Say whom the words mean.");
        return string.IsNullOrWhiteSpace(into.Name)
            ? One(into.Id)
            : new Actor(IntoRequest.IdOf(Said(into.Id ?? into.Name, "Name the actor.")), into.Name.Trim(), KindOf(Said(into.Kind, "A new actor needs a kind."))) { Country = Code(into.Country ?? ""), Sector = Code(into.Sector ?? "") };
    }

    private DocumentRow Document(string id) => archive.Document(Said(id, "Name the document."))?.Row ?? throw new FormatException($"There is no document '{id}'.");

    private TextAnchor Place() => asked.Document is { Length: > 0 } document && asked is { Start: { } start, End: { } end }
        ? ledger.Anchor(document, start, end) ?? throw new FormatException($"There is no document '{document}', or it has no characters {start} to {end}.")
        : throw new FormatException("Say where: the document, and where the words start and end.");

    private string Added()
    {
        if (asked.Claim is not { ValueKind: JsonValueKind.Object } claim || !IsText(claim))
        {
            throw new FormatException("Give the claim as the coded document has it.");
        }

        if (string.IsNullOrWhiteSpace(asked.When))
        {
            return claim.GetRawText();
        }

        var days = DayText.Interval(asked.When.Trim());
        var dated = JsonObject.Create(claim)!;
        dated["time"] = new JsonObject { ["earliest"] = Iso(days.Earliest), ["latest"] = Iso(days.Latest), ["value"] = days.ToString(), ["basis"] = "stated" };
        return dated.ToJsonString();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether all its strings are text: half of a surrogate pair is none.</summary>
    private static bool IsText(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString() is not null,
                JsonValueKind.Array => json.EnumerateArray().All(IsText),
                JsonValueKind.Object => json.EnumerateObject().All(m => m.Name.Length > 0 && IsText(m.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private AddClaims Adopt()
    {
        var claims = asked.Claims?.Where(c => !string.IsNullOrEmpty(c)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } named ? named : throw new FormatException("Name the claims.");
        return ledger.TakeOver(claims) is { } adds && adds.Claims.Count == claims.Count ? adds : throw new FormatException("Not all of these are claims of one other coder.");
    }

    private string Standing() => archive.CorrectionLog().FirstOrDefault(c => c.Correction.Id == asked.Correction) is not { } row ? throw new FormatException($"There is no correction '{asked.Correction}'.")
        : row.State == CorrectionState.Undone ? throw new FormatException($"{row.Correction.Id} is undone already.")
        : row.State == CorrectionState.Undoes ? throw new FormatException($"{row.Correction.Id} takes back another, and is not taken back itself: decide anew.") : row.Correction.Id;

    private static string Said(string? value, string otherwise) => string.IsNullOrWhiteSpace(value) ? throw new FormatException(otherwise) : value.Trim();

    private static string? Code(string code) => string.IsNullOrWhiteSpace(code) ? null : code.Trim().ToUpperInvariant();

    private static ActorKind KindOf(string kind) => CodedNames.TryParse<ActorKind>(kind, out var value) && Enum.IsDefined(value)
        ? value
        : throw new FormatException($"'{kind}' is no kind of actor: choose one of {string.Join(", ", Enum.GetValues<ActorKind>().Select(CodedNames.Of))}.");
}
