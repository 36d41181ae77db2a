namespace Entente.Claims.Analyzing;

/// <summary>
/// Mends verbs with a particle: in "handed over the prisoners" the network takes "over" for a preposition, and in "laid down its arms" it finds the particle but not the object.
/// The verbs are those of data/analyzing/particle-verbs.tsv.
/// </summary>
internal sealed class ParticleRepairs
{
    private readonly ILookup<string, string> _takes;

    private ParticleRepairs(ILookup<string, string> takes) => _takes = takes;

    public static ParticleRepairs Load() => new(ClauseRepairs.TakesOf(Table.Shipped("analyzing/particle-verbs").Rows));

    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public void Mend(Span<Token> tokens, int first)
    {
        for (var particle = 1; particle + 1 < tokens.Length; particle++)
        {
            if (tokens[particle].Upos is "ADP" or "ADV" && tokens[particle - 1] is { Upos: "VERB" or "AUX" } verb && _takes[verb.Lemma].Contains(tokens[particle].Lemma))
            {
                Mend(tokens, first, particle);
            }
        }
    }

    private static void Mend(Span<Token> tokens, int first, int particle)
    {
        var verb = first + particle - 1;
        if (Phrases.Has(tokens, verb, "obj") || Phrases.Has(tokens, verb, "aux:pass") || Phrases.Has(tokens, verb, "nsubj:pass"))
        {
            return;
        }

        for (var noun = particle + 1; noun < tokens.Length && noun < particle + 8; noun++)
        {
            if (tokens[noun].Head != verb || tokens[noun].Upos is not ("NOUN" or "PROPN" or "PRON") || tokens[noun].Deprel is not ("obl" or "obl:unmarked" or "nmod"))
            {
                continue;
            }

            var isCase = tokens[particle] is { Deprel: "case" } && tokens[particle].Head == first + noun;
            if (isCase ? CanTake(tokens, particle, noun) : !Phrases.Has(tokens, first + noun, "case"))
            {
                tokens[noun] = tokens[noun] with { Deprel = "obj" };
                tokens[particle] = tokens[particle] with { Head = verb, Deprel = "compound:prt", Upos = "ADP" };
            }

            return;
        }
    }

    /// <summary>"called in the envoy", but "called in Paris" and "turned on Monday".</summary>
    private static bool CanTake(Span<Token> tokens, int particle, int noun) =>
        tokens[particle].Lemma is not ("in" or "on" or "over" or "off") || (tokens[noun].Upos == "NOUN" && (tokens[particle].Lemma == "off" || Opens(tokens, particle + 1)));

    /// <summary>An object of such a verb opens with an article or owner, or is a plural.</summary>
    private static bool Opens(Span<Token> tokens, int word) => tokens[word].Upos is "DET" or "PRON" or "NUM" || tokens[word].Xpos == "NNS" || (tokens[word].Upos == "ADJ" && tokens[word + 1].Xpos == "NNS");
}
