namespace Entente.Claims.Coding.Eventing;

/// <content>Subjects that are not said: of relative clauses, infinitives, participles and joined verbs.</content>
internal sealed partial class Syntax
{
    private bool IsParticiple(int verb) => _tokens[verb].Xpos is "VBN" or "VBD" && !IsInfinitive(verb);

    private bool IsRelative(int token) => _lemmas[token] is "who" or "which" or "that" or "whom" && _tokens[token].Upos is "PRON" or "DET" or "SCONJ";

    /// <summary>The noun that a relative pronoun stands for: "the envoy who met Xi".</summary>
    private int Antecedent(int pronoun, int verb)
    {
        if (!IsRelative(pronoun))
        {
            return pronoun;
        }

        for (var (clause, steps) = (verb, 0); clause >= 0 && steps < Deepest; clause = Head(clause), steps++)
        {
            if (Relation(clause) == "acl:relcl")
            {
                return Head(clause);
            }
        }

        return pronoun;
    }

    /// <summary>The grammatical subject, said or understood.</summary>
    private int Surface(int verb, int depth)
    {
        foreach (var child in Children(verb))
        {
            if (Is(child, "nsubj") || (_tokens[child].Deprel == "expl" && Is(verb, "ccomp")))
            {
                return Antecedent(Nearest(child, verb), verb);
            }
        }

        var head = Head(verb);
        if (head < 0 || depth > Deepest)
        {
            return -1;
        }

        return Relation(verb) switch
        {
            "conj" => IsClause(head) ? Surface(head, depth + 1) : -1,
            "acl:relcl" => head,
            "acl" => IsInfinitive(verb) ? Owner(head, depth) : IsParticiple(verb) && Child(verb, "obj") >= 0 ? -1 : head,
            "xcomp" => Controller(verb, head, depth),
            "ccomp" when IsInfinitive(verb) => Surface(head, depth + 1), // "is considering whether to leave"
            "advcl" => !IsClause(head) ? -1 : IsRemark(verb) && Main(head) is var main && main != head ? Surface(main, depth + 1) : Controller(verb, head, depth),
            _ => -1,
        };
    }

    /// <summary>"urged Chad to lift the ban, *threatening* to leave": behind a comma the sentence's subject goes on.</summary>
    private bool IsRemark(int verb) => _tokens[verb].Xpos == "VBG" && verb > 0 && _tokens[verb - 1].Upos == "PUNCT" && Child(verb, "mark") < 0;

    /// <summary>The finite verb above infinitives.</summary>
    private int Main(int verb)
    {
        while (IsInfinitive(verb) && Relation(verb) is "xcomp" or "advcl" && Head(verb) >= 0)
        {
            verb = Head(verb);
        }

        return verb;
    }

    /// <summary>Of two subjects with a verb between them the one nearer to their verb: "Russia called for calm; the United States vetoed it".</summary>
    private int Nearest(int subject, int verb)
    {
        foreach (var child in Children(verb))
        {
            subject = child > subject && child < verb && Is(child, "nsubj") && HasVerbBetween(subject, child) ? child : subject;
        }

        return subject;
    }

    private bool IsClause(int token) => IsVerb(token) || _tokens[token].Upos == "ADJ" || Child(token, "cop") >= 0;

    /// <summary>Who would do what the noun announces: "Russia's threat to leave", "Russia made a threat to leave".</summary>
    private int Owner(int noun, int depth)
    {
        var owner = Child(noun, "nmod:poss");
        if (owner >= 0)
        {
            return owner;
        }

        // "attempts by the two to isolate it"
        if (Oblique(noun, "by") is >= 0 and var doer)
        {
            return doer;
        }

        var verb = Head(noun);
        return verb >= 0 && IsVerb(verb) && Is(noun, "obj") ? Surface(verb, depth + 1) : -1;
    }

    /// <summary>Whose act an infinitive is: the object's ("urged Iran to stop", "called on Iran to stop"), else the subject's ("promised Iran to stop");
    /// and what somebody is blamed or thanked for is the object's act ("condemned Iraq for invading").</summary>
    private int Controller(int verb, int governor, int depth)
    {
        if (Relation(verb) == "xcomp" && Lemma(governor) is not ("promise" or "threaten" or "vow" or "pledge"))
        {
            var own = Child(governor, "obj") is >= 0 and var urged ? urged : Child(governor, "iobj");
            if (own >= 0)
            {
                return Antecedent(own, governor);
            }
        }

        if (Is(verb, "advcl") && Child(verb, "mark") is >= 0 and var mark && Lemma(mark) is "for" or "of" or "from" or "against" or "into" && (Child(governor, "obj") is >= 0 and var direct ? direct : Child(governor, "iobj")) is >= 0 and var blamed)
        {
            return Antecedent(blamed, governor);
        }

        // "came amid attempts by the two to isolate it": whose attempt it is, though both were hung on the verb
        if (IsInfinitive(verb) && !IsPassive(governor) && Oblique(governor, "by") is >= 0 and var doer && doer > governor && doer < verb && Upos(Child(doer, "case") - 1) == "NOUN")
        {
            return doer;
        }

        if (IsInfinitive(verb) && Lemma(governor) is "call" or "appeal" or "plead" or "prevail")
        {
            foreach (var child in Children(governor))
            {
                if (Is(child, "obl") && Case(child) is "on" or "upon" or "to" or "with")
                {
                    return child;
                }
            }
        }

        return Surface(governor, depth + 1);
    }

    /// <summary>An object that stands with one of two joined verbs and belongs to both: "bombed and burned the camp".</summary>
    private int Shared(int verb)
    {
        if (Relation(verb) == "conj" && IsVerb(Head(verb)) && Child(Head(verb), "obj") is >= 0 and var first && first > verb)
        {
            return first;
        }

        foreach (var child in Children(verb))
        {
            if (Relation(child) == "conj" && IsVerb(child) && child - verb <= 2 && Child(child, "obj") is >= 0 and var second && Child(child, "nsubj") < 0)
            {
                return second;
            }
        }

        return -1;
    }
}
