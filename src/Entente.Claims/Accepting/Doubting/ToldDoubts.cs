using Entente.Claims.Coding;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>Whether the text tells it as the claim does: as so or as not so, as done or as planned, wished or feared (FactBank's polarity, and the readings).</summary>
internal static class ToldDoubts
{
    private const Readings Unreal = Readings.Planned | Readings.Hypothetical;

    public static IEnumerable<string> Of(Findings findings, IReadOnlyList<Claim> own, Claim claim)
    {
        if (SaysNot(claim) || WordOf(findings, claim) is not { } word || PredicateOver(findings, word, claim) is not { } predicate)
        {
            yield break;
        }

        // "will travel, the ministry announced" is a visit that is planned and an agreement that is made, by one word
        var told = own.Where(c => c.Kind == claim.Kind && WordOf(findings, c) is { } ours && ours.Overlaps(word)).Select(c => c.Factuality).DefaultIfEmpty(predicate.Factuality).ToList();
        // "no limits" is what it is called
        if (told.TrueForAll(t => Conflict(t, claim) is not null) && Conflict(told[0], claim) is { } conflict && !(claim.Body is LabelClaim && predicate.Trail.Any(word.Contains)))
        {
            var why = string.Join("”, “", predicate.Trail.Select(t => OneLine.Of(t.In(findings.Text))));
            yield return $"'{Fields.Shown(OneLine.Of(predicate.Span.In(findings.Text)))}' is told {conflict}{(why.Length == 0 ? "" : $", by “{why}”")}.";
        }
    }

    private static string? Conflict(Factuality told, Claim claim)
    {
        var claimed = claim.Factuality;
        var (toldNot, claimedNot) = (IsNot(told), IsNot(claimed));
        return toldNot && !claimedNot ? "as not so, and the claim says it is"
            : claimedNot && !toldNot ? "as so, and the claim says it is not"
            : claim.Kind != ClaimKind.Membership && (told.Readings & Unreal) != Readings.None && claimed.Readings == Readings.Asserted ? $"as {string.Join(" and ", CodedNames.Of(told.Readings & Unreal))}, and the claim as done"
            : null;
    }

    /// <summary>What says that something is not so by its type: "is not a member", "would not accept".</summary>
    private static bool SaysNot(Claim claim) => claim.Body is MembershipClaim { Standing: not "member" } or EventMention { Type: EventType.Reject };

    private static bool IsNot(Factuality factuality) => factuality.Polarity == Polarity.Negative || (factuality.Readings & Readings.Denied) != Readings.None;

    /// <summary>The words of a claim that what tells of it stands over.</summary>
    private static TextSpan? WordOf(Findings findings, Claim claim) => claim.Body switch
    {
        EventMention e => e.Trigger,
        MembershipClaim m => m.Organisation.Span,
        LabelClaim l => Once(findings, l.Words.In(findings.Text), claim.Evidence),
        FigureClaim f => f.Quantity.Span,
        RoleClaim r => Once(findings, r.Office, claim.Evidence),
        _ => null,
    };

    /// <summary>Words that are told without their place: where they stand twice, it is not known which is meant.</summary>
    private static TextSpan? Once(Findings findings, string words, TextSpan within)
    {
        var at = words.Length == 0 ? -1 : findings.Text.IndexOf(words, within.Start, within.Length, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && findings.Text.IndexOf(words, at + 1, within.End - at - 1, StringComparison.OrdinalIgnoreCase) < 0 ? new TextSpan(at, words.Length) : null;
    }

    /// <summary>
    /// The nearest predicate above the words, themselves included, within the evidence. What somebody is called or is stands beside any: "President Sall will travel" is no plan to be president.
    /// </summary>
    private static Predicate? PredicateOver(Findings findings, TextSpan words, Claim claim)
    {
        if (claim.Body is RoleClaim or LabelClaim)
        {
            return findings.HeadOf(words) is { } head ? findings.PredicateAt(head) : null;
        }

        for (var at = findings.HeadOf(words); at is { } token && claim.Evidence.Overlaps(findings.Analyzed.Tokens[token].Span); at = findings.Tree.Head(token))
        {
            if (findings.PredicateAt(token) is { } predicate)
            {
                return predicate;
            }
        }

        return null;
    }
}
