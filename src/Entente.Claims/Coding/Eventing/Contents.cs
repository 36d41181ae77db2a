namespace Entente.Claims.Coding.Eventing;

/// <summary>Finds the act that another act asks for, promises, refuses or threatens.</summary>
internal sealed class Contents(Syntax syntax, Slots slots, IReadOnlyList<EventMatch?> matches)
{
    private static readonly string[] ContentPrepositions = ["for", "of", "with", "on", "against", "from", "to", "by", "in"];

    /// <summary>The act in the content clause, else in the object, else behind a preposition.</summary>
    public EventMatch? Of(int trigger, int carrier)
    {
        if (syntax.Complement(trigger) is >= 0 and var clause && Inner(clause, 0) is { } told)
        {
            return told;
        }

        if (slots.Node(trigger, carrier, "O") is >= 0 and var direct && Inner(direct, 0) is { } wanted)
        {
            return wanted;
        }

        foreach (var preposition in ContentPrepositions)
        {
            if (syntax.Oblique(trigger, preposition) is >= 0 and var node && matches[node] is { } there)
            {
                return there;
            }
        }

        foreach (var child in syntax.Children(trigger))
        {
            if (syntax.Is(child, "advcl") && syntax.Child(child, "mark") is >= 0 and var mark && ContentPrepositions.AsSpan().Contains(syntax.Lemma(mark)) && Inner(child, 0) is { } act)
            {
                return act;
            }
        }

        return null;
    }

    /// <summary>The event that a clause or noun tells of, through verbs that only begin, continue or carry it.</summary>
    private EventMatch? Inner(int node, int depth)
    {
        if (matches[node] is { } own)
        {
            return own;
        }

        if (depth > 1 || !syntax.IsVerb(node))
        {
            return null;
        }

        var further = syntax.Complement(node) is >= 0 and var clause ? Inner(clause, depth + 1) : null;
        return further ?? (syntax.Object(node) is >= 0 and var direct && direct != node ? Inner(direct, depth + 1) : null);
    }
}
