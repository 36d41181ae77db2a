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
        return [.. _rows.Matches(sentence.Elements).SelectMany(m => Claims(sentence, m.Row, m.Match, seen))];
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

    /// <summary>A bloc that the text describes and data/ does not know ("the Eurasian alliance"): an actor of its own, by its words.</summary>
    private static ActorMention? Bloc(SentenceView sentence, PatternMatch match)
    {
        if (!match.Slots.TryGetValue("o", out var slot))
        {
            return null;
        }

        var span = NounPhrase.Around(sentence.Elements, slot.First);
        var name = span.In(sentence.Findings.Text);
        return name.Contains(' ', StringComparison.Ordinal) ? new ActorMention(span, new Actor("name:" + Slug.Of(name), name, ActorKind.Organisation)) { Via = "name" } : null;
    }

    private sealed record Row(string Id, string Standing);
}
