using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Finds attributions whose cue is a verb, an adjective or a noun of one clause, by the tree.</summary>
internal sealed partial class ClauseCues(Tree tree, Cues cues, Signatures signatures, SourceNouns nouns, Spans spans, HashSet<int> times, HashSet<int> actors)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;
    private readonly LooseCues _loose = new(tree, spans, times);
    private readonly ClauseSources _sources = new(tree, spans);

    /// <summary>The attribution that a word is the cue of; null when it is none.</summary>
    public Draft? At(int token)
    {
        var word = _tokens[token];
        var (rows, pos) = RowsOf(token, word);
        if ((rows.Count == 0 && !(word.Upos == "VERB" && TakesThat(token))) || IsAskedOf(token))
        {
            return null;
        }

        return pos == 'N' ? OfNoun(token, rows) : OfVerb(token, rows);
    }

    /// <summary>"said the mayor when *asked* about the crane": who asked is not told, and what was asked is nobody's word.</summary>
    private bool IsAskedOf(int token) => _tokens[token] is { Lemma: "ask" or "press" or "question", Xpos: "VBN" or "VBD" } && (tree.Is(token, "advcl") || tree.Is(token, "acl")) && !tree.Has(token, "nsubj")
        && (tree.Child(token, "advmod") ?? tree.Child(token, "mark")) is { } when && tree.Lower(when) is "when" or "if" or "after" or "as";

    private (IReadOnlyList<Cue> Rows, char Pos) RowsOf(int token, Token word) => word.Upos switch
    {
        "VERB" when tree.Is(token, "amod") && _sources.Inverted(token) is null => ([], 'V'),
        "VERB" => (WithParticle(token, word) is { Count: > 0 } phrasal ? phrasal : cues.OfVerb(word.Lemma, tree.Document.Text.AsSpan(word.Span.Start, word.Span.Length)) is { Count: > 0 } plain ? plain : cues.Of(tree.Lower(token), 'A'), 'V'),
        "ADJ" when !tree.Is(token, "amod") => (cues.Of(tree.Lower(token), 'A'), 'A'),
        "NOUN" => (cues.Of(word.Lemma, 'N'), 'N'),
        _ => ([], 'V'),
    };

    private IReadOnlyList<Cue> WithParticle(int token, Token word) =>
        tree.Child(token, "compound:prt") is { } particle ? cues.Of(word.Lemma + " " + _tokens[particle].Lemma, 'V') : [];

    /// <summary>A verb that is in no table: "The mayor *grumbled* that the bridge was shut". A clause with "that" beside a subject is enough.</summary>
    private bool TakesThat(int token) => tree.Child(token, "ccomp") is { } clause && clause > token && Frames.Mark(tree, clause) == "that"
        && tree.Child(token, "nsubj") is { } subject && _tokens[subject].Upos is "PROPN" or "PRON" && _tokens[subject].Lemma is not ("it" or "this" or "that" or "which");

    private Draft? OfVerb(int token, IReadOnlyList<Cue> rows)
    {
        var speaks = rows.Count == 0 || rows.Any(r => r.Takes("quote"));
        if (Row(rows, "light") is not null && CarriesCue(token))
        {
            return null;
        }

        var through = speaks ? Through(token) : null;
        var inverted = speaks && through is null ? _sources.Inverted(token) : null;
        var quoting = speaks && through is null && IsFinite(token) ? _sources.BehindQuotation(token) : null;
        var source = through is { } light ? tree.Subject(light) : inverted ?? (quoting is null || _sources.SourceOf(token) is { } named && Math.Abs(token - named) < 12 ? _sources.SourceOf(token) : null);
        var nearest = source is null && speaks && rows.Count > 0 && Row(rows, "that") is not null && IsFinite(token) ? _sources.Nearest(token) : null;
        var draft = new Draft(token, source ?? nearest) { Speaks = speaks };
        if (!FillContent(draft, token, rows) || (!speaks && !draft.IsClause && draft.SourceToken is { } holder && !CanJudge(holder)))
        {
            return null;
        }

        draft.Reacts = Reacts(draft, token);
        AddCue(draft, token);
        if (through is { } verb)
        {
            draft.Cue[0] = TextSpan.FromBounds(_tokens[verb].Span.Start, draft.Cue[0].End);
        }

        if ((nearest ?? (inverted is { } behind && tree.Head(behind) != token ? inverted : null)) is { } name)
        {
            _sources.AddNearest(draft.Source, name);
        }
        else
        {
            _sources.AddSource(draft, token);
        }

        return draft;
    }

    /// <summary>Of who wants, judges or praises: a person, people or a body, not a thing; "it" and "which" where they stand for one of these.</summary>
    private bool CanJudge(int source) => actors.Contains(source) || _tokens[source].Upos switch
    {
        "PRON" => _tokens[source].Lemma is "that" or "which" && HeadOfRelative(source) is { } noun ? CanJudge(noun)
            : _tokens[source].Lemma is not ("it" or "which" or "that" or "this" or "what" or "these" or "those" or "its"),
        "NOUN" => nouns.CanJudge(_tokens[source].Lemma) || (nouns.IsShare(_tokens[source].Lemma) && OfWhom(source) is { } people && CanJudge(people)),
        "DET" => _tokens[source].Lemma is not ("that" or "this" or "which" or "what"),
        _ => true,
    };

    /// <summary>
    /// "China *condemned* the attack", "regretted that the bank closed", "wants to leave", "never reports about the union": the content is nobody's word but the text's own.
    /// Who accuses, names or likens gives his own word for it.
    /// </summary>
    private bool Reacts(Draft draft, int token)
    {
        if (draft.Gives != Readings.None || draft.Content.Count == 0 || draft.IsNaming)
        {
            return false;
        }

        var pos = _tokens[token].Upos == "ADJ" ? 'A' : 'V';
        if (draft.IsClause)
        {
            return !draft.Speaks && signatures.Of(_tokens[token].Lemma, pos, "that")?.Presupposes == true;
        }

        // "wrote a letter accusing him": the paper is no content that the writer tells
        return (!draft.Speaks && signatures.Of(_tokens[token].Lemma, pos, "of")?.Reading != Readings.Rumoured) || signatures.Of(_tokens[token].Lemma, pos, "obj")?.Presupposes == true || IsNegated(token)
            || (tree.Child(token, "obj") is { } paper && nouns.Of(_tokens[paper].Lemma) == SourceKind.Paper);
    }

    private bool IsNegated(int token)
    {
        foreach (var child in tree.Children(token))
        {
            if (tree.Is(child, "advmod") && _tokens[child].Lemma is "not" or "n't" or "never" or "no")
            {
                return true;
            }
        }

        return false;
    }

    private int? HeadOfRelative(int pronoun) => tree.Head(pronoun) is { } verb && tree.Is(verb, "acl") ? tree.Head(verb) : null;

    private int? OfWhom(int share)
    {
        foreach (var child in tree.ChildrenIn(share, "nmod"))
        {
            if (tree.Case(child) == "of")
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>"*issued* a statement saying that …": the verb whose subject speaks through a paper.</summary>
    private int? Through(int token) => tree.Is(token, "acl") && _tokens[token].Xpos == "VBG" && tree.Head(token) is { } paper && nouns.Of(_tokens[paper].Lemma) == SourceKind.Paper
        && tree.Is(paper, "obj") && tree.Head(paper) is { } verb && verb < paper && cues.Of(_tokens[verb].Lemma, 'V').Any(r => r.Takes("light")) && tree.Subject(verb) is not null ? verb : null;

    /// <summary>"*voiced* support for the strike", "*issued* a statement saying …": the verb only carries a noun that is a cue, or that a cue hangs on.</summary>
    private bool CarriesCue(int token) => tree.Child(token, "obj") is { } noun && noun > token && _tokens[noun].Upos == "NOUN"
        && ((cues.Of(_tokens[noun].Lemma, 'N') is { Count: > 0 } rows && OfNoun(noun, rows) is not null)
            || tree.Children(noun).ToArray().Any(c => Through(c) == token && cues.OfVerb(_tokens[c].Lemma, tree.Document.Form(c)).Any(r => r.Takes("that"))));

    private bool IsFinite(int token) => _tokens[token].Upos == "VERB" && _tokens[token].Xpos is "VBD" or "VBZ" or "VBP" && !_sources.IsPassive(token);

    /// <summary>"the mayor's *claim* that …", "a *statement* by the ministry on …".</summary>
    private Draft? OfNoun(int token, IReadOnlyList<Cue> rows)
    {
        var carrier = Carrier(token);
        var source = tree.Child(token, "nmod:poss") ?? _sources.By(token) ?? (carrier is { } light ? tree.Subject(light) : null);
        var gives = rows[0].Gives;
        if (source is null && gives == Readings.None)
        {
            return null;
        }

        var draft = new Draft(token, source) { Gives = gives, Reacts = gives == Readings.None && Row(rows, "quote") is null };
        foreach (var child in tree.Children(token))
        {
            var frame = Frames.IsNounClause(tree, token, child) ? "that" : tree.Is(child, "acl:relcl") ? null : Frames.Of(tree, child);
            if (child > token && child != source && !times.Contains(child) && frame is not null && Row(rows, frame) is not null)
            {
                draft.Content.AddRange(ContentOf(child, frame));
                draft.Gives |= gives == Readings.Rumoured && IsDeniedBetween(token, child) ? Readings.Denied : Readings.None;
                break;
            }
        }

        if (draft.Content.Count == 0 && CarriedClause(token) is { } carried && Row(rows, Frames.Of(tree, carried) ?? "") is not null)
        {
            draft.Content.AddRange(spans.Under(carried));
        }

        if (draft.Content.Count == 0 && AfterCopula(token) is { } said && (Row(rows, "that") ?? Row(rows, "to")) is not null)
        {
            spans.Add(draft.Content, said.First, said.Last);
        }

        if (draft.Content.Count == 0)
        {
            return null;
        }

        draft.Cue.Add(carrier is { } verb && verb < token && token - verb < 8 ? tree.SpanOf(verb, token) : _tokens[token].Span);
        _sources.AddSource(draft, token);
        return draft;
    }

    /// <summary>"*voiced* support for the strike": the verb that only carries the noun.</summary>
    private int? Carrier(int noun) => tree.Is(noun, "obj") && tree.Head(noun) is { } verb && cues.Of(_tokens[verb].Lemma, 'V').Any(r => r.Takes("light")) ? verb : null;

    /// <summary>"the mayor's answer was *that the bridge is safe*".</summary>
    private (int First, int Last)? AfterCopula(int noun)
    {
        if (!tree.Is(noun, "nsubj") || tree.Head(noun) is not { } clause || clause < noun)
        {
            return null;
        }

        foreach (var child in tree.Children(clause))
        {
            if (tree.Is(child, "cop") && child > noun && child + 1 < clause && (_tokens[child + 1].Lemma == "that" || _tokens[child + 1].Xpos == "TO"))
            {
                return (child + 1, tree.RightEdge(clause));
            }
        }

        return null;
    }

    /// <summary>"made the claim *that it was safe*": the clause right after the noun, hung on the verb.</summary>
    private int? CarriedClause(int noun)
    {
        if (!tree.Is(noun, "obj") || tree.Head(noun) is not { } verb)
        {
            return null;
        }

        foreach (var child in tree.Children(verb))
        {
            if (tree.LeftEdge(child) == tree.RightEdge(noun) + 1 && Frames.Base(_tokens[child].Deprel) is "ccomp" or "xcomp" or "advcl" or "acl")
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>"rumours – always *denied* – that ships sank".</summary>
    private bool IsDeniedBetween(int token, int child)
    {
        for (var i = token + 1; i < tree.LeftEdge(child); i++)
        {
            if (_tokens[i].Upos == "VERB" && cues.Of(_tokens[i].Lemma, 'V') is [{ Gives: Readings.Denied }, ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb with the auxiliaries, negation and adverbs that stand before it and the particle after it.</summary>
    private void AddCue(Draft draft, int token)
    {
        int first = token, last = token;
        while (first > 0 && first - 1 != draft.SourceToken && tree.Head(first - 1) == token && Frames.Base(_tokens[first - 1].Deprel) is "aux" or "advmod" or "cop")
        {
            first--;
        }

        while (last + 1 < _tokens.Count && tree.Head(last + 1) == token && tree.Is(last + 1, "compound:prt"))
        {
            last++;
        }

        spans.Add(draft.Cue, first, last);
        if (draft.Cue.Count == 0)
        {
            draft.Cue.Add(_tokens[token].Span);
        }
    }
}
