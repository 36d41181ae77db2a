using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>Tells whether what is rumoured, reported or claimed is denied beside that: "rumours – always denied – that …", "rejected claims that …", "reports, which Oslo denies, that …".</summary>
internal sealed class Denials(Tree tree, Signatures signatures)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    /// <summary>The word that denies what a noun of saying holds; null when none does.</summary>
    public int? Of(int noun, int clause) => Between(noun, clause) ?? Above(noun) ?? Beside(noun, clause);

    /// <summary>The noun of rumour whose content a word of denial has taken: "rumours, always *denied*, that ships sank".</summary>
    public int? Rumour(int denial)
    {
        var noun = tree.Is(denial, "acl") ? tree.Head(denial) : tree.Child(denial, "nsubj:pass");
        return noun is { } rumour && signatures.Of(_tokens[rumour].Lemma, 'N', "that") is { Reading: Readings.Rumoured } ? noun : null;
    }

    /// <summary>"rejected *claims* that …", taken for a verb.</summary>
    public bool IsNounAfterAll(int token) => token > 0 && _tokens[token] is { Upos: "VERB", Xpos: "VBZ" } && tree.Head(token) == token - 1 && Denies(token - 1) && !tree.Has(token, "nsubj");

    private bool Denies(int token) => _tokens[token].Upos == "VERB" && (_tokens[token].Xpos != "VB" || tree.Has(token, "aux")) && signatures.Of(signatures.VerbLemma(_tokens[token].Lemma, tree.Document.Form(token)), 'V', "statement") is not null && !tree.IsNegated(token);

    private int? Between(int noun, int clause)
    {
        for (var i = noun + 1; i < tree.LeftEdge(clause); i++)
        {
            if (Denies(i))
            {
                return i;
            }
        }

        return null;
    }

    private int? Above(int noun)
    {
        if ((!tree.Is(noun, "obj") && !tree.Is(noun, "nsubj:pass")) || tree.Head(noun) is not { } verb)
        {
            return null;
        }

        // "dismissed as invented the report that …"
        return Denies(verb) ? verb : Frames.Mark(tree, verb) == "as" && tree.Head(verb) is { } main && Denies(main) ? main : null;
    }

    private int? Beside(int noun, int clause)
    {
        foreach (var child in tree.ChildrenIn(noun, "acl"))
        {
            if (child != clause && Denies(child))
            {
                return child;
            }
        }

        return null;
    }
}
