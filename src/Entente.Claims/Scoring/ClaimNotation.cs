using System.Globalization;

namespace Entente.Claims.Scoring;

/// <summary>A coded claim in the notation of gold, so that it can be set beside what was expected.</summary>
public static class ClaimNotation
{
    /// <summary>The claim in one line.</summary>
    /// <param name="text">The text of its document.</param>
    public static string Write(Claim claim, string text)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var parts = Body(claim.Body, text).Where(p => p.Length > 0).ToList();
        parts.Add(string.Join(' ', CodedNames.Of(claim.Factuality.Readings)) + (claim.Factuality.Polarity == Polarity.Negative ? " not" : "") + " " + CodedNames.Of(claim.Factuality.Certainty));
        if (claim.Time is { } time)
        {
            parts.Add($"{time.Interval} {time.Basis}");
        }

        var via = claim.Chain.Links.Where(l => l.Kind != SourceKind.Publisher).Select(l => l.Actor ?? l.Name).ToList();
        parts.Add("via " + (via.Count == 0 ? "-" : string.Join(" > ", via)));
        return string.Join(" | ", parts);
    }

    private static IEnumerable<string> Body(ClaimBody body, string text) => body switch
    {
        EventMention e => [$"{CodedNames.Of(e.Type)} {e.Mode ?? "-"}", Actors("actor", e.Actors), Actors("recipient", e.Recipients), $"trigger \"{e.Trigger.In(text)}\""],
        FigureClaim f => ["figure " + Number(f.Quantity), Actors("whose", f.Whose), f.Quantity.Of is { } of ? $"of \"{Texts.Plain(of.In(text))}\"" : ""],
        CountClaim c => [string.Create(CultureInfo.InvariantCulture, $"count {c.N}"), $"what \"{c.What}\"", Actors("whose", c.Whose)],
        MembershipClaim m => [$"membership {m.Standing}", Actors("actor", [m.Actor]), Actors("organisation", [m.Organisation])],
        AgreementClaim a => [$"agreement {a.State ?? "-"}", $"name \"{a.Name}\"", Actors("party", a.Parties)],
        LabelClaim l => [$"label \"{Texts.Plain(l.Words.In(text))}\"", Actors("about", l.About)],
        RoleClaim r => [$"role {r.Office}", Actors("person", [r.Person])],
        PositionClaim p => [$"position {p.Stance}", $"proposition {p.Proposition}", Actors("holder", p.Holder is { } holder ? [holder] : [])],
        _ => [],
    };

    private static string Actors(string word, IReadOnlyList<ActorMention> mentions) =>
        $"{word} {(mentions.Count == 0 ? "-" : string.Join(" + ", mentions.Select(m => m.Actor.Id).Distinct(StringComparer.Ordinal)))}";

    private static string Number(Quantity quantity) => string.Create(CultureInfo.InvariantCulture,
        $"{quantity.Value}{(quantity.High is { } high ? $"..{high.ToString(CultureInfo.InvariantCulture)}" : "")}{(quantity.Unit is { } unit ? " " + unit : "")} {quantity.Change}");
}
