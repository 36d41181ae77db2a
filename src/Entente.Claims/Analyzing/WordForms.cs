namespace Entente.Claims.Analyzing;

/// <summary>
/// From a form to the lemma of a lexicon: "traded" is "trade", "talks" is "talk". A tagger's lemma is a guess for words that it has not seen;
/// a lexicon knows its own words, so their forms are made once, by the rules of English spelling and a list of those that break them.
/// </summary>
internal sealed class WordForms
{
    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nouns = new(StringComparer.Ordinal);

    public WordForms(IEnumerable<string> verbs, IEnumerable<string> nouns)
    {
        var irregular = Table.Shipped("irregular-forms").Rows.ToLookup(r => (r.Required("class"), r.Required("lemma")), r => r.List("forms"));
        foreach (var verb in verbs.Distinct(StringComparer.Ordinal))
        {
            Add(_verbs, verb, irregular[("v", verb)].SelectMany(f => f).Concat(OfVerb(verb)));
        }

        foreach (var noun in nouns.Distinct(StringComparer.Ordinal))
        {
            Add(_nouns, noun, irregular[("n", noun)].SelectMany(f => f).Concat([Plural(noun)]));
        }
    }

    /// <summary>The lexicon's lemma of a form; null when it is none of its words.</summary>
    public string? LemmaOf(string form, string upos)
    {
        var forms = upos switch { "VERB" => _verbs, "NOUN" or "PROPN" => _nouns, _ => null };
        if (forms is null)
        {
            return null;
        }

        // "re-open" is "reopen"
        return forms.TryGetValue(form, out var lemma) || (form.StartsWith("re-", StringComparison.Ordinal) && forms.TryGetValue(string.Concat("re", form.AsSpan(3)), out lemma)) ? lemma : null;
    }

    /// <summary>The lemma itself comes first, so that no form of another word hides it; of two words with one form the earlier row keeps it.</summary>
    private static void Add(Dictionary<string, string> forms, string lemma, IEnumerable<string> inflected)
    {
        forms[lemma] = lemma;
        foreach (var form in inflected)
        {
            forms.TryAdd(form, lemma);
        }
    }

    /// <summary>"stop" gives stops, stoped, stoping, stopped, stopping: a form that nobody writes does no harm.</summary>
    private static IEnumerable<string> OfVerb(string verb)
    {
        var last = verb[^1];
        if (last == 'e')
        {
            return [verb + "s", verb + "d", verb[..^1] + "ing", verb[..^2] + "ying", verb + "ing"];
        }

        if (last == 'y' && verb.Length > 1 && !IsVowel(verb[^2]))
        {
            return [verb[..^1] + "ies", verb[..^1] + "ied", verb + "ing"];
        }

        return [verb + "s", verb + "es", verb + "ed", verb + "ing", verb + last + "ed", verb + last + "ing"];
    }

    private static string Plural(string noun) => noun[^1] switch
    {
        'y' when noun.Length > 1 && !IsVowel(noun[^2]) => noun[..^1] + "ies",
        's' or 'x' or 'z' => noun + "es",
        'h' when noun[^2] is 's' or 'c' => noun + "es",
        _ => noun + "s",
    };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
