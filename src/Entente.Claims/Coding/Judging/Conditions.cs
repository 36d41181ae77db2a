using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>
/// Which clauses are conditions, and which predicates hang on one: "if it rains", "as long as it rains", "should it rain", "had it rained", "on condition that", "in the event of".
/// </summary>
internal sealed class Conditions(Tree tree, Signatures signatures)
{
    private const int LongestPhrase = 4;
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    /// <summary>Whether a clause or phrase states a condition.</summary>
    public bool Is(int clause) => IsMarked(clause) || IsInverted(clause) || IsHad(clause) || IsPhrase(clause) || IsProviso(clause);

    /// <summary>A clause that opens with "if", "unless", "as long as" …</summary>
    public bool IsMarked(int clause) => (Frames.Mark(tree, clause) is { } mark && signatures.Particle(mark, 'C') is not null) || OpensWithPhrase(clause);

    /// <summary>Whether what a predicate tells hangs on a condition: it does not when that is "even if", nor when it has happened already ("agreed to leave if …": the leaving hangs on it).</summary>
    public bool Rules(int predicate)
    {
        foreach (var child in tree.Children(predicate))
        {
            if (Frames.Base(_tokens[child].Deprel) is "advcl" or "xcomp" or "obl" or "parataxis" && !Frames.IsInfinitive(tree, child) && Is(child) && !IsConceded(child))
            {
                return !IsDone(predicate) || (IsPast(child) && !PassesOn(predicate));
            }
        }

        return false;
    }

    /// <summary>Whether the condition of a predicate that is done bears on what it says or decides.</summary>
    public bool BindsContent(int predicate)
    {
        if (!IsDone(predicate))
        {
            return false;
        }

        foreach (var child in tree.ChildrenIn(predicate, "advcl"))
        {
            if (IsMarked(child) && !IsConceded(child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word that makes a clause a condition; null when its order does.</summary>
    public TextSpan? Word(int clause) => tree.Child(clause, "mark") is { } mark && signatures.Particle(_tokens[mark].Lemma, 'C') is not null ? _tokens[mark].Span
        : IsPhrase(clause) ? _tokens[clause].Span
        : PhraseEnd(clause) is { } end ? _tokens[end].Span
        : tree.Child(clause, "aux") is { } auxiliary && IsInverting(auxiliary) ? _tokens[auxiliary].Span : null;

    /// <summary>The condition that a predicate hangs on; null when there is none.</summary>
    public int? Of(int predicate)
    {
        if (!Rules(predicate))
        {
            return null;
        }

        foreach (var child in tree.Children(predicate))
        {
            if (Is(child))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>"*even* if it rains", "*as* if": the consequence holds anyway.</summary>
    private bool IsConceded(int clause) => tree.Child(clause, "mark") is > 0 and var mark && _tokens[mark - 1].Lemma is "even" or "as";

    /// <summary>A verb in the simple or present perfect past, without a modal.</summary>
    private bool IsDone(int predicate)
    {
        var isPast = _tokens[predicate] is { Upos: "VERB", Xpos: "VBD" };
        foreach (var child in tree.ChildrenIn(predicate, "aux"))
        {
            if (_tokens[child].Xpos is "MD" or "VB")
            {
                return false;
            }

            isPast |= _tokens[child] is { Xpos: "VBD" } or { Lemma: "have", Xpos: "VBZ" or "VBP" };
        }

        return isPast && !tree.Is(predicate, "advcl");
    }

    private bool IsPast(int clause) => _tokens[clause].Xpos == "VBD" || (tree.Child(clause, "aux") is { } aux && _tokens[aux].Xpos == "VBD") || (tree.Child(clause, "cop") is { } be && _tokens[be].Xpos == "VBD");

    /// <summary>It has a clause of its own, or a noun that opens one, on which the condition may bear.</summary>
    private bool PassesOn(int predicate) => tree.Has(predicate, "ccomp") || tree.Has(predicate, "xcomp");

    /// <summary>"as long as", "in case", "on condition that" before the subject, however the parser hung the words.</summary>
    private bool OpensWithPhrase(int clause) => PhraseEnd(clause) is not null;

    /// <summary>The last word of such a phrase.</summary>
    private int? PhraseEnd(int clause)
    {
        if (tree.Child(clause, "nsubj") is { } subject && tree.LeftEdge(subject) is var left && left <= clause && IsPhraseBefore(left, clause))
        {
            return left - 1;
        }

        return tree.Child(clause, "mark") is { } mark && mark < clause && IsPhraseBefore(mark + 1, clause) ? mark : null;
    }

    private bool IsPhraseBefore(int end, int clause)
    {
        if (end < 2 || _tokens[end - 1].Lemma is not ("as" or "case" or "that" or "only" or "event"))
        {
            return false;
        }

        var start = tree.Document.Sentences[tree.Sentence(clause)].FirstToken;
        for (var first = end - 2; first >= Math.Max(start, end - LongestPhrase); first--)
        {
            if (signatures.Particle(Phrase(first, end), 'C') is not null)
            {
                return true;
            }
        }

        return false;
    }

    private string Phrase(int first, int end)
    {
        var words = new string[end - first];
        for (var i = first; i < end; i++)
        {
            words[i - first] = tree.Lower(i);
        }

        return string.Join(' ', words);
    }

    /// <summary>"*should* it rain", "*had* it rained", "*were* it to rain": the auxiliary opens the clause, and it is no question.</summary>
    private bool IsInverted(int clause)
    {
        if (tree.Child(clause, "nsubj") is not { } subject || tree.LeftEdge(subject) is var left && left < 1)
        {
            return IsWereTo(clause);
        }

        var opener = left - 1;
        if (_tokens[opener].Upos != "AUX" || _tokens[opener].Head != clause || !IsInverting(opener))
        {
            return false;
        }

        var start = tree.Document.Sentences[tree.Sentence(clause)].FirstToken;
        return (opener == start || _tokens[opener - 1].Upos is "PUNCT" or "CCONJ" || tree.Is(clause, "advcl"))
            && (tree.Is(clause, "advcl") || tree.Has(clause, "parataxis")) && !IsQuestion(clause);
    }

    /// <summary>"*were* the talks to fail", taken for "were they talks": the noun opens the sentence with "were".</summary>
    public bool IsWereTo(int clause) => Frames.IsInfinitive(tree, clause) && tree.Is(clause, "acl") && tree.Head(clause) is { } noun && tree.LeftEdge(noun) is > 0 and var left
        && tree.Document.Form(left - 1) is "Were" or "were" && (left - 1 == tree.Document.Sentences[tree.Sentence(clause)].FirstToken || _tokens[left - 2].Upos is "PUNCT" or "CCONJ") && !IsQuestion(clause);

    /// <summary>"*had* the bank signed …", taken for a having: it opens the sentence and nobody has.</summary>
    private bool IsHad(int verb) => _tokens[verb] is { Upos: "VERB", Lemma: "have", Xpos: "VBD" } && verb == tree.Document.Sentences[tree.Sentence(verb)].FirstToken
        && !tree.Has(verb, "nsubj") && tree.Has(verb, "obj") && !IsQuestion(verb);

    private bool IsInverting(int auxiliary) => tree.Lower(auxiliary) is "should" or "had" or "were";

    private bool IsQuestion(int token)
    {
        var end = tree.Document.Sentences[tree.Sentence(token)].EndToken;
        return end > 0 && tree.Document.Form(end - 1).Contains('?', StringComparison.Ordinal);
    }

    /// <summary>"in the *event* of an attack", "on *condition* that …".</summary>
    private bool IsPhrase(int noun) => _tokens[noun] is { Upos: "NOUN", Lemma: "event" or "condition" or "proviso" or "understanding" } word && tree.Is(noun, "obl")
        && (word.Lemma == "event" ? tree.Has(noun, "nmod") || tree.Has(noun, "acl") : tree.Has(noun, "acl") || tree.Has(noun, "ccomp")) && tree.Case(noun) is "in" or "on" or "with" or "under";

    /// <summary>"*provided* that it rains".</summary>
    private bool IsProviso(int verb) => tree.Document.Form(verb) is "provided" or "Provided" && _tokens[verb].Xpos is "VBN" or "VBD" && tree.Has(verb, "ccomp") && !tree.Has(verb, "aux") && !tree.Has(verb, "nsubj");
}
