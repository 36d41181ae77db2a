using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>How a word hangs on the word above it, in the terms of data/factuality.tsv and data/cues.tsv.</summary>
internal static class Frames
{
    /// <summary>"that", "to", "ing", "whether", "subjunctive", "obj", "subj", "mod", a preposition in lower case, or null for what no table asks.</summary>
    public static string? Of(Tree tree, int child)
    {
        var relation = tree.Document.Tokens[child].Deprel;
        return Base(relation) switch
        {
            "ccomp" or "csubj" => OfClause(tree, child),
            "xcomp" => OfOpenClause(tree, child),
            "advcl" or "acl" => OfAdjunctClause(tree, child),
            "obj" or "iobj" => "obj",
            "nsubj" => relation.EndsWith(":pass", StringComparison.Ordinal) ? "obj" : "subj",
            "obl" or "nmod" => tree.Case(child),
            "amod" => "mod",
            _ => null,
        };
    }

    public static string Base(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? relation[..colon] : relation;

    /// <summary>The conjunction, preposition or "to" that opens a clause, in lower case; null when none does.</summary>
    public static string? Mark(Tree tree, int clause) => tree.Child(clause, "mark") is { } mark ? tree.Document.Form(mark).ToLowerInvariant() : null;

    public static bool IsInfinitive(Tree tree, int clause) => tree.Document.Tokens[clause].Upos is "VERB" or "AUX"
        ? HasTo(tree, clause) && !HasFiniteAuxiliary(tree, clause)
        : HasTo(tree, clause) && tree.Has(clause, "cop");

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

        return tree.Document.Tokens[clause].Xpos switch
        {
            "VBG" when !tree.Has(clause, "aux") => "ing",
            "VB" when !tree.Has(clause, "aux") && tree.Has(clause, "nsubj") && mark is null or "that" => IsBare(tree, clause) ? "subjunctive" : "that",
            _ => "that",
        };
    }

    /// <summary>"that he *resign*": a bare form with a subject of its own and no auxiliary.</summary>
    private static bool IsBare(Tree tree, int clause) => tree.Document.Tokens[clause].Xpos == "VB" && !tree.Has(clause, "aux");

    private static string OfOpenClause(Tree tree, int clause) =>
        !HasTo(tree, clause) && tree.Document.Tokens[clause].Xpos == "VBG" ? Mark(tree, clause) ?? "ing" : "to";

    private static string? OfAdjunctClause(Tree tree, int clause)
    {
        var mark = Mark(tree, clause) ?? tree.Case(clause);
        return mark switch
        {
            null => tree.Document.Tokens[clause].Xpos == "VBG" ? "ing" : null,
            "to" => "to",
            _ => mark,
        };
    }
}
