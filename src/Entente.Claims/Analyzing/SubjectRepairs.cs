namespace Entente.Claims.Analyzing;

/// <summary>
/// Gives finite verbs and infinitives without a subject the noun phrase that stands right before them and was hung elsewhere: "backed Chad, and *Mali and Niger* refused",
/// "after *the court* issued a warrant", "plans for *the union* to conclude a treaty".
/// </summary>
internal static class SubjectRepairs
{
    /// <summary>Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.</summary>
    public static void Mend(Span<Token> tokens, int first)
    {
        MendNames(tokens, first);
        for (var verb = 1; verb < tokens.Length; verb++)
        {
            if (verb > 1 && tokens[verb] is { Upos: "VERB", Deprel: "root" } && tokens[verb - 1] is { Upos: "PART", Deprel: "case", Head: { } owner } && owner - first < verb - 1)
            {
                MendOwned(tokens, first, verb, owner - first);
            }

            if (tokens[verb].Upos != "VERB" || HasSubject(tokens, first + verb))
            {
                continue;
            }

            if (tokens[verb] is { Deprel: "acl", Head: { } bearer } && tokens[bearer - first].Head is null && IsMain(tokens, first, verb, bearer - first))
            {
                Raise(tokens, first, verb, bearer - first);
                continue;
            }

            if (tokens[verb].Deprel == "conj")
            {
                MendJoined(tokens, first, verb);
            }
            else if (tokens[verb].Deprel is "advcl" or "acl" or "xcomp" or "ccomp")
            {
                MendClause(tokens, first, verb);
            }
        }
    }

    /// <summary>"Modi welcomed *Abe*": a name does not go on behind a verb.</summary>
    private static void MendNames(Span<Token> tokens, int first)
    {
        for (var name = 2; name < tokens.Length; name++)
        {
            if (tokens[name] is { Deprel: "flat", Head: { } head } && head - first < name - 1 && tokens[name - 1].Upos == "VERB")
            {
                tokens[name] = tokens[name] with { Head = first + name - 1, Deprel = "obj" };
            }

            if (tokens[name] is { Upos: "VERB", Xpos: "VBD" or "VBZ", Deprel: "flat", Head: { } bearer } && bearer - first < name && tokens[bearer - first].Upos == "PROPN")
            {
                RaiseFromName(tokens, first, name, bearer - first);
            }
        }
    }

    /// <summary>"President Lee *welcomed* President Kim to Oslo", taken for one long name: the verb is the sentence's, the name its subject, the name behind it its object.</summary>
    private static void RaiseFromName(Span<Token> tokens, int first, int verb, int name)
    {
        tokens[verb] = tokens[verb] with { Head = tokens[name].Head, Deprel = tokens[name].Deprel };
        tokens[name] = tokens[name] with { Head = first + verb, Deprel = "nsubj" };
        var hasObject = Phrases.Child(tokens, first + verb, "obj") >= 0;
        for (var i = verb + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Head == first + name)
            {
                var isObject = !hasObject && tokens[i].Upos is "PROPN" or "NOUN" && tokens[i].Deprel is "list" or "flat" or "appos" or "nmod" or "dep";
                tokens[i] = tokens[i] with { Head = first + verb, Deprel = isObject ? "obj" : tokens[i].Deprel };
                hasObject |= isObject;
            }
        }
    }

    /// <summary>"Chad's *exports* to Niger rose": what is owned is a noun, and the verb behind it is the sentence's.</summary>
    private static void MendOwned(Span<Token> tokens, int first, int noun, int owner)
    {
        for (var verb = noun + 1; verb < tokens.Length; verb++)
        {
            if (tokens[verb] is not { Upos: "VERB", Deprel: "advcl" or "ccomp" or "xcomp" or "conj" or "parataxis" or "acl" } || tokens[verb].Head != first + noun || HasSubject(tokens, first + verb))
            {
                continue;
            }

            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Head == first + noun && tokens[i].Deprel is "obl" or "punct")
                {
                    tokens[i] = tokens[i].Deprel == "obl" ? tokens[i] with { Deprel = "nmod" } : tokens[i] with { Head = first + verb };
                }
            }

            tokens[owner] = tokens[owner] with { Head = first + noun, Deprel = "nmod:poss" };
            tokens[verb] = tokens[verb] with { Head = tokens[noun].Head, Deprel = "root" };
            tokens[noun] = tokens[noun] with { Head = first + verb, Deprel = "nsubj", Upos = "NOUN", Xpos = "NNS" };
            return;
        }
    }

    /// <summary>"Russian jets *damaged* the village": a participle that describes a noun takes no object, and one in the past tense is none.</summary>
    private static bool IsMain(Span<Token> tokens, int first, int verb, int noun)
    {
        if (noun > verb || tokens[noun].Upos is not ("NOUN" or "PROPN") || tokens[verb].Xpos is not ("VBD" or "VBN"))
        {
            return false;
        }

        bool takes = tokens[verb].Xpos == "VBD", other = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            takes |= tokens[i].Head == first + verb && tokens[i].Deprel == "obj";
            other |= tokens[i].Head == first + verb && tokens[i].Deprel is "iobj" or "aux:pass" or "obl:agent" or "mark" || (tokens[i].Head == first + noun && tokens[i].Deprel is "cop" or "nsubj" or "parataxis");
        }

        return takes && !other;
    }

    private static void Raise(Span<Token> tokens, int first, int verb, int noun)
    {
        tokens[verb] = tokens[verb] with { Head = null, Deprel = tokens[noun].Deprel };
        tokens[noun] = tokens[noun] with { Head = first + verb, Deprel = "nsubj" };
        for (var i = verb + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Head == first + noun && tokens[i].Deprel is "punct" or "conj" or "parataxis" or "advcl")
            {
                tokens[i] = tokens[i] with { Head = first + verb };
            }
        }
    }

    /// <summary>The "and" is the verb's, and the phrase behind it was joined to a noun before it.</summary>
    private static void MendJoined(Span<Token> tokens, int first, int verb)
    {
        for (var noun = verb - 1; noun > 1; noun--)
        {
            if (tokens[noun] is { Upos: "NOUN" or "PROPN", Deprel: "conj", Head: { } head } && head - first < noun && Phrases.Opening(tokens, first, noun) is > 0 and var opening
                && tokens[opening - 1] is { Deprel: "cc" } && tokens[opening - 1].Head == first + verb && head - first < opening - 1 && !Phrases.IsUnder(tokens, first, verb, noun))
            {
                Take(tokens, first, verb, noun);
                return;
            }
        }
    }

    private static void MendClause(Span<Token> tokens, int first, int verb)
    {
        for (var noun = verb - 1; noun > 0; noun--)
        {
            if (tokens[noun] is not { Upos: "NOUN" or "PROPN", Deprel: "obl" or "nmod", Head: { } head } || Phrases.Child(tokens, first + noun, "case") is not (>= 0 and var mark))
            {
                continue;
            }

            var word = tokens[mark].Lemma;
            var isFinite = word is "after" or "before" or "since" or "as" or "until" && tokens[verb].Deprel is "advcl" or "ccomp" && tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" && Phrases.Edge(tokens, first, noun) == verb - 1;
            var isOpen = word == "for" && tokens[verb].Deprel != "ccomp" && (tokens[noun].Deprel == "nmod" || (head == tokens[verb].Head && tokens[noun].Upos == "PROPN" && Phrases.Has(tokens, head, "obj"))) && head - first < mark && verb - 2 == Phrases.Edge(tokens, first, noun) && tokens[verb - 1] is { Lemma: "to", Deprel: "mark" };
            if ((!isFinite && !isOpen) || head == first + verb || Phrases.IsUnder(tokens, first, head - first, verb))
            {
                continue;
            }

            tokens[verb] = tokens[verb] with { Head = head, Deprel = isOpen && tokens[noun].Deprel == "nmod" ? "acl" : "advcl" };
            Take(tokens, first, verb, noun);
            tokens[mark] = tokens[mark] with { Head = first + verb, Deprel = "mark" };
            return;
        }
    }

    private static void Take(Span<Token> tokens, int first, int verb, int noun)
    {
        tokens[noun] = tokens[noun] with { Head = first + verb, Deprel = Phrases.Has(tokens, first + verb, "aux:pass") ? "nsubj:pass" : "nsubj" };
    }

    private static bool HasSubject(Span<Token> tokens, int verb)
    {
        foreach (var token in tokens)
        {
            if (token.Head == verb && (token.Deprel.StartsWith("nsubj", StringComparison.Ordinal) || token.Deprel.StartsWith("csubj", StringComparison.Ordinal) || token.Deprel == "expl"))
            {
                return true;
            }
        }

        return false;
    }
}
