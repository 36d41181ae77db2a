using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Finds who says it: the subject of the cue, the agent of a passive, the owner of a noun.</summary>
internal sealed class ClauseSources(Tree tree, Spans spans)
{
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;

    /// <summary>"a statement *by the ministry*".</summary>
    public int? By(int token)
    {
        foreach (var child in tree.ChildrenIn(token, "nmod"))
        {
            if (tree.Case(child) is "by" or "from")
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>"Said *Hall*: …", "“…,” wrote *one islander*": who stands behind the verb, whatever the parser made of him.</summary>
    public int? Inverted(int token)
    {
        if (_tokens[token].Xpos is not ("VBD" or "VBZ" or "VBN") || tree.Has(token, "nsubj"))
        {
            return null;
        }

        var sentence = tree.Document.Sentences[tree.Sentence(token)];
        var opens = token == sentence.FirstToken;

        // "Ships sank, said *a person familiar with the matter*": parsers make him the object
        if (!opens && IsComma(token - 1) && tree.Child(token, "ccomp") is { } said && said < token && tree.Child(token, "obj") is { } behind && tree.LeftEdge(behind) == token + 1)
        {
            return behind;
        }

        if (!opens && !(_tokens[token - 1].Upos == "PUNCT" && tree.Document.Text[_tokens[token - 1].Span.Start] is '"' or '”' or '\'' or '’'))
        {
            return null;
        }

        var last = token;
        while (last + 1 < sentence.EndToken && last < token + 10 && _tokens[last + 1].Upos is "DET" or "ADJ" or "NUM" or "NOUN" or "PROPN" or "PRON")
        {
            last++;
        }

        return last == token || (_tokens[last].Upos is "DET" or "ADJ" && _tokens[last].Lemma is not ("another" or "some" or "many" or "few" or "most")) || (opens && !(last + 1 < sentence.EndToken && tree.Document.Text[_tokens[last + 1].Span.Start] is ':' or ',')) ? null : last;
    }

    /// <summary>Who speaks; a clause cannot ("Applying for a visa required patience" names nobody).</summary>
    public int? SourceOf(int token) => Speaker(token) is { } source && !tree.Is(source, "csubj") && _tokens[source].Xpos is not ("VBG" or "VB" or "VBN") ? source : null;

    /// <summary>
    /// The name right before a verb of speaking, or before what commas set off between them, where the parser gave the verb no subject: "*Jones*, in contrast, told them …".
    /// </summary>
    public int? Nearest(int token)
    {
        var first = tree.Document.Sentences[tree.Sentence(token)].FirstToken;
        var at = token - 1;
        while (at > first && _tokens[at].Upos is "ADV" or "AUX")
        {
            at--;
        }

        if (at > first && IsComma(at))
        {
            var open = at - 1;
            while (open > first && open > at - 15 && !IsComma(open))
            {
                open--;
            }

            at = open > first && IsComma(open) ? open - 1 : -1;
        }

        return at >= first && (_tokens[at].Upos is "PROPN" or "NOUN" || (_tokens[at].Upos == "PRON" && _tokens[at].Xpos is "PRP" or "WP")
            || (at == first && at == token - 1 && char.IsUpper(tree.Document.Text[_tokens[at].Span.Start]))) ? at : null;
    }

    /// <summary>"…,” *Nina Hall*, a judge in Oslo, told the paper": a name between a quotation and the verb speaks, whatever stands far before it.</summary>
    public int? BehindQuotation(int token)
    {
        if (Nearest(token) is not { } name || _tokens[name].Upos != "PROPN")
        {
            return null;
        }

        var first = name;
        while (first > 0 && _tokens[first - 1].Upos == "PROPN")
        {
            first--;
        }

        return first > 0 && tree.Document.Text[_tokens[first - 1].Span.End - 1] is '”' or '"' ? name : null;
    }

    /// <summary>The words of a name that the parser did not make one phrase: those before it that can be part of it.</summary>
    public void AddNearest(List<TextSpan> found, int source)
    {
        var first = source;
        var start = tree.Document.Sentences[tree.Sentence(source)].FirstToken;
        while (first > start && _tokens[first - 1].Upos is "PROPN" or "NOUN" or "ADJ" or "DET" or "NUM" && !tree.Is(first - 1, "obj"))
        {
            first--;
        }

        spans.Add(found, first, source);
    }

    private bool IsComma(int token) => _tokens[token].Upos == "PUNCT" && tree.Document.Text[_tokens[token].Span.Start] == ',';

    private int? Speaker(int token)
    {
        if (IsPassive(token) && !tree.Is(token, "acl"))
        {
            return tree.Child(token, "obl:agent") ?? Agent(token);
        }

        if (tree.Subject(token) is { } subject)
        {
            return subject;
        }

        return tree.Head(token) switch
        {
            { } when tree.Is(token, "advcl") && Frames.Mark(tree, token) == "as" && _tokens[token].Xpos == "VBN" => tree.Child(token, "obl:agent") ?? Agent(token),
            { } quoting when tree.Is(token, "advcl") && Frames.Mark(tree, token) == "as" => tree.Child(quoting, "obj") ?? tree.Child(quoting, "nsubj:pass"),
            { } head when tree.Is(token, "acl") => _tokens[token].Xpos == "VBN" ? Agent(token) : head,
            { } head when tree.Is(token, "advcl") && _tokens[token].Xpos != "VBN" => tree.Subject(head) ?? OfOuter(head),
            { } head when tree.Is(token, "conj") && _tokens[head].Upos == "VERB" => Speaker(head),
            { } head when _tokens[token].Xpos == "VBG" && !tree.Is(token, "csubj") => tree.Subject(head) ?? OfOuter(head),
            _ => Quantifier(token),
        };
    }

    /// <summary>"*Both* oppose the law": parsers take such a word for an adverb.</summary>
    private int? Quantifier(int token) => token > 0 && tree.Sentence(token - 1) == tree.Sentence(token) && _tokens[token - 1].Upos is "DET" or "ADV"
        && _tokens[token - 1].Lemma is "both" or "all" or "some" or "many" or "most" or "neither" or "each" or "few" or "several" ? token - 1 : null;

    /// <summary>The subject of the next verb above that has one: of "…, Jones said, *adding* …" Jones, whatever the parser hung it on.</summary>
    private int? OfOuter(int token)
    {
        foreach (var above in tree.Ancestors(token))
        {
            if (_tokens[above].Upos == "VERB" && tree.Subject(above) is { } subject)
            {
                return subject;
            }
        }

        return null;
    }

    /// <summary>Also where the parser took the subject of a passive for that of an active verb ("are expected").</summary>
    public bool IsPassive(int token)
    {
        if (tree.IsPassive(token))
        {
            return true;
        }

        if (_tokens[token].Xpos != "VBN")
        {
            return false;
        }

        foreach (var child in tree.Children(token))
        {
            if (_tokens[child] is { Lemma: "be", Upos: "AUX" })
            {
                return true;
            }
        }

        return false;
    }

    private int? Agent(int token)
    {
        foreach (var child in tree.ChildrenIn(token, "obl"))
        {
            if (tree.Case(child) == "by")
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The noun phrase of the source, with its apposition and without a relative clause, the cue and the case mark.</summary>
    public void AddSource(Draft draft, int token)
    {
        if (draft.SourceToken is not { } source)
        {
            return;
        }

        Span<int> without = stackalloc int[12];
        var count = 0;
        without[count++] = token;
        foreach (var child in tree.Children(source))
        {
            if (count < without.Length && (tree.Is(child, "acl") || tree.Is(child, "case") || tree.Is(child, "parataxis") || tree.Is(child, "cop") || (tree.Is(child, "punct") && child > source)))
            {
                without[count++] = child;
            }
        }

        draft.Source.AddRange(spans.Under(source, without[..count]));
        CutDateline(draft.Source);
    }

    /// <summary>"OSLO (AP) — The mayor": the source begins after the dash.</summary>
    private void CutDateline(List<TextSpan> source)
    {
        if (source is not [var only])
        {
            return;
        }

        var words = tree.Document.Text.AsSpan(only.Start, only.Length);
        var dash = words.LastIndexOfAny('—', '–');
        dash = dash < 0 ? words.LastIndexOf("--", StringComparison.Ordinal) + 1 : dash;
        if (dash > 0 && dash + 2 < words.Length && words[..dash].IndexOfAny('(', ')') >= 0)
        {
            var start = only.Start + dash + 1;
            while (char.IsWhiteSpace(tree.Document.Text[start]))
            {
                start++;
            }

            source[0] = TextSpan.FromBounds(start, only.End);
        }
    }
}
