using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>What the small words of one clause say about its predicate: tense, modal word, negation, condition, adverbs of degree.</summary>
internal readonly record struct Clause
{
    public string? Tense { get; init; }

    /// <summary>The modal word in the table's form ("would" for "'d").</summary>
    public string? Modal { get; init; }

    public Signature? ModalSignature { get; init; }

    public bool Negated { get; init; }

    /// <summary>"Nobody came": denied of all that is said of the subject.</summary>
    public bool NegatedSubject { get; init; }

    /// <summary>"condemned nobody": denied of this predicate, not of those that are joined to it.</summary>
    public bool NegatedObject { get; init; }

    /// <summary>An adverb that says how sure it is ("probably", "allegedly").</summary>
    public Signature? Adverb { get; init; }

    /// <summary>Has an auxiliary that a joined verb may share.</summary>
    public bool HasAuxiliary { get; init; }

    /// <summary>"to" before a bare form.</summary>
    public bool Infinitive { get; init; }

    /// <summary>"must have gone": the modal tells of a conclusion, not of a duty.</summary>
    public bool Perfect { get; init; }

    /// <summary>The clause takes part in a condition, on the side of the consequence.</summary>
    public bool Consequence { get; init; }

    /// <summary>The deciding words in text order; null when there is none.</summary>
    public List<TextSpan>? Words { get; init; }
}

/// <summary>Reads the small words around a predicate.</summary>
internal sealed class ClauseReader(Tree tree, Signatures signatures, Conditions conditions)
{
    /// <summary>What the clause of a predicate says; <paramref name="shared"/> is that of the verb it is joined to, whose auxiliaries it may share.</summary>
    public Clause Read(int predicate, Clause? shared)
    {
        var own = new ClauseReading(tree, predicate, signatures, conditions);
        foreach (var child in tree.Children(predicate))
        {
            own.See(child);
        }

        var clause = own.Clause();
        if (shared is { NegatedSubject: true } nobody && !clause.Negated && !clause.NegatedSubject && !tree.Has(predicate, "nsubj"))
        {
            clause = clause with { Negated = true, NegatedSubject = true, Words = [.. nobody.Words ?? [], .. clause.Words ?? []] };
        }

        return shared is { HasAuxiliary: true } first && !clause.HasAuxiliary && Shares(predicate) ? Share(clause, first) : clause;
    }

    /// <summary>"will *meet* and *sign*": a joined bare form or participle without a subject of its own shares the auxiliaries.</summary>
    private bool Shares(int predicate)
    {
        if (tree.Has(predicate, "nsubj") || tree.Head(predicate) is not { } first)
        {
            return false;
        }

        var tokens = tree.Document.Tokens;
        return (tokens[predicate].Xpos, tokens[first].Xpos) switch
        {
            ("VB", "VB") or ("VBG", "VBG") or ("VBN", "VBN" or "VBD") or ("VBP", "VB") => true,
            ("VBD", "VBN") => tree.Has(first, "aux"),
            ("JJ" or "NN" or "NNS" or "JJR", "JJ" or "NN" or "NNS" or "JJR") => true,
            _ => false,
        };
    }

    private static Clause Share(Clause own, Clause first) => own with
    {
        Tense = first.Tense ?? own.Tense,
        Modal = first.Modal,
        ModalSignature = first.ModalSignature,
        Negated = own.Negated || (first.Negated && !first.NegatedObject),
        HasAuxiliary = true,
        Consequence = own.Consequence || first.Consequence,
        Words = own.Words is null ? first.Words : [.. first.Words ?? [], .. own.Words],
    };
}
