using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>Clauses that are said though no speaking verb stands above them: "The bridge *fell*, he said"; "the ships *sank*, according to the mayor".</summary>
internal sealed class SpokenClauses(Tree tree, Signatures signatures)
{
    private readonly HashSet<int> _spoken = [];
    private readonly HashSet<int> _announced = [];

    /// <summary>Looks for them in the sentence of a root, wherever the parser hung the speaking verb: what stands before the comma is said.</summary>
    public void Note(int root)
    {
        _spoken.Clear();
        _announced.Clear();
        var sentence = tree.Document.Sentences[tree.Sentence(root)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = tree.Document.Tokens[i];
            if (word.Lemma is "accord" or "according" && i + 1 < sentence.EndToken && tree.Document.Tokens[i + 1].Lemma == "to")
            {
                _spoken.Add(ClauseOf(i));
            }
            else if (word.Upos == "VERB" && tree.OwnSubject(i) is { } subject && !tree.Has(i, "ccomp") && !tree.Has(i, "obj")
                && signatures.Of(word.Lemma, 'V', "that") is { Link: Links.Evidential } && OpensAfterComma(Math.Min(i, tree.LeftEdge(subject)), sentence.FirstToken))
            {
                var said = i == root ? MainOf(root) : root;
                _spoken.Add(said);
                if (word.Xpos == "VBD")
                {
                    _announced.Add(said);
                }
            }
        }
    }

    /// <summary>How a clause is taken by a speaking verb that does not stand above it.</summary>
    public Links Of(int token)
    {
        if (_spoken.Contains(token))
        {
            return Links.Evidential;
        }

        foreach (var child in tree.ChildrenIn(token, "parataxis"))
        {
            if (tree.Has(child, "nsubj") && !tree.Has(child, "ccomp") && !tree.Has(child, "obj")
                && signatures.Of(tree.Document.Tokens[child].Lemma, 'V', "that") is { Link: Links.Evidential })
            {
                return Links.Evidential;
            }
        }

        return Links.None;
    }

    /// <summary>Whether somebody said it in the past: "The ships *would* sail, he said" is what was announced.</summary>
    public bool IsAnnounced(int token) => _announced.Contains(token);

    /// <summary>"The bridge fell, he *thinks*": whose opinion or guess a clause is, though nothing above it says so.</summary>
    public Signature? Opinion(int token)
    {
        foreach (var child in tree.ChildrenIn(token, "parataxis"))
        {
            if (child > token && IsAfterComma(child) && tree.Has(child, "nsubj") && !tree.Has(child, "ccomp") && !tree.Has(child, "xcomp") && !tree.Has(child, "obj") && !tree.IsNegated(child)
                && signatures.Of(tree.Document.Tokens[child].Lemma, 'V', "that") is { Link: Links.Modal, Reading: Readings.Opinion or Readings.Inferred } signature)
            {
                return signature;
            }
        }

        return null;
    }

    private bool IsAfterComma(int clause) => tree.LeftEdge(clause) is > 0 and var left
        && (tree.Document.Form(left) == "," || tree.Document.Form(left - 1) == ",");

    /// <summary>The predicate of the clause that a phrase is part of.</summary>
    private int ClauseOf(int token)
    {
        while (tree.Head(token) is { } head)
        {
            token = head;
            if (tree.Document.Tokens[token].Upos == "VERB" || tree.Has(token, "cop"))
            {
                break;
            }
        }

        return token;
    }

    private bool OpensAfterComma(int first, int start) => first > start + 1 && tree.Document.Tokens[first - 1].Upos == "PUNCT"
        && tree.Document.Text[tree.Document.Tokens[first - 1].Span.End - 1] is ',' or '"' or '”' or '\'' or '’' or '?' or '!';

    /// <summary>The clause that hangs on a speaking verb at the root.</summary>
    private int MainOf(int root) => tree.Child(root, "parataxis") ?? tree.Child(root, "advcl") ?? tree.Child(root, "dep") ?? root;
}
