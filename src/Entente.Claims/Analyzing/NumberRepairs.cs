namespace Entente.Claims.Analyzing;

/// <summary>
/// Mends counted nouns before whose number words of approximation stand: in "detained at least 40 miners" the network takes "at" for a preposition of the miners,
/// who so are no object. The words belong to the number (Universal Dependencies: advmod), and the noun to the verb. They are those of data/analyzing/approximations.tsv.
/// </summary>
internal sealed class NumberRepairs
{
    private readonly string[][] _approximations;

    /// <summary>"waited at least two hours": how long or how far is no object.</summary>
    private readonly HashSet<string> _measures;

    private NumberRepairs(ILookup<string, string> words)
    {
        _approximations = [.. words["approximation"].Select(w => w.Split(' '))];
        _measures = words["measure"].ToHashSet(StringComparer.Ordinal);
    }

    public static NumberRepairs Load() => new(Table.Shipped("analyzing/approximations").Rows.ToLookup(r => r.Required("kind"), r => r.Required("words"), StringComparer.Ordinal));

    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public void Mend(Span<Token> tokens, int first)
    {
        for (var number = 1; number < tokens.Length; number++)
        {
            if (tokens[number] is { Upos: "NUM", Deprel: "nummod", Head: { } head } && head - first > number && Opening(tokens, number) is >= 0 and var opening)
            {
                Mend(tokens, first, opening, number, head - first);
            }
        }
    }

    /// <summary>Where the approximation before a number begins; -1 when there is none.</summary>
    private int Opening(Span<Token> tokens, int number)
    {
        foreach (var words in _approximations)
        {
            var from = number - words.Length;
            if (from < 0)
            {
                continue;
            }

            var fits = true;
            for (var i = 0; i < words.Length && fits; i++)
            {
                fits = tokens[from + i].Lemma == words[i];
            }

            if (fits)
            {
                return from;
            }
        }

        return -1;
    }

    private void Mend(Span<Token> tokens, int first, int opening, int number, int noun)
    {
        for (var i = opening; i < number; i++)
        {
            if (tokens[noun].Head == first + i)
            {
                tokens[noun] = tokens[noun] with { Head = tokens[i].Head, Deprel = tokens[i].Deprel is "nsubj" or "nsubj:pass" or "obj" ? tokens[i].Deprel : "obl" };
            }
        }

        for (var i = opening; i < number; i++)
        {
            tokens[i] = tokens[i] with { Head = first + number, Deprel = "advmod" };
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head is { } head && head - first >= opening && head - first < number && (i < opening || i >= number))
            {
                tokens[i] = tokens[i] with { Head = first + noun };
            }
        }

        if (tokens[noun] is { Deprel: "obl", Head: { } verb } && tokens[verb - first].Upos == "VERB" && !Phrases.Has(tokens, first + noun, "case") && !_measures.Contains(tokens[noun].Lemma))
        {
            tokens[noun] = tokens[noun] with { Deprel = RelationTo(tokens, first, verb, noun) };
        }
    }

    /// <summary>After a verb without an object it is the object, before a verb without a subject the subject.</summary>
    private static string RelationTo(Span<Token> tokens, int first, int verb, int noun)
    {
        bool passive = false, taken = false;
        foreach (var token in tokens)
        {
            if (token.Head == verb)
            {
                passive |= token.Deprel is "aux:pass" or "nsubj:pass";
                taken |= noun < verb - first ? token.Deprel is "nsubj" or "nsubj:pass" : token.Deprel == "obj";
            }
        }

        return noun < verb - first ? taken ? "obl" : passive ? "nsubj:pass" : "nsubj" : taken || passive ? "obl" : "obj";
    }
}
