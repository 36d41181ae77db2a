using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>Finds the row of data/factuality.tsv by which a word rules another.</summary>
internal sealed class Governors(Tree tree, Signatures signatures)
{
    /// <summary>The row that rules the child, with the word it is of: the word above it, an attribute of the child, or the subject of "is" ("the *plan* is to leave").</summary>
    public Ruling? Governing(int token, int child, string? frame)
    {
        if (frame is null or "mod")
        {
            return null;
        }

        var head = tree.Document.Tokens[token];
        if (head.Lemma == "be" && frame is "that" or "to" && tree.Child(token, "nsubj") is { } subject)
        {
            return Ruling.Of(OfNoun(subject, frame), subject);
        }

        return head.Upos switch
        {
            "VERB" or "AUX" => OfJudgement(token, child, frame) ?? Ruling.Of(OfVerb(token, head, frame), token) ?? OfCarriedNoun(token, child, frame),
            "ADJ" => Ruling.Of(OfAdjective(token, frame), token),
            "NOUN" or "PROPN" => OfJudged(token, child, frame) ?? OfAim(token, frame) ?? OfBlame(token, child, frame),
            "ADV" when tree.Has(token, "cop") => Ruling.Of(OfAdjective(token, frame), token),
            "PRON" => OfJudged(token, child, frame) ?? OfBlame(token, child, frame),
            _ => null,
        };
    }

    /// <summary>A clause of content that the parser took for a relative one, or that a noun has which takes no such clauses ("rumours that he *made*").</summary>
    public string? OfNounClause(int noun, int clause) => Frames.IsNounClause(tree, noun, clause)
        || (Frames.OpensWithThat(tree, noun, clause) && signatures.Of(tree.Document.Tokens[noun].Lemma, 'N', "that") is { Reading: Readings.Rumoured or Readings.Inferred }) ? "that" : null;

    /// <summary>"denied a *request*" refuses it; the request was made. "kept the *promise* to leave": they left.</summary>
    public Signature? Fate(int token, int child, string? frame) =>
        frame == "obj" && tree.Document.Tokens[token].Upos == "VERB" && signatures.Of(tree.Document.Tokens[child].Lemma, 'N', "made") is not null
            ? OfPhrasal(token, tree.Document.Tokens[token], "content") ?? signatures.Of(Lemma(tree.Document.Tokens[token]), 'V', "content") : null;

    /// <summary>The row of a noun for what hangs on it.</summary>
    public Signature? OfNoun(int noun, string frame) => signatures.Of(tree.Document.Tokens[noun].Lemma, 'N', frame);

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

    private Signature? OfVerb(int token, Token head, string frame) => IsMeans(head, frame) ? null
        : OfPhrasal(token, head, frame) ?? signatures.Of(Lemma(head), 'V', frame) ?? OfAdjective(token, frame);

    /// <summary>"will be *used* to build" is an aim; "*used* to build" a habit.</summary>
    private static bool IsMeans(Token head, string frame) => head is { Lemma: "use", Xpos: not "VBD" } && frame == "to";

    private Signature? OfPhrasal(int token, Token head, string frame) =>
        tree.Child(token, "compound:prt") is { } particle ? signatures.Of(head.Lemma + " " + tree.Document.Tokens[particle].Lemma, 'V', frame) : null;

    /// <summary>"made it *impossible* to leave", "find it *hard* to sell": the quality rules, not the verb.</summary>
    private Ruling? OfJudgement(int token, int child, string frame) =>
        frame == "to" && tree.Child(token, "xcomp") is { } quality && quality < child && tree.Document.Tokens[quality].Upos == "ADJ" && tree.Has(token, "obj")
            ? Ruling.Of(OfAdjective(quality, frame), quality) : null;

    /// <summary>"impossible *for ships* to leave": the quality rules, though the clause hangs on the noun.</summary>
    private Ruling? OfJudged(int noun, int child, string frame) =>
        frame is "to" or "for" && tree.Is(child, "acl") && Frames.IsInfinitive(tree, child) && tree.Head(noun) is { } head && tree.Document.Tokens[head].Upos == "ADJ" && Frames.Mark(tree, child) == "for"
            ? Ruling.Of(OfAdjective(head, "to"), head) : null;

    /// <summary>The row of the noun; "a *failed* attempt to leave" is one after which nobody left.</summary>
    private Ruling? OfAim(int noun, string frame)
    {
        if (OfNoun(noun, frame) is not { Link: Links.Modal } aim)
        {
            return Ruling.Of(OfNoun(noun, frame), noun);
        }

        foreach (var child in tree.ChildrenIn(noun, "amod"))
        {
            if (signatures.Of(tree.Document.Form(child), 'A', "spoils") is { } spoilt)
            {
                return new Ruling(spoilt, child);
            }
        }

        return new Ruling(aim, noun);
    }

    /// <summary>"accused the company of *killing* the fish", "barred the crowd from *entering*", taken for a company of killing: the verb rules.</summary>
    private Ruling? OfBlame(int noun, int child, string frame) =>
        frame is "of" or "for" or "from" or "with" or "against" or "about" && (tree.Is(child, "acl") || (tree.Is(child, "nmod") && tree.Document.Tokens[noun].Upos != "NOUN"))
        && (tree.Is(noun, "obj") || tree.Is(noun, "iobj") || tree.Is(noun, "obl")) && tree.Head(noun) is { } verb && tree.Document.Tokens[verb].Upos == "VERB"
            ? Ruling.Of(signatures.Of(Lemma(tree.Document.Tokens[verb]), 'V', frame), verb) : null;

    /// <summary>"made the *claim* that it was safe": the noun rules, though the clause hangs on the verb.</summary>
    private Ruling? OfCarriedNoun(int token, int child, string frame) =>
        frame is "that" or "to" && tree.Child(token, "obj") is { } noun && tree.RightEdge(noun) + 1 == tree.LeftEdge(child)
            ? Ruling.Of(OfNoun(noun, frame), noun) : null;

    private string Lemma(Token verb) => signatures.VerbLemma(verb.Lemma, tree.Document.Text.AsSpan(verb.Span.Start, verb.Span.Length));

    private Signature? OfAdjective(int token, string frame) =>
        signatures.Of(tree.Document.Form(token), 'A', frame) ?? signatures.Of(tree.Document.Tokens[token].Lemma, 'A', frame);

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

/// <summary>A row of data/factuality.tsv and the word in the text that it is of.</summary>
internal sealed record Ruling(Signature Signature, int By)
{
    public static Ruling? Of(Signature? signature, int by) => signature is null ? null : new Ruling(signature, by);
}
