namespace Entente.Claims.Coding.Eventing;

/// <summary>Finds what stands in the slots that frames name.</summary>
internal sealed class Slots(IReadOnlyList<Token> tokens, Syntax syntax, FrameTable frames, Casting casting)
{
    /// <summary>The node in a slot: S, O, I (receiver), X (content clause), C (its subject), around (who does what is done at it), or a preposition.</summary>
    public int Node(int trigger, int carrier, string slot)
    {
        var verb = carrier >= 0 ? carrier : trigger;
        switch (slot)
        {
            case "S":
                return carrier >= 0 || syntax.Upos(trigger) != "NOUN" ? Subject(verb) : syntax.Child(trigger, "nsubj");
            case "U":
                return syntax.IsPassive(verb) ? syntax.Object(verb) : -1;
            case "O":
                return carrier >= 0 || syntax.Upos(trigger) == "NOUN" ? -1 : Object(trigger);
            case "I":
                return syntax.Receiver(verb);
            case "X":
                return syntax.Complement(trigger);
            case "C":
                return syntax.Complement(trigger) is >= 0 and var clause ? syntax.Subject(clause) : -1;
            case "P":
                return Predicative(trigger);
            case "adv":
                return syntax.Child(verb, "advmod");
            case "act":
                return ActWithin(verb);
            case "around":
                return Around(verb);
            default:
                return Oblique(trigger, carrier, slot);
        }
    }

    /// <summary>Of a finite verb that the parser left without a subject, the last name before it: "Pakistan today threatened".</summary>
    private int Subject(int verb)
    {
        // "Last May, while the world waited, five ministers signed": a month signs nothing
        var found = syntax.Subject(verb) is var told && told >= 0 && casting.IsTime(told) && !casting.Names(told) ? -1 : told;
        if (found >= 0 && frames.Class("documents").Contains(syntax.Lemma(found)) && !casting.Names(found))
        {
            return Issuer(found);
        }

        if (found >= 0 || syntax.IsPassive(verb) || !IsFinite(verb))
        {
            return found;
        }

        for (var token = verb - 1; token >= 0 && token >= verb - 8 && syntax.Upos(token) is not ("PUNCT" or "SCONJ"); token--)
        {
            if (casting.Names(token) && syntax.Upos(token) is "PROPN" or "NOUN")
            {
                return syntax.FirstConjunct(token);
            }

            if (syntax.Upos(token) == "VERB" && !syntax.Is(token, "aux") && !casting.Names(token))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Whose document it is: "Iran's letter", "a statement by Iran", "Iran issued a statement", "in a statement, Iran". The document itself when nobody is named.</summary>
    private int Issuer(int document)
    {
        foreach (var child in syntax.Children(document))
        {
            if (syntax.Relation(child) == "nmod:poss" || (syntax.Is(child, "nmod") && syntax.Case(child) is "by" or "from" or "of" && casting.Names(child)))
            {
                return child;
            }

            if (syntax.Is(child, "acl") && syntax.IsPassive(child) && syntax.Subject(child) is >= 0 and var issuer && issuer != document)
            {
                return issuer;
            }
        }

        return syntax.Head(document) is >= 0 and var verb && (syntax.Is(document, "obj") || syntax.Is(document, "obl")) && syntax.IsVerb(verb) && syntax.Subject(verb) is >= 0 and var subject && subject != document
            ? subject : document;
    }

    private bool IsFinite(int verb) => syntax.IsHidden(verb) || tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" || syntax.Child(verb, "aux") >= 0
        || (tokens[verb].Xpos == "VBN" && syntax.Relation(verb) == "acl" && syntax.Child(verb, "obj") >= 0);

    /// <summary>Of a verb that the parser left without an object, the name that follows, a day between them left aside: "arrested on Saturday the German captain".</summary>
    private int Object(int verb)
    {
        var found = syntax.Object(verb);
        if (found >= 0 || syntax.Upos(verb) != "VERB" || syntax.IsPassive(verb))
        {
            return found;
        }

        for (var token = verb + 1; token < tokens.Count && token <= verb + 7; token++)
        {
            if (casting.Names(token) && syntax.Upos(token) is "PROPN" or "NOUN" && !syntax.Is(token, "nsubj"))
            {
                return token;
            }

            if (!casting.IsTime(token) && !(token + 1 < tokens.Count && casting.IsTime(token + 1)) && syntax.Upos(token) is not ("DET" or "ADJ" or "PROPN" or "NOUN"))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The parser may hang a prepositional phrase on the verb or on its object; both are looked at.</summary>
    private int Oblique(int trigger, int carrier, string preposition)
    {
        var own = Phrase(trigger, preposition);
        if (own >= 0)
        {
            return own;
        }

        if (carrier >= 0 && Phrase(carrier, preposition) is >= 0 and var carried)
        {
            return carried;
        }

        if (carrier < 0 && syntax.Upos(trigger) == "VERB" && syntax.Object(trigger) is >= 0 and var direct && Phrase(direct, preposition) is >= 0 and var inner)
        {
            return inner;
        }

        var below = syntax.Upos(trigger) == "VERB" || carrier >= 0 || preposition == "by" ? syntax.ObliqueBelow(Math.Max(trigger, carrier), carrier >= 0 ? carrier : trigger, preposition) : -1;
        below = below >= 0 && ((preposition == "on" && !casting.Names(below)) || (preposition == "by" && carrier < 0 && syntax.Upos(trigger) == "NOUN" && HasActBetween(trigger, below))) ? -1 : below;
        return below >= 0 ? below : syntax.Oblique(trigger, preposition) is >= 0 and var other ? other : Clause(verb: carrier >= 0 ? carrier : trigger, preposition);
    }

    /// <summary>"a protest at the killing by police": who is named behind another act did that one.</summary>
    private bool HasActBetween(int from, int to)
    {
        for (var token = from + 1; token < to; token++)
        {
            if (syntax.Upos(token) == "NOUN" && !frames.Of(syntax.Lemma(token), "NOUN").IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The clause or adjective that the preposition opens: "barred the minister from entering", "called for calm".</summary>
    private int Clause(int verb, string preposition)
    {
        foreach (var child in syntax.Children(verb))
        {
            if ((syntax.Is(child, "advcl") || syntax.Is(child, "xcomp") || syntax.Is(child, "ccomp")) && preposition is "from" or "for" or "against" && syntax.Child(child, "mark") is >= 0 and var mark && syntax.Lemma(mark) == preposition)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The phrase with the preposition that is no time: of "paid a visit to Oslo from Monday to Friday" it is Oslo.</summary>
    private int Phrase(int token, string preposition)
    {
        foreach (var child in syntax.Children(token))
        {
            if ((syntax.Is(child, "obl") || syntax.Is(child, "nmod") || syntax.Is(child, "obj")) && !casting.IsTime(child) && syntax.HasCase(child, preposition))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>What somebody is called or found: "called him a liar", "found them guilty", "took them hostage"; parsers differ in what they call it.</summary>
    private int Predicative(int verb)
    {
        var first = syntax.Child(verb, "obj");
        foreach (var child in syntax.Children(verb))
        {
            if (syntax.Is(child, "xcomp") || (syntax.Relation(child) == "obl:unmarked" && !casting.IsTime(child)) || (syntax.Is(child, "obj") && (child != first || syntax.Child(verb, "iobj") >= 0)))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The act in which something happened, where its owner is the doer: "were killed in an Israeli raid".</summary>
    private int ActWithin(int verb)
    {
        foreach (var child in syntax.Children(verb))
        {
            if (syntax.Is(child, "obl") && syntax.Case(child) is "in" or "during" or "by" && syntax.Upos(child) == "NOUN" && !frames.Of(syntax.Lemma(child), "NOUN").IsEmpty)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Who does what is done at an act: of "at talks in Oslo the two agreed" the two.</summary>
    private int Around(int noun) => syntax.Is(noun, "obl") && syntax.Case(noun) is "at" or "in" or "during" or "after" or "follow" or "following" or "on" or "amid" or "despite" && syntax.Head(noun) is >= 0 and var verb && syntax.IsVerb(verb) ? Subject(verb) : -1;

    /// <summary>A pronoun that nobody is found for, in what somebody says, is the speaker: "Iran said it would free them". In "said on Friday it would" parsers hang the clause on the day.</summary>
    public int Speaker(int node, int verb)
    {
        if (syntax.Upos(node) != "PRON" || syntax.Lemma(node) is not ("it" or "he" or "she" or "they" or "we" or "I") || casting.Names(node))
        {
            return node;
        }

        var own = syntax.Lemma(node) is "we" or "I";
        for (var (clause, steps) = (verb, 0); clause >= 0 && steps < 4; clause = syntax.Head(clause), steps++)
        {
            if ((syntax.Is(clause, "ccomp") || syntax.Is(clause, "parataxis")) && syntax.Subject(syntax.Head(clause)) is >= 0 and var speaker && !(own && syntax.Upos(speaker) == "PRON"))
            {
                return speaker;
            }

            if (syntax.Is(clause, "acl") && casting.IsTime(syntax.Head(clause)) && syntax.Head(syntax.Head(clause)) is >= 0 and var said && syntax.IsVerb(said) && syntax.Subject(said) is >= 0 and var teller)
            {
                return teller;
            }
        }

        return node;
    }
}
