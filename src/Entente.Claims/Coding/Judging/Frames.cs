using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>How a word hangs on the word above it, in the terms of data/factuality.tsv and data/cues.tsv.</summary>
internal static class Frames
{
    /// <summary>"that", "to", "ing", "whether", "subjunctive", "obj", "subj", "mod", "state", a preposition in lower case, or null for what no table asks.</summary>
    public static string? Of(Tree tree, int child)
    {
        var relation = tree.Document.Tokens[child].Deprel;
        return Base(relation) switch
        {
            "ccomp" or "csubj" => OfClause(tree, child),
            "xcomp" => OfOpenClause(tree, child),
            "advcl" or "acl" => OfAdjunctClause(tree, child),
            "parataxis" when Mark(tree, child) == "that" => "that",
            "obj" or "iobj" => "obj",
            "nsubj" => relation.EndsWith(":pass", StringComparison.Ordinal) ? "obj" : "subj",
            "obl" or "nmod" => tree.Case(child),
            "amod" => "mod",
            _ => null,
        };
    }

    /// <summary>"the claim that he *sold* it", taken for a relative clause: it has a subject or object too many for one.</summary>
    public static bool IsNounClause(Tree tree, int noun, int clause)
    {
        if (!OpensWithThat(tree, noun, clause))
        {
            return false;
        }

        int subjects = 0, objects = 0;
        foreach (var child in tree.Children(clause))
        {
            subjects += tree.Is(child, "nsubj") ? 1 : 0;
            objects += tree.Is(child, "obj") ? 1 : 0;
        }

        return subjects > 1 || objects > 1;
    }

    /// <summary>A relative clause with "that" right after its noun and a subject.</summary>
    public static bool OpensWithThat(Tree tree, int noun, int clause) => tree.Is(clause, "acl") && tree.LeftEdge(clause) == noun + 1
        && tree.Document.Tokens[noun + 1].Lemma == "that" && tree.Has(clause, "nsubj");

    public static string Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? relation[..colon] : relation;

    /// <summary>The conjunction, preposition or "to" that opens a clause, in lower case; null when none does.</summary>
    public static string? Mark(Tree tree, int clause) => tree.Child(clause, "mark") is { } mark ? tree.Lower(mark) : null;

    public static bool IsInfinitive(Tree tree, int clause) => tree.Document.Tokens[clause].Upos is "VERB" or "AUX"
        ? HasTo(tree, clause) && !HasFiniteAuxiliary(tree, clause)
        : HasTo(tree, clause) && tree.Has(clause, "cop");

    /// <summary>Past or present, by its own form or an auxiliary's.</summary>
    public static bool IsFinite(Tree tree, int clause) => tree.Document.Tokens[clause] is { Upos: "VERB", Xpos: "VBD" or "VBZ" } || (HasFiniteAuxiliary(tree, clause) && !HasTo(tree, clause));

    private static bool HasTo(Tree tree, int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (child < clause && tree.Document.Tokens[child] is { Xpos: "TO" } or { Upos: "PART", Lemma: "to" } && tree.Is(child, "mark"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasFiniteAuxiliary(Tree tree, int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (tree.Document.Tokens[child] is { Upos: "AUX", Xpos: "MD" or "VBZ" or "VBP" or "VBD" })
            {
                return true;
            }
        }

        return false;
    }

    private static string OfClause(Tree tree, int clause)
    {
        var mark = Mark(tree, clause);
        if (mark is "if" or "whether")
        {
            return "whether";
        }

        if (IsInfinitive(tree, clause))
        {
            return "to";
        }

        return tree.Document.Tokens[clause].Xpos == "VBG" && !tree.Has(clause, "aux") ? "ing"
            : mark is null or "that" && tree.Has(clause, "nsubj") && IsBare(tree, clause) ? "subjunctive"
            : "that";
    }

    /// <summary>"that he *resign*", "that he *be moved*": a bare form with a subject of its own.</summary>
    private static bool IsBare(Tree tree, int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (tree.Document.Tokens[child].Upos == "AUX")
            {
                return tree.Document.Tokens[child].Xpos == "VB";
            }
        }

        return tree.Document.Tokens[clause].Xpos == "VB";
    }

    /// <summary>"seems *ready*", "found *guilty*" are states; "helped *win*" is an infinitive without its "to".</summary>
    private static string OfOpenClause(Tree tree, int clause) => HasTo(tree, clause) ? "to" : tree.Document.Tokens[clause].Xpos switch
    {
        "VBG" => Mark(tree, clause) ?? "ing",
        "VB" => "to",
        _ => "state",
    };

    private static string? OfAdjunctClause(Tree tree, int clause)
    {
        var mark = Mark(tree, clause) ?? tree.Case(clause);
        return mark switch
        {
            null => tree.Document.Tokens[clause].Xpos == "VBG" && !IsSetOff(tree, clause) ? SharedPreposition(tree, clause) ?? "ing" : null,
            "to" => "to",
            _ => mark,
        };
    }

    /// <summary>"rejected the plan, *saying* …": a comma before it makes it a remark, no complement.</summary>
    private static bool IsSetOff(Tree tree, int clause) => tree.Is(clause, "advcl") && tree.LeftEdge(clause) is > 0 and var left
        && tree.Document.Tokens[tree.Document.Tokens[left].Upos == "PUNCT" ? left : left - 1].Upos == "PUNCT";

    /// <summary>"the prospect of Chad *joining*": the preposition of its subject, which the parser hung beside it, is that of the clause.</summary>
    private static string? SharedPreposition(Tree tree, int clause)
    {
        if (!tree.Is(clause, "acl") || tree.Head(clause) is not { } noun)
        {
            return null;
        }

        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "nmod") && child > noun && tree.RightEdge(child) + 1 == tree.LeftEdge(clause) && tree.Case(child) is { } preposition)
            {
                return preposition;
            }
        }

        return null;
    }
}
