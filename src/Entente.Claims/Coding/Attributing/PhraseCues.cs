using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Finds attributions whose cue is a phrase or a sign: "according to X", "in X's view", "X: …" in a headline.</summary>
internal sealed class PhraseCues(Tree tree, Spans spans)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    public void Find(Sentence sentence, bool isTitle, List<Draft> drafts)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = _tokens[i];
            if (word.Lemma is "according" or "accord" && Is(i, "according") && i + 1 < sentence.EndToken && Is(i + 1, "to"))
            {
                Add(drafts, According(i));
            }
            else if (word.Upos == "NOUN" && word.Lemma is "view" or "opinion" or "word" or "judgment" or "judgement" or "estimation" && tree.Case(i) is "in")
            {
                Add(drafts, InTheView(i));
            }
            else if (word.Upos == "PUNCT" && Is(i, ":"))
            {
                Add(drafts, Colon(sentence, i, isTitle));
            }
        }
    }

    private static void Add(List<Draft> drafts, Draft? draft)
    {
        if (draft is { Content.Count: > 0, Source.Count: > 0 })
        {
            drafts.Add(draft);
        }
    }

    private bool Is(int token, string form) => tree.Document.Text.AsSpan(_tokens[token].Span.Start, _tokens[token].Span.Length).Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>"*According to the harbour master*, two ships collided."</summary>
    private Draft? According(int token)
    {
        var marksCase = tree.Is(token, "case") || tree.Is(token, "fixed");
        var source = marksCase ? tree.Head(token) : tree.Child(token, "obl") ?? tree.Child(token, "obj");
        var top = marksCase ? source : token;
        if (source is not { } named || top is not { } phrase || tree.Head(phrase) is not { } clause)
        {
            return null;
        }

        var draft = new Draft(token, named) { Speaks = true };
        draft.Cue.Add(tree.SpanOf(token, token + 1));
        draft.Source.AddRange(WithoutCase(named, clause));
        draft.Content = spans.Under(AtEdge(phrase) ? Whole(clause) : Clause(clause), phrase);
        return draft;
    }

    /// <summary>Opens or closes its sentence.</summary>
    private bool AtEdge(int phrase)
    {
        var sentence = tree.Document.Sentences[tree.Sentence(phrase)];
        var last = sentence.EndToken - 1;
        while (last > phrase && _tokens[last].Upos == "PUNCT")
        {
            last--;
        }

        return tree.LeftEdge(phrase) == sentence.FirstToken || tree.RightEdge(phrase) >= last;
    }

    /// <summary>At the edge of a sentence it speaks of the whole sentence, or of what somebody in it says.</summary>
    private int Whole(int token)
    {
        while (!tree.Is(token, "ccomp") && !tree.Is(token, "parataxis") && tree.Head(token) is { } head)
        {
            token = head;
        }

        return token;
    }

    /// <summary>The word of the clause to which the phrase belongs: of "the collapse of the bank, according to her" the whole clause.</summary>
    private int Clause(int token)
    {
        while (_tokens[token].Upos is "NOUN" or "PROPN" or "NUM" or "PRON" or "ADJ" && !tree.Has(token, "cop") && tree.Head(token) is { } head)
        {
            token = head;
        }

        return token;
    }

    /// <summary>"*In the general's view* the war is lost."</summary>
    private Draft? InTheView(int token)
    {
        var source = tree.Child(token, "nmod:poss") ?? OfWhom(token);
        if (source is not { } named || tree.Head(token) is not { } clause)
        {
            return null;
        }

        var draft = new Draft(token, named) { Gives = _tokens[token].Lemma == "word" ? Readings.None : Readings.Opinion };
        draft.Cue.Add(_tokens[token].Span);
        draft.Source.AddRange(WithoutCase(named, clause));
        draft.Content = spans.Under(Clause(clause), token);
        return draft;
    }

    private int? OfWhom(int token)
    {
        foreach (var child in tree.ChildrenIn(token, "nmod"))
        {
            if (tree.Case(child) == "of")
            {
                return child;
            }
        }

        return null;
    }

    private List<TextSpan> WithoutCase(int named, int clause)
    {
        Span<int> without = stackalloc int[8];
        var count = 0;
        without[count++] = clause;
        foreach (var child in tree.Children(named))
        {
            if (count < without.Length && (tree.Is(child, "case") || tree.Is(child, "acl") || tree.Is(child, "punct")))
            {
                without[count++] = child;
            }
        }

        return spans.Under(named, without[..count]);
    }

    /// <summary>"Harbour master: bridge unsafe" (a headline), "May: “He told me to wait.”": a name, a colon and what it says.</summary>
    private Draft? Colon(Sentence sentence, int colon, bool isTitle)
    {
        var quoted = colon + 1 < sentence.EndToken && tree.Document.Text[_tokens[colon + 1].Span.Start] is '"' or '“' or '‘' or '\'' or '`';
        var first = colon;
        while (first > sentence.FirstToken && IsNamePart(first - 1))
        {
            first--;
        }

        var atStart = first == sentence.FirstToken;
        var afterComma = first > sentence.FirstToken && Is(first - 1, ",");
        if (first == colon || colon - first > 10 || colon + 2 >= sentence.EndToken || !((atStart && isTitle) || (quoted && (atStart || afterComma))) || !HasName(first, colon))
        {
            return null;
        }

        var draft = new Draft(colon, LastName(first, colon)) { Speaks = true };
        draft.Cue.Add(_tokens[colon].Span);
        spans.Add(draft.Source, first, colon - 1);
        spans.Add(draft.Content, colon + 1, sentence.EndToken - 1);
        return draft;
    }

    private bool IsNamePart(int token) => _tokens[token].Upos is "PROPN" or "NOUN" or "ADJ" or "DET" or "NUM" || Is(token, "of")
        || tree.Document.Text[_tokens[token].Span.Start] is '(' or ')' or '-';

    private bool HasName(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_tokens[i].Upos == "PROPN")
            {
                return true;
            }
        }

        return false;
    }

    private int LastName(int first, int end)
    {
        for (var i = end - 1; i > first; i--)
        {
            if (_tokens[i].Upos == "PROPN")
            {
                return i;
            }
        }

        return first;
    }
}
