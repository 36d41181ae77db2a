using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Finds attributions whose cue is a phrase or a sign: "according to X", "in X's view", "X: …" in a headline.</summary>
internal sealed class PhraseCues(Tree tree, Cues cues, SourceNouns nouns, Spans spans)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    public void Find(Sentence sentence, bool isTitle, List<Draft> drafts)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = _tokens[i];
            if (i + 1 < sentence.EndToken && cues.MayBeginPhrase(Form(i)) && cues.Of($"{tree.Lower(i)} {tree.Lower(i + 1)}", 'P').Count > 0)
            {
                Add(drafts, According(i));
            }
            else if (word.Upos == "NOUN" && tree.Case(i) is "in" && cues.Of(word.Lemma, 'P') is [var phrase, ..])
            {
                Add(drafts, phrase.Takes("source") ? InThePoll(i, phrase.Gives) : InTheView(i, phrase.Gives));
            }
            else if (word.Upos == "PUNCT" && cues.Of(tree.Lower(i), 'S').Count > 0)
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

    private ReadOnlySpan<char> Form(int token) => tree.Document.Text.AsSpan(_tokens[token].Span.Start, _tokens[token].Span.Length);

    private bool Is(int token, string form) => Form(token).Equals(form, StringComparison.OrdinalIgnoreCase);

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

        var before = token - 1;
        while (before > 0 && Is(before, ","))
        {
            before--;
        }

        var draft = new Draft(token, named) { Speaks = true, IsPhrase = true, Before = before >= 0 ? _tokens[before].Span.End : 0 };
        draft.Cue.Add(tree.SpanOf(token, token + 1));
        draft.Source.AddRange(WithoutCase(named, clause));
        draft.Content = spans.Under(AtEdge(phrase) ? Whole(clause, IsLast(phrase)) : Clause(clause), phrase);
        return draft;
    }

    /// <summary>Opens or closes its sentence.</summary>
    private bool AtEdge(int phrase) => tree.LeftEdge(phrase) == tree.Document.Sentences[tree.Sentence(phrase)].FirstToken || IsLast(phrase);

    private bool IsLast(int phrase)
    {
        var last = tree.Document.Sentences[tree.Sentence(phrase)].EndToken - 1;
        while (last > phrase && _tokens[last].Upos == "PUNCT")
        {
            last--;
        }

        return tree.RightEdge(phrase) >= last;
    }

    /// <summary>At the beginning of a sentence it speaks of the whole sentence, or of what somebody in it says; behind a comma at its end of all that stands before.</summary>
    private int Whole(int token, bool isLast)
    {
        while (((isLast && tree.Is(token, "ccomp")) || !(tree.Is(token, "ccomp") || tree.Is(token, "parataxis"))) && tree.Head(token) is { } head)
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
    private Draft? InTheView(int token, Readings gives)
    {
        var source = tree.Child(token, "nmod:poss") ?? OfWhom(token);
        if (source is not { } named || tree.Head(token) is not { } clause)
        {
            return null;
        }

        var draft = new Draft(token, named) { Gives = gives };
        draft.Cue.Add(_tokens[token].Span);
        draft.Source.AddRange(WithoutCase(named, clause));
        draft.Content = spans.Under(Clause(clause), token);
        return draft;
    }

    /// <summary>"*In a poll of sailors*, half of them backed the strike": the paper says it, not those whom it counts.</summary>
    private Draft? InThePoll(int token, Readings gives)
    {
        if (tree.Child(token, "case") is not { } preposition || tree.Head(token) is not { } clause || !AtEdge(token) || !IsOne(token) || Clause(clause) is var whole && (_tokens[whole].Upos is not ("VERB" or "AUX") && !tree.Has(whole, "cop")))
        {
            return null;
        }

        var draft = new Draft(preposition, token) { Gives = gives };
        draft.Cue.Add(_tokens[preposition].Span);
        draft.Source.AddRange(WithoutCase(token, clause));
        draft.Content = spans.Under(AtEdge(token) ? Whole(clause, isLast: false) : Clause(clause), token);
        return draft;
    }

    /// <summary>"a poll", "the latest Harbour Post poll", not "the polls" in which somebody is ahead.</summary>
    private bool IsOne(int token) => _tokens[token].Xpos != "NNS" && (tree.Child(token, "det") is not { } article || _tokens[article].Lemma is not "the" || tree.LeftEdge(token) + 2 < token);

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
        if (first == colon || colon - first > 10 || colon + 2 >= sentence.EndToken || !((atStart && isTitle) || (quoted && (atStart || afterComma))) || !(HasName(first, colon) || (isTitle && nouns.Of(_tokens[colon - 1].Lemma) is not null)))
        {
            return null;
        }

        var draft = new Draft(colon, HasName(first, colon) ? LastName(first, colon) : colon - 1) { Speaks = true };
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
