using System.Globalization;
using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A claim of any kind, laid out alike: who takes part and as what, its type, its numbers, and one line that tells it to a person.</summary>
internal static class ClaimParts
{
    public static IEnumerable<(string Part, ActorMention Actor)> Parties(ClaimBody body) => body switch
    {
        EventMention e => [.. e.Actors.Select(a => ("actor", a)), .. e.Recipients.Select(a => ("recipient", a))],
        FigureClaim f => f.Whose.Select(a => ("whose", a)),
        CountClaim c => c.Whose.Select(a => ("whose", a)),
        MembershipClaim m => [("member", m.Actor), ("organisation", m.Organisation)],
        AgreementClaim a => a.Parties.Select(p => ("party", p)),
        LabelClaim l => [.. l.About.Select(a => ("about", a)), .. l.By.Select(a => ("by", a))],
        RoleClaim r => [("person", r.Person)],
        PositionClaim { Holder: { } holder } => [("holder", holder)],
        _ => [],
    };

    public static string? Type(ClaimBody body) => body switch
    {
        EventMention e => CodedNames.Of(e.Type),
        MembershipClaim m => m.Standing,
        AgreementClaim a => a.State,
        PositionClaim p => p.Stance,
        _ => null,
    };

    /// <summary>What the claim is named by in its text or in data/: of an event the treaty that it is about, of a label its words, of an agreement its name, of a role the office, of a position the proposition.</summary>
    public static string? Words(ClaimBody body, string text) => body switch
    {
        EventMention e => e.Agreement?.Name,
        LabelClaim l => Line(l.Words.In(text)),
        AgreementClaim a => Line(a.Name),
        RoleClaim r => Line(r.Office),
        PositionClaim p => p.Proposition,
        _ => null,
    };

    public static IReadOnlyList<string> Contexts(ClaimBody body) => body switch
    {
        EventMention e => e.Contexts,
        AgreementClaim a => a.Contexts,
        _ => [],
    };

    /// <summary>The pairs of countries or organisations that the claim is about, each pair in ordinal order.</summary>
    public static IEnumerable<(string A, string B)> Dyads(ClaimBody body) => body switch
    {
        PositionClaim { About: [var one, var other] } => Pairs([(one, other)]),
        PositionClaim { About: [var only], Holder: { } holder } => Pairs([(Side(holder.Actor), only)]),
        _ => Dyads(CodedNames.Of(body.Kind), [.. Parties(body).Select(p => (p.Part, p.Actor.Actor))]),
    };

    /// <summary>The same of a kind of claim and its parties; a position has pairs of its own.</summary>
    public static IEnumerable<(string A, string B)> Dyads(string kind, IReadOnlyList<(string Part, Actor Actor)> parties)
    {
        string?[] Sides(string? part) => [.. parties.Where(p => part is null || p.Part == part).Select(p => Side(p.Actor))];
        var (from, to) = kind switch
        {
            "event" => (Sides("actor"), Sides("recipient")),
            "membership" => (Sides("member"), Sides("organisation")),
            _ => ([], []),
        };
        return Pairs(to.Length > 0 ? from.SelectMany(_ => to, (a, r) => (a, r)) : Among([.. Sides(kind == "label" ? "about" : null).OfType<string>().Distinct()]));
    }

    /// <summary>Two in ordinal order; null where they are one.</summary>
    public static (string A, string B)? Ordered(string a, string b) => string.CompareOrdinal(a, b) switch
    {
        0 => null,
        < 0 => (a, b),
        _ => (b, a),
    };

    /// <summary>What an actor counts as in a dyad: its country, or itself when it is an organisation of no country (as which its members count too); null for the rest.</summary>
    public static string? Side(Actor actor) => actor.State is { } state
        ? state
        : actor.Kind == ActorKind.Organisation ? actor.Id
        : actor.Kind == ActorKind.Group && actor.Id.StartsWith("org:", StringComparison.Ordinal) ? actor.Id[..actor.Id.LastIndexOf(':')] : null;

    /// <summary>"China → Russia: CONSULT visit", "Italy: leaving the Belt and Road Initiative".</summary>
    public static string Gist(Claim claim, string text) => claim.Body switch
    {
        EventMention e => EventGist([.. e.Actors.Select(a => a.Actor.Name)], [.. e.Recipients.Select(a => a.Actor.Name)], CodedNames.Of(e.Type), e.Mode, e.Agreement?.Name),
        FigureClaim f => Lead(f.Whose) + (f.Quantity.Of is { } of ? Line(of.In(text)) + " " : "") + Amount(f.Quantity, text) + (f.Quantity.Period is { } p && !p.Value.StartsWith('X') ? " (" + p.Value + ")" : ""),
        CountClaim c => Lead(c.Whose) + Number(c.N) + " × " + Line(c.What) + (c.Since is { } since ? " since " + since.Value : ""),
        MembershipClaim m => MembershipGist([m.Actor.Actor.Name], m.Standing, [m.Organisation.Actor.Name]),
        AgreementClaim a => Lead(a.Parties) + Line(a.Name) + " (" + a.State + ")",
        LabelClaim l => Lead(l.About) + "“" + Line(l.Words.In(text)).Trim('"', '“', '”') + "”",
        RoleClaim r => r.Person.Actor.Name + ": " + Line(r.Office) + (r.Country is null ? "" : " (" + r.Country + ")"),
        PositionClaim p => (p.Holder?.Actor.Name ?? "the article") + ": " + p.Stance + " “" + p.Proposition + "”",
        _ => "",
    };

    public static string EventGist(IReadOnlyList<string> actors, IReadOnlyList<string> recipients, string type, string? mode, string? agreement) =>
        (recipients.Count == 0 ? Names(actors) : Names(actors) + " → " + Names(recipients)) + ": " + type + (mode is null ? "" : " " + mode) + (agreement is null ? "" : " (" + agreement + ")");

    public static string MembershipGist(IReadOnlyList<string> member, string standing, IReadOnlyList<string> organisation) => Names(member) + ": " + standing + " of " + Names(organisation);

    /// <summary>"China, Russia": each name once.</summary>
    public static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "?" : string.Join(", ", names.Distinct());

    /// <summary>White space of any length as one space: a line for a list.</summary>
    public static string Line(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string A, string B)> Pairs(IEnumerable<(string? A, string? B)> sides) =>
        sides.Where(p => p.A is not null && p.B is not null).Select(p => Ordered(p.A!, p.B!)).OfType<(string, string)>().Distinct();

    private static IEnumerable<(string?, string?)> Among(string[] sides)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            for (var j = i + 1; j < sides.Length; j++)
            {
                yield return (sides[i], sides[j]);
            }
        }
    }

    private static string Lead(IReadOnlyList<ActorMention> actors) => actors.Count == 0 ? "" : Names([.. actors.Select(a => a.Actor.Name)]) + ": ";

    private static string Amount(Quantity quantity, string text)
    {
        if (quantity.Value is not { } value)
        {
            return Line(quantity.Span.In(text));
        }

        // what rose to a level is shown as that level
        var sign = quantity.To == value ? "" : quantity.Change switch
        {
            "up" => "+",
            "down" => "−",
            "=" => "",
            var other => other + " ",
        };
        return sign + Number(value) + (quantity.High is { } high ? "–" + Number(high) : "") + (quantity.Unit is null ? "" : " " + quantity.Unit);
    }

    /// <summary>"190 billion", "1,250", "19.8".</summary>
    private static string Number(double value)
    {
        var (divisor, word) = Math.Abs(value) switch
        {
            >= 1e12 => (1e12, " trillion"),
            >= 1e9 => (1e9, " billion"),
            >= 1e6 => (1e6, " million"),
            _ => (1.0, ""),
        };
        return (value / divisor).ToString("#,0.####", CultureInfo.InvariantCulture) + word;
    }
}
