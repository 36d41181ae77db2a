namespace Entente.Claims.Coding.Claiming;

/// <summary>Reads the words of an office out of a run of words: "the country's first foreign minister" is "first foreign minister", and whose it is.</summary>
internal sealed class OfficePhrases
{
    private readonly HashSet<string> _nouns;
    private readonly HashSet<string> _qualifiers;

    private OfficePhrases(HashSet<string> nouns, HashSet<string> qualifiers) => (_nouns, _qualifiers) = (nouns, qualifiers);

    public static OfficePhrases Load()
    {
        var rows = Table.Shipped("office-nouns").Rows.ToLookup(r => r.Required("kind"), r => r.Required("noun"));
        return new([.. rows["noun"]], [.. rows["qualifier"]]);
    }

    /// <summary>Whether a word names an office or post.</summary>
    public bool IsOffice(Token token) => token.Upos is "NOUN" or "PROPN" or "X" or "ADJ" && _nouns.Contains(token.Lemma.ToLowerInvariant().TrimEnd('.'));

    /// <summary>"former DNI James Clapper": letters behind a word that only an office has.</summary>
    public Office? Unlisted(SentenceView sentence, int first, int end)
    {
        if (end - first < 2)
        {
            return null;
        }

        var letters = sentence.Findings.Analyzed.Tokens[end - 1].Span.In(sentence.Findings.Text);
        return letters.Length is > 1 and < 6 && letters.All(char.IsUpper) && _qualifiers.Contains(sentence.Form(end - 2)) ? new Office(sentence.Form(end - 2) + " " + letters, null, "role:title") : null;
    }

    /// <summary>The words with what stands before them of "former", "then", "acting", which an owner may divide from the office ("former U.S. ambassador").</summary>
    public Office Qualified(SentenceView sentence, int first, int end, Office office)
    {
        for (var at = first; at < end; at++)
        {
            if (_qualifiers.Contains(sentence.Form(at)) && !office.Words.Contains(sentence.Form(at), StringComparison.OrdinalIgnoreCase))
            {
                return office with { Words = sentence.Form(at) + " " + office.Words };
            }
        }

        return office;
    }

    /// <summary>The offices in the words from one token up to another: several where "and" or a comma stands between them ("chief of staff and head of the council").</summary>
    public IEnumerable<Office> Read(SentenceView sentence, int first, int end, string rule)
    {
        string? country = null;
        var start = first;
        foreach (var part in Parts(sentence, first, end))
        {
            if (One(sentence, start, part, rule) is { } office)
            {
                country ??= office.Country;
                yield return office with { Country = office.Country ?? country };
            }

            start = part;
        }
    }

    /// <summary>Where the parts end: at a conjunction or comma with an office on both sides, before a title that follows a plain word of office ("party leader President Lund"), and at the end.</summary>
    private IEnumerable<int> Parts(SentenceView sentence, int first, int end)
    {
        var tokens = sentence.Findings.Analyzed.Tokens;
        for (var at = first + 1; at < end; at++)
        {
            if ((sentence.Form(at) is "and" or "," && First(tokens, first, at) < at && First(tokens, at + 1, end) < end)
                || (IsOffice(tokens[at]) && IsOffice(tokens[at - 1]) && IsLower(sentence, at - 1) && !IsLower(sentence, at)))
            {
                yield return at;
            }
        }

        yield return end;
    }

    /// <summary>The first word of office from one token up to another; the end when there is none.</summary>
    private int First(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (first < end && !IsOffice(tokens[first]))
        {
            first++;
        }

        return first;
    }

    private Office? One(SentenceView sentence, int first, int end, string rule)
    {
        var tokens = sentence.Findings.Analyzed.Tokens;
        var noun = First(tokens, first, end);
        if (noun >= end)
        {
            return null;
        }

        var start = Start(sentence, first, noun);
        var country = Before(sentence, first, noun) ?? Behind(sentence, noun, end) ?? Whole(sentence, noun);
        if (tokens[noun].Xpos is "NNS" or "NNPS")
        {
            // "foreign ministers A and B", "Presidents A and B": each of them is one
            return Qualified(sentence, first, noun, new Office(TextSpan.FromBounds(tokens[start].Span.Start, tokens[noun].Span.Start).In(sentence.Findings.Text) + tokens[noun].Lemma, country, rule));
        }

        var words = TextSpan.FromBounds(tokens[start].Span.Start, tokens[End(sentence, noun, end) - 1].Span.End);
        return Qualified(sentence, first, noun, new Office(words.In(sentence.Findings.Text), country, rule));
    }

    /// <summary>Whose it is when the naming pass took the words together: "Danish finance minister".</summary>
    private static string? Whole(SentenceView sentence, int noun) => sentence.ActorsAt(noun).FirstOrDefault(a => a.Via == "office")?.Actor.Country;

    /// <summary>The office begins behind articles, owners and what merely praises it: "Putin’s powerful Chief of Staff".</summary>
    private static int Start(SentenceView sentence, int first, int noun)
    {
        var tokens = sentence.Findings.Analyzed.Tokens;
        var start = first;
        for (var at = first; at < noun; at++)
        {
            if (tokens[at].Upos is "DET" or "PUNCT" or "VERB" or "AUX" or "ADP" or "CCONJ" && sentence.Form(at) is not ("-" or "in") || tokens[at].Deprel == "nmod:poss" || sentence.Form(at) is "'s" or "’s" or "’" or "'" || IsNation(sentence, at))
            {
                start = at + 1;
            }
        }

        while (start < noun && tokens[start].Upos is "ADJ" or "ADV" && IsLower(sentence, start) && !IsLower(sentence, start + 1))
        {
            start++;
        }

        return start;
    }

    /// <summary>A country before an office is its owner and no part of its words; a body is ("Kremlin adviser", "FBI agent").</summary>
    private static bool IsNation(SentenceView sentence, int token) =>
        sentence.ActorsAt(token).Any(a => a.Actor.Kind == ActorKind.Country)
        || sentence.Findings.Analyzed.Tokens[token] is { Upos: "ADJ" or "PROPN" } && !IsLower(sentence, token) && IsLower(sentence, token + 1) && sentence.ActorsAt(token).Any(a => a.Via == "office" && a.Actor.Country is not null);

    private static bool IsLower(SentenceView sentence, int token) => char.IsLower(sentence.Findings.Text[sentence.Findings.Analyzed.Tokens[token].Span.Start]);

    /// <summary>The office ends before a mark or verb, and before what only tells when or where.</summary>
    private static int End(SentenceView sentence, int noun, int end)
    {
        var tokens = sentence.Findings.Analyzed.Tokens;
        var last = noun + 1;
        while (last < end && tokens[last].Upos is not ("VERB" or "AUX" or "SCONJ") && (tokens[last].Upos != "PRON" || tokens[last].Deprel == "nmod:poss") && (tokens[last].Upos != "PUNCT" || sentence.Form(last) == "-"))
        {
            last++;
        }

        while (last > noun + 1 && tokens[last - 1].Upos is "ADP" or "PUNCT" or "DET" or "CCONJ" or "ADV" or "PART")
        {
            last--;
        }

        return last;
    }

    /// <summary>Whose office it is by the words before it, the nearest: "former U.S. ambassador", "Putin’s chief of staff".</summary>
    private static string? Before(SentenceView sentence, int first, int noun)
    {
        for (var at = noun - 1; at >= first; at--)
        {
            if (Owner(sentence, at) is { } country)
            {
                return country;
            }
        }

        return null;
    }

    /// <summary>Whose by the words behind: "head of Russia’s administration", "spokesman for the Indian army"; to whom an envoy goes is not it.</summary>
    private static string? Behind(SentenceView sentence, int noun, int end)
    {
        for (var at = noun + 1; at < end && sentence.Form(at) is not ("to" or "in" or "at"); at++)
        {
            if (Owner(sentence, at) is { } country)
            {
                return country;
            }
        }

        return null;
    }

    private static string? Owner(SentenceView sentence, int token)
    {
        // "the two countries’ foreign ministers A and B": which of them is whose is not said
        return sentence.ActorsAt(token).ToList() is [{ Actor.Country: { } country, Via: not "office" } actor] && (actor.Actor.Kind != ActorKind.Person || IsOwned(sentence, actor)) ? country : null;
    }

    private static bool IsOwned(SentenceView sentence, ActorMention person) =>
        person.Span.End + 1 < sentence.Sentence.Span.End && sentence.Findings.Text[person.Span.End] is '\'' or '’' || person.Via == "pronoun";
}
