using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>Words that say that nobody or nothing takes the part that a noun or pronoun stands for: what is said of "nobody", "no ship", "neither Oslo nor Bergen" is not so.</summary>
internal sealed class NegativeWords(Tree tree, Signatures signatures)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    /// <summary>The word that makes a subject, an object or a doer nobody; null when it is somebody.</summary>
    public Token? Of(int argument)
    {
        if (Itself(argument) is { } pronoun)
        {
            return pronoun;
        }

        foreach (var part in tree.Children(argument))
        {
            if (part < argument && _tokens[part] is { Lemma: "no" or "neither" or "none", Deprel: "det" or "cc:preconj" or "cc" } word && !IsCount(part))
            {
                return word;
            }
        }

        return NotOne(argument);
    }

    /// <summary>The same of a phrase with a preposition, of which only people count: "met with nobody", "signed by no state", but "left with no warning" was left.</summary>
    public Token? OfPhrase(int argument)
    {
        if (tree.Case(argument) is "without" or null)
        {
            return null;
        }

        var isDoer = tree.Case(argument) == "by" || IsNoOne(argument);
        return isDoer ? Of(argument) : _tokens[argument].Lemma == "nothing" ? null : Itself(argument);
    }

    /// <summary>"nobody", "none of the states".</summary>
    private Token? Itself(int argument) =>
        _tokens[argument] is { Upos: "PRON" or "DET" } word && signatures.Particle(word.Lemma, 'Z') is not null && !IsCount(argument) ? word : null;

    private bool IsNoOne(int argument) => argument > 0 && _tokens[argument].Lemma == "one" && _tokens[argument - 1].Lemma == "no";

    /// <summary>"not one ship", "not a single ship".</summary>
    private Token? NotOne(int argument)
    {
        var left = tree.LeftEdge(argument);
        return left + 1 < argument && _tokens[left].Lemma == "not" && _tokens[left + 1].Lemma is "one" or "a" or "an" ? _tokens[left] : null;
    }

    /// <summary>"no fewer than forty", "nothing but gas", "none other than": something all the same.</summary>
    private bool IsCount(int word) => word + 1 < _tokens.Count && _tokens[word + 1].Lemma is "few" or "less" or "little" or "more" or "much" or "other" or "but" or "except" or "short" or "small" or "doubt" or "matter" or "wonder" or "secret" or "late";
}
