using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>The words of a source → a link of a chain: the actor that they name, or their own words.</summary>
internal sealed class SourceNames
{
    private const int LongestName = 80;

    private readonly Findings _findings;
    private readonly Tree _tree;
    private readonly SourceNouns _nouns;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Dictionary<int, ActorMention> _mentionAt = [];
    private readonly List<(int Start, SourceLink Link)> _outlets = [];
    private SourceLink? _lastPerson;

    public SourceNames(Findings findings, Tree tree, SourceNouns nouns)
    {
        _findings = findings;
        _tree = tree;
        _nouns = nouns;
        _tokens = tree.Document.Tokens;
        foreach (var mention in findings.Actors)
        {
            Index(mention);
        }
    }

    /// <summary>The links that an attribution adds to the chain around it: the outlet that somebody talked to, then the source.</summary>
    public IEnumerable<SourceLink> LinksOf(Draft draft, SourceChain outer)
    {
        if (draft.SourceToken is not { } source)
        {
            if (draft.Source.Count > 0)
            {
                yield return Named(draft.Source[0].In(_findings.Text));
            }
            else if (draft.Gives.HasFlag(Readings.Rumoured))
            {
                yield return new SourceLink(draft.Cue[0].In(_findings.Text), SourceKind.Unnamed);
            }

            yield break;
        }

        if (ToldTo(draft.CueToken, source) is { } relay && outer.Origin?.Names(relay) != true)
        {
            yield return relay;
        }

        if (LinkOf(source, draft, outer) is { } link)
        {
            _lastPerson = link.Kind == SourceKind.Person ? link : _lastPerson;
            yield return link;
        }
    }

    /// <summary>The link of a name that stands by itself ("Via *Harbour Post*").</summary>
    public SourceLink Named(string name)
    {
        foreach (var mention in _findings.Actors)
        {
            if (string.Equals(mention.Actor.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return new SourceLink(mention.Actor.Name, KindOf(mention.Actor.Kind), mention.Actor.Id);
            }
        }

        // "Q:", "A:" of an interview
        return new SourceLink(name, name.Length == 1 ? SourceKind.Unnamed : SourceKind.Outlet);
    }

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

    private void Index(ActorMention mention)
    {
        for (var i = FirstTokenFrom(mention.Span.Start); i < _tokens.Count && _tokens[i].Span.Start < mention.Span.End; i++)
        {
            if (!_mentionAt.TryGetValue(i, out var known) || Weight(mention) > Weight(known))
            {
                _mentionAt[i] = mention;
            }
        }

        if (mention.Actor.Kind is ActorKind.Outlet or ActorKind.Agency)
        {
            _outlets.Add((mention.Span.Start, Link(mention)));
        }

        static int Weight(ActorMention mention) => (mention.Actor.Kind == ActorKind.Person ? 1000 : 0) + mention.Span.Length;
    }

    private int FirstTokenFrom(int position)
    {
        int low = 0, high = _tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

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
                return outlet;
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

                if (StandsForOutlet(i) && OutletBefore(_tokens[i].Span.Start) is { } last)
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

    private SourceLink? OutletBefore(int position)
    {
        SourceLink? last = null;
        foreach (var (start, link) in _outlets)
        {
            if (start < position)
            {
                last = link;
            }
        }

        return last;
    }

    private SourceLink? LinkOf(int source, Draft? draft, SourceChain outer)
    {
        if (_tokens[source].Upos == "PRON")
        {
            return OfPronoun(source, draft, outer);
        }

        if (MentionOf(source) is { } mention)
        {
            return Link(mention);
        }

        if (PaperOf(source) is { } author && LinkOf(author, null, outer) is { } whose)
        {
            return whose;
        }

        if (StandsForOutlet(source) && OutletBefore(_tokens[source].Span.Start) is { } outlet)
        {
            return outlet;
        }

        return Unlinked(source, draft);
    }

    /// <summary>"a statement *by the ministry*", "the *ministry*'s report": whose paper it is.</summary>
    private int? PaperOf(int source)
    {
        if (_tokens[source].Upos != "NOUN" || _nouns.Of(_tokens[source].Lemma) != SourceKind.Paper)
        {
            return null;
        }

        foreach (var child in _tree.Children(source))
        {
            if (_tree.Is(child, "nmod:poss") || (_tree.Is(child, "nmod") && _tree.Case(child) is "by" or "from") || (_tree.Is(child, "compound") && _mentionAt.ContainsKey(child)))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The mention on the head word, on a part of its name, or on its apposition.</summary>
    private ActorMention? MentionOf(int source)
    {
        if (_mentionAt.TryGetValue(source, out var own) && (own.Actor.Kind == ActorKind.Person || _nouns.Of(_tokens[source].Lemma) is null or SourceKind.Body or SourceKind.Unnamed))
        {
            return own;
        }

        // "Kremlin adviser *Jones*", of which the parser made two phrases
        if (source + 1 < _tokens.Count && _tokens[source + 1].Upos == "PROPN" && _mentionAt.TryGetValue(source + 1, out var next) && next.Actor.Kind == ActorKind.Person)
        {
            return next;
        }

        foreach (var child in _tree.Children(source))
        {
            // "Paul Hall, a judge in Oslo" is no court: what explains a person's name does not replace it
            if ((_tree.Is(child, "appos") || _tree.Is(child, "flat")) && _mentionAt.TryGetValue(child, out var beside) && (beside.Actor.Kind == ActorKind.Person || _tokens[source].Upos != "PROPN"))
            {
                return beside;
            }
        }

        return own;
    }

    /// <summary>"who" is what the relative clause hangs on; "I" and "we" are the speaker around it, or the writer; others as coreference has them.</summary>
    private SourceLink? OfPronoun(int source, Draft? draft, SourceChain outer)
    {
        var word = _tree.Document.Form(source).ToLowerInvariant();
        if (word is "i" or "we" or "me" or "us")
        {
            return outer.Origin;
        }

        if (_mentionAt.TryGetValue(source, out var mention))
        {
            return Link(mention);
        }

        if (word is "who" or "which" or "that")
        {
            foreach (var above in _tree.Ancestors(source))
            {
                if (_tree.Is(above, "acl") && _tree.Head(above) is { } noun)
                {
                    return LinkOf(noun, null, outer);
                }
            }

            return PersonBefore(source) is { } named ? Link(named) : null;
        }

        // An unresolved pronoun inside somebody's content most often means that speaker, and elsewhere the person who spoke last.
        return word is "he" or "she" or "it" or "they" && outer.Origin is { Kind: not (SourceKind.Publisher or SourceKind.Outlet) } speaker ? speaker
            : word is "he" or "she" && _lastPerson is { } person ? person
            : Unlinked(source, draft);
    }

    /// <summary>The last person named before a word in its sentence.</summary>
    private ActorMention? PersonBefore(int token)
    {
        for (var i = token - 1; i >= _tree.Document.Sentences[_tree.Sentence(token)].FirstToken; i--)
        {
            if (_mentionAt.TryGetValue(i, out var mention) && mention.Actor.Kind == ActorKind.Person)
            {
                return mention;
            }
        }

        return null;
    }

    private SourceLink? Unlinked(int source, Draft? draft)
    {
        var name = NameOf(source, draft);
        if (name.Length == 0)
        {
            return null;
        }

        var word = _tokens[source];
        var kind = _nouns.IsOutletName(name) ? SourceKind.Outlet
            : word.Upos == "PROPN" ? SourceKind.Person
            : _nouns.Of(word.Lemma) ?? SourceKind.Unnamed;
        // "its foreign ministry": a body is its owner's
        return kind == SourceKind.Body && _tree.Child(source, "nmod:poss") is { } owner && _mentionAt.TryGetValue(owner, out var whose) && _tokens[owner].Upos == "PRON"
            ? new SourceLink($"{whose.Actor.Name}'s {name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]}", kind, whose.Actor.Id)
            : new SourceLink(name, kind);
    }

    /// <summary>The words of the source without its article; only the name itself where it begins with one.</summary>
    private string NameOf(int source, Draft? draft)
    {
        var span = draft is { Source.Count: > 0 } ? draft.Source[0] : NominalOf(source);
        var name = span.In(_findings.Text);
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an ", "The ", "A ", "An "])
        {
            if (name.StartsWith(article, StringComparison.Ordinal))
            {
                name = name[article.Length..];
                break;
            }
        }

        var comma = name.IndexOf(',', StringComparison.Ordinal);
        name = comma > 2 ? name[..comma] : name;
        return name.Length > LongestName ? _tokens[source].Span.In(_findings.Text) : name.Trim();
    }

    /// <summary>The noun phrase from its first word after a preposition to its head.</summary>
    private TextSpan NominalOf(int source)
    {
        var first = _tree.LeftEdge(source);
        while (first < source && _tokens[first].Upos is "ADP" or "PUNCT")
        {
            first++;
        }

        return _tree.SpanOf(first, source);
    }

    private static SourceLink Link(ActorMention mention) => new(mention.Actor.Name, KindOf(mention.Actor.Kind), mention.Actor.Id);

    private static SourceKind KindOf(ActorKind kind) => kind switch
    {
        ActorKind.Person => SourceKind.Person,
        ActorKind.Outlet or ActorKind.Agency => SourceKind.Outlet,
        ActorKind.Group => SourceKind.Unnamed,
        _ => SourceKind.Body,
    };
}
