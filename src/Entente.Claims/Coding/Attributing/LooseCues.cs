using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// Where the parser did not join a verb of speaking to what is said, the order of the words does: "Ships sank, the mayor said", "Half of them said they agree".
/// </summary>
internal sealed class LooseCues(Tree tree, Spans spans, HashSet<int> times)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    /// <summary>Gives the draft the words around it in its sentence; false when it stands where nothing can be said.</summary>
    public bool Fill(Draft draft, int cue)
    {
        if (draft.SourceToken is not { } source || tree.Sentence(source) != tree.Sentence(cue))
        {
            return false;
        }

        var sentence = tree.Document.Sentences[tree.Sentence(cue)];
        var first = source < cue ? Math.Min(cue, Math.Max(tree.LeftEdge(source), sentence.FirstToken)) : cue;
        var last = source > cue ? Math.Max(cue, Math.Min(tree.RightEdge(source), sentence.EndToken - 1)) : cue;
        while (source < cue && first > sentence.FirstToken && _tokens[first].Upos == "PROPN" && _tokens[first - 1].Upos == "PROPN")
        {
            first--;
        }

        var end = LastWord(sentence);
        last = PastHearer(cue, last, end);
        var before = first > sentence.FirstToken + 1 && IsBreak(first - 1);
        if (last >= end || IsBreak(last + 1))
        {
            return before && Around(draft, sentence, first, last, end);
        }

        if (source > cue || !Opens(last + 1))
        {
            return before && last >= end - 6 && Around(draft, sentence, first, end, end);
        }

        if (!HoldsClause(last + 1, end))
        {
            return false;
        }

        spans.Add(draft.Content, last + 1, end);
        return draft.Content.Count > 0;
    }

    /// <summary>The cue with whom it is told to and the day: "…, *the mayor told the paper on Monday*".</summary>
    private int PastHearer(int cue, int last, int end)
    {
        var past = tree.Child(cue, "iobj") is { } hearer && hearer > last ? Math.Min(tree.RightEdge(hearer), end) : last;
        while (past < end && (times.Contains(past + 1) || (past + 2 <= end && _tokens[past + 1].Upos == "ADP" && times.Contains(past + 2))))
        {
            past++;
        }

        return past >= end || IsBreak(past + 1) ? past : last;
    }

    /// <summary>What is said has a verb of its own; "advises the company" and "holds a rally" say nothing.</summary>
    private bool HoldsClause(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !tree.Is(i, "acl"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Most ships were empty, papers show.": gives the draft the words before the cue where it closes the sentence.</summary>
    public bool FillBefore(Draft draft, int cue) => draft.SourceToken is { } source && source < cue && tree.Sentence(source) == tree.Sentence(cue)
        && cue >= LastWord(tree.Document.Sentences[tree.Sentence(cue)]) && Fill(draft, cue);

    /// <summary>Extends a content that ends in the middle of a clause, as a misparsed one does, to the next comma or the end of the sentence.</summary>
    public void Extend(Draft draft, int cue)
    {
        if (draft.Content is not [.., var part] || part.Start < _tokens[cue].Span.Start || draft.SourceToken is not { } source || source > cue)
        {
            return;
        }

        var sentence = tree.Document.Sentences[tree.Sentence(cue)];
        var next = TokenFrom(part.End, sentence);
        if (next >= sentence.EndToken || !Continues(next))
        {
            return;
        }

        var last = next;
        while (last + 1 < sentence.EndToken && !IsBreak(last + 1) && _tokens[last + 1].Upos != "PUNCT")
        {
            last++;
        }

        draft.Content[^1] = TextSpan.FromBounds(part.Start, _tokens[last].Span.End);
    }

    private bool Around(Draft draft, Sentence sentence, int first, int last, int end)
    {
        spans.Add(draft.Content, sentence.FirstToken, first - 1);
        if (last + 1 < end)
        {
            spans.Add(draft.Content, last + 1, end);
        }

        return draft.Content.Count > 0;
    }

    /// <summary>Words that can open what is said: no preposition, no conjunction that goes on with another clause.</summary>
    private bool Opens(int token) => _tokens[token].Upos is "PRON" or "DET" or "NOUN" or "PROPN" or "SCONJ" or "NUM" or "ADJ" or "VERB" && _tokens[token].Lemma is not ("as" or "while" or "because" or "after" or "before" or "when");

    private bool Continues(int token) => _tokens[token].Upos is "VERB" or "AUX" or "PRON" or "PROPN" && _tokens[token].Xpos is not ("WP" or "WDT" or "VBG");

    private bool IsBreak(int token) => _tokens[token].Upos == "PUNCT" && tree.Document.Text[_tokens[token].Span.Start] is not ('\'' or '’' or '-' or '(' or ')' or '[' or ']');

    private int LastWord(Sentence sentence)
    {
        var last = sentence.EndToken - 1;
        while (last > sentence.FirstToken && _tokens[last].Upos == "PUNCT")
        {
            last--;
        }

        return last;
    }

    private int TokenFrom(int position, Sentence sentence)
    {
        var token = sentence.FirstToken;
        while (token < sentence.EndToken && _tokens[token].Span.Start < position)
        {
            token++;
        }

        return token;
    }
}
