namespace Entente.Record.Recording.Correcting;

/// <summary>Makes again what of a claim's row follows from its parties and its type: the pairs that it is about, and the line that tells it.</summary>
internal static class ClaimAgain
{
    public static void Make(ClaimState claim)
    {
        if (!claim.Present.Select(Values).SequenceEqual(claim.CodedParties.Select(Values)))
        {
            var dyads = Dyads(claim).Order().ToList();
            claim.Dyads.Clear();
            claim.Dyads.AddRange(dyads);
        }

        claim.Values[ClaimCell.Gist] = Gist(claim);
    }

    private static string Values(object?[] party) => string.Join('\n', party);

    private static IEnumerable<(string A, string B)> Dyads(ClaimState claim) => claim.Kind == "position"
        ? claim.CodedDyads.Select(d => Side(claim, d.A) is { } a && Side(claim, d.B) is { } b ? ClaimParts.Ordered(a, b) : null).OfType<(string, string)>().Distinct()
        : ClaimParts.Dyads(claim.Kind, [.. claim.Present.Select(p => ((string)p[ActorCells.Part]!, ActorCells.OfParty.Of(p)))]);

    /// <summary>The pair of a position may be of those whom its proposition is about, who are no parties of it; null where its party turned out to be no actor.</summary>
    private static string? Side(ClaimState claim, string side)
    {
        var of = claim.CodedParties.Zip(claim.Parties).Where(p => ClaimParts.Side(ActorCells.OfParty.Of(p.First)) == side).Select(p => p.Second).ToList();
        return of.Count == 0 ? side : of.Where(claim.Present.Contains).Select(p => ClaimParts.Side(ActorCells.OfParty.Of(p))).FirstOrDefault();
    }

    private static string Gist(ClaimState claim)
    {
        var coded = claim.CodedGist;
        switch (claim.Kind)
        {
            case "event":
                return ClaimParts.EventGist(Names(claim.Present, "actor"), Names(claim.Present, "recipient"), Text(claim, ClaimCell.Type)!, Text(claim, ClaimCell.Mode), Text(claim, ClaimCell.Words));
            case "membership":
                return ClaimParts.MembershipGist(Names(claim.Present, "member"), Text(claim, ClaimCell.Type)!, Names(claim.Present, "organisation"));
            default:
                var part = claim.Kind switch { "figure" or "count" => "whose", "agreement" => "party", "label" => "about", "role" => "person", _ => "holder" };
                var (before, now) = (Lead(Names(claim.CodedParties, part)), Lead(Names(claim.Present, part)));
                var rest = coded.StartsWith(before, StringComparison.Ordinal) ? coded[before.Length..] : coded;
                return now + Retyped(claim, rest);
        }
    }

    /// <summary>An agreement tells its state at its end, a position its stance at its beginning.</summary>
    private static string Retyped(ClaimState claim, string rest) => claim.Kind switch
    {
        "agreement" when rest.LastIndexOf('(') is var open and > 0 => rest[..open] + "(" + Text(claim, ClaimCell.Type) + ")",
        "position" when rest.IndexOf('“', StringComparison.Ordinal) is var quote and > 0 && claim.CodedParties.Count > 0 => Text(claim, ClaimCell.Type) + " " + rest[quote..],
        _ => rest,
    };

    private static string? Text(ClaimState claim, int cell) => (string?)claim.Values[cell];

    private static string[] Names(IEnumerable<object?[]> parties, string part) => [.. parties.Where(p => (string)p[ActorCells.Part]! == part).Select(p => ActorCells.OfParty.Of(p).Name)];

    private static string Lead(string[] names) => names.Length == 0 ? "" : ClaimParts.Names(names) + ": ";
}
