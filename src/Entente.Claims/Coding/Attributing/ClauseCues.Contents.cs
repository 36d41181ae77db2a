using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>What is said: the content of a cue, by the frames that its rows take.</summary>
internal sealed partial class ClauseCues
{
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
        if (FromHearer(draft, token, rows) || FromClause(draft, token, rows) || FromQuestion(draft, token, rows) || FromFar(draft, token, rows) || FromSpoken(draft, token, rows) || FromGap(draft, token, rows))
        {
            if (draft.Speaks)
            {
                _loose.Extend(draft, token);
            }

            return true;
        }

        if (FromAs(draft, token, rows) || FromSmall(draft, token, rows) || FromObject(draft, token, rows) || FromPhrase(draft, token, rows) || FromHead(draft, token, rows))
        {
            return true;
        }

        if (!_sources.IsPassive(token) && (draft.Speaks ? Row(rows, "that") is not null && _loose.Fill(draft, token) : Row(rows, "aside") is not null && _loose.FillBefore(draft, token)))
        {
            return true;
        }

        // A verb of speaking may still find its quotation in another sentence.
        return draft.Speaks && rows.Count > 0 && draft.SourceToken is { } source && (tree.Child(token, "obj") is not { } target || target == source);
    }

    private bool FromClause(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        foreach (var child in tree.Children(token))
        {
            // "A poll *conducted* in May found …": a participle before the cue is no content
            if (child < token && tree.Is(child, "ccomp") && _tokens[child].Xpos is "VBN" or "VBD" && !tree.Has(child, "aux:pass") && !tree.Has(child, "aux") && tree.OwnSubject(child) is null)
            {
                continue;
            }

            var relation = Frames.Base(_tokens[child].Deprel);
            if (Frames.Of(tree, child) is not { } frame || !(relation is "ccomp" or "xcomp" or "csubj" || (relation == "advcl" && child > token && ((frame == "to" && tree.Has(token, "obj")) || (frame is "if" or "whether" && Row(rows, "whether") is not null && !HasComma(token, child))))))
            {
                continue;
            }

            if (frame is "that" or "subjunctive" && (Row(rows, "that") ?? Row(rows, "quote")) is var row && (row is not null || rows.Count == 0 || (child > token && Frames.Mark(tree, child) == "that")))
            {
                draft.IsClause = true;
                return Take(draft, row, AsBehind(child) is { } aside ? spans.Under(child, aside) : ContentOf(child, frame));
            }

            if (frame is "whether" or "if" && Row(rows, "whether") is { } asked)
            {
                draft.IsClause = true;
                return Take(draft, asked, ContentOf(child, frame));
            }

            if (frame is "to" or "ing" && InfinitiveContent(token, child, frame, rows) is { } infinitive)
            {
                return Take(draft, infinitive.Row, infinitive.Content);
            }
        }

        return false;
    }

    /// <summary>"said the bridge was safe, *as the rain began*": what was so while it was said is no part of it.</summary>
    private int? AsBehind(int clause)
    {
        foreach (var child in tree.ChildrenIn(clause, "advcl"))
        {
            if (child > clause && Frames.Mark(tree, child) == "as" && tree.RightEdge(child) + 1 >= tree.RightEdge(clause) && _tokens[tree.LeftEdge(child)].Lemma == "as"
                && _tokens[tree.LeftEdge(child) - 1].Upos == "PUNCT" && tree.OwnSubject(child) is not null)
            {
                return child;
            }
        }

        return null;
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
        if (!tree.Is(token, "parataxis") || tree.Head(token) is not { } content || (Row(rows, "quote") ?? Row(rows, "aside")) is not { } row || !IsAside(token, draft))
        {
            return false;
        }

        draft.IsClause = true;
        return Take(draft, row, spans.Under(content, token));
    }

    private bool IsAside(int token, Draft draft) => !IsNegated(token) && draft.SourceToken is { } source && tree.Head(source) == token && tree.Child(token, "obj") is null
        && tree.RightEdge(token) - tree.LeftEdge(token) < 40;

    private bool FromObject(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        // "what analysts described as *an old trick*"
        if (Row(rows, "objas") is { } known && tree.Is(token, "acl") && draft.SourceToken is { } teller && teller < token && Phrase(token, "as") is { } role && !(ObjectOf(token) > token))
        {
            return Name(draft, known, spans.Under(role, tree.Child(role, "case") ?? tree.Child(role, "mark") ?? token));
        }

        if (ObjectOf(token) is not { } target || target == draft.SourceToken || times.Contains(target))
        {
            return (tree.Child(token, "nsubj:pass") ?? OfParticiple(token, draft)) is { } told && Row(rows, "obj") is { } passive && draft.SourceToken is not null && Take(draft, passive, spans.Under(told, token));
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
            return Name(draft, named, Join([.. spans.Under(target), .. spans.Under(name)]));
        }

        if (Row(rows, "objlike") is { } likens && Phrase(token, "to", "with") is { } other && other > target)
        {
            return Name(draft, likens, Join([.. spans.Under(target), .. spans.Under(other)]));
        }

        if (Row(rows, "objname") is { } calls && (tree.RightEdge(token) > tree.RightEdge(target) && IsNameFrom(tree.RightEdge(target) + 1)))
        {
            return Name(draft, calls, Join([.. spans.Under(target), .. spans.Between(tree.RightEdge(target) + 1, ClauseEnd(token, tree.RightEdge(target)), token, [])]));
        }

        if (Row(rows, "objname") is { } quoted && CalledBehind(token, target) is { Count: > 0 } called)
        {
            return Name(draft, quoted, called);
        }

        return Row(rows, "obj") is { } row && Take(draft, IsRefused(target) && row.Gives == Readings.Denied ? row with { Gives = Readings.None } : row, spans.Under(target));
    }

    /// <summary>"*The bill*, opposed by the islanders, …".</summary>
    private int? OfParticiple(int token, Draft draft) => tree.Is(token, "acl") && _tokens[token].Xpos == "VBN" && draft.SourceToken is { } agent && agent > token ? tree.Head(token) : null;

    /// <summary>The object; what somebody is called rather than the relative pronoun before ("the plan that they called *a trap*").</summary>
    private int? ObjectOf(int token)
    {
        int? found = null;
        foreach (var child in tree.ChildrenIn(token, "obj"))
        {
            found = found is null || found < token ? child : found;
        }

        return found;
    }

    /// <summary>What somebody is called begins here: "called him *a thief*", "called it *“unfair”*", not "called him *on Monday*".</summary>
    private bool IsNameFrom(int token) => !times.Contains(token) && (_tokens[token].Upos is "DET" or "ADJ" or "NOUN" or "PROPN" or "NUM" || tree.Document.Text[_tokens[token].Span.Start] is '"' or '“' or '‘' or '\'' or '`');

    /// <summary>"what he calls *quiet growth*", "called *half of them “fools”*", "called *what he saw terrible*".</summary>
    private List<TextSpan> CalledBehind(int token, int target)
    {
        var last = ClauseEnd(token, Math.Max(token, tree.RightEdge(target)));
        var named = target < token || tree.Has(token, "xcomp") || _tokens[target].Lemma == "what";
        for (var i = token + 1; i <= last && !named; i++)
        {
            named = _tokens[i].Upos == "PUNCT" && tree.Document.Text[_tokens[i].Span.Start] is '"' or '“' or '‘' or '\'' or '`';
        }

        var content = new List<TextSpan>();
        if (named && last > token)
        {
            spans.Add(content, token + 1, last);
        }

        return content;
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
        // "referred to him as his friend"
        if (Row(rows, "objas") is { } named && Phrase(token, "to") is { } whom && Phrase(token, "as") is { } name && name > whom)
        {
            return Name(draft, named, Join([.. spans.Under(whom, tree.Child(whom, "case") ?? name), .. spans.Under(name)]));
        }

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

    private static bool Name(Draft draft, Cue row, List<TextSpan> content)
    {
        draft.IsNaming = true;
        return Take(draft, row, content);
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
}
