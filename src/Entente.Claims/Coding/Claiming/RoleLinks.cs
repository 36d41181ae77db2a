using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Claiming;

/// <summary>Where the words of an office stand that belong to a person of a sentence.</summary>
internal sealed class RoleLinks
{
    private const int LongestTitle = 8;
    private const int LongestApposition = 18;
    private readonly SentenceView _sentence;
    private readonly OfficePhrases _phrases;
    private readonly RoleVerbs _verbs;
    private readonly Tree _tree;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly ActorMention _person;
    private readonly int _first;
    private readonly int _end;

    public RoleLinks(SentenceView sentence, OfficePhrases phrases, RoleVerbs verbs, Element person)
    {
        (_sentence, _phrases, _verbs, _tree) = (sentence, phrases, verbs, sentence.Tree);
        _tokens = sentence.Findings.Analyzed.Tokens;
        _person = person.Actors[0];
        _first = person.Token;
        _end = person.Token + 1;
        while (_end < sentence.Sentence.EndToken && _tokens[_end].Span.Start < person.Span.End)
        {
            _end++;
        }
    }

    /// <summary>"Kremlin aide Yuri Petrov", "former ambassador to Chad Karl Meier": what stands right before the name.</summary>
    public IEnumerable<Office> Titles()
    {
        var name = Leading();
        var first = name;
        while (first > _sentence.Sentence.FirstToken && name - first < LongestTitle && IsTitle(first - 1))
        {
            first--;
        }

        // the last office before the name has nothing but "of" and "to" behind it
        var noun = name - 1;
        while (noun >= first && !_phrases.IsOffice(_tokens[noun]))
        {
            noun--;
        }

        if (noun < first && _phrases.Unlisted(_sentence, first, name) is { } letters)
        {
            return [letters];
        }

        return noun >= first && (noun == name - 1 || _tokens[noun + 1].Upos == "ADP") ? _phrases.Read(_sentence, first, name, "role:title").Select(o => Told(o, first, name)) : [];
    }

    /// <summary>Where the naming pass read whose office it is out of the same words ("Russian President", "former British envoy"), its words and owner are taken.</summary>
    private Office Told(Office office, int first, int end)
    {
        var role = _person.Role is { } words ? _sentence.Findings.Text.IndexOf(words, _tokens[first].Span.Start, _tokens[end - 1].Span.End - _tokens[first].Span.Start, StringComparison.Ordinal) : -1;
        if (role < 0 || !office.Words.Contains(_person.Role!, StringComparison.Ordinal) || _sentence.Findings.TokenAt(role) is not { } start)
        {
            return office;
        }

        // the nearest word before it that can own an office: "Russian", "U.S.", but no body, which belongs to the words ("Kremlin adviser")
        var owned = start > first && IsOwner(start - 1);
        var kept = owned ? office.Words[office.Words.IndexOf(_person.Role!, StringComparison.Ordinal)..] : office.Words;
        return _phrases.Qualified(_sentence, first, start, office with { Words = kept, Country = office.Country ?? (owned || start > first && _tokens[start - 1].Upos == "PROPN" ? _person.Actor.Country : null) });
    }

    private bool IsOwner(int token)
    {
        var form = _tokens[token].Span.In(_sentence.Findings.Text);
        return char.IsUpper(form[0]) ? _tokens[token].Upos == "ADJ" || form.Length <= 4 && form.All(c => char.IsUpper(c) || c == '.') : _sentence.Form(token) is "'s" or "’s";
    }

    /// <summary>"Presidents Putin and Xi": a title in the plural stands before the first of a row.</summary>
    private int Leading()
    {
        if (_tree.Is(_first, "conj") && _tree.Head(_first) is { } named && (_tree.Is(named, "flat") ? _tree.Head(named) : named) is { } head && _tokens[_tree.LeftEdge(head)].Xpos is "NNS" or "NNPS" && _phrases.IsOffice(_tokens[_tree.LeftEdge(head)]) && _sentence.Form(_first - 1) is "and")
        {
            return _tree.LeftEdge(head) + 1;
        }

        return _first;
    }

    private bool IsTitle(int token) => _tokens[token].Upos switch
    {
        "NOUN" or "PROPN" or "ADJ" or "X" => !_sentence.ActorsAt(token).Any(a => a.Actor.Kind == ActorKind.Person && a.Span == _person.Span),
        "ADP" => _sentence.Form(token) is "of" or "to" or "for" or "in",
        "PART" => _sentence.Form(token) is "'s" or "’s",
        "PUNCT" => _sentence.Form(token) is "-",
        _ => false,
    };

    /// <summary>What stands between commas or dashes behind the name, and what the name itself is an apposition of.</summary>
    public IEnumerable<Office> Appositions() => [.. Behind(), .. Above()];

    /// <summary>"Anna Berg, Norway’s ambassador to China, said".</summary>
    private IEnumerable<Office> Behind()
    {
        var first = _end + 1;
        if (first >= _sentence.Sentence.EndToken || _sentence.Form(_end) is not ("," or "–" or "—" or "("))
        {
            return [];
        }

        var end = first;
        while (end < _sentence.Sentence.EndToken && end - first < LongestApposition && !IsClosed(end, first))
        {
            end++;
        }

        return end > first && IsMark(end) && !IsList(first, end) ? _phrases.Read(_sentence, first, end, "role:apposition").Select(o => Told(o, first, end)) : [];
    }

    private bool IsClosed(int token, int first) => IsMark(token) ? !Continues(token, first) : _tokens[token].Upos is "VERB" or "AUX" or "SCONJ" && _tokens[token].Deprel is not ("amod" or "compound");

    /// <summary>"Otto Wels, chancellor, party leader and patron of the club": a comma goes on only where an "and" follows with an office of its own.</summary>
    private bool Continues(int comma, int first) => _sentence.Form(comma) == "," && comma > first && comma + 1 < _sentence.Sentence.EndToken && _phrases.IsOffice(_tokens[comma + 1])
        && Enumerable.Range(comma, Math.Min(8, _sentence.Sentence.EndToken - comma)).Any(t => _sentence.Form(t) == "and");

    private bool IsMark(int token) => token < _sentence.Sentence.EndToken && _sentence.Form(token) is "," or "–" or "—" or "." or ")" or ";" or "(";

    /// <summary>"Anna Berg, Norwegian envoy Ole Dahl and others": a second person with a name, who owns nothing, makes it a list.</summary>
    private bool IsList(int first, int end) => _sentence.Elements.Any(e => e.Token >= first && e.Token < end
        && e.Actors is [{ Actor.Kind: ActorKind.Person, Via: not ("office" or "both" or "pronoun") } other] && other.Span != _person.Span
        && _sentence.Findings.Text[other.Span.End..].AsSpan().TrimStart() is not ['\'' or '’', ..]);

    /// <summary>"Norway’s prime minister, Erik Holm,", "the foreign ministers of both – A and B –": the noun that the name explains, or the first name of its row.</summary>
    private IEnumerable<Office> Above()
    {
        var name = _first;
        while (_tree.Is(name, "conj") && _tree.Head(name) is { } before)
        {
            name = before;
        }

        if (!_tree.Is(name, "appos") || _tree.Head(name) is not { } noun || noun >= name || !_phrases.IsOffice(_tokens[noun]) || name < 1 || _tokens[name - 1].Upos != "PUNCT")
        {
            return [];
        }

        return _phrases.Read(_sentence, _tree.LeftEdge(noun), Mark(noun, name), "role:apposition").Select(o => Told(o, _tree.LeftEdge(noun), Mark(noun, name)));
    }

    private int Mark(int noun, int name)
    {
        var at = noun;
        while (at < name && (_tokens[at].Upos != "PUNCT" || _sentence.Form(at) == "-"))
        {
            at++;
        }

        return at;
    }

    /// <summary>What a clause says: "is the foreign minister", "became president", "resigned as chancellor", "was appointed as envoy".</summary>
    public IEnumerable<Office> Clauses()
    {
        if (_tree.Is(_first, "nsubj") && _tree.Head(_first) is { } head)
        {
            foreach (var office in OfSubject(head))
            {
                yield return office;
            }
        }
        else if (_tree.Child(_first, "acl:relcl") is { } clause && _tree.Child(clause, "nsubj") is { } who && _sentence.Form(who) is "who" && !_sentence.ActorsAt(who).Any())
        {
            foreach (var office in OfSubject(clause))
            {
                yield return office; // "his rival, B, who resigned as minister"
            }
        }
        else if (_tree.Is(_first, "obj") && _tree.Head(_first) is { } verb)
        {
            foreach (var office in As(verb, "object"))
            {
                yield return office;
            }
        }
    }

    private IEnumerable<Office> OfSubject(int head)
    {
        if (_phrases.IsOffice(_tokens[head]) && _tree.Has(head, "cop"))
        {
            return Clause(head, head, "role:is");
        }

        if (_tokens[head].Lemma is "become" or "remain" && _tree.Child(head, "xcomp") is { } complement && _phrases.IsOffice(_tokens[complement]))
        {
            return Clause(complement, head, "role:becomes");
        }

        return As(head, _tokens[_first].Deprel == "nsubj:pass" ? "object" : "subject");
    }

    /// <summary>"as" with an office, under the verb or under its object ("a third term as prime minister").</summary>
    private IEnumerable<Office> As(int verb, string whose)
    {
        if (_verbs.Whose(_tokens[verb].Lemma) != whose)
        {
            return [];
        }

        var under = _tree.ChildrenIn(verb, "obl").Concat(_tree.ChildrenIn(verb, "advcl")).Concat(_tree.ChildrenIn(verb, "obj").SelectMany(o => _tree.ChildrenIn(o, "nmod")));
        return under.Where(o => _phrases.IsOffice(_tokens[o]) && (_tree.Child(o, "case") ?? _tree.Child(o, "mark")) is { } preposition && _sentence.Form(preposition) == "as")
            .SelectMany(o => Clause(o, verb, "role:as"));
    }

    private IEnumerable<Office> Clause(int noun, int clause, string rule)
    {
        var first = noun;
        while (first > _tree.LeftEdge(noun) && _tokens[first - 1].Upos is "NOUN" or "PROPN" or "ADJ" or "PART" or "DET" or "X" or "VERB" or "PRON")
        {
            first--;
        }

        var end = noun + 1;
        while (end <= _tree.RightEdge(noun) && _tokens[end].Upos is "ADP" or "NOUN" or "PROPN" or "ADJ" or "DET" or "PART" && !_tree.Is(end, "obl"))
        {
            end++;
        }

        return _phrases.Read(_sentence, first, end, rule).Take(1).Select(o => o with { Clause = clause });
    }
}
