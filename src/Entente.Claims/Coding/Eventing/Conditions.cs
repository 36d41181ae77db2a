namespace Entente.Claims.Coding.Eventing;

/// <summary>Tests what frames demand of the words around a trigger.</summary>
internal sealed class Conditions(Syntax syntax, FrameTable frames, Slots slots, Casting casting, Contents contents)
{
    /// <summary>Whether a condition of a frame holds at a trigger.</summary>
    public bool Holds(FrameCondition need, int trigger, int carrier)
    {
        if (need.Test == '~')
        {
            return (need.Slot is "X" or "O" || slots.Node(trigger, carrier, need.Slot) >= 0) && contents.Of(trigger, carrier) is { } content && need.Values[0] switch
            {
                "hostile" => content.IsHostile && !syntax.IsNegated(content.Predicate), // "promised never to attack" threatens nobody
                "friendly" => content.IsFriendly || (content.IsHostile && syntax.IsNegated(content.Predicate)),
                "yielding" => content.Type is EventType.Concede or EventType.Retreat,
                _ => true,
            };
        }

        if (need.Slot == "mod")
        {
            return HasModifier(syntax.Upos(trigger) == "NOUN" ? trigger : syntax.Object(trigger), need.Values) == (need.Test == '=');
        }

        var node = slots.Node(trigger, carrier, need.Slot);
        return need.Test switch
        {
            '+' => node >= 0,
            '-' => node < 0,
            '=' => node >= 0 && HasLemma(node, need.Values),
            '!' => node < 0 || !HasLemma(node, need.Values),
            ':' when need.Values[0] == "own" => node >= 0 && contents.Of(trigger, carrier) is { IsRefused: false } content && content.Predicate == node && IsOwn(node),
            ':' => node >= 0 && Is(node, need.Values[0]),
            _ => false,
        };
    }

    /// <summary>What somebody says that he himself will do: "Iran said it would free the sailors".</summary>
    private bool IsOwn(int clause)
    {
        if (!syntax.HasModal(clause, "will", "would", "shall") || syntax.HasModal(clause, "have") || syntax.Child(clause, "nsubj") is not (>= 0 and var doer) || syntax.Child(clause, "mark") is >= 0 and var mark && syntax.Lemma(mark) is "if" or "whether")
        {
            return false;
        }

        var (told, telling) = (new List<Cast>(), new List<Cast>());
        casting.Add(slots.Speaker(doer, clause), told);
        if (syntax.Subject(syntax.Head(clause)) is >= 0 and var speaker)
        {
            casting.Add(speaker, telling);
        }

        return told.Exists(t => telling.Exists(s => s.Mention.Actor.Id == t.Mention.Actor.Id || (s.Mention.Actor.Country is { } country && country == t.Mention.Actor.Country)));
    }

    /// <summary>"joint drills", "air strike".</summary>
    private bool HasModifier(int noun, IReadOnlyList<string> values)
    {
        if (noun < 0)
        {
            return false;
        }

        foreach (var child in syntax.Children(noun))
        {
            if ((syntax.Is(child, "amod") || syntax.Is(child, "compound")) && HasLemma(child, values))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>People, not their state: "students", "Iraqi Kurds", "the Palestinians".</summary>
    private static bool IsCivil(Cast cast) => Casting.IsCivil(cast.Mention.Actor) || (cast.Mention.Actor.Kind == ActorKind.Country && (cast.Closeness < 1 || cast.Mention.Via == "demonym"));

    /// <summary>"talks", "peace talks and visits", "a round of talks", "mediation efforts".</summary>
    private bool HasLemma(int node, IReadOnlyList<string> values)
    {
        foreach (var part in syntax.Conjuncts(node))
        {
            if (frames.IsOneOf(syntax.Lemma(part), values))
            {
                return true;
            }
        }

        if (frames.Class("vague").Contains(syntax.Lemma(node)) && syntax.Child(node, "compound") is >= 0 and var told && frames.IsOneOf(syntax.Lemma(told), values))
        {
            return true;
        }

        return frames.Class("partitives").Contains(syntax.Lemma(node)) && syntax.Oblique(node, "of") is >= 0 and var whole && HasLemma(whole, values);
    }

    private bool Is(int node, string sort)
    {
        if (sort is "must" or "inf")
        {
            return sort == "inf" ? syntax.IsInfinitive(node) : syntax.HasModal(node, "must", "should", "ought") || (syntax.Lemma(node) == "need" && syntax.Child(node, "xcomp") >= 0);
        }

        var cast = new List<Cast>();
        casting.Add(node, cast);
        return sort switch
        {
            "civil" => cast.Count > 0 ? cast.TrueForAll(IsCivil) : frames.Class("civilians").Contains(syntax.Lemma(node)),
            "state" => cast.Count > 0 && !cast.TrueForAll(IsCivil),
            "tied" => cast.Count > 0,
            "power" => cast.Exists(c => c.Mention.Actor.Kind == ActorKind.Country || c.Mention.Actor.Sector == "MIL"),
            "actor" => cast.Exists(c => c.Closeness >= 1) || (cast.Count > 0 && frames.CanAct(syntax.Lemma(node))),
            "person" => cast.Exists(c => c.Mention.Actor.Kind is ActorKind.Person or ActorKind.Group or ActorKind.Government) || (cast.Count > 0 && frames.Class("agents").Contains(syntax.Lemma(node))),
            "org" => cast.Exists(c => c.Closeness >= 0.85 && c.Mention.Actor.Kind == ActorKind.Organisation),
            "place" => casting.PlaceOf(node) is not null,
            _ => throw new FormatException($"'{sort}' is no sort of argument."),
        };
    }
}
