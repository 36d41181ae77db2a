using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>Finds the row of data/factuality.tsv by which a word rules another.</summary>
internal sealed class Governors(Tree tree, Signatures signatures)
{
    /// <summary>The row that rules the child: of the word above it, of an attribute of the child, or of the subject of "is" ("the *plan* is to leave").</summary>
    public Signature? Governing(int token, int child, string? frame)
    {
        if (frame is null or "mod")
        {
            return null;
        }

        var head = tree.Document.Tokens[token];
        if (head.Lemma == "be" && frame is "that" or "to" && tree.Child(token, "nsubj") is { } subject)
        {
            return signatures.Of(tree.Document.Tokens[subject].Lemma, 'N', frame);
        }

        return head.Upos switch
        {
            "VERB" or "AUX" => OfVerb(token, head, frame) ?? OfCarriedNoun(token, child, frame),
            "ADJ" => OfAdjective(token, head, frame),
            "NOUN" or "PROPN" => signatures.Of(head.Lemma, 'N', frame) ?? OfBlame(token, child, frame),
            _ => null,
        };
    }

    /// <summary>A clause of content that the parser took for a relative one, or that a noun has which takes no such clauses ("rumours that he *made*").</summary>
    public string? OfNounClause(int noun, int clause) => Frames.IsNounClause(tree, noun, clause)
        || (Frames.OpensWithThat(tree, noun, clause) && signatures.Of(tree.Document.Tokens[noun].Lemma, 'N', "that") is { Reading: Readings.Rumoured or Readings.Inferred }) ? "that" : null;

    /// <summary>"denied a *request*" refuses it; the request was made.</summary>
    public bool IsRefusal(Signature signature, int child, string? frame) =>
        signature.Link == Links.NegEvidential && frame == "obj" && signatures.Of(tree.Document.Tokens[child].Lemma, 'N', "refused") is not null;

    /// <summary>"rumours – always *denied* – that ships sank".</summary>
    public bool IsDeniedBetween(int token, int child)
    {
        for (var i = token + 1; i < tree.LeftEdge(child); i++)
        {
            if (signatures.Of(tree.Document.Tokens[i].Lemma, 'V', "that") is { Link: Links.NegEvidential })
            {
                return true;
            }
        }

        return false;
    }

    private Signature? OfVerb(int token, Token head, string frame)
    {
        if (tree.Child(token, "compound:prt") is { } particle && signatures.Of(head.Lemma + " " + tree.Document.Tokens[particle].Lemma, 'V', frame) is { } phrasal)
        {
            return phrasal;
        }

        return signatures.Of(Lemma(head), 'V', frame) ?? OfAdjective(token, head, frame);
    }

    /// <summary>"accused the company of *killing* the fish", taken for a company of killing: the verb rules.</summary>
    private Signature? OfBlame(int noun, int child, string frame) => frame is "of" or "for" && tree.Is(child, "acl") && tree.Is(noun, "obj") && tree.Head(noun) is { } verb
        ? signatures.Of(Lemma(tree.Document.Tokens[verb]), 'V', frame) : null;

    /// <summary>"made the *claim* that it was safe": the noun rules, though the clause hangs on the verb.</summary>
    private Signature? OfCarriedNoun(int token, int child, string frame) =>
        frame is "that" or "to" && tree.Child(token, "obj") is { } noun && tree.RightEdge(noun) + 1 == tree.LeftEdge(child)
            ? signatures.Of(tree.Document.Tokens[noun].Lemma, 'N', frame) : null;

    private string Lemma(Token verb) => signatures.VerbLemma(verb.Lemma, tree.Document.Text.AsSpan(verb.Span.Start, verb.Span.Length));

    private Signature? OfAdjective(int token, Token head, string frame) =>
        signatures.Of(tree.Document.Form(token), 'A', frame) ?? signatures.Of(head.Lemma, 'A', frame);

    /// <summary>"a *planned* visit", "the *alleged* theft".</summary>
    public Signature? Attribute(int token)
    {
        foreach (var child in tree.ChildrenIn(token, "amod"))
        {
            if (signatures.Of(tree.Document.Form(child), 'A', "mod") is { } signature)
            {
                return signature;
            }
        }

        return null;
    }
}
