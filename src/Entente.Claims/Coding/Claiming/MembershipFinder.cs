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
        .Select(r => (Pattern: PhrasePattern.Parse(r.Required("pattern")), Row: r))
        .Select(p => (p.Pattern, new Row(p.Row.Required("id"), p.Row.Required("standing"), p.Pattern.IsNegative)))));

    public IReadOnlyList<Claim> Find(SentenceView sentence)
    {
        var seen = new HashSet<(string, string)>();
        return [.. _rows.Matches(sentence).SelectMany(m => Claims(sentence, m.Row, m.Match, seen))];
    }

    private static IEnumerable<Claim> Claims(SentenceView sentence, Row row, PatternMatch match, HashSet<(string, string)> seen)
    {
        foreach (var organisation in Organisations(sentence, match))
        {
            foreach (var actor in Joined(sentence, match, "a").Where(a => IsMember(a) && !IsOwner(sentence, a)))
            {
                if (organisation.Actor.Id != actor.Actor.Id && seen.Add((actor.Actor.Id, organisation.Actor.Id)))
                {
                    var claim = sentence.Claim(new MembershipClaim(actor, organisation, row.Standing), match.TriggerElement, row.Id, 0.7, actor.Actor.Id, organisation.Actor.Id, row.Standing);

                    // "will not take part" is what "left" means: it is no denial of it
                    yield return row.IsNegative ? claim with { Factuality = claim.Factuality with { Polarity = Polarity.Positive } } : claim;
                }
            }
        }
    }

    /// <summary>States, organisations, and states that the text does not name one by one ("certain Central Asian states").</summary>
    private static bool IsMember(ActorMention actor) => actor.Actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organisation || actor.Actor is { Kind: ActorKind.Group, Sector: null or "GOV" } && actor.Actor.Name.Contains("state", StringComparison.OrdinalIgnoreCase);

    /// <summary>"US allies joined": not the United States.</summary>
    private static bool IsOwner(SentenceView sentence, ActorMention actor) => actor.Via is not "pronoun" and not "both" && sentence.Findings.HeadOf(actor.Span) is { } head
        && (sentence.Tree.Is(head, "compound") || sentence.Tree.Is(head, "amod") || sentence.Tree.Is(head, "nmod:poss")) && sentence.Tree.Head(head) is { } owned && !actor.Span.Contains(sentence.Tree.Document.Tokens[owned].Span);

    private static List<ActorMention> Organisations(SentenceView sentence, PatternMatch match) =>
        Joined(sentence, match, "o") is { Count: > 0 } named ? named : Bloc(sentence, match) is { } described ? [described] : [];

    /// <summary>The actors of a slot and those that commas and "and" join to it: "members of the World Bank and the Monetary Fund".</summary>
    private static List<ActorMention> Joined(SentenceView sentence, PatternMatch match, string slot)
    {
        if (!match.Slots.TryGetValue(slot, out var place) || sentence.Elements[place.First].Actors.Count == 0)
        {
            return [];
        }

        var elements = sentence.Elements;
        var isBloc = elements[place.First].Phrase == "bloc";
        List<ActorMention> found = [.. elements[place.First].Actors];
        foreach (var step in new[] { -1, 1 })
        {
            for (var at = place.First + step; at >= 0 && at < elements.Count; at += step)
            {
                if (elements[at].Actors.Count > 0 && (elements[at].Phrase == "bloc") == isBloc)
                {
                    found.AddRange(elements[at].Actors);
                }
                else if (elements[at].Form is not ("," or "and" or "the" or "or" or "both"))
                {
                    break;
                }
            }
        }

        return [.. found.DistinctBy(a => a.Actor.Id)];
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

        var named = sentence.Findings.Agreements.Where(a => a.IsOpen && a.Name.EndsWith(element.Form, StringComparison.OrdinalIgnoreCase)).ToList();
        if ((named.FindLast(a => a.Span.Start < element.Span.Start) ?? named.FirstOrDefault()) is { } initiative)
        {
            return Body(element.Span, initiative, "noun");
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

    /// <param name="IsNegative">Whether the pattern itself holds the "not".</param>
    private sealed record Row(string Id, string Standing, bool IsNegative);
}
