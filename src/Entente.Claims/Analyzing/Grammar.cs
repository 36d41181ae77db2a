namespace Entente.Claims.Analyzing;

/// <summary>What the relations of a tree say about clauses: subjects, objects, passives, negations, coordination.</summary>
public static class Grammar
{
    /// <summary>The first of a coordination and all that are joined to it, in text order; the token alone when nothing is joined.</summary>
    public static IReadOnlyList<int> Conjuncts(this Tree tree, int token)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var first = token;
        while (tree.Is(first, "conj") && tree.Head(first) is { } head)
        {
            first = head;
        }

        List<int> all = [first];
        for (var k = 0; k < all.Count; k++)
        {
            all.AddRange(tree.ChildrenIn(all[k], "conj"));
        }

        all.Sort();
        return all;
    }

    /// <summary>The first of the coordination that a token is in: of "talk and sign" for "sign" it is "talk".</summary>
    public static int FirstConjunct(this Tree tree, int token)
    {
        ArgumentNullException.ThrowIfNull(tree);
        while (tree.Is(token, "conj") && tree.Head(token) is { } head)
        {
            token = head;
        }

        return token;
    }

    /// <summary>Whether the clause of a verb is passive ("was seen", "got fired", and "seen" beside a noun).</summary>
    public static bool IsPassive(this Tree tree, int verb)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (tree.Has(verb, "nsubj:pass") || tree.Has(verb, "aux:pass") || tree.Has(verb, "csubj:pass") || tree.Has(verb, "obl:agent"))
        {
            return true;
        }

        return tree.Document.Tokens[verb].Xpos == "VBN" && !tree.Has(verb, "aux") && !tree.Has(verb, "nsubj")
            && (tree.Is(verb, "acl") || tree.Is(verb, "amod") || (tree.Is(verb, "conj") && tree.Head(verb) is { } head && tree.IsPassive(head)));
    }

    /// <summary>The subject of a verb or predicate: its own, else that of the verb it is joined to or is a complement of ("they met and *signed*", "she wants to *leave*"); null when the text has none.</summary>
    public static int? Subject(this Tree tree, int verb)
    {
        ArgumentNullException.ThrowIfNull(tree);
        for (int? at = verb; at is { } token;)
        {
            if (OwnSubject(tree, token) is { } subject)
            {
                return subject;
            }

            at = tree.Is(token, "conj") || tree.Is(token, "xcomp") ? tree.Head(token) : null;
            if (at is { } head && tree.Is(token, "xcomp") && tree.Child(head, "obj") is { } controller)
            {
                return controller;
            }
        }

        return null;
    }

    /// <summary>The subject that depends on the verb itself.</summary>
    public static int? OwnSubject(this Tree tree, int verb)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return tree.Child(verb, "nsubj") ?? tree.Child(verb, "csubj");
    }

    /// <summary>Whether a negation depends on the word itself ("not", "n't", "never", "no").</summary>
    public static bool IsNegated(this Tree tree, int token)
    {
        ArgumentNullException.ThrowIfNull(tree);
        foreach (var child in tree.Children(token))
        {
            if (tree.Document.Tokens[child].Lemma is "not" or "n't" or "never" or "no" or "neither" or "nor" or "hardly" or "nt")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The preposition or other case mark of a nominal ("with", "according to"), in lower case; null when it has none.</summary>
    public static string? Case(this Tree tree, int nominal)
    {
        ArgumentNullException.ThrowIfNull(tree);
        if (tree.Child(nominal, "case") is not { } mark)
        {
            return null;
        }

        var words = tree.Lower(mark);
        foreach (var part in tree.ChildrenIn(mark, "fixed"))
        {
            words += " " + tree.Lower(part);
        }

        return words;
    }
}
