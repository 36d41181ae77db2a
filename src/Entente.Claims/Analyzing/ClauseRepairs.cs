namespace Entente.Claims.Analyzing;

/// <summary>
/// Mends what the network attaches wrongly by habit, where the words leave no doubt: clauses after "told reporters that …" and "forced the farmers to …"
/// are the verb's, not a description of the noun before them, "that" belongs to its own clause, an adverb that opens the sentence to its predicate,
/// a subject to the clause that is said, and what a noun takes (<see cref="NounComplements"/>) to the noun.
/// </summary>
internal sealed class ClauseRepairs
{
    private readonly ILookup<string, string> _takes;
    private readonly PredicateRepairs _predicates = PredicateRepairs.Load();
    private readonly NumberRepairs _numbers = NumberRepairs.Load();
    private readonly NounComplements _complements = NounComplements.Load();
    private readonly ParticleRepairs _particles = ParticleRepairs.Load();

    /// <summary>The lemmas of the verbs that tables name.</summary>
    public VerbLemmas Verbs { get; } = VerbLemmas.Load();

    private ClauseRepairs(ILookup<string, string> takes) => _takes = takes;

    public static ClauseRepairs Load() => new(TakesOf(Table.Shipped("analyzing/clause-words").Rows));

    /// <summary>Lemma → what it takes, of rows with these two columns.</summary>
    public static ILookup<string, string> TakesOf(IEnumerable<TableRow> rows) => rows
        .SelectMany(r => r.List("takes").Select(t => (Lemma: r.Required("lemma"), Takes: t)))
        .ToLookup(p => p.Lemma, p => p.Takes, StringComparer.Ordinal);

    /// <summary>
    /// Mends the tokens of a sentence, of which the first is the document's token <paramref name="first"/>.
    /// </summary>
    /// <returns>False where that left no tree, as may be when what the network made fits no grammar: then the tokens are to be taken as they were.</returns>
    public bool Mend(Span<Token> tokens, int first)
    {
        _predicates.Mend(tokens, first);
        _numbers.Mend(tokens, first);
        _particles.Mend(tokens, first);
        MendOpening(tokens, first);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Upos == "SCONJ" && tokens[i].Lemma == "that")
            {
                MendMark(tokens, first, i);
            }
            else if (i > 0 && tokens[i] is { Lemma: "that", Upos: "PRON", Deprel: "obj" or "nsubj" })
            {
                MendContent(tokens, first, i);
            }
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Upos is "VERB" or "AUX" && tokens[i].Deprel is "acl" or "acl:relcl" or "advcl" && tokens[i].Head is { } noun)
            {
                MendClause(tokens, first, i, noun - first);
            }
        }

        _complements.Mend(tokens, first);
        _complements.MendAims(tokens, first);
        MendSpoken(tokens, first);
        PresentRepairs.Mend(tokens, first, Verbs);
        MainRepairs.Mend(tokens, first);
        OpeningRepairs.Mend(tokens, first);
        AsideRepairs.Mend(tokens, first, HasContent);
        SubjectRepairs.Mend(tokens, first);
        DatelineRepairs.Mend(tokens, first);
        QuotedClauses.Mend(tokens, first, HasContent);
        return Phrases.IsTree(tokens, first);
    }

    /// <summary>"*Oslo and Rome* signed a treaty, the mayor said": of the two subjects of the speaking verb the first is that of what is said, when it has none.</summary>
    private static void MendSpoken(Span<Token> tokens, int first)
    {
        for (var clause = 1; clause < tokens.Length; clause++)
        {
            if (tokens[clause] is { Deprel: "ccomp", Head: { } above } && above - first > clause && tokens[above - first].Upos == "VERB"
                && Subjects(tokens, first, clause) is [] && Subjects(tokens, first, above - first) is [var own, var speaker, ..] && own < clause && speaker > clause)
            {
                tokens[own] = tokens[own] with { Head = first + clause, Deprel = IsPassive(tokens, first, clause) ? "nsubj:pass" : "nsubj" };
            }
        }
    }

    private static List<int> Subjects(ReadOnlySpan<Token> tokens, int first, int verb)
    {
        var found = new List<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == first + verb && tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
            {
                found.Add(i);
            }
        }

        return found;
    }

    private static bool IsPassive(ReadOnlySpan<Token> tokens, int first, int verb)
    {
        for (var i = 0; i < verb; i++)
        {
            if (tokens[i].Head == first + verb && tokens[i].Deprel == "aux:pass")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Almost certainly Putin and Xi spoke": an adverb in -ly before the subject that opens the sentence is the predicate's, not the subject's.</summary>
    private static void MendOpening(Span<Token> tokens, int first)
    {
        for (var i = 0; i < tokens.Length && tokens[i].Upos == "ADV"; i++)
        {
            if (tokens[i].Deprel == "advmod" && tokens[i].Lemma.EndsWith("ly", StringComparison.Ordinal) && tokens[i].Lemma != "only"
                && tokens[i].Head is { } head && tokens[head - first] is { Upos: "PROPN" or "PRON" or "NOUN", Deprel: "nsubj" or "nsubj:pass", Head: { } predicate })
            {
                tokens[i] = tokens[i] with { Head = predicate };
            }
        }
    }

    /// <summary>"that" marks the first clause after it: of "the fact that the dam broke is not in dispute" it is "broke", not "dispute".</summary>
    private static void MendMark(Span<Token> tokens, int first, int that)
    {
        var head = tokens[that].Head is { } h ? h - first : -1;
        for (var v = that + 2; v < tokens.Length && v <= Math.Max(head, that + 8); v++)
        {
            if (tokens[v].Upos is not ("VERB" or "AUX") || tokens[v].Deprel is not ("acl" or "acl:relcl" or "ccomp" or "advcl"))
            {
                continue;
            }

            // It has a subject after "that" and no mark of its own
            if (HasSubjectAfter(tokens, first, v, that) && Mark(tokens, first, v, besides: that) is null)
            {
                tokens[that] = tokens[that] with { Head = first + v, Deprel = "mark" };
            }

            return;
        }
    }

    /// <summary>"The denial that the planes landed": what was denied, not what the planes landed.</summary>
    private void MendContent(Span<Token> tokens, int first, int that)
    {
        var verb = tokens[that].Head is { } head ? head - first : -1;
        if (verb > that && tokens[verb].Deprel == "acl:relcl" && tokens[verb].Head == first + that - 1 && Takes(tokens[that - 1], "content")
            && !Takes(tokens[verb], "carries") && HasSubjectAfter(tokens, first, verb, that))
        {
            tokens[that] = tokens[that] with { Upos = "SCONJ", Xpos = "IN", Deprel = "mark", Feats = "" };
            tokens[verb] = tokens[verb] with { Deprel = "acl" };
        }
    }

    private bool HasContent(string noun) => _takes[noun].Contains("content");

    private bool Takes(Token token, string what) => _takes[token.Lemma].Contains(what);

    private void MendClause(Span<Token> tokens, int first, int verb, int noun)
    {
        // "rumours that he had left": a clause with a mark and a subject tells what the noun says, and does not describe it
        if (tokens[verb].Deprel == "acl:relcl" && Mark(tokens, first, verb) == "that" && HasSubjectAfter(tokens, first, verb, noun))
        {
            tokens[verb] = tokens[verb] with { Deprel = "acl" };
        }

        if (noun < 0 || noun > verb || MendInfinitive(tokens, first, verb, noun) || tokens[noun].Head is not { } above || tokens[noun].Deprel is not ("obj" or "iobj") || above - first > noun)
        {
            return;
        }

        var governor = tokens[above - first];
        if (Takes(governor, "to") && tokens[verb].Xpos == "VB" && Mark(tokens, first, verb) == "to")
        {
            tokens[verb] = tokens[verb] with { Head = above, Deprel = "xcomp" };
        }
        else if (Takes(governor, "that") && Mark(tokens, first, verb) == "that" && HasSubjectAfter(tokens, first, verb, noun))
        {
            tokens[verb] = tokens[verb] with { Head = above, Deprel = "ccomp" };
            tokens[noun] = tokens[noun] with { Deprel = "iobj" };
        }
    }

    /// <summary>"agreed in principle to *leave*", "urged the farmers to *leave*": the infinitive is what was agreed or urged, neither the principle's nor an aim.</summary>
    private bool MendInfinitive(Span<Token> tokens, int first, int verb, int above)
    {
        if (tokens[verb].Xpos != "VB" || Mark(tokens, first, verb) != "to")
        {
            return false;
        }

        var governor = above;
        if (tokens[verb].Deprel == "acl" && tokens[above] is { Deprel: "obl" or "obl:tmod" or "obl:unmarked", Head: { } over } && over - first is var own && own < above && IsBare(tokens, first, above) && Takes(tokens[own], "inf"))
        {
            governor = own;
        }
        else if (tokens[verb].Deprel != "advcl" || !Takes(tokens[above], "to") || !HasObjectBefore(tokens, first, above, verb))
        {
            return false;
        }

        tokens[verb] = tokens[verb] with { Head = first + governor, Deprel = "xcomp" };
        return true;
    }

    /// <summary>"in principle", "on Monday", "at once": a noun of such a phrase takes no infinitive; in "on a plan to leave" it does.</summary>
    private static bool IsBare(ReadOnlySpan<Token> tokens, int first, int noun)
    {
        var isOn = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == first + noun && tokens[i].Deprel is "det" or "nmod:poss" or "amod")
            {
                return false;
            }

            isOn |= tokens[i].Head == first + noun && tokens[i] is { Deprel: "case", Lemma: "on" or "to" or "for" or "about" };
        }

        return tokens[noun].Upos == "PROPN" || (!isOn && tokens[noun].Xpos == "NN");
    }

    private static bool HasObjectBefore(ReadOnlySpan<Token> tokens, int first, int governor, int verb)
    {
        for (var i = governor + 1; i < verb; i++)
        {
            if (tokens[i].Head == first + governor && tokens[i].Deprel is "obj" or "iobj")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasSubjectAfter(ReadOnlySpan<Token> tokens, int first, int verb, int after)
    {
        for (var i = after + 1; i < verb; i++)
        {
            if (tokens[i].Head == first + verb && tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal) && tokens[i].Lemma != "that")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first word that marks a clause, but for one; null when nothing does.</summary>
    private static string? Mark(ReadOnlySpan<Token> tokens, int first, int verb, int besides = -1)
    {
        for (var i = 0; i < verb; i++)
        {
            if (i != besides && tokens[i].Head == first + verb && tokens[i].Deprel == "mark")
            {
                return tokens[i].Lemma;
            }
        }

        return null;
    }
}
