using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>What the small words of a clause make of its own predicate, given what stands above.</summary>
internal sealed class Composing(Tree tree, Signatures signatures)
{
    private static readonly Degree Likely = new(Certainty.Probable, Polarity.Positive);

    /// <summary>Composes what stands above with the clause's own words: negation takes the modal into its scope ("may not" is PS−, "cannot" CT−).</summary>
    public Told Own(int token, Context context, Clause clause)
    {
        var told = context.Told;
        if (clause.ModalSignature is { } modal)
        {
            told = Modal(token, context, clause, modal);
        }
        else if (clause.Negated)
        {
            told = told.Flipped;
        }

        if (clause.Tense == "future" && clause.ModalSignature is null)
        {
            told = told with { Readings = told.Readings | Readings.Planned };
        }

        if (clause.Adverb is { } adverb)
        {
            told = told.With(adverb.Told, adverb.Reading);
        }

        if (IsQuestion(token))
        {
            // nobody announces what he asks
            return told.Supposed with { Readings = (told.Readings & ~Readings.Planned) | Readings.Hypothetical };
        }

        told = clause.Consequence || IsOrder(token, clause) ? told.Supposed : told;
        return IsJudged(token) ? told.With(Likely, Readings.Inferred) : told;
    }

    /// <summary>"*Judging by* the tracks, they left": a conclusion.</summary>
    private bool IsJudged(int token)
    {
        foreach (var child in tree.ChildrenIn(token, "advcl"))
        {
            if (tree.Document.Tokens[child] is { Lemma: "judge", Xpos: "VBG" or "VB" } && child + 1 < tree.Document.Tokens.Count && tree.Document.Tokens[child + 1].Lemma is "by" or "from")
            {
                return true;
            }
        }

        return false;
    }

    private Told Modal(int token, Context context, Clause clause, Signature modal)
    {
        var told = context.Told;
        if (clause.Perfect && clause.Modal is "must")
        {
            told = told.With(Likely, Readings.Inferred);
        }
        else if (IsFutureOfThePast(context, clause))
        {
            told = told.With(clause.Negated ? Degree.Certain.Negated : Degree.Certain, Readings.Planned);
        }
        else if (IsPerceived(token, clause))
        {
            return told.With(clause.Negated ? Degree.Certain.Negated : Degree.Certain, Readings.None);
        }
        else
        {
            var degree = clause.Negated ? modal.Untold : modal.Told;
            var reading = Sign(token, modal.Reading);
            told = told.With(degree, degree.Certainty == Certainty.Certain && reading == Readings.Hypothetical ? Readings.None : reading);
        }

        return clause.Negated && modal.Untold.Polarity == Polarity.Positive ? told.Flipped : told;
    }

    /// <summary>"said he *would* go": what was announced for later, not what would happen on a condition.</summary>
    public static bool IsFutureOfThePast(Context context, Clause clause) =>
        clause.Modal == "would" && !clause.Consequence && !clause.Perfect && context.Links.HasFlag(Links.Evidential);

    /// <summary>"could be *seen*", "can *hear*": who can perceive something does (Leech 1987).</summary>
    private bool IsPerceived(int token, Clause clause) => clause.Modal is "can" or "could" && !clause.Perfect && signatures.Of(tree.Document.Tokens[token].Lemma, 'V', "perceive") is not null;

    /// <summary>"It *will* be hard": of a quality, the future is a prediction, not a plan.</summary>
    private Readings Sign(int token, Readings reading) =>
        reading == Readings.Planned && tree.Document.Tokens[token].Upos == "ADJ" ? Readings.Opinion : reading;

    private bool IsQuestion(int token)
    {
        if (tree.Head(token) is not null && !tree.Is(token, "conj"))
        {
            return false;
        }

        var sentence = tree.Document.Sentences[tree.Sentence(token)];
        for (var i = sentence.EndToken - 1; i >= sentence.FirstToken && tree.Document.Tokens[i].Upos == "PUNCT"; i--)
        {
            if (tree.Document.Form(i).Contains('?', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"*Open* the gate!": a bare form at the root without a subject.</summary>
    private bool IsOrder(int token, Clause clause) => tree.Head(token) is null && !clause.HasAuxiliary && !clause.Infinitive
        && tree.Document.Tokens[token] is { Xpos: "VB", Upos: "VERB" } && !tree.Has(token, "nsubj") && !tree.Has(token, "expl");
}
