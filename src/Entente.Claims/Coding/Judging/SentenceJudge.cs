using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>
/// One walk from the root of a sentence to its leaves. Each predicate gets what the predicates above it make of it, then what its own small words add,
/// and hands on what it makes of those under it.
/// </summary>
internal sealed class SentenceJudge(Tree tree, Signatures signatures, EventNouns nouns, List<Predicate> found)
{
    private readonly ClauseReader _clauses = new(signatures);
    private readonly Governors _governors = new(tree, signatures);
    private readonly HashSet<int> _spoken = [];
    private readonly Stack<(int Token, Context Context)> _open = new();

    /// <summary>What the words above say of a word.</summary>
    /// <param name="Outer">How the whole around it is told: what is presupposed inside keeps this.</param>
    private readonly record struct Context(Told Told, Told Outer, Links Links, Clause? Shared, Trail? Trail);

    private readonly record struct Told(Degree Degree, Readings Readings)
    {
        public static Told Plain { get; } = new(Degree.Certain, Readings.None);
    }

    private sealed record Trail(TextSpan Word, Trail? Above);

    public void Judge(int root)
    {
        NoteSpoken(root);
        _open.Push((root, new Context(Told.Plain, Told.Plain, Links.None, null, null)));
        while (_open.TryPop(out var next))
        {
            Visit(next.Token, next.Context);
        }
    }

    /// <summary>
    /// "Ships sank, *the mayor said*." at the end of a sentence, wherever the parser hung it: what stands before the comma is said.
    /// </summary>
    private void NoteSpoken(int root)
    {
        _spoken.Clear();
        var sentence = tree.Document.Sentences[tree.Sentence(root)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = tree.Document.Tokens[i];
            if (word.Lemma is "accord" or "according" && i + 1 < sentence.EndToken && tree.Document.Tokens[i + 1].Lemma == "to")
            {
                _spoken.Add(ClauseOf(i));
            }
            else if (word.Upos == "VERB" && tree.OwnSubject(i) is { } subject && !tree.Has(i, "ccomp") && !tree.Has(i, "obj")
                && signatures.Of(word.Lemma, 'V', "that") is { Link: Links.Evidential } && OpensAfterComma(Math.Min(i, tree.LeftEdge(subject)), sentence.FirstToken))
            {
                _spoken.Add(i == root ? MainOf(root) : root);
            }
        }
    }

    /// <summary>The predicate of the clause that a phrase is part of.</summary>
    private int ClauseOf(int token)
    {
        while (tree.Head(token) is { } head)
        {
            token = head;
            if (tree.Document.Tokens[token].Upos == "VERB" || tree.Has(token, "cop"))
            {
                break;
            }
        }

        return token;
    }

    private bool OpensAfterComma(int first, int start) => first > start + 1 && tree.Document.Tokens[first - 1].Upos == "PUNCT"
        && tree.Document.Text[tree.Document.Tokens[first - 1].Span.End - 1] is ',' or '"' or '”' or '\'' or '’' or '?' or '!';

    /// <summary>The clause that hangs on a speaking verb at the root.</summary>
    private int MainOf(int root) => tree.Child(root, "parataxis") ?? tree.Child(root, "advcl") ?? tree.Child(root, "dep") ?? root;

    private void Visit(int token, Context context)
    {
        context = Said(token, context);
        var clause = _clauses.Read(tree, token, context.Shared);
        var isPredicate = Predicates.Is(tree, token, nouns);
        var told = isPredicate ? Own(token, context, clause) : context.Told;
        var links = context.Links | (isPredicate ? OwnLinks(token, clause) : Links.None);
        if (isPredicate)
        {
            found.Add(Make(token, context, clause, told, links));
        }

        foreach (var child in tree.Children(token))
        {
            if (!IsSmall(tree.Document.Tokens[child].Deprel))
            {
                _open.Push((child, Under(token, child, context, clause, told, isPredicate)));
            }
        }
    }

    /// <summary>"The best *guess* is that he sold it": the clause is the predicate, and the noun before "is" says what it is. Also a condition that the parser made the main clause.</summary>
    private Context Said(int token, Context context)
    {
        if (tree.Child(token, "nsubj:outer") is { } outer && signatures.Of(tree.Document.Tokens[outer].Lemma, 'N', Frames.IsInfinitive(tree, token) ? "to" : "that") is { } signature)
        {
            return Governed(outer, signature, context, default, context.Told, false);
        }

        return tree.Head(token) is null && IsCondition(token) ? context with { Told = With(context.Told, Degree.Unknown, Readings.Hypothetical), Links = context.Links | Links.Conditional } : context;
    }

    private bool IsCondition(int clause) => Frames.Mark(tree, clause) is { } mark && signatures.Particle(mark, 'C') is not null;

    private static bool IsSmall(string relation) => relation is "punct" or "aux" or "aux:pass" or "cop" or "mark" or "det" or "case" or "cc" or "fixed" or "flat" or "goeswith";

    /// <summary>Composes what stands above with the clause's own words: negation takes the modal into its scope ("may not" is PS−, "cannot" CT−).</summary>
    private Told Own(int token, Context context, Clause clause)
    {
        var told = context.Told;
        if (clause.ModalSignature is { } modal)
        {
            told = clause.Perfect && clause.Modal is "must" ? With(told, new Degree(Certainty.Probable, Polarity.Positive), Readings.Inferred)
                : IsFutureOfThePast(context, clause) ? With(told, clause.Negated ? Degree.Certain.Negated : Degree.Certain, Readings.Planned)
                : With(told, clause.Negated ? modal.Untold : modal.Told, Sign(token, modal.Reading));
            told = clause.Negated && modal.Untold.Polarity == Polarity.Positive ? Flip(told) : told;
        }
        else if (clause.Negated)
        {
            told = Flip(told);
        }

        if (clause.Tense == "future" && clause.ModalSignature is null)
        {
            told = told with { Readings = told.Readings | Readings.Planned };
        }

        if (clause.Adverb is { } adverb)
        {
            told = With(told, adverb.Told, adverb.Reading);
        }

        if (clause.Consequence || IsQuestion(token) || IsOrder(token, clause))
        {
            told = With(told, Degree.Unknown, Readings.Hypothetical);
        }

        return told;
    }

    /// <summary>"said he *would* go": what was announced for later, not what would happen on a condition.</summary>
    private static bool IsFutureOfThePast(Context context, Clause clause) =>
        clause.Modal == "would" && !clause.Consequence && !clause.Perfect && context.Links.HasFlag(Links.Evidential);

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

    private Links OwnLinks(int token, Clause clause)
    {
        var links = clause.Consequence ? Links.Conditional : Links.None;
        if (tree.Is(token, "advcl") && Frames.Mark(tree, token) is { } mark && signatures.Particle(mark, 'C') is not null)
        {
            links |= Links.Conditional;
        }

        return links | SpokenBy(token);
    }

    /// <summary>"The bridge *fell*, he said": the speaking verb hangs on what is said.</summary>
    private Links SpokenBy(int token)
    {
        if (_spoken.Contains(token))
        {
            return Links.Evidential;
        }

        foreach (var child in tree.ChildrenIn(token, "parataxis"))
        {
            if (tree.Has(child, "nsubj") && !tree.Has(child, "ccomp") && !tree.Has(child, "obj")
                && signatures.Of(tree.Document.Tokens[child].Lemma, 'V', "that") is { Link: Links.Evidential })
            {
                return Links.Evidential;
            }
        }

        return Links.None;
    }

    private Context Under(int token, int child, Context context, Clause clause, Told told, bool isPredicate)
    {
        var relation = Frames.Base(tree.Document.Tokens[child].Deprel);
        if (relation == "conj")
        {
            return Frames.IsInfinitive(tree, token) && Frames.IsFinite(tree, child)
                ? new Context(context.Outer, context.Outer, Links.None, null, null)
                : new Context(context.Told, context.Outer, context.Links, clause, context.Trail);
        }

        var presupposed = new Context(context.Outer, context.Outer, Links.None, null, null);
        var frame = Frames.Of(tree, child) ?? _governors.OfNounClause(token, child);
        told = told.Degree.Polarity == Polarity.Negative && frame is "obj" or "subj" && tree.IsNegated(child) ? Flip(told) : told;
        if (_governors.Governing(token, child, frame) is { } signature)
        {
            if (_governors.IsRefusal(signature, child, frame))
            {
                return presupposed with { Links = signature.Link };
            }

            var below = Governed(token, signature, context, clause, told, IsOptional(frame, told));
            return signature.Reading == Readings.Rumoured && _governors.IsDeniedBetween(token, child) ? below with { Told = below.Told with { Readings = below.Told.Readings | Readings.Denied } } : below;
        }

        return relation switch
        {
            "advcl" => Adverbial(child, frame, presupposed, told),
            "xcomp" when isPredicate => frame == "to" ? Open(token, child, context, clause, told, presupposed) : presupposed with { Told = told },
            "acl" when frame == "to" => presupposed with { Told = With(told, Degree.Unknown, Readings.Hypothetical), Links = Links.Modal },
            "ccomp" when frame == "whether" => presupposed with { Told = With(context.Outer, Degree.Unknown, Readings.Hypothetical) },
            "nmod" or "compound" or "amod" when !isPredicate => context with { Shared = null },
            "obj" or "nsubj" or "obl" or "nmod" or "compound" when isPredicate && IsIndefinite(child) => presupposed with { Told = AsUnsureAs(child, told, presupposed.Told) },
            "parataxis" when tree.Head(token) is null && IsCondition(token) => presupposed with { Told = With(presupposed.Told, Degree.Unknown, Readings.Hypothetical), Links = Links.Conditional },
            _ => presupposed,
        };
    }

    /// <summary>A noun without "the", "this" or an owner: it is only as sure as what is said of it ("may launch *attacks*").</summary>
    private bool IsIndefinite(int noun)
    {
        if (tree.Document.Tokens[noun].Upos != "NOUN")
        {
            return false;
        }

        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "nmod:poss") || (tree.Is(child, "det") && tree.Document.Tokens[child].Lemma is not ("a" or "an" or "any" or "some" or "no")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What may, would or will not be done has no surer object; "did not cause *any* damage": none.</summary>
    private Told AsUnsureAs(int child, Told told, Told presupposed)
    {
        if (told.Degree.Polarity == Polarity.Negative)
        {
            return tree.Child(child, "det") is { } any && tree.Document.Tokens[any].Lemma == "any" ? told : presupposed;
        }

        return told.Degree.Certainty == Certainty.Certain && (told.Readings & Readings.Planned) == Readings.None ? presupposed : told;
    }

    private Context Open(int token, int child, Context context, Clause clause, Told told, Context presupposed)
    {
        if (tree.Document.Tokens[token] is { Lemma: "go", Xpos: "VBG" } && Frames.IsInfinitive(tree, child))
        {
            return presupposed with { Told = told with { Readings = told.Readings | Readings.Planned }, Shared = new Clause { Tense = "future", HasAuxiliary = true }, Links = context.Links };
        }

        return Frames.IsInfinitive(tree, child)
            ? Governed(token, Infinitive, context, clause, told, true)
            : presupposed with { Told = told };
    }

    private static Signature Infinitive { get; } = new('V', ["to"], Degree.Unknown, Degree.Unknown, Links.Modal, Readings.Hypothetical);

    /// <summary>"would be glad to *go*": an infinitive is presupposed only by what is so.</summary>
    private static bool IsOptional(string? frame, Told told) => frame == "to" && told.Degree.Certainty > Certainty.Probable;

    /// <summary>What a governor with a signature makes of what it governs.</summary>
    private Context Governed(int token, Signature signature, Context context, Clause clause, Told told, bool optional)
    {
        var trail = context.Trail;
        foreach (var word in clause.Words ?? [])
        {
            trail = new Trail(word, trail);
        }

        trail = new Trail(tree.Document.Tokens[token].Span, trail);
        if (signature.Presupposes && !optional)
        {
            return new Context(context.Outer, context.Outer, signature.Link, null, trail);
        }

        var degree = told.Degree.Polarity == Polarity.Negative ? signature.Untold : signature.Told;
        degree = degree.AtMost(told.Degree.Certainty);
        var above = signature.Link is Links.Evidential or Links.NegEvidential && told.Degree.Certainty == Certainty.Certain ? told.Readings & ~Readings.Planned : told.Readings;
        var reading = told.Degree.Polarity == Polarity.Negative && signature.Link == Links.NegEvidential ? Readings.None : signature.Reading;
        var below = new Told(degree, above | reading);
        var outer = signature.Reading is Readings.Rumoured or Readings.Inferred or Readings.Opinion ? With(context.Outer, degree, signature.Reading) : context.Outer;
        var link = signature.Link == Links.None && degree.Certainty == Certainty.Unknown ? context.Links & Links.Modal : signature.Link;
        return new Context(below, outer, link, null, trail);
    }

    /// <summary>Conditions, aims and times: "if it *rains*", "in order to *win*", "when they *meet*".</summary>
    private Context Adverbial(int child, string? frame, Context presupposed, Told told)
    {
        if (Frames.IsInfinitive(tree, child))
        {
            return presupposed with { Told = With(presupposed.Told, Degree.Unknown, Readings.Hypothetical), Links = Links.Modal };
        }

        return frame switch
        {
            "if" or "unless" or "provided" or "providing" or "assuming" or "lest" => presupposed with { Told = With(presupposed.Told, Degree.Unknown, Readings.Hypothetical) },
            "until" or "till" when told.Degree.Certainty != Certainty.Certain || (told.Readings & Readings.Planned) != Readings.None =>
                presupposed with { Told = With(presupposed.Told, Degree.Unknown, Readings.Hypothetical) },
            "when" or "once" or "until" or "till" or "before" or "whenever" or "after" or "by" =>
                presupposed with { Told = With(presupposed.Told, Degree.Certain.AtMost(told.Degree.Certainty), told.Readings & (Readings.Planned | Readings.Hypothetical)) },
            _ => presupposed,
        };
    }

    private static Told Flip(Told told) => told with { Degree = told.Degree.Negated };

    /// <summary>Takes one more degree into account: not surer than either; negative if exactly one is.</summary>
    private static Told With(Told told, Degree degree, Readings reading)
    {
        var polarity = told.Degree.Polarity == degree.Polarity ? Polarity.Positive : Polarity.Negative;
        return new Told(new Degree(degree.Certainty, polarity).AtMost(told.Degree.Certainty), told.Readings | reading);
    }

    private Predicate Make(int token, Context context, Clause clause, Told told, Links links)
    {
        var mod = _governors.Attribute(token);
        if (mod is not null)
        {
            told = With(told, mod.Told, mod.Reading);
            links |= mod.Link;
        }

        var readings = told.Readings == Readings.None ? Readings.Asserted : Factualities.AtMostTwo(told.Readings);
        var factuality = new Factuality(told.Degree.Certainty, told.Degree.Polarity, readings);
        return new Predicate(tree.Document.Tokens[token].Span, token, factuality)
        {
            Tense = clause.Tense ?? (context.Shared is { Tense: "future" } && clause.Infinitive ? "future" : null),
            Modality = clause.Modal,
            Links = LinkNames.Of(links),
            Trail = Words(context.Trail, clause.Words),
        };
    }

    private static List<TextSpan> Words(Trail? trail, List<TextSpan>? own)
    {
        var words = new List<TextSpan>();
        for (var at = trail; at is not null; at = at.Above)
        {
            words.Add(at.Word);
        }

        words.Reverse();
        words.AddRange(own ?? []);
        return words;
    }
}
