using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Finds attributions whose cue is a verb, an adjective or a noun of one clause, by the tree.</summary>
internal sealed partial class ClauseCues(Tree tree, Cues cues, Signatures signatures, SourceNouns nouns, Spans spans, HashSet<int> times)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;
    private readonly LooseCues _loose = new(tree, spans);
    private readonly ClauseSources _sources = new(tree, spans);

    /// <summary>The attribution that a word is the cue of; null when it is none.</summary>
    public Draft? At(int token)
    {
        var word = _tokens[token];
        var (rows, pos) = RowsOf(token, word);
        if (rows.Count == 0 && !(word.Upos == "VERB" && TakesThat(token)))
        {
            return null;
        }

        return pos == 'N' ? OfNoun(token, rows) : OfVerb(token, rows);
    }

    private (IReadOnlyList<Cue> Rows, char Pos) RowsOf(int token, Token word) => word.Upos switch
    {
        "VERB" when tree.Is(token, "amod") => ([], 'V'),
        "VERB" => (WithParticle(token, word) is { Count: > 0 } phrasal ? phrasal : cues.OfVerb(word.Lemma, tree.Document.Text.AsSpan(word.Span.Start, word.Span.Length)) is { Count: > 0 } plain ? plain : cues.Of(Lower(token), 'A'), 'V'),
        "ADJ" when !tree.Is(token, "amod") => (cues.Of(Lower(token), 'A'), 'A'),
        "NOUN" => (cues.Of(word.Lemma, 'N'), 'N'),
        _ => ([], 'V'),
    };

    private IReadOnlyList<Cue> WithParticle(int token, Token word) =>
        tree.Child(token, "compound:prt") is { } particle ? cues.Of(word.Lemma + " " + _tokens[particle].Lemma, 'V') : [];

    private string Lower(int token) => tree.Document.Form(token).ToLowerInvariant();

    /// <summary>A verb that is in no table: "The mayor *grumbled* that the bridge was shut". A clause with "that" beside a subject is enough.</summary>
    private bool TakesThat(int token) => tree.Child(token, "ccomp") is { } clause && clause > token && Frames.Mark(tree, clause) == "that"
        && tree.Child(token, "nsubj") is { } subject && _tokens[subject].Upos is "PROPN" or "PRON" && _tokens[subject].Lemma is not ("it" or "this" or "that" or "which");

    private Draft? OfVerb(int token, IReadOnlyList<Cue> rows)
    {
        var speaks = rows.Count == 0 || rows.Any(r => r.Takes("quote"));
        var source = _sources.SourceOf(token);
        var nearest = source is null && speaks && rows.Count > 0 && Row(rows, "that") is not null && IsFinite(token) ? _sources.Nearest(token) : null;
        var draft = new Draft(token, source ?? nearest) { Speaks = speaks };
        if (!FillContent(draft, token, rows) || (!speaks && draft.SourceToken is { } holder && !CanJudge(holder)))
        {
            return null;
        }

        AddCue(draft, token);
        if (nearest is { } name)
        {
            _sources.AddNearest(draft.Source, name);
        }
        else
        {
            _sources.AddSource(draft, token);
        }

        return draft;
    }

    /// <summary>Of who wants, judges or praises: a person, people or a body, not "it", "which" or a thing.</summary>
    private bool CanJudge(int source) => _tokens[source].Upos switch
    {
        "PRON" => _tokens[source].Lemma is not ("it" or "which" or "that" or "this" or "what" or "these" or "those" or "its"),
        "NOUN" => nouns.CanJudge(_tokens[source].Lemma),
        "DET" or "NUM" => false,
        _ => true,
    };

    private bool IsFinite(int token) => _tokens[token].Upos == "VERB" && _tokens[token].Xpos is "VBD" or "VBZ" or "VBP" && !_sources.IsPassive(token);

    /// <summary>"the mayor's *claim* that …", "a *statement* by the ministry on …".</summary>
    private Draft? OfNoun(int token, IReadOnlyList<Cue> rows)
    {
        var source = tree.Child(token, "nmod:poss") ?? _sources.By(token) ?? _sources.OfLightVerb(token);
        var gives = rows[0].Gives;
        if (source is null && gives == Readings.None)
        {
            return null;
        }

        var draft = new Draft(token, source) { Gives = gives };
        foreach (var child in tree.Children(token))
        {
            var frame = Frames.IsNounClause(tree, token, child) ? "that" : tree.Is(child, "acl:relcl") ? null : Frames.Of(tree, child);
            if (child > token && child != source && frame is not null && Row(rows, frame) is not null)
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

        if (draft.Content.Count == 0)
        {
            return null;
        }

        draft.Cue.Add(_tokens[token].Span);
        _sources.AddSource(draft, token);
        return draft;
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

    private static Cue? Row(IReadOnlyList<Cue> rows, string frame)
    {
        foreach (var row in rows)
        {
            if (row.Takes(frame))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>The content, by the best frame that is there: a clause, else an infinitive, else an object with or without a phrase, else a phrase.</summary>
    private bool FillContent(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if (FromHearer(draft, token, rows) || FromClause(draft, token, rows) || FromSpoken(draft, token, rows))
        {
            if (draft.Speaks)
            {
                _loose.Extend(draft, token);
            }

            return true;
        }

        if (FromObject(draft, token, rows) || FromPhrase(draft, token, rows))
        {
            return true;
        }

        if (draft.Speaks && Row(rows, "that") is not null && !_sources.IsPassive(token) && _loose.Fill(draft, token))
        {
            return true;
        }

        // A verb of speaking may still find its quotation in another sentence.
        return draft.Speaks && rows.Count > 0 && draft.SourceToken is not null && tree.Child(token, "obj") is null;
    }

    private bool FromClause(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        foreach (var child in tree.Children(token))
        {
            var relation = Frames.Base(_tokens[child].Deprel);
            if (Frames.Of(tree, child) is not { } frame || !(relation is "ccomp" or "xcomp" or "csubj" || (relation == "advcl" && child > token && ((frame == "to" && tree.Has(token, "obj")) || (frame is "if" or "whether" && Row(rows, "whether") is not null && !HasComma(token, child))))))
            {
                continue;
            }

            if (frame is "that" or "subjunctive" && (Row(rows, "that") ?? Row(rows, "quote")) is var row && (row is not null || rows.Count == 0))
            {
                return Take(draft, row, ContentOf(child, frame));
            }

            if (frame is "whether" or "if" && Row(rows, "whether") is { } asked)
            {
                return Take(draft, asked, ContentOf(child, frame));
            }

            if (frame is "to" or "ing" && InfinitiveContent(token, child, frame, rows) is { } infinitive)
            {
                return Take(draft, infinitive.Row, infinitive.Content);
            }
        }

        return false;
    }

    private bool HasComma(int token, int child)
    {
        for (var i = token + 1; i < tree.LeftEdge(child); i++)
        {
            if (_tokens[i].Upos == "PUNCT")
            {
                return true;
            }
        }

        return false;
    }

    private (Cue Row, List<TextSpan> Content)? InfinitiveContent(int token, int child, string frame, IReadOnlyList<Cue> rows)
    {
        var target = tree.Child(token, "obj") ?? tree.Child(token, "iobj");
        if (target is { } object1 && object1 < child && !_sources.IsPassive(token))
        {
            if (Row(rows, "objto") is { } together)
            {
                return (together, Join([.. spans.Under(object1), .. ContentOf(child, frame)]));
            }

            if (Row(rows, "objas") is { } named && frame == "to" && !Frames.IsInfinitive(tree, child))
            {
                return (named, Join([.. spans.Under(object1), .. ContentOf(child, frame)]));
            }
        }

        return frame == "to" && !Frames.IsInfinitive(tree, child) ? null
            : Row(rows, frame) is { } row ? (row, ContentOf(child, frame)) : null;
    }

    /// <summary>"The bridge fell, *he said*": the cue hangs on its content.</summary>
    private bool FromSpoken(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if (!tree.Is(token, "parataxis") || tree.Head(token) is not { } content || Row(rows, "quote") is not { } row || !IsAside(token, draft))
        {
            return false;
        }

        return Take(draft, row, spans.Under(content, token));
    }

    private bool IsAside(int token, Draft draft) => draft.SourceToken is { } source && tree.Head(source) == token && tree.Child(token, "obj") is null
        && tree.RightEdge(token) - tree.LeftEdge(token) < 40;

    private bool FromObject(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if (tree.Child(token, "obj") is not { } target || times.Contains(target))
        {
            return tree.Child(token, "nsubj:pass") is { } told && Row(rows, "obj") is { } passive && draft.SourceToken is not null && Take(draft, passive, spans.Under(told));
        }

        if (Row(rows, "objof") is { } blame && (HasFault(target, "acl") || HasFault(target, "nmod")))
        {
            return Take(draft, blame, spans.Under(target));
        }

        if (Row(rows, "objof") is { } blamed && Phrase(token, "of", "for", "over", "as") is { } fault)
        {
            return Take(draft, blamed, Join([.. spans.Under(target), .. spans.Under(fault)]));
        }

        if (Row(rows, "objas") is { } named && Phrase(token, "as") is { } name)
        {
            return Take(draft, named, Join([.. spans.Under(target), .. spans.Under(name)]));
        }

        if (Row(rows, "objas") is { } calls && tree.RightEdge(token) > tree.RightEdge(target) && _tokens[token].Lemma is "call" or "label" or "dub" or "brand")
        {
            return Take(draft, calls, Join([.. spans.Under(target), .. spans.Between(tree.RightEdge(target) + 1, ClauseEnd(token, tree.RightEdge(target)), token, [])]));
        }

        return Row(rows, "obj") is { } row && Take(draft, IsRefused(target) && row.Gives == Readings.Denied ? row with { Gives = Readings.None } : row, spans.Under(target));
    }

    /// <summary>"accused *the company of killing the fish*", all of it hung on the company.</summary>
    private bool HasFault(int target, string relation) => tree.Child(target, relation) is { } fault && Frames.Of(tree, fault) is "of" or "for" or "over";

    /// <summary>The last word of a verb's phrase before a comma.</summary>
    private int ClauseEnd(int token, int from)
    {
        var last = from;
        while (last < tree.RightEdge(token) && !(_tokens[last + 1].Upos == "PUNCT" && tree.Document.Text[_tokens[last + 1].Span.Start] is ',' or '.' or ';' or '—'))
        {
            last++;
        }

        return last;
    }

    /// <summary>"denied a *request*": refused it, disputed nothing.</summary>
    private bool IsRefused(int noun) => signatures.Of(_tokens[noun].Lemma, 'N', "refused") is not null;

    private bool FromPhrase(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        foreach (var child in tree.Children(token))
        {
            if (!times.Contains(child) && Frames.Base(_tokens[child].Deprel) is "obl" or "advcl" or "xcomp" && Frames.Of(tree, child) is { } frame && Row(rows, frame) is { } row
                && !tree.Is(child, "obl:agent") && !tree.Is(child, "obl:tmod"))
            {
                return Take(draft, row, row.Takes("to") && Phrase(token, "to") is { } aim && aim > child
                    ? Join([.. ContentOf(child, frame), .. spans.Under(aim)]) : ContentOf(child, frame));
            }
        }

        return false;
    }

    private int? Phrase(int token, params ReadOnlySpan<string> prepositions)
    {
        foreach (var child in tree.Children(token))
        {
            if (child > token && Frames.Base(_tokens[child].Deprel) is "obl" or "advcl" or "xcomp" && Frames.Of(tree, child) is { } frame && prepositions.Contains(frame))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The words of a complement; a preposition belongs to the cue, "that" and "to" to the content.</summary>
    private List<TextSpan> ContentOf(int child, string frame)
    {
        if ((frame is "that" or "to" or "whether" or "if" or "ing" or "obj" or "subjunctive") && Frames.Base(_tokens[child].Deprel) is not ("obl" or "nmod"))
        {
            return spans.Under(child);
        }

        var mark = tree.Child(child, "case") ?? tree.Child(child, "mark");
        return mark is { } preposition ? spans.Under(child, preposition) : spans.Under(child);
    }

    private static bool Take(Draft draft, Cue? row, List<TextSpan> content)
    {
        draft.Content = content;
        draft.Gives = row?.Gives ?? Readings.None;
        return content.Count > 0;
    }

    /// <summary>One stretch from the first to the last word, which belong together ("the game" … "a disaster").</summary>
    private static List<TextSpan> Join(List<TextSpan> parts) =>
        parts.Count == 0 ? parts : [TextSpan.FromBounds(parts.Min(p => p.Start), parts.Max(p => p.End))];

    /// <summary>The verb with the auxiliaries, negation and adverbs that stand before it and the particle after it.</summary>
    private void AddCue(Draft draft, int token)
    {
        int first = token, last = token;
        while (first > 0 && tree.Head(first - 1) == token && Frames.Base(_tokens[first - 1].Deprel) is "aux" or "advmod" or "cop")
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
