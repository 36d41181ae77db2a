using System.Runtime.InteropServices;

namespace Entente.Claims.Coding.Eventing;

/// <summary>Fits the frames to the trees of one document, innermost words first, so that a threat knows what it threatens.</summary>
internal sealed class FrameMatcher
{
    private static readonly string[] ContentPrepositions = ["for", "of", "with", "on", "against", "from", "to", "by", "in"];
    private readonly FrameTable _frames;
    private readonly Syntax _syntax;
    private readonly Casting _casting;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly EventMatch?[] _matches;
    private readonly Carriers _carriers;
    private readonly Slots _slots;

    public FrameMatcher(Findings findings, FrameTable frames)
    {
        _frames = frames;
        _tokens = findings.Analyzed.Tokens;
        _syntax = new Syntax(findings.Analyzed);
        _casting = new Casting(findings, _syntax, frames);
        _matches = new EventMatch?[_tokens.Count];
        _carriers = new Carriers(_tokens, _syntax, frames);
        _slots = new Slots(_tokens, _syntax, frames, _casting);
    }

    public Syntax Syntax => _syntax;

    public Casting Casting => _casting;

    public EventMatch? At(int token) => _matches[token];

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
            var carrier = _tokens[token].Upos == "NOUN" ? _carriers.Of(token, out light) : -1;
            foreach (var frame in _frames.Of(_tokens[token].Lemma, _tokens[token].Upos))
            {
                if (Fits(frame, token, carrier) && Bind(frame, token, carrier, light) is { } match)
                {
                    _matches[token] = match;
                    Take(match);
                    break;
                }
            }
        }
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

    /// <summary>A participle before a noun, a noun inside a compound and the verb of an idiom tell of no event of their own.</summary>
    private bool CanTrigger(int token) => _tokens[token].Upos is "VERB" or "NOUN" or "ADJ"
        && !(_syntax.Is(token, "compound") || _syntax.Is(token, "flat") || _syntax.Is(token, "case") || _syntax.Is(token, "mark") || _syntax.Is(token, "fixed")
            || (_syntax.Is(token, "amod") && _tokens[token].Upos != "ADJ") || IsReflexive(token) || (_tokens[token].Upos == "VERB" && _syntax.Child(token, "compound") >= 0));

    /// <summary>"kill themselves" is done to nobody else; but "blew himself up" has a row of its own.</summary>
    private bool IsReflexive(int verb) => _tokens[verb].Lemma is not ("blow" or "distance" or "dissociate" or "arm" or "ally" or "align") && _syntax.Child(verb, "obj") is >= 0 and var own
        && (_tokens[own].Lemma.EndsWith("self", StringComparison.Ordinal) || _tokens[own].Lemma.EndsWith("selves", StringComparison.Ordinal));

    /// <summary>An object that the verb's own frame names is told of by the verb: "reject talks" holds no talks.</summary>
    private void Take(EventMatch match)
    {
        foreach (var need in match.Frame.Needs)
        {
            if (need is { Test: '=', Slot: not ("S" or "X") } && _slots.Node(match.Trigger, match.Carrier, need.Slot) is >= 0 and var node && match.Content?.Trigger != node)
            {
                _matches[node] = null;
            }
        }
    }

    private bool Fits(EventFrame frame, int trigger, int carrier)
    {
        if ((frame.LightOnly && carrier < 0) || (frame.Particle is { } particle && !_syntax.HasParticle(trigger, particle)))
        {
            return false;
        }

        foreach (var need in frame.Needs)
        {
            if (!Holds(need, trigger, carrier))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(FrameCondition need, int trigger, int carrier)
    {
        if (need.Test == '~')
        {
            return Content(trigger, carrier) is { } content && need.Values[0] switch { "hostile" => content.IsHostile, "friendly" => content.IsFriendly, _ => true };
        }

        if (need.Slot == "mod")
        {
            return HasModifier(_tokens[trigger].Upos == "NOUN" ? trigger : _syntax.Object(trigger), need.Values);
        }

        var node = _slots.Node(trigger, carrier, need.Slot);
        return need.Test switch
        {
            '+' => node >= 0,
            '-' => node < 0,
            '=' => node >= 0 && HasLemma(node, need.Values),
            '!' => node < 0 || !HasLemma(node, need.Values),
            ':' => node >= 0 && Is(node, need.Values[0]),
            _ => false,
        };
    }

    /// <summary>"joint drills", "air strike".</summary>
    private bool HasModifier(int noun, IReadOnlyList<string> values)
    {
        if (noun < 0)
        {
            return false;
        }

        foreach (var child in _syntax.Children(noun))
        {
            if ((_syntax.Is(child, "amod") || _syntax.Is(child, "compound")) && HasLemma(child, values))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasLemma(int node, IReadOnlyList<string> values)
    {
        foreach (var part in _syntax.Conjuncts(node))
        {
            if (_frames.IsOneOf(_tokens[part].Lemma, values))
            {
                return true;
            }
        }

        return _frames.Class("partitives").Contains(_tokens[node].Lemma) && _syntax.Oblique(node, "of") is >= 0 and var whole && HasLemma(whole, values);
    }

    private bool Is(int node, string sort)
    {
        if (sort is "must" or "inf")
        {
            return sort == "inf" ? _syntax.IsInfinitive(node) : _syntax.HasModal(node, "must", "should", "ought") || (_tokens[node].Lemma == "need" && _syntax.Child(node, "xcomp") >= 0);
        }

        var cast = new List<Cast>();
        _casting.Add(node, cast);
        return sort switch
        {
            "civil" => cast.Count > 0 ? cast.TrueForAll(c => Casting.IsCivil(c.Mention.Actor)) : _frames.Class("civilians").Contains(_tokens[node].Lemma),
            "state" => cast.Count > 0 && cast.TrueForAll(c => !Casting.IsCivil(c.Mention.Actor)),
            "actor" => cast.Exists(c => c.Closeness >= 0.85),
            "person" => cast.Exists(c => c.Mention.Actor.Kind is ActorKind.Person or ActorKind.Group or ActorKind.Government) || (cast.Count > 0 && _frames.Class("agents").Contains(_tokens[node].Lemma)),
            "org" => cast.Exists(c => c.Closeness >= 0.85 && c.Mention.Actor.Kind == ActorKind.Organisation),
            "place" => _casting.PlaceOf(node) is not null,
            _ => throw new FormatException($"'{sort}' is no sort of argument."),
        };
    }

    private EventMatch? Content(int trigger, int carrier)
    {
        if (_syntax.Complement(trigger) is >= 0 and var clause && Inner(clause, 0) is { } told)
        {
            return told;
        }

        if (_slots.Node(trigger, carrier, "O") is >= 0 and var direct && Inner(direct, 0) is { } wanted)
        {
            return wanted;
        }

        foreach (var preposition in ContentPrepositions)
        {
            if (_syntax.Oblique(trigger, preposition) is >= 0 and var node && _matches[node] is { } there)
            {
                return there;
            }
        }

        foreach (var child in _syntax.Children(trigger))
        {
            if (_syntax.Is(child, "advcl") && _syntax.Child(child, "mark") is >= 0 and var mark && ContentPrepositions.AsSpan().Contains(_tokens[mark].Lemma) && Inner(child, 0) is { } act)
            {
                return act;
            }
        }

        return null;
    }

    /// <summary>The event that a clause or noun tells of, through verbs that only begin, continue or carry it.</summary>
    private EventMatch? Inner(int node, int depth)
    {
        if (_matches[node] is { } own)
        {
            return own;
        }

        if (depth > 1 || !_syntax.IsVerb(node))
        {
            return null;
        }

        var further = _syntax.Complement(node) is >= 0 and var clause ? Inner(clause, depth + 1) : null;
        return further ?? (_syntax.Object(node) is >= 0 and var direct && direct != node ? Inner(direct, depth + 1) : null);
    }

    private EventMatch? Bind(EventFrame frame, int trigger, int carrier, LightVerb? light)
    {
        var suffers = light is { Suffers: true };
        var content = Content(trigger, carrier);
        var actors = Cast(frame.Actors, trigger, carrier, suffers, false);
        var recipients = Cast(frame.Recipients, trigger, carrier, suffers, true);
        if (suffers)
        {
            recipients = [];
            _casting.Add(_slots.Node(trigger, carrier, "S") is >= 0 and var sufferer ? sufferer : trigger, recipients);
        }

        if (recipients.Count > 0 && IsToldOfOneself(frame, actors, recipients))
        {
            return null;
        }

        if (recipients.Count == 0 && content is not null && frame.Recipients.Count > 0 && frame.Type is EventType.Request or EventType.Threaten or EventType.Agree or EventType.Reject)
        {
            recipients = content.Recipients.Count > 0 ? [.. content.Recipients] : [.. content.Actors];
        }

        Clean(actors, recipients);

        return new EventMatch(frame, trigger, carrier) { Actors = actors, Recipients = recipients, Content = content, Light = light };
    }

    /// <summary>"Japan said that it must save" asks nobody for anything.</summary>
    private static bool IsToldOfOneself(EventFrame frame, List<Cast> actors, List<Cast> recipients) =>
        frame.Recipients.Any(r => r.Contains("C")) && recipients.TrueForAll(r => actors.Exists(a => a.Mention.Actor.Id == r.Mention.Actor.Id));

    private List<Cast> Cast(IReadOnlyList<string[]> slots, int trigger, int carrier, bool suffers, bool place)
    {
        var found = new List<Cast>();
        foreach (var union in slots)
        {
            foreach (var slot in union)
            {
                if (slot == "poss")
                {
                    _casting.AddOwner(trigger, found);
                }
                else if (!(suffers && slot == "S") && _slots.Node(trigger, carrier, slot) is >= 0 and var node)
                {
                    AddDoers(_slots.Speaker(node, carrier >= 0 ? carrier : trigger), found, place, slot == "S" && !place);
                }
            }

            if (found.Count > 0)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Of an argument that is itself an act ("condemned the invasion by Iraq") the doers count.</summary>
    private void AddDoers(int node, List<Cast> into, bool place, bool acting)
    {
        var before = into.Count;
        if (_matches[node] is { } act && act.Actors.Count > 0 && _tokens[node].Upos == "NOUN")
        {
            into.AddRange(act.Actors);
            return;
        }

        _casting.Add(node, into, acting);
        if (place && into.Count == before)
        {
            _casting.AddPlace(node, into);
        }
    }

    /// <summary>Nobody stands twice, or on both sides.</summary>
    private static void Clean(List<Cast> actors, List<Cast> recipients)
    {
        Unite(actors);
        Unite(recipients);
        recipients.RemoveAll(r => actors.Exists(a => a.Mention.Span == r.Mention.Span || (a.Mention.Actor.Id == r.Mention.Actor.Id && a.Mention.Actor.Kind != ActorKind.Group)));
    }

    private static void Unite(List<Cast> casts)
    {
        for (var i = casts.Count - 1; i > 0; i--)
        {
            var id = casts[i].Mention.Actor.Id;
            foreach (var earlier in CollectionsMarshal.AsSpan(casts)[..i])
            {
                if (earlier.Mention.Actor.Id == id)
                {
                    casts.RemoveAt(i);
                    break;
                }
            }
        }
    }
}
