using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>What a word hands on to the words under it.</summary>
internal sealed class Passing(Tree tree, EventNouns nouns, Signatures signatures, Governors governors, Conditions conditions)
{
    private readonly Denials _denials = new(tree, signatures);

    private static Signature Infinitive { get; } = new('V', ["to"], Degree.Unknown, Degree.Unknown, Links.Modal, Readings.Hypothetical);

    public Context Under(Above above, int child)
    {
        var (token, context, clause, told, _) = above;
        var relation = Frames.Base(tree.Document.Tokens[child].Deprel);
        if (relation == "conj")
        {
            return Frames.IsInfinitive(tree, token) && Frames.IsFinite(tree, child) ? context.Presupposed
                : IsNewAim(token, child) ? context.Presupposed with { Told = context.Told.Supposed, Links = Links.Modal }
                : new Context(context.Told, context.Outer, context.Links, clause, context.Trail);
        }

        var frame = Frames.Of(tree, child) ?? governors.OfNounClause(token, child);
        if (frame == "to" && IsYetTo(child))
        {
            return context.Presupposed with { Told = told };
        }

        if (IsCondition(token, child, relation, frame))
        {
            return Condition(child, context);
        }

        told = told.IsNegative && frame is "obj" or "subj" && tree.IsNegated(child) ? told.Flipped : told;
        above = above with { Told = told };
        if (governors.Fate(token, child, frame) is { } fate)
        {
            return Decided(above, fate);
        }

        if (governors.CarriedFate(token, child, frame) is { } carried)
        {
            return Governed(above, carried, false);
        }

        if (governors.Governing(token, child, frame) is { } ruling)
        {
            return Ruled(above, child, frame, ruling);
        }

        return Loose(above, child, relation, frame);
    }

    /// <summary>"has *yet to sign*": it has not signed, and that is all; "yet" negates the infinitive itself.</summary>
    private bool IsYetTo(int infinitive) => tree.Child(infinitive, "mark") is > 0 and var to && tree.Document.Tokens[to - 1].Lemma == "yet";

    /// <summary>"for trade and *to build* ships": an aim, joined to a phrase that is none.</summary>
    private bool IsNewAim(int token, int child) => Frames.IsInfinitive(tree, child) && !Frames.IsInfinitive(tree, token) && tree.Document.Tokens[token].Xpos is not "VB";

    /// <summary>What a governor with a signature makes of what it governs.</summary>
    public Context Governed(Above above, Ruling ruling, bool optional)
    {
        var (_, context, clause, told, _) = above;
        var signature = ruling.Signature;
        var trail = Trail.Then(context.Trail, clause.Words, tree.Document.Tokens[ruling.By].Span);
        if (signature.Presupposes && !optional)
        {
            return new Context(context.Outer, context.Outer, signature.Link, null, trail);
        }

        var degree = told.IsNegative ? signature.Untold : IsImplied(signature, clause, told) ? new Degree(Certainty.Probable, Polarity.Positive) : signature.Told;
        degree = degree.AtMost(told.Degree.Certainty);
        var readings = signature.Link is Links.Evidential or Links.NegEvidential && told.Degree.Certainty == Certainty.Certain ? told.Readings & ~Readings.Planned : told.Readings;
        var reading = told.IsNegative && signature.Link == Links.NegEvidential ? Readings.None : signature.Reading;
        var outer = signature.Reading is Readings.Rumoured or Readings.Inferred or Readings.Opinion ? context.Outer.With(degree, signature.Reading) : context.Outer;
        var link = signature.Link == Links.None && degree.Certainty == Certainty.Unknown ? context.Links & Links.Modal : signature.Link;
        return new Context(new Told(degree, readings | reading), outer, link, null, trail);
    }

    /// <summary>"*allowed* the ships to enter", told as past: they most likely did (Karttunen 1971, invited inference).</summary>
    private static bool IsImplied(Signature signature, Clause clause, Told told) => signature is { Told: { Certainty: Certainty.Possible, Polarity: Polarity.Positive }, Link: Links.Modal, Reading: Readings.None }
        && clause is { Tense: "past", Modal: null } && told is { Degree.Certainty: Certainty.Certain };

    private bool IsCondition(int token, int child, string relation, string? frame) => relation switch
    {
        "advcl" or "obl" or "xcomp" => frame != "to" && conditions.Is(child),
        "acl" => conditions.IsWereTo(child),
        "parataxis" => conditions.IsMarked(child),
        "ccomp" => tree.Document.Form(token) is "provided" or "Provided" && conditions.IsMarked(child),
        _ => false,
    };

    private Context Condition(int clause, Context context)
    {
        var supposed = context.Outer.Supposed;
        return new Context(supposed, tree.Document.Tokens[clause].Upos == "NOUN" && tree.Is(clause, "obl") ? supposed : context.Outer, Links.Conditional, null, conditions.Word(clause) is { } word ? new Trail(word, null) : null);
    }

    /// <summary>"rejected the *plan* to merge": the plan was made, the merging is off.</summary>
    private Context Decided(Above above, Signature fate)
    {
        var below = Governed(above, new Ruling(fate, above.Token), false);
        return above.Context.Presupposed with { Links = fate.Link & Links.NegEvidential, Fate = new Fate(below.Told, below.Links & ~Links.NegEvidential, below.Trail) };
    }

    /// <summary>Under a word that the table has a row for.</summary>
    private Context Ruled(Above above, int child, string? frame, Ruling ruling)
    {
        var (signature, context) = (ruling.Signature, above.Context);
        if (context.Fate is { } decided && signature.Link == Links.Modal && signature.Reading != Readings.Rumoured)
        {
            var told = decided.Told.Degree.Certainty == Certainty.Certain ? decided.Told : decided.Told with { Readings = decided.Told.Readings | (decided.Links.HasFlag(Links.CounterFactive) ? Readings.Hypothetical : signature.Reading) };
            return new Context(told, context.Outer, Links.Modal | decided.Links, null, Trail.Then(decided.Trail, null, tree.Document.Tokens[above.Token].Span));
        }

        var governed = Governed(above, ruling, IsOptional(child, frame, above.Told));
        if (signature.Presupposes && above.Told.IsNegative && tree.Child(child, "det") is { } any && tree.Document.Tokens[any].Lemma is "any" or "either")
        {
            governed = governed with { Told = above.Told };
        }

        return Bound(above.Token, child, Denied(above, child, signature, governed));
    }

    /// <summary>What is rumoured and denied is both; a report or claim that is denied is denied. Of a rumour the words stand as they are.</summary>
    private Context Denied(Above above, int child, Signature signature, Context governed)
    {
        var told = governed.Told;
        if (signature.Link == Links.NegEvidential)
        {
            return _denials.Rumour(above.Token) is null ? governed
                : governed with { Told = new Told(new Degree(Certainty.Probable, Polarity.Positive), told.Readings | Readings.Rumoured) };
        }

        var isSaying = tree.Document.Tokens[above.Token].Upos == "NOUN" && (signature.Link == Links.Evidential || signature.Reading is Readings.Rumoured or Readings.Inferred or Readings.Opinion);
        if ((isSaying ? _denials.Of(above.Token, child) : _denials.IsNounAfterAll(above.Token) ? above.Token - 1 : null) is not { } denial)
        {
            return governed;
        }

        var denied = signature.Reading == Readings.Rumoured
            ? told with { Readings = told.Readings | Readings.Denied }
            : new Told(Degree.Certain.Negated, told.Readings | Readings.Denied);
        return governed with { Told = denied, Links = Links.NegEvidential, Trail = new Trail(tree.Document.Tokens[denial].Span, governed.Trail) };
    }

    /// <summary>"agreed to leave *if* the others do": the condition is of the leaving.</summary>
    private Context Bound(int token, int child, Context below) => Frames.Base(tree.Document.Tokens[child].Deprel) is "ccomp" or "xcomp" && conditions.BindsContent(token)
        ? below with { Told = below.Told.Supposed, Links = below.Links | Links.Conditional } : below;

    /// <summary>"would be glad to *go*": an infinitive is presupposed only by what is so.</summary>
    private bool IsOptional(int child, string? frame, Told told) => frame == "to" && Frames.IsInfinitive(tree, child) && told.Degree.Certainty > Certainty.Probable;

    /// <summary>Under a word of which the table says nothing.</summary>
    private Context Loose(Above above, int child, string relation, string? frame)
    {
        var (token, context, clause, told, isPredicate) = above;
        var presupposed = context.Presupposed;
        return relation switch
        {
            "ccomp" or "csubj" or "advcl" or "acl" when frame == "whether" => presupposed with { Told = context.Outer.Supposed },
            "advcl" => Adverbial(above, child, frame),
            "xcomp" when isPredicate => frame == "to" ? Open(above, child) : presupposed with { Told = told },
            "obl" when isPredicate && IsAbsolute(child) => presupposed with { Told = AsUnsureAs(child, told, presupposed.Told) },
            "acl" when !isPredicate && IsAbsolute(token) => presupposed with { Told = context.Told },
            "acl" when !isPredicate && tree.Document.Tokens[child].Xpos is "VBG" or "VBZ" or "VBP" && IsIndefinite(token) => presupposed with { Told = AsUnsureAs(child, context.Told, presupposed.Told) },
            "acl" when frame == "to" => IsRanked(token) || IsDoneBy(child, context.Outer) ? presupposed : presupposed with { Told = told.Supposed, Links = Links.Modal },
            "csubj" when frame == "to" => presupposed with { Told = told.Supposed, Links = Links.Modal },
            "nmod" or "compound" or "amod" when !isPredicate => context with { Shared = null, Fate = null },
            "nsubj" when IsSupposedCause(child, context, clause) => presupposed with { Told = presupposed.Told.Supposed },
            "obj" or "nsubj" or "obl" or "nmod" or "compound" when isPredicate && IsIndefinite(child) => presupposed with { Told = AsUnsureAs(child, told, presupposed.Told) },
            "parataxis" when tree.Head(token) is null && conditions.Is(token) =>
                presupposed with { Told = presupposed.Told.Supposed, Links = Links.Conditional, Trail = conditions.Word(token) is { } word ? new Trail(word, null) : null },
            _ => presupposed,
        };
    }

    /// <summary>"the *first* state to sign", "the *only* one to leave": they did.</summary>
    private bool IsRanked(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "amod") && (tree.Document.Tokens[child].Lemma is "first" or "last" or "only" or "latest" or "sole" || IsOrdinal(child)))
            {
                return true;
            }
        }

        return tree.Document.Tokens[noun].Lemma is "first" or "last" or "second" or "latest";
    }

    /// <summary>"second", "456th".</summary>
    private bool IsOrdinal(int word) => tree.Document.Tokens[word].Feats.Contains("NumType=Ord", StringComparison.Ordinal)
        || (char.IsAsciiDigit(tree.Document.Form(word)[0]) && char.IsAsciiLetter(tree.Document.Form(word)[^1]));

    /// <summary>"The *invasion* would give them a port": what would have an effect has not happened either.</summary>
    private bool IsSupposedCause(int subject, Context context, Clause clause) => clause is { Modal: "would", Perfect: false } && !Composing.IsFutureOfThePast(context, clause)
        && tree.Document.Tokens[subject] is { Upos: "NOUN" } noun && nouns.Contains(noun.Lemma);

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
        if (told.IsNegative)
        {
            return tree.Child(child, "det") is { } any && tree.Document.Tokens[any].Lemma == "any" ? told : presupposed;
        }

        return told.Degree.Certainty == Certainty.Certain && (told.Readings & Readings.Planned) == Readings.None ? presupposed : told;
    }

    private Context Open(Above above, int child)
    {
        var (token, context, _, told, _) = above;
        if (tree.Document.Tokens[token] is { Lemma: "go", Xpos: "VBG" } && Frames.IsInfinitive(tree, child))
        {
            return context.Presupposed with { Told = told with { Readings = told.Readings | Readings.Planned }, Shared = new Clause { Tense = "future", HasAuxiliary = true }, Links = context.Links };
        }

        return !Frames.IsInfinitive(tree, child) ? context.Presupposed with { Told = told }
            : IsDoneBy(child, told) ? context.Presupposed with { Told = told }
            : Bound(token, child, Governed(above, new Ruling(Infinitive, token), true));
    }

    /// <summary>"marched to *protest*", "met to *discuss* the border", "rose to *close* at ten": who does the one has done the other.</summary>
    private bool IsDoneBy(int purpose, Told told) => told.Degree == Degree.Certain && signatures.Of(tree.Document.Tokens[purpose].Lemma, 'V', "self") is not null;

    /// <summary>"will meet on Monday, *with both sides signing* a treaty": as planned as the verb it hangs on.</summary>
    private bool IsAbsolute(int noun) => tree.Case(noun) == "with" && tree.Child(noun, "acl") is { } clause && tree.Document.Tokens[clause].Xpos == "VBG" && clause > noun;

    /// <summary>"will leave the pact, *ending* ten years of trade": what goes along is no surer; "…, *citing* the costs" is how it is told.</summary>
    private bool GoesAlong(int verb, int child) => child > verb && tree.Document.Tokens[child].Xpos == "VBG" && signatures.Of(tree.Document.Tokens[child].Lemma, 'V', "that")?.Link != Links.Evidential
        && tree.Document.Tokens[child].Lemma is not ("cite" or "quote" or "accord");

    /// <summary>"when" and "whenever", which are adverbs of their clause.</summary>
    private string? When(int clause) => tree.Child(clause, "advmod") is { } adverb && tree.Document.Tokens[adverb].Lemma is "when" or "whenever" ? "when" : null;

    /// <summary>Aims and times: "in order to *win*", "when they *meet*".</summary>
    private Context Adverbial(Above above, int child, string? frame)
    {
        var told = above.Told;
        var presupposed = above.Context.Presupposed;
        if (Frames.IsInfinitive(tree, child))
        {
            return IsDoneBy(child, told) ? presupposed with { Told = told } : presupposed with { Told = presupposed.Told.Supposed, Links = Links.Modal };
        }

        return (frame ?? When(child)) switch
        {
            null when told.Readings.HasFlag(Readings.Planned) && GoesAlong(above.Token, child) => presupposed with { Told = AsUnsureAs(child, told, presupposed.Told) },
            null or "ing" when child == above.Token + 1 && tree.Document.Tokens[child].Xpos == "VBG" => presupposed with { Told = told },
            "until" or "till" when told.Degree.Certainty != Certainty.Certain || (told.Readings & Readings.Planned) != Readings.None => presupposed with { Told = presupposed.Told.Supposed },
            "when" or "once" or "until" or "till" or "before" or "whenever" or "after" or "by" or "in" or "through" =>
                presupposed with { Told = presupposed.Told.With(Degree.Certain.AtMost(told.Degree.Certainty), told.Readings & (Readings.Planned | Readings.Hypothetical)) },
            _ => presupposed,
        };
    }
}
