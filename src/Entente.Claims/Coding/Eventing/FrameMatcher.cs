namespace Entente.Claims.Coding.Eventing;

/// <summary>Fits the frames to the trees of one document, innermost words first, so that a threat knows what it threatens.</summary>
internal sealed class FrameMatcher
{
    private readonly FrameTable _frames;
    private readonly Syntax _syntax;
    private readonly Casting _casting;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly EventMatch?[] _matches;
    private readonly Carriers _carriers;
    private readonly Slots _slots;
    private readonly Contents _contents;
    private readonly Conditions _conditions;
    private readonly Binder _binder;
    private readonly Refusals _refusals;
    private readonly Agreements _agreements;

    public FrameMatcher(Findings findings, FrameTable frames)
    {
        _frames = frames;
        _tokens = findings.Analyzed.Tokens;
        _agreements = new Agreements(findings, frames);
        _syntax = new Syntax(_agreements.WithNouns(findings.Tree), frames);
        _casting = new Casting(findings, _syntax, frames);
        _matches = new EventMatch?[_tokens.Count];
        _carriers = new Carriers(_syntax, frames);
        _slots = new Slots(_tokens, _syntax, frames, _casting);
        _contents = new Contents(_syntax, _slots, _matches);
        _conditions = new Conditions(_syntax, frames, _slots, _casting, _contents);
        _refusals = new Refusals(_syntax);
        _binder = new Binder(_syntax, frames, _slots, _casting, _contents, _matches);
    }

    public Syntax Syntax => _syntax;

    public Casting Casting => _casting;

    public EventMatch? At(int token) => _matches[token];

    /// <summary>The treaty or initiative that an act is about.</summary>
    public AgreementMention? AgreementOf(EventMatch match) => _agreements.Of(match, _syntax);

    /// <summary>Fits all words of a sentence.</summary>
    public void Match(Sentence sentence)
    {
        foreach (var token in InnermostFirst(sentence))
        {
            if (!CanTrigger(token))
            {
                continue;
            }

            LightVerb? light = null;
            var carrier = _syntax.Upos(token) == "NOUN" ? _carriers.Of(token, out light) : -1;
            foreach (var frame in _frames.Of(_syntax.Lemma(token), _syntax.Upos(token)))
            {
                if (Fits(frame, token, carrier) && !(frame.Type == EventType.Agree && TellsMore(token)) && _binder.Bind(frame, token, carrier, light) is { } bound)
                {
                    var match = bound with { IsRefused = _refusals.Holds(bound) };
                    _matches[token] = match;
                    Take(match);
                    break;
                }
            }
        }
    }

    /// <summary>"approved a resolution condemning the raid": the document's own words tell what was done.</summary>
    private bool TellsMore(int verb)
    {
        if (_syntax.Object(verb) is not (>= 0 and var document) || !_frames.Class("documents").Contains(_syntax.Lemma(document)))
        {
            return false;
        }

        foreach (var child in _syntax.Children(document))
        {
            if (_syntax.Is(child, "acl") && _matches[child] is not null)
            {
                return true;
            }
        }

        return false;
    }

    private List<int> InnermostFirst(Sentence sentence)
    {
        var order = new List<int>(sentence.TokenCount);
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (_tokens[token].Head is null)
            {
                Visit(token, order);
            }
        }

        return order;
    }

    private void Visit(int token, List<int> order)
    {
        foreach (var child in _syntax.Children(token))
        {
            Visit(child, order);
        }

        order.Add(token);
    }

    private bool CanTrigger(int token) => _syntax.Upos(token) is "VERB" or "NOUN" or "ADJ" && Hindrance(token) is null;

    /// <summary>Why a word tells of no event of its own: a participle before a noun, a noun inside a compound, the verb of an idiom. Null when nothing hinders it.</summary>
    public string? Hindrance(int token)
    {
        if (_agreements.Names(token) || _syntax.Is(token, "compound") || _syntax.Is(token, "flat") || _syntax.Is(token, "case") || _syntax.Is(token, "mark") || _syntax.Is(token, "fixed"))
        {
            return "it is part of another word or name";
        }

        if (_syntax.Is(token, "amod") && _syntax.Upos(token) != "ADJ" && !_syntax.IsHidden(token))
        {
            return "it only describes the noun that follows";
        }

        return IsReflexive(token) ? "it is done to oneself" : IsJoined(token) ? "it is the verb of a compound" : null;
    }

    /// <summary>"bomb making" tells of no act; in "on Tuesday freed" the day is no part of the verb, nor is a name.</summary>
    private bool IsJoined(int token) => _syntax.Upos(token) == "VERB" && _syntax.Child(token, "compound") is >= 0 and var part && _syntax.Upos(part) == "NOUN" && !_casting.IsTime(part);

    /// <summary>Of the rows of a word that fits none, the one that misses least, and what it misses first.</summary>
    public (EventFrame Frame, string Missing) Nearest(int token)
    {
        var carrier = _syntax.Upos(token) == "NOUN" ? _carriers.Of(token, out _) : -1;
        (EventFrame? Frame, string Missing, int Misses) nearest = (null, "", int.MaxValue);
        foreach (var frame in _frames.Of(_syntax.Lemma(token), _syntax.Upos(token)))
        {
            string? first = frame.LightOnly && carrier < 0 ? "it asks for a verb such as \"make\" or \"provide\" over it" : null;
            first ??= frame.Particle is { } particle && !_syntax.HasParticle(token, particle) ? $"it asks for \"{particle}\"" : null;
            var misses = first is null ? 0 : 1;
            foreach (var need in frame.Needs)
            {
                if (!_conditions.Holds(need, token, carrier))
                {
                    misses++;
                    first ??= "it asks for " + ConditionWords.Of(need, _frames);
                }
            }

            if (misses < nearest.Misses)
            {
                nearest = (frame, first ?? "the one it is done to is the one who does it", misses);
            }
        }

        return (nearest.Frame!, nearest.Missing);
    }

    /// <summary>"kill themselves" is done to nobody else; but "blew himself up" has a row of its own.</summary>
    private bool IsReflexive(int verb) => _syntax.Lemma(verb) is not ("blow" or "distance" or "dissociate" or "arm" or "ally" or "align") && _syntax.Child(verb, "obj") is >= 0 and var own
        && (_syntax.Lemma(own).EndsWith("self", StringComparison.Ordinal) || _syntax.Lemma(own).EndsWith("selves", StringComparison.Ordinal));

    /// <summary>An object that the verb's own frame names is told of by the verb: "reject talks" holds no talks.</summary>
    private void Take(EventMatch match)
    {
        foreach (var need in match.Frame.Needs)
        {
            if (need is { Test: '=', Slot: not ("S" or "X") } && _slots.Node(match.Trigger, match.Carrier, need.Slot) is >= 0 and var node
                && !(match.Content?.Trigger == node && IsVerbal(match.Type)) && !(_matches[node] is { } told && IsOfOthers(told, match)))
            {
                _matches[node] = null;
            }
        }
    }

    /// <summary>"supports *the French invasion of Mali*": an act that names both its sides itself, and is done by others.</summary>
    private bool IsOfOthers(EventMatch told, EventMatch match) => told.Actors.Count > 0 && told.Recipients.Count > 0
        && told.Actors.All(a => _syntax.Holds(told.Trigger, a.Mention.Span) && !match.Actors.Any(m => m.Mention.Actor.Id == a.Mention.Actor.Id));

    /// <summary>Acts in words, whose content is told of by itself: "threatened sanctions", but "lifted the sanctions" imposes none.</summary>
    private static bool IsVerbal(EventType type) => type is EventType.Request or EventType.Threaten or EventType.Agree or EventType.Accuse;

    private bool Fits(EventFrame frame, int trigger, int carrier)
    {
        if ((frame.LightOnly && carrier < 0) || (frame.Particle is { } particle && !_syntax.HasParticle(trigger, particle)))
        {
            return false;
        }

        foreach (var need in frame.Needs)
        {
            if (!_conditions.Holds(need, trigger, carrier))
            {
                return false;
            }
        }

        return true;
    }
}
