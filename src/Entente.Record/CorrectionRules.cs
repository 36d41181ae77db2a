using Entente.Claims;

namespace Entente.Record;

/// <summary>What no correction may hold, whoever wrote it: it lasts, and what reads the record relies on ids, codes and kinds.</summary>
internal static class CorrectionRules
{
    private const int LongestName = 500;

    /// <summary>Why an entry cannot be, going on after "the line …"; null when it can.</summary>
    public static string? Refusal(Correction entry) => Words("by", entry.Author) ?? (entry.Note is { } note ? Words("note", note, 10_000) : null) ?? Refusal(entry.Decision);

    private static string? Refusal(Decision decision) => decision switch
    {
        MergeActors merge => merge.Others.Select(a => Id("actors", a)).FirstOrDefault(r => r is not null) ?? (merge.Others.Count == 0 ? "has no \"actors\"" : null) ?? Refusal(merge.Into),
        SplitActor split => Id("actor", split.Actor) ?? Refusal(split.Into) ?? (split.Called is { } called ? Words("called", called) : null),
        RenameActor rename => Id("actor", rename.Actor) ?? Words("name", rename.Name),
        RetypeActor retype => Id("actor", retype.Actor) ?? Codes(retype.Kind, retype.Country, retype.Sector),
        ActorDecision actor => Id("actor", actor.Actor),
        KeepApart apart => apart.Actors.Distinct(StringComparer.Ordinal).Count() < 2 ? "names fewer than two \"actors\"" : apart.Actors.Select(a => Id("actors", a)).FirstOrDefault(r => r is not null),
        ClaimDecision claims when claims.Claims.Any(c => !Enum.IsDefined(c.Kind)) => "has a kind of claim that there is not",
        RetypeClaims retype => Type(retype),
        _ => null,
    };

    private static string? Refusal(Actor actor) => Id("into", actor.Id) ?? Words("name", actor.Name) ?? Codes(actor.Kind, actor.Country, actor.Sector);

    private static string? Type(RetypeClaims retype)
    {
        try
        {
            return RetypeClaims.Of(retype.Claims, retype.Type, retype.Mode).Type == retype.Type ? null : $"has a \"type\" that is not written as it should be, '{retype.Type}'";
        }
        catch (FormatException e)
        {
            return "cannot be: " + e.Message;
        }
    }

    private static string? Codes(ActorKind kind, string? country, string? sector) =>
        !Enum.IsDefined(kind) ? "has a \"kind\" that there is not"
        : country is not null && !IsCode(country) ? $"has a \"country\" that is no code of three capitals, '{country}'"
        : sector is not null && !IsCode(sector) ? $"has a \"sector\" that is no code of three capitals, '{sector}'" : null;

    private static bool IsCode(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    /// <summary>Lists of the record join ids by spaces and line ends.</summary>
    private static string? Id(string member, string id) => id.Length is 0 or > LongestName || id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '|' or '"') ? $"has an id in \"{member}\" that is none, '{id}': no white space, no quotes, no strokes" : null;

    private static string? Words(string member, string words, int longest = LongestName) => string.IsNullOrWhiteSpace(words) ? $"has an empty \"{member}\""
        : words.Length > longest ? $"has a \"{member}\" of more than {longest} characters"
        : words.Any(char.IsControl) ? $"has control characters in its \"{member}\", which would reach the terminal" : null;
}
