using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>Outlets as sources: who passes on what somebody told him, "the paper" named earlier, short names.</summary>
internal sealed partial class SourceNames
{
    /// <summary>Whether the words are the name of an outlet.</summary>
    public bool IsOutletAt(TextSpan words)
    {
        foreach (var (start, _) in _outlets)
        {
            if (words.Contains(start))
            {
                return true;
            }
        }

        return _nouns.IsOutletName(words.In(_findings.Text));
    }

    /// <summary>Whether a source is an outlet.</summary>
    public bool IsOutlet(int source) => LinkOf(source, null, SourceChain.Empty) is { Kind: SourceKind.Outlet };

    /// <summary>"told *the paper*", "in an interview with *Harbour Radio*": who passes it on.</summary>
    private SourceLink? ToldTo(int cue, int source)
    {
        if (_tokens[cue].Upos != "VERB")
        {
            return null;
        }

        foreach (var child in _tree.Children(cue))
        {
            if (child != source && (_tree.Is(child, "obj") || _tree.Is(child, "iobj") || _tree.Is(child, "obl")) && OutletIn(child, _tree.Is(child, "obl")) is { } outlet)
            {
                var words = _tree.SpanOf(Math.Min(cue, _tree.LeftEdge(child)), Math.Max(cue, _tree.RightEdge(child))).In(_findings.Text);
                return outlet with { Words = words.Length > LongestWords ? null : words };
            }
        }

        return null;
    }

    private SourceLink? OutletIn(int phrase, bool oblique)
    {
        if (oblique && !(_tree.Case(phrase) is "to" or "for" || _tokens[phrase].Lemma is "interview" or "remark" or "comment" or "statement" or "op-ed" or "column"))
        {
            return null;
        }

        for (var i = _tree.LeftEdge(phrase); i <= _tree.RightEdge(phrase); i++)
        {
            if (_tree.IsUnder(i, phrase))
            {
                if (_mentionAt.TryGetValue(i, out var mention) && mention.Actor.Kind is ActorKind.Outlet or ActorKind.Agency)
                {
                    return Link(mention);
                }

                if (StandsForOutlet(i) && OutletBefore(i) is { } last)
                {
                    return last;
                }
            }
        }

        return null;
    }

    /// <summary>"*the* paper", "*the* news agency": a noun for outlets with a definite article and no name.</summary>
    private bool StandsForOutlet(int token) => _tokens[token].Upos == "NOUN" && _nouns.Of(_tokens[token].Lemma) == SourceKind.Outlet
        && _tree.Child(token, "det") is { } determiner && _tokens[determiner].Lemma is "the" or "that" or "this" && !_tree.Has(token, "nmod:poss");

    /// <summary>The outlet named last before a word, of the sort that the word stands for: no broadcaster is "the paper".</summary>
    private SourceLink? OutletBefore(int noun)
    {
        SourceLink? last = null;
        foreach (var (start, link) in _outlets)
        {
            if (start < _tokens[noun].Span.Start && _nouns.CanStandFor(_tokens[noun].Lemma, link.Name))
            {
                last = link;
            }
        }

        return last;
    }

    /// <summary>"The *Times*" after "The Harbour Times" was named: the outlet whose name ends so.</summary>
    private SourceLink? ShortOutlet(int source)
    {
        if (_tokens[source].Upos != "PROPN" || _tree.Children(source).ToArray().Any(c => _tree.Is(c, "compound") || _tree.Is(c, "flat")))
        {
            return null;
        }

        var word = " " + _tree.Document.Form(source).ToString();
        return _outlets.LastOrDefault(o => o.Start < _tokens[source].Span.Start && o.Link.Name.EndsWith(word, StringComparison.Ordinal)).Link;
    }
}
