using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Attributing;

/// <summary>The words of a source → a link of a chain: the actor that they name, or their own words.</summary>
internal sealed partial class SourceNames
{
    private const int LongestName = 80;
    private const int LongestWords = 160;

    private readonly Findings _findings;
    private readonly Tree _tree;
    private readonly SourceNouns _nouns;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Dictionary<int, ActorMention> _mentionAt = [];
    private readonly Dictionary<TextSpan, List<Actor>> _together = [];
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
        var words = WordsOf(draft);
        if (draft.SourceToken is not { } source)
        {
            if (draft.Source.Count > 0)
            {
                yield return Named(draft.Source[0].In(_findings.Text)) with { Words = words };
            }
            else if (draft.Gives.HasFlag(Readings.Rumoured))
            {
                yield return new SourceLink(draft.Cue[0].In(_findings.Text), SourceKind.Unnamed) { Words = words };
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
            yield return link with { Words = words };
        }
    }

    /// <summary>Source and cue as they stand in the text, with "…" where other words stand between them.</summary>
    private string WordsOf(Draft draft)
    {
        var words = new System.Text.StringBuilder();
        var end = -1;
        foreach (var part in draft.Source.Concat(draft.Cue).Order())
        {
            var gap = end < 0 ? "" : part.Start < end ? " " : _findings.Text[end..part.Start];
            words.Append(gap.Length > 3 ? " … " : gap.Length > 0 && string.IsNullOrWhiteSpace(gap) ? " " : gap).Append(part.In(_findings.Text));
            end = Math.Max(end, part.End);
        }

        return words.Length > LongestWords ? $"{words.ToString(0, LongestWords - 1)}…" : words.ToString();
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

    private void Index(ActorMention mention)
    {
        if (!_together.TryGetValue(mention.Span, out var actors))
        {
            _together[mention.Span] = actors = [];
        }

        if (!actors.Exists(a => a.Id == mention.Actor.Id))
        {
            actors.Add(mention.Actor);
        }

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

    private SourceLink? LinkOf(int source, Draft? draft, SourceChain outer)
    {
        if (_tokens[source].Upos == "PRON")
        {
            return OfPronoun(source, draft, outer);
        }

        if (MentionOf(source) is { } mention)
        {
            return Joined(source, mention) ?? (IsSomebodyOf(source, mention) ? new SourceLink(NameOf(source, draft), SourceKind.Unnamed, mention.Actor.Id) : Link(mention));
        }

        if (PaperOf(source) is { } author && LinkOf(author, null, outer) is { } whose)
        {
            return whose;
        }

        if (StandsForOutlet(source) && OutletBefore(source) is { } outlet)
        {
            return outlet;
        }

        return IsThing(source) ? null : ShortOutlet(source) ?? Unlinked(source, draft);
    }

    /// <summary>"Russian *sources*": people of a state are not the state.</summary>
    private bool IsSomebodyOf(int source, ActorMention mention) => mention.Actor.Kind == ActorKind.Country && _nouns.Of(_tokens[source].Lemma) == SourceKind.Unnamed && _tokens[source].Upos == "NOUN";

    /// <summary>"*both sides* said", "*Putin and Xi* said": who speak together are one source with no id of its own.</summary>
    private SourceLink? Joined(int source, ActorMention mention)
    {
        List<Actor> actors = [.. _together[mention.Span]];
        foreach (var child in _tree.Children(source))
        {
            if (_tree.Is(child, "conj") && child > source && _mentionAt.TryGetValue(child, out var other) && !actors.Exists(a => a.Id == other.Actor.Id))
            {
                actors.Add(other.Actor);
            }
        }

        return actors.Count is < 2 or > 3 ? null
            : new SourceLink(string.Join(", ", actors.SkipLast(1).Select(a => a.Name)) + " and " + actors[^1].Name, KindOf(actors[0].Kind));
    }

    /// <summary>"the *visit* showed that …": what shows something says nothing.</summary>
    private bool IsThing(int source) => _tokens[source].Upos == "NOUN" && !_nouns.CanJudge(_tokens[source].Lemma) && !_nouns.IsShare(_tokens[source].Lemma);

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
        var word = _tree.Lower(source);
        if (word is "i" or "we" or "me" or "us")
        {
            return outer.Origin;
        }

        if (_mentionAt.TryGetValue(source, out var mention))
        {
            return Joined(source, mention) ?? Link(mention);
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
            : word is "it" && draft is { Speaks: true } && BodyBefore(source) is { } body ? body
            : word is "it" or "this" or "that" or "these" or "those" or "which" or "what" ? null
            : Unlinked(source, draft);
    }

    /// <summary>"The ministry held a briefing. *It* said …": the body that the sentence before is about.</summary>
    private SourceLink? BodyBefore(int source) => _tree.Sentence(source) is > 0 and var sentence && _tree.Subject(_tree.Root(sentence - 1)) is { } subject
        && _mentionAt.TryGetValue(subject, out var mention) && mention.Actor.Kind is not (ActorKind.Person or ActorKind.Group) ? Link(mention) : null;

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
