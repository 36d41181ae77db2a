using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Referring;

/// <summary>
/// Trees and names → the mentions of a document in text order: what naming found, every other noun phrase, every pronoun of the table, and sets of such that "and" joins.
/// Noun phrases that name nobody are mentions too, for a pronoun may mean them.
/// </summary>
internal sealed class MentionFinder(Findings findings, Tree tree, ReferringWords words, MentionTraits traits, QuotationSpeakers quotations)
{
    private readonly IReadOnlyList<Token> _tokens = findings.Analyzed.Tokens;
    private readonly Mention?[] _byHead = new Mention?[findings.Analyzed.Tokens.Count];
    private readonly bool[] _named = new bool[findings.Analyzed.Tokens.Count];
    private readonly List<Mention> _mentions = [];

    public List<Mention> Find()
    {
        AddNames();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!_named[i])
            {
                AddWord(i);
            }
        }

        AddSets();
        _mentions.Sort((a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head) : a.Kind == b.Kind ? a.Span.CompareTo(b.Span) : a.Kind.CompareTo(b.Kind));
        for (var i = 0; i < _mentions.Count; i++)
        {
            _mentions[i].Index = i;
        }

        return _mentions;
    }

    /// <summary>The mention that a token heads or whose name it is part of; null when there is none.</summary>
    public Mention? At(int token) => _byHead[token];

    private void AddNames()
    {
        var actors = findings.Actors;
        for (var i = 0; i < actors.Count;)
        {
            var end = i + 1;
            while (end < actors.Count && actors[end].Span == actors[i].Span)
            {
                end++;
            }

            AddName([.. actors.Skip(i).Take(end - i)], actors[i].Span);
            i = end;
        }

        foreach (var place in findings.Places)
        {
            if (findings.TokenAt(place.Span.Start) is { } token && !_named[token] && traits.StateOf(place) is { } state)
            {
                AddName([new ActorMention(place.Span, state) { Via = "place" }], place.Span);
            }
        }
    }

    private void AddName(ActorMention[] named, TextSpan span)
    {
        if (findings.TokenAt(span.Start) is not { } first)
        {
            return;
        }

        var last = first;
        while (last + 1 < _tokens.Count && _tokens[last + 1].Span.Start < span.End)
        {
            last++;
        }

        var head = -1;
        for (var i = first; i <= last; i++)
        {
            _named[i] = true;
            if (tree.Head(i) is not { } above || above < first || above > last)
            {
                head = head < 0 || _tokens[i].Upos is "PROPN" or "NOUN" ? i : head;
            }
        }

        Add(new Mention(0, MentionKind.Name, span, head < 0 ? last : head, tree.Sentence(first))
        {
            Named = named,
            Plural = named.Length > 1 || traits.IsPlural(named[0], head < 0 ? last : head),
            Gender = named.Length > 1 ? Gender.Unknown : traits.GenderOf(named[0]),
            IsPerson = MentionTraits.IsPerson(named[0]),
            IsModifier = IsModifier(head < 0 ? last : head),
            Definite = traits.IsDefinite(head < 0 ? last : head),
        }, first, last);
    }

    private void AddWord(int token)
    {
        var form = findings.Text.AsSpan(_tokens[token].Span.Start, _tokens[token].Span.Length);
        if (words.PronounOf(form) is { } pronoun)
        {
            AddPronoun(token, pronoun);
        }
        else if (IsBareTwo(token, form))
        {
            Add(new Mention(0, MentionKind.Nominal, tree.Child(token, "det") is { } article && article < token ? tree.SpanOf(article, token) : _tokens[token].Span, token, tree.Sentence(token))
            {
                Plural = true,
                Class = NounClass.PairOfPeople | NounClass.PairOfStates,
                Definite = true,
            }, token, token);
        }
        else if (_tokens[token].Upos is "NOUN" or "PROPN" && !IsInside(token))
        {
            AddNoun(token);
        }
    }

    // "the two agreed", "both have agreed"
    private bool IsBareTwo(int token, ReadOnlySpan<char> form) => tree.Is(token, "nsubj") && (form is "both" or "Both" || form is "two" && traits.IsDefinite(token)) && !tree.Has(token, "nmod");

    // "US" and "IT" in capitals are names, "it" of "it is clear that" stands for nobody
    private void AddPronoun(int token, Pronoun pronoun)
    {
        var span = _tokens[token].Span;
        if (span.Length > 1 && char.IsUpper(findings.Text[span.Start + 1]) || tree.Is(token, "expl") || pronoun.Gender == Gender.Neuter && traits.IsEmpty(token))
        {
            return;
        }

        Add(new Mention(0, MentionKind.Pronoun, span, token, tree.Sentence(token))
        {
            Pronoun = pronoun,
            Plural = pronoun.Plural == true,
            Gender = pronoun.Gender,
            IsPerson = pronoun.Gender is Gender.Male or Gender.Female || pronoun.Kind == PronounKind.Relative ? true : pronoun.Gender == Gender.Neuter ? false : null,
        }, token, token);
    }

    // part of a longer name, or the title before one
    private bool IsInside(int token)
    {
        if (tree.Is(token, "compound") || tree.Is(token, "flat") || tree.Is(token, "fixed") || tree.Is(token, "goeswith") || _tokens[token].Deprel is "nmod:desc" or "obl:unmarked" or "nmod:unmarked")
        {
            return true;
        }

        foreach (var child in tree.Children(token))
        {
            if (child > token && (tree.Is(child, "flat") || tree.Is(child, "nmod:desc")) && _named[child])
            {
                return true;
            }
        }

        return token + 1 < _tokens.Count && _named[token + 1] && tree.Head(token) == token + 1;
    }

    private void AddNoun(int token)
    {
        var proper = _tokens[token].Upos == "PROPN";
        var (first, last) = Extent(token, proper);
        var noun = proper ? null : traits.NounOf(token);
        Add(new Mention(0, proper ? MentionKind.Name : MentionKind.Nominal, tree.SpanOf(first, last), token, tree.Sentence(token))
        {
            Plural = noun?.Plural ?? traits.IsPlural(token),
            Gender = proper ? traits.GenderOf(first, last) : noun?.Gender ?? Gender.Unknown,
            IsPerson = proper ? traits.IsPersonName(first, last) : traits.IsPerson(token, noun),
            Class = noun?.Class ?? NounClass.None,
            Definite = traits.IsDefinite(token),
        }, first, last);
    }

    // the words of a name; of a noun phrase from its article to the noun
    private (int First, int Last) Extent(int token, bool proper)
    {
        int first = token, last = token;
        foreach (var child in tree.Children(token))
        {
            if (child < token && (tree.Is(child, "compound") || !proper && (tree.Is(child, "det") || tree.Is(child, "amod") || tree.Is(child, "nummod") || tree.Is(child, "nmod:poss"))))
            {
                first = Math.Min(first, tree.LeftEdge(child));
            }
            else if (child > token && proper && tree.Is(child, "flat"))
            {
                last = Math.Max(last, tree.RightEdge(child));
            }
        }

        return (first, last);
    }

    // "the Chinese" as a subject is no adjective any more
    private bool IsModifier(int head) => _tokens[head].Upos == "ADJ" && !traits.IsDefinite(head) || tree.Is(head, "amod") || tree.Is(head, "compound");

    private void Add(Mention mention, int first, int last)
    {
        mention.Quotation = quotations.At(mention.Span.Start);
        mention.Weight = traits.WeightOf(mention.Head);
        mention.IsSubject = traits.IsSubject(mention.Head);
        _mentions.Add(mention);
        for (var i = first; i <= last && mention.Kind != MentionKind.Set; i++)
        {
            _byHead[i] ??= mention;
        }
    }

    // "Norway and Sweden": all parts must be mentions
    private void AddSets()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_byHead[i] is not { IsModifier: false } first || first.Head != i || tree.Is(i, "conj") || !tree.Has(i, "conj"))
            {
                continue;
            }

            var parts = new List<Mention> { first };
            foreach (var child in tree.ChildrenIn(i, "conj"))
            {
                if (_byHead[child] is { } part && part.Head == child && part.Sentence == first.Sentence && part.IsPerson == first.IsPerson)
                {
                    parts.Add(part);
                }
            }

            if (parts.Count == tree.ChildrenIn(i, "conj").Count() + 1 && !IsEither(parts[^1].Head))
            {
                Add(new Mention(0, MentionKind.Set, TextSpan.FromBounds(parts.Min(p => p.Span.Start), parts.Max(p => p.Span.End)), i, first.Sentence) { Parts = parts, Plural = true, IsPerson = first.IsPerson }, i, i);
            }
        }
    }

    private bool IsEither(int conjunct) => tree.Child(conjunct, "cc") is { } cc && _tokens[cc].Lemma is not ("and" or "&");
}
