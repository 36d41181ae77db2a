using Entente.Claims.Coding;

namespace Entente.Claims.Accepting.Doubting;

/// <summary>Whether the words that stand for an actor mean it, and whether who acts is not who is acted upon.</summary>
internal static class PartyDoubts
{
    /// <summary>How words mean somebody by themselves; what goes back to other words may be read otherwise.</summary>
    private static readonly string[] ByTheirName = ["name", "demonym", "capital", "office", "surname", "acronym", "title"];

    private static readonly HashSet<string> RoleNouns = [.. Table.Shipped("role-nouns").Rows.Select(r => r.Required("noun"))];

    public static IEnumerable<string> Of(Findings findings, IReadOnlyList<Claim> own, Claim claim) =>
        Parties(claim.Body).Select(p => Meant(findings, p)).OfType<string>().Concat(Nobody(findings, [.. Parties(claim.Body)])).Concat(Turned(own, claim));

    private static string? Meant(Findings findings, ActorMention party)
    {
        var there = findings.Actors.Where(m => m.Span.Overlaps(party.Span) && (m.Span.Contains(party.Span) || party.Span.Contains(m.Span))).ToList();
        return there.Count == 0 || !there.TrueForAll(m => m.Via is { } via && ByTheirName.Contains(via) && IsName(m.Actor.Name)) || there.Exists(m => IsOne(m.Actor, party.Actor) || IsPart(m.Actor.Name, party.Actor.Name)) ? null
            : $"'{Fields.Shown(OneLine.Of(party.Span.In(findings.Text)))}' means {string.Join(" or ", there.Select(m => m.Actor.Name).Distinct())}, and the claim says {Fields.Shown(party.Actor.Name)}.";
    }

    /// <summary>"the warehouse" stands for no person.</summary>
    private static IEnumerable<string> Nobody(Findings findings, IReadOnlyList<ActorMention> parties) =>
        from party in parties
        where party.Actor.Kind == ActorKind.Person && party.Antecedent is null && parties.Count(p => p.Span == party.Span) == 1 // "the pair" are two
        let noun = findings.HeadOf(party.Span) is { } head ? findings.Analyzed.Tokens[head] : default
        where noun.Upos == "NOUN" && !RoleNouns.Contains(noun.Lemma) && !findings.Actors.Any(m => m.Span.Overlaps(party.Span))
        select $"'{Fields.Shown(OneLine.Of(party.Span.In(findings.Text)))}' is no word for a person, and the claim says {Fields.Shown(party.Actor.Name)}.";

    /// <summary>"the ministry" may be any.</summary>
    private static bool IsName(string words) => char.IsUpper(words[0]);

    /// <summary>"Senate" and "US Senate".</summary>
    private static bool IsPart(string name, string other) => AcceptedText.Words(name).All(w => AcceptedText.Words(other).Contains(w, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Turned(IReadOnlyList<Claim> own, Claim claim)
    {
        if (claim.Body is not EventMention { Actors.Count: > 0 } theirs
            || own.Select(c => c.Body).OfType<EventMention>().FirstOrDefault(e => e.Type == theirs.Type && e.Actors.Count > 0 && e.Trigger.Overlaps(theirs.Trigger)) is not { } ours || Meet(ours.Actors, theirs.Actors))
        {
            yield break;
        }

        if (Meet(ours.Actors, theirs.Recipients) && Meet(ours.Recipients, theirs.Actors) && !Meet(ours.Recipients, theirs.Recipients))
        {
            yield return $"it is {Names(ours.Actors)} who does it to {Names(ours.Recipients)}, and not the other way round.";
        }
        else if (!Meet(ours.Recipients, theirs.Actors) && theirs.Actors.All(a => !claim.Evidence.Overlaps(a.Span)))
        {
            yield return $"it is {Names(ours.Actors)} who does it, and {Names(theirs.Actors)} stands elsewhere.";
        }
    }

    private static bool Meet(IReadOnlyList<ActorMention> some, IReadOnlyList<ActorMention> others) => some.Any(a => others.Any(b => IsOne(a.Actor, b.Actor)));

    private static string Names(IReadOnlyList<ActorMention> actors) => string.Join(", ", actors.Select(a => a.Actor.Name));

    /// <summary>The same, or of one country: "Paris" is France, its government and its president.</summary>
    public static bool IsOne(Actor one, Actor other) => one.Id == other.Id || one.Name == other.Name
        || (one.State ?? CodeOf(one.Id)) is { } state && state == (other.State ?? CodeOf(other.Id)) && !(one.Kind == ActorKind.Person && other.Kind == ActorKind.Person);

    /// <summary>"CHN" of "CHN:GOV".</summary>
    private static string? CodeOf(string id) => id.Split(':')[0] is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;

    private static IEnumerable<ActorMention> Parties(ClaimBody body) => body switch
    {
        EventMention e => e.Actors.Concat(e.Recipients),
        FigureClaim f => f.Whose,
        CountClaim c => c.Whose,
        MembershipClaim m => [m.Actor, m.Organisation],
        AgreementClaim a => a.Parties,
        LabelClaim l => l.About.Concat(l.By),
        RoleClaim r => [r.Person],
        PositionClaim { Holder: { } holder } => [holder],
        _ => [],
    };
}
