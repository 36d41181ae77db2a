namespace Entente.Claims.Analyzing;

/// <summary>
/// Hangs a phrase with a preposition on the noun right before it, where the noun takes that preposition for its own ("condemned the attack on the city")
/// and neither the verb does ("blamed the attack on the rebels") nor the phrase tells when or how ("condemned the attack on Monday").
/// </summary>
internal sealed class NounComplements
{
    private readonly ILookup<string, string> _nouns, _verbs, _adverbials, _aims;

    private NounComplements(Table table)
    {
        _nouns = Kind(table, "noun");
        _verbs = Kind(table, "verb");
        _adverbials = Kind(table, "adverbial");
        _aims = Kind(table, "aim");
    }

    public static NounComplements Load() => new(Table.Shipped("analyzing/noun-complements"));

    private static ILookup<string, string> Kind(Table table, string kind) => ClauseRepairs.TakesOf(table.Rows.Where(r => r.Required("kind") == kind));

    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public void Mend(Span<Token> tokens, int first)
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            // "because of", "according to" are of one piece and no noun's
            if (tokens[i] is { Deprel: "case", Upos: "ADP", Head: { } word } && tokens[i + 1].Deprel != "fixed"
                && word - first > i && tokens[word - first] is { Deprel: "obl", Head: { } above } && tokens[above - first].Upos == "VERB"
                && OpensPhrase(tokens, first, i, word - first) && !IsAdverbial(tokens[word - first], tokens[i].Lemma) && !Has(_verbs, tokens[above - first], tokens[i].Lemma)
                && NounBefore(tokens, first, i, above - first) is { } noun)
            {
                tokens[word - first] = tokens[word - first] with { Head = first + noun, Deprel = "nmod" };
            }
        }
    }

    /// <summary>"amid attempts by Kenya to isolate it": what is aimed at belongs to the noun that aims, when only its own phrase stands between.</summary>
    public void MendAims(Span<Token> tokens, int first)
    {
        for (var verb = 2; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: "VERB", Deprel: "advcl" or "xcomp" or "acl", Head: { } above } || tokens[verb - 1] is not { Lemma: "to", Deprel: "mark" } || tokens[above - first].Upos is not ("VERB" or "AUX" or "NOUN" or "PROPN"))
            {
                continue;
            }

            for (var noun = verb - 2; noun >= 0 && noun < verb - 1; noun = tokens[noun].Head is { } head ? head - first : -1)
            {
                if (tokens[noun].Upos == "NOUN" && _aims[tokens[noun].Lemma].Any())
                {
                    tokens[verb] = noun == above - first || Phrases.IsUnder(tokens, first, noun, verb) ? tokens[verb] : tokens[verb] with { Head = first + noun, Deprel = "acl" };
                    break;
                }

                if (tokens[noun].Upos is not ("NOUN" or "PROPN") || noun == above - first)
                {
                    break;
                }
            }
        }
    }

    private static bool Has(ILookup<string, string> words, Token token, string preposition) => words[token.Lemma].Contains(preposition, StringComparer.OrdinalIgnoreCase);

    private bool IsAdverbial(Token word, string preposition) => word.Upos == "NUM" || Has(_adverbials, word, preposition) || _adverbials[word.Lemma].Contains("*");

    /// <summary>"only on the city": what stands before the preposition cuts it off from the noun.</summary>
    private static bool OpensPhrase(ReadOnlySpan<Token> tokens, int first, int preposition, int word)
    {
        for (var i = 0; i < preposition; i++)
        {
            if (tokens[i].Head == first + word)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The nearest noun that takes the preposition, among the word before it and those that this word is part of: of "talks with the envoy | on gas" it is "talks".</summary>
    private int? NounBefore(ReadOnlySpan<Token> tokens, int first, int preposition, int above)
    {
        for (var noun = preposition - 1; noun >= 0 && noun != above && noun < preposition; noun = tokens[noun].Head is { } head ? head - first : -1)
        {
            if (tokens[noun].Upos == "NOUN" && Has(_nouns, tokens[noun], tokens[preposition].Lemma))
            {
                return noun;
            }

            if (tokens[noun].Upos is not ("NOUN" or "PROPN"))
            {
                return null;
            }
        }

        return null;
    }
}
