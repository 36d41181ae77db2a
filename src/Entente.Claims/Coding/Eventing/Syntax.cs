using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Eventing;

/// <summary>
/// Who does what to whom in the trees of one document, once passives, control, relative clauses and coordination are undone
/// (relations of Universal Dependencies 2). A token that is not there is -1.
/// </summary>
internal sealed partial class Syntax
{
    private const int Deepest = 8;
    private static readonly string[] Contents = ["xcomp", "ccomp"];
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Tree _tree;

    private readonly string[] _lemmas;
    private readonly FrameTable _frames;

    public Syntax(Tree tree, FrameTable frames)
    {
        _tokens = tree.Document.Tokens;
        _frames = frames;
        _lemmas = [.. Enumerable.Range(0, _tokens.Count).Select(i => frames.LemmaOf(_tokens[i], tree.Lower(i)))];
        _tree = tree;
    }

    public int Head(int token) => _tree.Head(token) ?? -1;

    public string Lemma(int token) => _lemmas[token];

    public string Relation(int token) => _tokens[token].Deprel;

    /// <summary>The dependents of a token, in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => _tree.Children(token);

    /// <summary>The first dependent with exactly that relation.</summary>
    public int Child(int token, string relation)
    {
        foreach (var child in _tree.Children(token))
        {
            if (_tokens[child].Deprel == relation)
            {
                return child;
            }
        }

        return -1;
    }

    public bool Is(int token, string relation) => _tree.Is(token, relation);

    public bool IsVerb(int token) => token >= 0 && _tokens[token].Upos is "VERB" or "AUX";

    /// <summary>A noun of the lexicon that only looks like a name because it opens the sentence: "Clashes between …".</summary>
    public string Upos(int token) => _tokens[token].Upos == "PROPN" && (token == 0 || _tokens[token - 1].Upos == "PUNCT") && _frames.KnowsNoun(_lemmas[token]) ? "NOUN" : _tokens[token].Upos;

    public bool IsProper(int token) => _tokens[token].Upos == "PROPN";

    /// <summary>From the first to the last word under a token.</summary>
    public IEnumerable<int> Under(int token)
    {
        for (var i = _tree.LeftEdge(token); i <= _tree.RightEdge(token); i++)
        {
            yield return i;
        }
    }

    /// <summary>Whether "not", "never" or "no" denies a word.</summary>
    public bool IsNegated(int token) => _tree.IsNegated(token);

    /// <summary>Whether a noun is known already: with "the", "this" or an owner.</summary>
    public bool IsKnown(int noun) => _tree.IsKnown(noun);

    /// <summary>Whether a span of text lies in what depends on a token, itself included.</summary>
    public bool Holds(int token, TextSpan span) => _tokens[_tree.LeftEdge(token)].Span.Start <= span.Start && span.End <= _tokens[_tree.RightEdge(token)].Span.End;

    /// <summary>The token and what is joined to it: "China" of "China, Iran and Russia" gives all three.</summary>
    public List<int> Conjuncts(int token)
    {
        var all = new List<int> { token };
        AddTwins(token, all);
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var child in _tree.Children(all[i]))
            {
                if (_tree.Is(child, "conj") && !IsOwnClause(child))
                {
                    all.Add(child);
                }
                else if (child == all[i] + 1 && _tree.Is(child, "appos") && _tree.Child(child, "conj") is { } other && !IsOwnClause(other))
                {
                    // "Libyan leader Gaddafi and Prime Minister Mintoff": joined to the name
                    all.Add(other);
                }
            }
        }

        return all;
    }

    /// <summary>The noun that a row of joined nouns begins with: "China" for "Russia" of "China, Iran and Russia".</summary>
    public int FirstConjunct(int token)
    {
        while (Is(token, "conj") && Head(token) is >= 0 and var first && first < token && Upos(first) is "PROPN" or "NOUN" or "PRON")
        {
            token = first;
        }

        return token;
    }

    /// <summary>"was hit by a foreign crew, and it was not Norway": Norway is what a clause of its own says of it, not a second doer.</summary>
    private bool IsOwnClause(int token) => _tree.Has(token, "nsubj") || _tree.Has(token, "cop");

    /// <summary>Parsers often hang each of two joined subjects on the verb: "Laos and Vietnam agreed".</summary>
    private void AddTwins(int token, List<int> all)
    {
        if (Head(token) is not (>= 0 and var head) || !Is(token, "nsubj"))
        {
            return;
        }

        foreach (var twin in Children(head))
        {
            if (twin != token && Is(twin, "nsubj") && !HasVerbBetween(Math.Min(twin, token), Math.Max(twin, token)))
            {
                all.Add(twin);
            }
        }

        if (Child(token, "cc") is > 0 and var and && and < token && _tokens[and - 1].Upos is "PROPN" or "NOUN" && !all.Contains(and - 1))
        {
            all.Add(and - 1);
        }
    }

    /// <summary>"Israel apologised, the president left": two that each do their own are no pair.</summary>
    private bool HasVerbBetween(int from, int to)
    {
        for (var token = from + 1; token < to; token++)
        {
            if (_tokens[token].Upos is "VERB" or "AUX")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The preposition of a noun: its first case mark, with its fixed part ("because of" is "because").</summary>
    public string? Case(int token)
    {
        var mark = Child(token, "case");
        return mark < 0 ? null : _lemmas[mark];
    }

    /// <summary>Whether a particle, or a word that the verb forms an idiom with, belongs to it: "walked out", "walked out of the talks", "set fire to".</summary>
    public bool HasParticle(int verb, string particle)
    {
        foreach (var child in Children(verb))
        {
            if (_lemmas[child] == particle && _tokens[child].Deprel is not ("conj" or "ccomp" or "nsubj" or "advcl" or "parataxis"))
            {
                return true;
            }

            if (Is(child, "obl") && HasCase(child, particle))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was arrested", "the men arrested by police", "arrested by police, the men"; of two joined participles the first one's auxiliary serves both.</summary>
    public bool IsPassive(int verb)
    {
        if (Child(verb, "aux:pass") >= 0 || Child(verb, "nsubj:pass") >= 0 || Agent(verb) >= 0)
        {
            return true;
        }

        if (!IsParticiple(verb) || Child(verb, "nsubj") >= 0)
        {
            return false;
        }

        return Relation(verb) switch
        {
            "acl" => Child(verb, "aux") < 0 && Child(verb, "obj") < 0,
            "advcl" => Child(verb, "aux") < 0,
            "conj" => Child(verb, "aux") < 0 && IsVerb(Head(verb)) && IsPassive(Head(verb)),
            _ => false,
        };
    }

    /// <summary>Who does it.</summary>
    public int Subject(int verb)
    {
        if (!IsPassive(verb))
        {
            return Surface(verb, 0);
        }

        var agent = Agent(verb);
        return agent >= 0 ? agent : Oblique(verb, "by") is >= 0 and var by ? by : ObliqueBelow(verb, verb, "by") is >= 0 and var deeper && !IsOfAct(deeper, verb) ? deeper : -1;
    }

    /// <summary>"was shelved after the *attack* by Hamas": Hamas attacked, and did not shelve it.</summary>
    private bool IsOfAct(int phrase, int verb) => Head(phrase) is >= 0 and var noun && noun != verb && Upos(noun) == "NOUN" && _frames.KnowsNoun(_lemmas[noun]) && Is(noun, "obl");

    private int Agent(int verb) => Child(verb, "obl:agent") is >= 0 and var agent && HasCase(agent, "by") ? agent : -1;

    /// <summary>
    /// A verb that the parser took for an attribute of its object: in "Israeli tanks shelled positions" a noun stands before the participle, and a participle
    /// before its noun is preceded by none.
    /// </summary>
    public bool IsHidden(int verb) => Is(verb, "amod") && _tokens[verb].Upos == "VERB" && Head(verb) > verb && verb > 0 && _tokens[verb - 1].Upos is "NOUN" or "PROPN";

    /// <summary>To whom or what it is done.</summary>
    public int Object(int verb)
    {
        var own = Child(verb, "obj");
        if (own >= 0)
        {
            return Antecedent(own, verb);
        }

        if (IsHidden(verb))
        {
            return Head(verb);
        }

        if (IsPassive(verb))
        {
            return Surface(verb, 0);
        }

        if (Relation(verb) == "acl:relcl" && Child(verb, "nsubj") is >= 0 and var subject && !IsRelative(subject) && Child(verb, "xcomp") < 0 && Child(verb, "ccomp") < 0)
        {
            return Head(verb);
        }

        return Shared(verb);
    }

    /// <summary>Who gets it: "gave Poland a loan", "Poland was given a loan".</summary>
    public int Receiver(int verb)
    {
        var own = Child(verb, "iobj");
        return own >= 0 ? own : Child(verb, "obj") >= 0 && Child(verb, "nsubj:pass") is >= 0 and var subject ? Antecedent(subject, verb) : -1;
    }

    /// <summary>The clause that a verb, adjective or noun takes as its content: "agreed to meet", "said that it would leave", "a threat to leave".</summary>
    public int Complement(int token)
    {
        foreach (var relation in Contents)
        {
            if (Child(token, relation) is >= 0 and var child)
            {
                return child;
            }
        }

        foreach (var child in Children(token))
        {
            if ((Is(child, "acl") || Is(child, "advcl")) && IsInfinitive(child))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The argument with the preposition: of a verb its own, of a noun its modifier.</summary>
    public int Oblique(int token, string preposition)
    {
        foreach (var child in Children(token))
        {
            if ((Is(child, "obl") || Is(child, "nmod")) && HasCase(child, preposition))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>A phrase with the preposition that the parser hung deeper: in "held talks in Oslo with Putin" Putin may hang on Oslo. No verb may stand between.</summary>
    public int ObliqueBelow(int after, int top, string preposition)
    {
        if (preposition is not ("with" or "to" or "against" or "from" or "between" or "by" or "on"))
        {
            return -1;
        }

        foreach (var token in Under(top))
        {
            if (token <= after)
            {
                continue;
            }

            if (_tokens[token].Upos is "VERB" or "AUX" or "SCONJ")
            {
                return -1;
            }

            if (_lemmas[token] == preposition && _tokens[token].Deprel == "case" && Head(token) > token)
            {
                return preposition == "with" && IsInCircumstance(Head(token), top) ? -1 : Head(token);
            }
        }

        return -1;
    }

    /// <summary>"met amid a *quarrel* with Turkey": with whom something else is had, that only happens at the time or is the reason.</summary>
    private bool IsInCircumstance(int token, int top)
    {
        for (var at = Head(token); at >= 0 && at != top; at = Head(at))
        {
            if (_lemmas[at] is "border" or "frontier" || Case(at) is "amid" or "amidst" or "as" or "after" or "before" or "since" or "despite" or "because" or "during" or "following" or "without" or "until")
            {
                return true;
            }
        }

        return false;
    }

    public bool HasCase(int token, string preposition)
    {
        foreach (var child in Children(token))
        {
            if (_tokens[child].Deprel == "case" && _lemmas[child] is var lemma && (lemma == preposition || (preposition == "toward" && lemma == "towards")))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsInfinitive(int verb)
    {
        foreach (var child in Children(verb))
        {
            if (_lemmas[child] == "to" && (_tokens[child].Upos == "PART" || _tokens[child].Deprel == "mark"))
            {
                return true;
            }
        }

        return false;
    }

    public bool HasModal(int verb, params ReadOnlySpan<string> modals)
    {
        foreach (var child in Children(verb))
        {
            if (_tokens[child].Deprel == "aux" && modals.Contains(_lemmas[child]))
            {
                return true;
            }
        }

        return false;
    }
}
