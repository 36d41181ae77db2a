namespace Entente.Claims.Coding.Eventing;

/// <summary>
/// Of the words of a sentence that tell of one act, keeps the one that tells most: "shelled the island and killed two marines" is one attack, and so is "Chad's raid, which killed ten, …
/// the raid by Chad".
/// </summary>
internal sealed class Doubles(Syntax syntax, FrameTable frames)
{
    private readonly HashSet<string> _outcomes = frames.Class("outcomes");

    public List<EventMatch> Without(List<EventMatch> matches)
    {
        for (var i = matches.Count - 1; i >= 0; i--)
        {
            if (AttackOf(matches[i], matches) is { } attack)
            {
                matches[matches.IndexOf(attack)] = attack.Recipients.Count > 0 ? attack : attack with { Recipients = matches[i].Recipients };
                matches.RemoveAt(i);
            }
        }

        for (var i = matches.Count - 1; i >= 0; i--)
        {
            if (matches.Exists(other => !ReferenceEquals(other, matches[i]) && IsToldBy(matches[i], other)))
            {
                matches.RemoveAt(i);
            }
        }

        return matches;
    }

    /// <summary>The attack of which a killing is what came of it.</summary>
    private EventMatch? AttackOf(EventMatch killing, List<EventMatch> matches)
    {
        if (killing.Type != EventType.Assault || killing.Frame.Class != 'v' || !_outcomes.Contains(killing.Frame.Word) || syntax.Relation(killing.Trigger) is not ("conj" or "advcl"))
        {
            return null;
        }

        return matches.Find(m => m.Type == EventType.Assault && m.Trigger == syntax.Head(killing.Trigger) && !_outcomes.Contains(m.Frame.Word) && IsSame(m.Actors, killing.Actors) && m.IsRefused == killing.IsRefused);
    }

    /// <summary>A noun that says no more than who acted, where another word says to whom it was done.</summary>
    private static bool IsToldBy(EventMatch match, EventMatch other) => match.Frame.Class == 'n' && match.Carrier < 0 && match.Recipients.Count == 0 && match.Type == other.Type
        && (match.Mode is null || match.Mode == other.Mode || other.Mode is null) && match.Actors.All(a => other.Actors.Any(o => IsSame(a, o)))
        && (other.Recipients.Count > 0 || other.Actors.Count > match.Actors.Count || other.Frame.Class == 'v' || other.Trigger < match.Trigger);

    private static bool IsSame(IReadOnlyList<Cast> left, IReadOnlyList<Cast> right) => left.Count == right.Count && left.All(l => right.Any(r => IsSame(l, r)));

    private static bool IsSame(Cast left, Cast right) => left.Mention.Actor.Id == right.Mention.Actor.Id
        || (left.Mention.Actor.Country is { } country && country == right.Mention.Actor.Country && (left.Mention.Actor.Kind == ActorKind.Country || right.Mention.Actor.Kind == ActorKind.Country));
}
