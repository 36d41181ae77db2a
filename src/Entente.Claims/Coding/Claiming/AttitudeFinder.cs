using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// From a word that names a matter up the tree to the word by which somebody takes a side on it: from "sanctions" over "lift" to "urged" in "urged the union to lift the sanctions".
/// </summary>
internal sealed class AttitudeFinder(AttitudeTable table)
{
    private const int MostSteps = 8;

    /// <summary>The side that is taken on what a noun names; null when nobody takes one.</summary>
    public Taken? OfTopic(SentenceView sentence, int token)
    {
        var tree = sentence.Tree;
        var turned = false;
        if (Participle(sentence, token) is { } participle)
        {
            return participle;
        }

        for (var (at, steps) = (First(tree, token), 0); steps < MostSteps; steps++)
        {
            if (Predicated(sentence, at, turned) is { } predicated)
            {
                return predicated;
            }

            if (tree.Head(at) is not { } head)
            {
                return null;
            }

            var place = Place(tree, at);
            var row = (place is Attitude.Object || tree.Is(at, "xcomp") ? Judged(sentence, head, at) : null) ?? table.Of(sentence, head, place);
            if (row?.Under(IsNegated(sentence, head)) is Leaning.For or Leaning.Against or Leaning.Unsure)
            {
                return new Taken(head, row.Under(IsNegated(sentence, head)), turned, place == Attitude.Subject || IsDue(sentence, head) ? null : head, row.Class == 'a');
            }

            if (row is null && !HandsOn(tree, at))
            {
                return place == Attitude.Subject ? Joined(sentence, head, turned) : null;
            }

            turned ^= row?.Leaning == Leaning.Turn;
            if (row is not null && IsDue(sentence, head))
            {
                return new Taken(head, Leaning.For, turned ^ IsNegated(sentence, head), null);
            }

            at = First(tree, head);
        }

        return null;
    }

    /// <summary>
    /// The side that is taken on what a clause says, by the word that the clause hangs on: "doubts that …", "rejects the claim that …". Null when it hangs on none; that it is only said, thought or
    /// insisted upon is for the attribution to tell.
    /// </summary>
    public Taken? OfStatement(SentenceView sentence, int token)
    {
        var tree = sentence.Tree;
        var clause = token;
        while (!tree.Is(clause, "ccomp") && !tree.Is(clause, "xcomp") && !tree.Is(clause, "acl") && !tree.Is(clause, "csubj"))
        {
            if (tree.Head(clause) is not { } above || tree.Is(clause, "advcl") || tree.Is(clause, "parataxis"))
            {
                return null;
            }

            // "sees Crimea as part of Russia"
            if (Place(tree, clause) == "as" && table.Of(sentence, above, "as") is { IsTaken: true } seen)
            {
                return new Taken(above, seen.Under(IsNegated(sentence, above)), false, above);
            }

            clause = above;
        }

        // "considers B an enemy": what somebody is called is held of him, and not thought over
        if (tree.Is(clause, "xcomp") && tree.Document.Tokens[clause].Upos is "NOUN" or "ADJ" or "PROPN" && tree.Head(clause) is { } calls && tree.Has(calls, "obj") && table.Of(sentence, calls, "as") is { IsTaken: true } called)
        {
            return new Taken(calls, called.Under(IsNegated(sentence, calls)), false, calls);
        }

        if (tree.Is(clause, "acl:relcl") || tree.Head(clause) is not { } head || table.Of(sentence, head, Attitude.Clause) is not { } row)
        {
            return null;
        }

        // "dismissed claims that …", "rejects the view that …": the noun hands the clause on to the verb
        var handed = tree.Document.Tokens[head].Upos == "NOUN" && tree.Head(head) is { } verb && table.Of(sentence, verb, Place(tree, head)) is { IsTaken: true } outer
            ? new Taken(verb, outer.Under(IsNegated(sentence, verb)), false, verb) : null;
        return row.Under(IsNegated(sentence, head)) is not (Leaning.For or Leaning.Against or Leaning.Unsure) || (row.Leaning == Leaning.For && handed is not null)
            ? handed : new Taken(head, row.Under(IsNegated(sentence, head)), false, head, row.Class == 'a');
    }

    /// <summary>"The alliance is a fiction": whether what a noun names is said not to be, by a noun that says so of clauses too ("it is a fiction that …"), and not only to be bad.</summary>
    public bool IsSaidNotToBe(SentenceView sentence, int token) => sentence.Tree.Is(token, "nsubj") && sentence.Tree.Head(token) is { } called && sentence.Tree.Has(called, "cop")
        && sentence.Findings.Analyzed.Tokens[called].Upos == "NOUN" && !IsNegated(sentence, called)
        && table.Of(sentence, called, Attitude.Subject) is { Leaning: Leaning.Against } row && row.Places.Contains(Attitude.Clause);

    /// <summary>"China is against sanctions", "is in favour of talks": the tree takes what the preposition leads for the predicate.</summary>
    private static Taken? Predicated(SentenceView sentence, int token, bool turned)
    {
        var tree = sentence.Tree;
        if (!tree.Has(token, "cop") || !tree.Has(token, "nsubj") || tree.Child(token, "case") is not { } preposition)
        {
            return null;
        }

        return sentence.Findings.Analyzed.Tokens[preposition].Lemma.ToLowerInvariant() switch
        {
            "against" => new Taken(token, IsNegated(sentence, token) ? Leaning.Unsure : Leaning.Against, turned, token),
            "for" or "behind" => new Taken(token, IsNegated(sentence, token) ? Leaning.Against : Leaning.For, turned, token),
            _ => null,
        };
    }

    /// <summary>"called the sanctions illegal", "sees the deal as a mistake": the row of the word that the object is called.</summary>
    private Attitude? Judged(SentenceView sentence, int verb, int matter)
    {
        var tree = sentence.Tree;
        foreach (var child in tree.Children(verb))
        {
            // the parser may take the second complement for the object
            var isCalled = child > matter && (tree.Is(child, "xcomp") || tree.Is(child, "obj") || (tree.Is(child, "obl") || tree.Is(child, "advcl")) && tree.Child(child, "case") is { } preposition && sentence.Form(preposition) == "as");
            if (isCalled && table.Of(sentence, child, Attitude.Subject) is { IsTaken: true } row)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>"The sanctions hurt the poor and should be lifted": what is due of a verb that shares its subject with another.</summary>
    private Taken? Joined(SentenceView sentence, int verb, bool turned)
    {
        foreach (var other in sentence.Tree.ChildrenIn(verb, "conj"))
        {
            if (!sentence.Tree.Has(other, "nsubj") && IsDue(sentence, other) && table.Of(sentence, other, Attitude.Object) is { } row)
            {
                return new Taken(other, Leaning.For, turned ^ (row.Leaning == Leaning.Turn) ^ IsNegated(sentence, other), null);
            }
        }

        return null;
    }

    /// <summary>"said that China opposed unilateral sanctions": the parser may take the verb for a participle before its object.</summary>
    private Taken? Participle(SentenceView sentence, int token)
    {
        var tree = sentence.Tree;
        foreach (var child in tree.Children(token))
        {
            if (tree.Is(child, "amod") && tree.Document.Tokens[child].Upos == "VERB" && child > tree.LeftEdge(token) && sentence.ActorsAt(child - 1).Any()
                && table.Of(sentence, child, Attitude.Object) is { IsTaken: true } row)
            {
                return new Taken(child, row.Leaning, false, child);
            }
        }

        return null;
    }

    /// <summary>Where a word stands below its head: object, clause, subject, or by its preposition.</summary>
    private static string Place(Tree tree, int token)
    {
        if (tree.Is(token, "obj") || tree.Is(token, "nsubj:pass"))
        {
            return Attitude.Object;
        }

        if (tree.Is(token, "nsubj"))
        {
            return Attitude.Subject;
        }

        var tokens = tree.Document.Tokens;
        foreach (var child in tree.Children(token))
        {
            if (child < token && (tree.Is(child, "case") || tree.Is(child, "mark")) && tokens[child].Lemma is not ("to" or "that") | tree.Is(child, "case"))
            {
                return tokens[child].Lemma.ToLowerInvariant();
            }
        }

        // a noun in the place of a clause is what something is called, and no matter
        return tokens[token].Upos != "NOUN" && (tree.Is(token, "ccomp") || tree.Is(token, "xcomp") || tree.Is(token, "acl") || tree.Is(token, "advcl")) ? Attitude.Clause : "";
    }

    /// <summary>The first of things that are joined: what is said of it is said of all.</summary>
    private static int First(Tree tree, int token)
    {
        while (tree.Is(token, "conj") && tree.Head(token) is { } head)
        {
            token = head;
        }

        return token;
    }

    private static bool HandsOn(Tree tree, int token) => tree.Is(token, "appos") || tree.Is(token, "compound") || tree.Is(token, "amod") || tree.Is(token, "flat") || tree.Is(token, "fixed");

    /// <summary>"must be lifted", "should end": who says so wants it.</summary>
    public static bool IsDue(SentenceView sentence, int token)
    {
        foreach (var child in sentence.Tree.Children(token))
        {
            if (sentence.Tree.Is(child, "aux") && sentence.Form(child) is "must" or "should" or "ought" or "shall")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNegated(SentenceView sentence, int token)
    {
        if (sentence.Findings.PredicateAt(token) is { } predicate)
        {
            // what is done for an end ("quit to protest") is not negated by the verb above it
            return predicate.Factuality.Polarity == Polarity.Negative && !sentence.Tree.Is(token, "advcl") || sentence.IsDenied(token);
        }

        return sentence.IsDenied(token);
    }
}

/// <summary>A side that is taken.</summary>
/// <param name="Token">The word by which it is taken.</param>
/// <param name="IsTurned">Whether it is taken on the opposite of the matter.</param>
/// <param name="Holder">The word whose subject takes it; null when it is whoever says so.</param>
/// <param name="IsState">Whether the word tells a state of its subject, also where it looks like a passive: "is alarmed by".</param>
internal sealed record Taken(int Token, Leaning Leaning, bool IsTurned, int? Holder, bool IsState = false);
