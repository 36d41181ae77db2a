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
            return tree.Is(child, "compound") && tree.Document.Tokens[token].Upos == "NOUN" ? OfCompound(token) : null;
        }

        var head = tree.Document.Tokens[token];
        if (head.Lemma == "be" && frame is "that" or "to" && tree.Child(token, "nsubj") is { } subject)
        {
            return Ruling.Of(OfNoun(subject, frame), subject);
        }

        return IsRaised(token, child, frame) || (frame is "about" or "at" && tree.IsKnown(child)) || (frame == "in" && head.Upos == "NOUN" && !IsInterest(token, child)) ? null : head.Upos switch
        {
            "VERB" or "AUX" => OfJudgement(token, child, frame) ?? Ruling.Of(OfVerb(token, head, frame), token) ?? OfCarriedNoun(token, child, frame),
            "ADJ" => Ruling.Of(OfAdjective(token, frame), token),
            "NOUN" or "PROPN" => OfJudged(token, child, frame) ?? OfAim(token, frame) ?? OfBlame(token, child, frame) ?? OfControl(token, child, frame),
            "ADV" when tree.Has(token, "cop") => Ruling.Of(OfAdjective(token, frame), token),
            "PRON" => OfJudged(token, child, frame) ?? OfBlame(token, child, frame) ?? OfControl(token, child, frame),
            _ => null,
        };
    }

    /// <summary>"expect *the talks* to fail", "*the storm* is likely to pass": what is expected is the infinitive; the known noun is only its subject.</summary>
    private bool IsRaised(int token, int child, string frame) => frame is "obj" or "subj" && tree.Child(token, "xcomp") is { } infinitive && Frames.Of(tree, infinitive) == "to" && tree.IsKnown(child);

    /// <summary>"interest in *buying* the mill" is an aim; "interest in games" and "interests in cement making" are none.</summary>
    private bool IsInterest(int noun, int child) => tree.Document.Tokens[noun].Xpos == "NN" && tree.Document.Tokens[child].Xpos == "VBG";

    /// <summary>A clause of content that the parser took for a relative one, or that a noun has which takes no such clauses ("rumours that he *made*"), or that stands quoted before it ("the 'Chad *shelled* Niger' story").</summary>
    public string? OfNounClause(int noun, int clause) => Frames.IsNounClause(tree, noun, clause) || (clause < noun && tree.Is(clause, "acl") && tree.RightEdge(clause) >= noun - 2 && Frames.IsFinite(tree, clause))
        || (Frames.OpensWithThat(tree, noun, clause) && signatures.Of(tree.Document.Tokens[noun].Lemma, 'N', "that") is { Reading: Readings.Rumoured or Readings.Inferred }) ? "that" : null;

    /// <summary>"denied a *request*" refuses it; the request was made. "kept the *promise* to leave": they left.</summary>
    public Signature? Fate(int token, int child, string? frame)
    {
        var head = tree.Document.Tokens[token];
        if (frame is not ("obj" or "of") || signatures.Of(tree.Document.Tokens[child].Lemma, 'N', "made") is null)
        {
            return null;
        }

        return head.Upos switch
        {
            "VERB" when frame == "obj" => OfPhrasal(token, head, "content") ?? signatures.Of(Lemma(head), 'V', "content"),
            "NOUN" when frame == "of" => signatures.Of(head.Lemma, 'N', "content"),
            _ => null,
        };
    }

    /// <summary>The same where the parser hung what the noun is about on the verb: "rejected a proposal *to merge*".</summary>
    public Ruling? CarriedFate(int token, int child, string? frame) => frame is "to" or "that" && tree.Child(token, "obj") is { } noun && tree.RightEdge(noun) + 1 == tree.LeftEdge(child)
        ? Ruling.Of(Fate(token, noun, "obj"), token) : null;

    /// <summary>The row of a noun for what hangs on it.</summary>
    public Signature? OfNoun(int noun, string frame) => signatures.Of(tree.Document.Tokens[noun].Lemma, 'N', frame);

    private Signature? OfVerb(int token, Token head, string frame) => IsHabit(token, head, frame) ? signatures.Of("used to", 'V', frame)
        : OfPhrasal(token, head, frame) ?? OfPlain(token, head, frame) ?? OfAdjective(token, frame);

    /// <summary>The row of the verb alone; "drop off" and "call up" end nothing as "drop" and "call off" do.</summary>
    private Signature? OfPlain(int token, Token head, string frame) =>
        signatures.Of(Lemma(head), 'V', frame) is { } plain && !(plain.Link == Links.CounterFactive && tree.Has(token, "compound:prt")) ? plain : null;

    /// <summary>"*used* to build" is a habit; "was used to build", "used the stones to build" a means.</summary>
    private bool IsHabit(int token, Token head, string frame) => frame == "to" && head is { Lemma: "use", Xpos: "VBD" } && !tree.Has(token, "obj") && !tree.Has(token, "nsubj:pass");

    /// <summary>"called off a visit", "held *back* from …", "stopped *short* of …": the two words together.</summary>
    private Signature? OfPhrasal(int token, Token head, string frame)
    {
        if (tree.Child(token, "compound:prt") is { } particle)
        {
            return signatures.Of(Lemma(head) + " " + tree.Document.Tokens[particle].Lemma, 'V', frame);
        }

        return token + 1 < tree.Document.Tokens.Count && tree.Document.Tokens[token + 1] is { Upos: "ADV" or "ADJ" } next && next.Head == token
            ? signatures.Of(Lemma(head) + " " + next.Lemma, 'V', frame) : null;
    }

    /// <summary>"a *strike* threat", "the *takeover* bid": a threat or bid of that.</summary>
    private Ruling? OfCompound(int noun) => Ruling.Of(OfNoun(noun, "compound"), noun);

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

    /// <summary>"expect *the talks to fail*", "urged *the king to go*", taken for talks and a king that are to: the verb rules.</summary>
    private Ruling? OfControl(int noun, int child, string frame) =>
        frame == "to" && tree.Is(child, "acl") && tree.Is(noun, "obj") && tree.Head(noun) is { } verb && tree.Document.Tokens[verb] is { Upos: "VERB", Lemma: not ("have" or "need" or "use" or "get" or "make") }
            && signatures.Of(Lemma(tree.Document.Tokens[verb]), 'V', frame) is { Link: Links.Modal } signature ? new Ruling(signature, verb) : null;

    /// <summary>"made the *claim* that it was safe": the noun rules, though the clause hangs on the verb.</summary>
    private Ruling? OfCarriedNoun(int token, int child, string frame) =>
        (frame is "that" or "to" or "in") && tree.Child(token, "obj") is { } noun && tree.RightEdge(noun) + 1 == tree.LeftEdge(child) && (frame != "in" || IsInterest(noun, child))
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
