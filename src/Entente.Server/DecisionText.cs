using Entente.Claims;
using Entente.Record;

namespace Entente.Server;

/// <summary>A decision of the log of corrections in one line.</summary>
public static class DecisionText
{
    /// <summary>The longest that words of a page are shown.</summary>
    private const int Most = 80;

    /// <summary>What was decided, and about what.</summary>
    public static string Of(Decision decision) => decision switch
    {
        MergeActors merge => $"merge {string.Join(", ", merge.Others)} into {merge.Into.Id}",
        SplitActor split => $"split {split.Actor}: {split.Into.Id}{(split.Called is null ? "" : $" where called “{split.Called}”")}{(split.Place is { } place ? $" in “{Short(place.Quote)}”" : split.Page is null ? "" : " on one page")}",
        KeepApart apart => $"not the same: {string.Join(", ", apart.Actors)}",
        RenameActor rename => $"rename {rename.Actor} to {rename.Name}",
        RetypeActor retype => $"retype {retype.Actor} to {string.Join(' ', new[] { CodedNames.Of(retype.Kind), retype.Country, retype.Sector }.OfType<string>())}",
        RejectActor reject => $"reject the actor {reject.Actor}",
        RetypeClaims retype => $"retype to {retype.Type}{(retype.Mode is null ? "" : " " + retype.Mode)}: {Gists(retype)}",
        RedateClaims date => $"date {date.Time}: {Gists(date)}",
        JudgeClaims judge => $"judge {(judge.Right ? "right" : "wrong")}: {Gists(judge)}",
        ClaimDecision claims => $"{claims.What} {Gists(claims)}",
        AddClaims add => $"{(add.From is null ? "add a claim" : "take over from " + add.From)} at “{Short(add.Claims[0].Place.Quote)}”{(add.Claims.Count == 1 ? "" : $" and {add.Claims.Count - 1} more")}",
        Undo undo => $"undo {undo.Correction}",
        null => throw new ArgumentNullException(nameof(decision)),
        _ => decision.What,
    };

    /// <summary>The words of a page that a decision is about; empty where it is about none.</summary>
    /// <param name="n">Of a decision about several claims, which.</param>
    public static string Quote(Decision decision, int n) => decision switch
    {
        ClaimDecision claims => claims.Claims[n].Place.Quote,
        AddClaims add => add.Claims[n].Place.Quote,
        SplitActor { Place: { } place } => place.Quote,
        _ => "",
    };

    private static string Gists(ClaimDecision decision) => (decision.Claims[0].IsAllegation ? "alleged: " : "") + decision.Claims[0].Gist + (decision.Claims.Count == 1 ? "" : $" and {decision.Claims.Count - 1} more");

    private static string Short(string text) => text.ReplaceLineEndings(" ").Trim() is var words && words.Length <= Most ? words : words[..(Most - 1)] + "…";
}
