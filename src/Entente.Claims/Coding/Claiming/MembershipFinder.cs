using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Who stands how in which organisation or bloc, by the patterns of data/membership-patterns.tsv. The standing names the state itself; whether it is told as so,
/// planned or denied is in the factuality: "Italy will leave the pact" is standing "left", planned.
/// </summary>
internal sealed class MembershipFinder
{
    private readonly PatternTable<Row> _rows;

    private MembershipFinder(PatternTable<Row> rows) => _rows = rows;

    public static MembershipFinder Load() => new(new(Table.Shipped("membership-patterns").Rows
        .Select(r => (PhrasePattern.Parse(r.Required("pattern")), new Row(r.Required("id"), r.Required("standing"))))));

    public IReadOnlyList<Claim> Find(SentenceView sentence)
    {
        var seen = new HashSet<(string, string)>();
        return [.. _rows.Matches(sentence).SelectMany(m => Claims(sentence, m.Row, m.Match, seen))];
    }

    private static IEnumerable<Claim> Claims(SentenceView sentence, Row row, PatternMatch match, HashSet<(string, string)> seen)
    {
        var organisation = (sentence.Actors(match, "o") is [var first, ..] ? first : null) ?? Bloc(sentence, match);
        foreach (var actor in sentence.Actors(match, "a").Where(a => a.Actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organisation))
        {
            if (organisation is not null && organisation.Actor.Id != actor.Actor.Id && seen.Add((actor.Actor.Id, organisation.Actor.Id)))
            {
                var body = new MembershipClaim(actor, organisation, row.Standing);
                yield return sentence.Claim(body, match.TriggerElement, row.Id, 0.7, actor.Actor.Id, organisation.Actor.Id, row.Standing);
            }
        }
    }

    /// <summary>
    /// A bloc that the text describes: the organisation named before whose name it repeats ("the initiative"), else an actor of its own by its words
    /// ("the Eurasian alliance"). In "an alliance that includes Iran" it is what the relative clause is about.
    /// </summary>
    private static ActorMention? Bloc(SentenceView sentence, PatternMatch match)
    {
        var noun = match.Slots.TryGetValue("o", out var slot) ? slot.First : Antecedent(sentence, match.TriggerElement);
        if (noun is not { } head)
        {
            return null;
        }

        var element = sentence.Elements[head];
        if (element.Agreement is { } treaty)
        {
            return Body(element.Span, treaty, "name");
        }

        var before = sentence.Findings.Actors.LastOrDefault(m => m.Span.Start < element.Span.Start && m.Actor.Kind == ActorKind.Organisation
            && m.Actor.Name.EndsWith(element.Form, StringComparison.OrdinalIgnoreCase));
        if (before is not null)
        {
            return new ActorMention(element.Span, before.Actor) { Via = "noun" };
        }

        if (sentence.Findings.Agreements.LastOrDefault(a => a.Span.Start < element.Span.Start && a.IsOpen && a.Name.EndsWith(element.Form, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return Body(element.Span, named, "noun");
        }

        var span = NounPhrase.Around(sentence.Elements, head);
        var name = span.In(sentence.Findings.Text);
        return name.Contains(' ', StringComparison.Ordinal) ? new ActorMention(span, new Actor("name:" + Slug.Of(name), name, ActorKind.Organisation)) { Via = "name" } : null;
    }

    /// <summary>Those who are in a treaty or initiative, as a body that one can join and leave.</summary>
    private static ActorMention Body(TextSpan span, AgreementMention named, string via) =>
        new(span, new Actor(named.Id, named.Name, ActorKind.Organisation) { Country = "IGO" }) { Via = via };

    /// <summary>What "which" stands for: the nearest bloc before it in the sentence.</summary>
    private static int? Antecedent(SentenceView sentence, int trigger)
    {
        for (var at = trigger - 1; at >= 0; at--)
        {
            if (sentence.Elements[at] is { Phrase: "bloc", Actors.Count: 0 })
            {
                return at;
            }
        }

        return null;
    }

    private sealed record Row(string Id, string Standing);
}
