namespace Entente.Claims.Coding.Claiming;

/// <summary>"called B his closest friend", "define B as an enemy", "cast themselves as champions of free trade": what a verb of data/label-verbs.tsv says that somebody is.</summary>
internal sealed class NamedLabels
{
    private readonly Dictionary<string, (IReadOnlyList<string> Named, IReadOnlyList<string> As)> _verbs;

    private NamedLabels(Dictionary<string, (IReadOnlyList<string>, IReadOnlyList<string>)> verbs) => _verbs = verbs;

    public static NamedLabels Load()
    {
        var verbs = new Dictionary<string, (IReadOnlyList<string>, IReadOnlyList<string>)>(StringComparer.Ordinal);
        foreach (var row in Table.Shipped("label-verbs").Rows)
        {
            foreach (var verb in row.List("verbs"))
            {
                verbs.TryAdd(verb, (row.List("named"), row.List("as")));
            }
        }

        return new(verbs);
    }

    public IEnumerable<NamedLabel> Find(SentenceView sentence)
    {
        var tokens = sentence.Findings.Analyzed.Tokens;
        for (var verb = sentence.Sentence.FirstToken; verb < sentence.Sentence.EndToken; verb++)
        {
            if (tokens[verb].Upos == "VERB" && _verbs.TryGetValue(tokens[verb].Lemma.ToLowerInvariant(), out var row) && Find(sentence, verb, row.Named, row.As) is { } label)
            {
                yield return label;
            }
        }
    }

    private static NamedLabel? Find(SentenceView sentence, int verb, IReadOnlyList<string> named, IReadOnlyList<string> places)
    {
        if (Called(sentence, verb, places) is not { } called || Words(sentence, called) is not { } words)
        {
            return null;
        }

        var by = LabelParties.Parties(Doers(sentence, verb));
        var who = new List<ActorMention>();
        foreach (var child in sentence.Tree.Children(verb).ToArray())
        {
            if (child != called && (IsAt(sentence, child, named) || (sentence.Tree.Is(child, "xcomp") && sentence.ActorsAt(child).Any())))
            {
                who.AddRange(IsReflexive(sentence, child) ? by : LabelParties.Named(sentence, child));
            }
        }

        var about = LabelParties.Parties(who);
        return about.Count == 0 ? null : new NamedLabel(verb, called, words, [.. about, .. Others(sentence, called, about, by)], by);
    }

    /// <summary>The other side of a word such as "friend": whose friend, or the one who says so ("my friend", "his friend").</summary>
    private static IEnumerable<ActorMention> Others(SentenceView sentence, int called, List<ActorMention> about, List<ActorMention> by) =>
        LabelParties.Within(sentence, called).Concat(sentence.Tree.Child(called, "nmod:poss") is null ? [] : by).Where(o => !about.Exists(a => LabelParties.Same(a.Actor, o.Actor))).DistinctBy(o => o.Actor.Id).Take(1);

    /// <summary>The word that somebody is called: a second complement, or behind "as". Of "one of his closest friends" the friends.</summary>
    private static int? Called(SentenceView sentence, int verb, IReadOnlyList<string> places)
    {
        var tree = sentence.Tree;
        foreach (var child in tree.Children(verb))
        {
            var asIs = child > verb && tree.Child(child, "case") is { } preposition && sentence.Form(preposition) == "as" && (tree.Is(child, "obl") || tree.Is(child, "nmod") || tree.Is(child, "advcl"));
            if ((asIs && places.Contains("as", StringComparer.Ordinal)) || (tree.Is(child, "xcomp") && child > verb && places.Contains("X", StringComparer.Ordinal)))
            {
                // the parser may take the one who is called for the second complement
                if (!asIs && sentence.ActorsAt(child).Any() && tree.ChildrenIn(verb, "obj").Cast<int?>().FirstOrDefault(o => o > child && !sentence.ActorsAt(o.Value).Any()) is { } behind)
                {
                    return OneOf(sentence, behind);
                }

                return OneOf(sentence, child);
            }
        }

        return null;
    }

    private static int OneOf(SentenceView sentence, int called) => sentence.Form(called) == "one" && sentence.Tree.Child(called, "nmod") is { } many ? many : called;

    /// <summary>The words of the label: of a noun with what it is of and what is joined with it, without its article and whose it is; of other words only what is quoted.</summary>
    private static TextSpan? Words(SentenceView sentence, int called)
    {
        var tree = sentence.Tree;
        var tokens = sentence.Findings.Analyzed.Tokens;
        var (first, last) = (tree.LeftEdge(called), tree.RightEdge(called));
        for (var at = called + 1; at <= last; at++)
        {
            if (tree.Is(at, "acl") || tree.Is(at, "advcl") || tree.Is(at, "parataxis") || tree.Is(at, "appos"))
            {
                last = Math.Max(called, Math.Min(last, tree.LeftEdge(at) - 1));
            }
        }

        for (var at = first; at <= called; at++)
        {
            if (Quoted.IsMark(sentence.Form(at)) && sentence.Form(at) is not ("’" or "'"))
            {
                return Closing(sentence, at) is { } close && close > at + 1 ? tree.SpanOf(at + 1, close - 1) : null;
            }
        }

        while (first < called && (tree.Is(first, "case") || tree.Is(first, "det") || tree.Is(first, "nmod:poss") || tokens[first].Upos is "PUNCT" or "PART" or "DET" or "PRON" or "ADV" || sentence.ActorsAt(first).Any() || tree.Head(first) is { } head && tree.Is(head, "nmod:poss")))
        {
            first++;
        }

        while (last > called && tokens[last].Upos is "PUNCT")
        {
            last--;
        }

        return tokens[called].Upos is "NOUN" or "PROPN" && last - first < 12 ? tree.SpanOf(first, last) : null;
    }

    private static int? Closing(SentenceView sentence, int open)
    {
        for (var at = open + 1; at < sentence.Sentence.EndToken && at - open < 16; at++)
        {
            if (Quoted.IsMark(sentence.Form(at)) && sentence.Form(at) is not ("’" or "'"))
            {
                return at;
            }
        }

        return null;
    }

    private static IEnumerable<ActorMention> Doers(SentenceView sentence, int verb)
    {
        var tree = sentence.Tree;
        for (var (at, steps) = (verb, 0); steps < 4; steps++)
        {
            if (tree.Child(at, "nsubj") is { } subject && (!tree.Is(subject, "nsubj:pass") || !tree.Has(at, "aux:pass")))
            {
                return LabelParties.Named(sentence, subject);
            }

            if (tree.Head(at) is not { } head || !(tree.Is(at, "conj") || tree.Is(at, "xcomp") || tree.Is(at, "advcl") || tree.Is(at, "acl")))
            {
                return [];
            }

            at = head;
        }

        return [];
    }

    private static bool IsAt(SentenceView sentence, int token, IReadOnlyList<string> places) =>
        (places.Contains("O", StringComparer.Ordinal) && (sentence.Tree.Is(token, "obj") || sentence.Tree.Is(token, "nsubj:pass")))
        || (sentence.Tree.Child(token, "case") is { } preposition && places.Contains(sentence.Form(preposition), StringComparer.Ordinal));

    private static bool IsReflexive(SentenceView sentence, int token) => sentence.Form(token) is "itself" or "himself" or "herself" or "themselves" or "ourselves" or "myself";
}

/// <summary>What somebody is called by a verb.</summary>
internal sealed record NamedLabel(int Verb, int Noun, TextSpan Words, IReadOnlyList<ActorMention> About, IReadOnlyList<ActorMention> By);
