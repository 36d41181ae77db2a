using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Contents that do not hang on their cue: behind somebody who is told, behind a phrase, around the cue, or before it.</summary>
internal sealed partial class ClauseCues
{
    /// <summary>"told the council *that the bridge was shut*": parsers take what the hearer is told for a relative clause about the hearer.</summary>
    private bool FromHearer(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if (Row(rows, "hearer") is not { } row || (tree.Child(token, "iobj") ?? tree.Child(token, "obj")) is not { } hearer || hearer < token)
        {
            return false;
        }

        var told = hearer + 1 < _tokens.Count
            && tree.Children(hearer).ToArray().Any(c => tree.Is(c, "acl") && tree.LeftEdge(c) == hearer + 1 && (tree.Document.Form(hearer + 1) is "that" || IsWhole(c)));
        if (!told)
        {
            return false;
        }

        var content = new List<TextSpan>();
        spans.Add(content, hearer + 1, LastWord(token));
        draft.IsClause = true;
        return Take(draft, row, content);
    }

    /// <summary>"told the paper *he plans no appeal*": a clause with a subject and an object, or a copula, of its own.</summary>
    private bool IsWhole(int clause) => tree.Has(clause, "nsubj") && (tree.Has(clause, "obj") || tree.Has(clause, "cop") || tree.Has(clause, "ccomp") || tree.Has(clause, "xcomp"));

    /// <summary>"said before the meeting *that the bridge was shut*": parsers hang the clause on a word in between.</summary>
    private bool FromFar(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if (Row(rows, "that") is not { } row || _sources.IsPassive(token) || tree.Has(token, "obj"))
        {
            return false;
        }

        var end = tree.Document.Sentences[tree.Sentence(token)].EndToken;
        for (var i = token + 1; i < end - 2 && !EndsPhrase(i); i++)
        {
            if (i > token + 1 && _tokens[i] is { Lemma: "that", Upos: "SCONJ" or "PRON" } && !IsTaken(token, i, rows) && _tokens[i + 1].Upos is "PRON" or "DET" or "NOUN" or "PROPN" or "ADJ" or "NUM" or "SCONJ" or "ADV")
            {
                var content = new List<TextSpan>();
                spans.Add(content, i, tree.RightEdge(ClauseFrom(i)));
                draft.IsClause = true;
                return Take(draft, row, content);
            }
        }

        return false;
    }

    /// <summary>"recalled *how the bridge fell*": parsers hang what is asked on its own first word.</summary>
    private bool FromQuestion(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        var first = token + 1;
        if (Row(rows, "whether") is not { } row || _sources.IsPassive(token) || first + 1 >= _tokens.Count || tree.Sentence(first) != tree.Sentence(token)
            || _tokens[first].Lemma is not ("how" or "why" or "what" or "when" or "where" or "who" or "whom" or "which") || !tree.IsUnder(first, token))
        {
            return false;
        }

        var clause = ClauseFrom(first);
        var content = new List<TextSpan>();
        spans.Add(content, first, Math.Max(tree.RightEdge(clause), tree.RightEdge(first)));
        draft.IsClause = true;
        return Take(draft, row, content);
    }

    /// <summary>A word with which something else begins than a phrase of the cue: a finite verb, a stop, a quotation.</summary>
    private bool EndsPhrase(int token) => _tokens[token].Xpos is "VBD" or "VBZ" or "VBP" or "MD" || tree.Document.Text[_tokens[token].Span.Start] is ';' or ':' or '"' or '“' or '”';

    /// <summary>"agreed on a plan *that* …": the phrase before the clause is the content itself.</summary>
    private bool IsTaken(int cue, int mark, IReadOnlyList<Cue> rows)
    {
        foreach (var child in tree.Children(cue))
        {
            if (child > cue && child < mark && tree.Case(child) is { } preposition && Row(rows, preposition) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The head of the clause that a word opens.</summary>
    private int ClauseFrom(int mark)
    {
        var clause = tree.Head(mark) is { } head && head > mark ? head : mark;
        while (tree.Head(clause) is { } above && tree.LeftEdge(above) >= mark)
        {
            clause = above;
        }

        return clause;
    }

    /// <summary>"a plan that she said *was made in Oslo*": the clause goes on behind the cue inside it.</summary>
    private bool FromGap(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        var next = token + 1;
        if (Row(rows, "that") is not { } row || !tree.Is(token, "acl") || draft.SourceToken is not { } source || source > token || next >= _tokens.Count
            || tree.Sentence(next) != tree.Sentence(token) || !(_tokens[next].Xpos is "VBD" or "VBZ" or "VBP" or "MD"))
        {
            return false;
        }

        var verb = _tokens[next].Upos == "AUX" && tree.Head(next) is { } main && main > next ? main : next;
        var last = verb;
        while (last < tree.RightEdge(verb) && !(_tokens[last + 1].Upos == "PUNCT" && tree.Document.Text[_tokens[last + 1].Span.Start] is ',' or ';' or '—' or '–'))
        {
            last++;
        }

        var content = new List<TextSpan>();
        spans.Add(content, next, last);
        draft.IsClause = true;
        return Take(draft, row, content);
    }

    /// <summary>"the poll showed *the mayor ahead*": of a paper all that stands behind the cue.</summary>
    private bool FromSmall(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if (Row(rows, "small") is not { } row || draft.SourceToken is not { } source || source > token || _sources.IsPassive(token) || !IsPaper(source, token))
        {
            return false;
        }

        var last = token;
        foreach (var child in tree.Children(token))
        {
            if (child > token && !(tree.Is(child, "conj") || tree.Is(child, "cc") || tree.Is(child, "punct") || tree.Is(child, "parataxis") || (tree.Is(child, "advcl") && HasComma(token, child))))
            {
                last = Math.Max(last, tree.RightEdge(child));
            }
        }

        var content = new List<TextSpan>();
        spans.Add(content, token + 1, last);
        draft.IsClause = true;
        return Take(draft, row, content);
    }

    private bool IsPaper(int source, int cue) => _tokens[source].Upos == "PRON" && tree.Is(cue, "acl") && tree.Head(cue) is { } noun
        ? nouns.Of(_tokens[noun].Lemma) == SourceKind.Paper : nouns.Of(_tokens[source].Lemma) == SourceKind.Paper;

    /// <summary>"*Ships sank*, as the minister has acknowledged".</summary>
    private bool FromAs(Draft draft, int token, IReadOnlyList<Cue> rows)
    {
        if ((Row(rows, "that") ?? Row(rows, "quote")) is not { } row || !tree.Is(token, "advcl") || Frames.Mark(tree, token) != "as" || draft.SourceToken is null
            || tree.Has(token, "obj") || tree.Head(token) is not { } main || _tokens[token].Xpos == "VBG")
        {
            return false;
        }

        draft.IsClause = true;
        return Take(draft, row, spans.Under(main, token));
    }

    /// <summary>"*an offer* the ministers rebuffed": what the relative clause hangs on.</summary>
    private bool FromHead(Draft draft, int token, IReadOnlyList<Cue> rows) => Row(rows, "obj") is { } row && tree.Is(token, "acl") && _tokens[token].Xpos != "VBG"
        && !_sources.IsPassive(token) && !tree.Has(token, "obj") && draft.SourceToken is { } source && source < token && tree.Head(token) is { } noun && noun < source
        && _tokens[source].Lemma is not ("who" or "which" or "that") && Take(draft, row, spans.Under(noun, token));

    private int LastWord(int token)
    {
        var last = tree.Document.Sentences[tree.Sentence(token)].EndToken - 1;
        while (last > token && _tokens[last].Upos == "PUNCT")
        {
            last--;
        }

        return last;
    }
}
