using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>Who is party to an agreement that a sentence tells of.</summary>
internal sealed class AgreementParties(SentenceView sentence)
{
    /// <summary>
    /// Whom the text names as parties: in the name ("between A and B", "with C"), as who does it, and with whom. A leader signs for the state.
    /// Only when nobody at all is said to do it, the two nearest in the sentence: "the two sides signed" names none.
    /// </summary>
    public List<ActorMention> Of(int trigger, TextSpan name, int noun)
    {
        var tree = sentence.Tree;
        var (verb, doer) = Doer(trigger);
        var doers = tree.ChildrenIn(verb, "nsubj").Concat(tree.ChildrenIn(verb, "obl")).Concat(tree.ChildrenIn(verb, "nmod")).Concat(tree.ChildrenIn(verb, "iobj"))
            .Where(t => tree.Case(t) is not ("amid" or "despite" or "after" or "before" or "since" or "because" or "without" or "during"))
            .Where(t => !tree.Span(t).Overlaps(sentence.Elements[noun].Span)).SelectMany(sentence.ActorsUnder);
        var owners = tree.ChildrenIn(sentence.Elements[noun].Token, "nmod").SelectMany(sentence.ActorsUnder);
        var named = Distinct(In(name).Concat(owners).Concat(doers));
        var nearest = sentence.Elements.OrderBy(e => Math.Abs(e.Span.Start - sentence.Elements[noun].Span.Start)).SelectMany(e => e.Actors);
        return named.Count > 0 || doer ? [.. named.OrderBy(p => p.Span)] : [.. Distinct(nearest).Take(2).OrderBy(p => p.Span)];
    }

    /// <summary>Those whom the words of a further item of a list name as its two sides ("a treaty between C and D"); else those of the list.</summary>
    public List<ActorMention> OfItem(TextSpan words, List<ActorMention> list) =>
        sentence.Elements.Any(e => words.Contains(e.Span) && e.Form == "between") && Distinct(In(words)) is { Count: > 1 } own ? [.. own.OrderBy(p => p.Span)] : list;

    /// <summary>"agreements for A to lead in X and for B to lead in Y": those with whom the items begin, where each begins with one.</summary>
    public List<ActorMention> Leading(IReadOnlyList<(int Noun, TextSpan Words)> items)
    {
        var first = items.Select(i => sentence.Elements.FirstOrDefault(e => e.Span.Start >= i.Words.Start)).OfType<Element>().ToList();
        return items.Count > 1 && first.Count == items.Count && first.TrueForAll(e => e.Actors.Count > 0) ? [.. Distinct(first.SelectMany(e => e.Actors)).OrderBy(p => p.Span)] : [];
    }

    /// <summary>All that can be party in the sentence from an element on.</summary>
    public List<ActorMention> From(int element) => [.. Distinct(sentence.Elements.Skip(element).SelectMany(e => e.Actors)).OrderBy(p => p.Span)];

    private IEnumerable<ActorMention> In(TextSpan words) => sentence.Elements.Where(e => words.Contains(e.Span)).SelectMany(e => e.Actors);

    /// <summary>The verb whose subject does it: the trigger's own, or the one above a trigger without subject ("in a joint statement they said", "are expected to release").</summary>
    private (int Verb, bool Told) Doer(int trigger)
    {
        var tree = sentence.Tree;
        for (var (at, steps) = ((int?)trigger, 0); at is { } here && steps < 4; at = tree.Head(here), steps++)
        {
            if (tree.Has(here, "nsubj"))
            {
                return (here, true);
            }

            if (tree.Is(here, "acl") && tree.Head(here) is { } noun && tree.Has(noun, "nmod:poss"))
            {
                return (noun, true); // "her inability to negotiate a deal": she does
            }

            if (tree.Is(here, "acl:relcl") || tree.Is(here, "acl") && sentence.Findings.Analyzed.Tokens[here].Xpos == "VBN")
            {
                break;
            }
        }

        return (trigger, false);
    }

    /// <summary>Those who can be party to an agreement, each state once.</summary>
    private static List<ActorMention> Distinct(IEnumerable<ActorMention> mentions) => [.. mentions
        .Where(m => m.Via == "members" || m.Actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organisation || m.Actor is { Kind: ActorKind.Person, Sector: "GOV", Country: not null })
        .DistinctBy(m => m.Via == "members" || m.Actor.Kind == ActorKind.Organisation ? m.Actor.Id : m.Actor.Country ?? m.Actor.Id, StringComparer.Ordinal)];
}
