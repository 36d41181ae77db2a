namespace Entente.Claims.Coding.Eventing;

/// <summary>An actor in a part of an event.</summary>
/// <param name="Closeness">1 when the words of the argument name the actor, less when only its owner, adjective or place does.</param>
internal readonly record struct Cast(ActorMention Mention, double Closeness);

/// <summary>Finds the actors that an argument names: at its head, in apposition to it, as its owner or adjective ("Russian forces"), or behind "thousands of".</summary>
internal sealed partial class Casting
{
    private readonly Syntax _syntax;
    private readonly FrameTable _frames;
    private readonly Findings _findings;
    private readonly Dictionary<int, List<ActorMention>> _mentions = [];
    private readonly Dictionary<int, PlaceMention> _places = [];
    private readonly HashSet<int> _times = [];

    /// <summary>Whose something is, by a pronoun ("its soldiers").</summary>
    private readonly Dictionary<int, ActorMention> _owners = [];

    public Casting(Findings findings, Syntax syntax, FrameTable frames)
    {
        _syntax = syntax;
        _frames = frames;
        _findings = findings;
        foreach (var mention in findings.Actors)
        {
            foreach (var token in TokensOf(mention.Span))
            {
                // "their demands were met": whose something is, is not yet who acts or to whom it is done
                if (mention.Antecedent is not null && syntax.Upos(token) == "PRON" && syntax.Relation(token) == "nmod:poss")
                {
                    _owners[token] = mention;
                    continue;
                }

                if (!_mentions.TryGetValue(token, out var there))
                {
                    _mentions[token] = there = [];
                }

                there.Add(mention);
            }
        }

        foreach (var time in findings.Times)
        {
            _times.UnionWith(TokensOf(time.Span));
        }

        foreach (var place in findings.Places)
        {
            foreach (var token in TokensOf(place.Span))
            {
                _places[token] = place;
            }
        }
    }

    /// <summary>All actors of an argument and of what is joined to it.</summary>
    /// <param name="acting">Whether it is the one who acts: then the owner counts only for people, bodies, arms and acts ("Russian troops", not "Russian gas").</param>
    public void Add(int argument, List<Cast> into, bool acting = false)
    {
        foreach (var part in _syntax.Conjuncts(argument))
        {
            if (part != argument && IsDenied(part))
            {
                continue;
            }

            var before = into.Count;
            AddOne(part, into, 1, acting);
            if (into.Count == before && part != argument && _frames.Class("agents").Contains(_syntax.Lemma(part)))
            {
                AddAdjectives(argument, into, 0.8);
            }
        }
    }

    /// <summary>Whether the token itself names somebody.</summary>
    public bool Names(int token) => _mentions.ContainsKey(token);

    public bool IsTime(int token) => _times.Contains(token);

    /// <summary>The owner or adjective of a noun of action: "Russia's invasion", "US sanctions".</summary>
    public void AddOwner(int noun, List<Cast> into)
    {
        // "its annexation of the island": whose act it is, is who acts
        if (!AddAdjectives(noun, into, 0.9) && _syntax.Child(noun, "nmod:poss") is >= 0 and var pronoun && _owners.TryGetValue(pronoun, out var owner))
        {
            into.Add(new Cast(owner, 0.8));
        }
    }

    /// <summary>Whose act a noun tells of where nothing else is told of it: "Russia's invasion", "Israeli strikes", "US sanctions"; "the Paris attack" and "the Iraq invasion" name where it was.</summary>
    public void AddBareOwner(int noun, List<Cast> into)
    {
        if (_syntax.Child(noun, "compound") is >= 0 and var place && _mentions.TryGetValue(place, out var there)
            && there.Exists(m => (m.Via == "capital" || _places.ContainsKey(place) || m.Actor.Kind is ActorKind.Country or ActorKind.Government) && !IsAcronym(m.Span.In(_findings.Text))))
        {
            return;
        }

        AddOwner(noun, into);
    }

    private static bool IsAcronym(string words) => words.All(c => char.IsUpper(c) || c == '.');

    /// <summary>All that is named after "between", up to the next verb: which of the joined names hangs on which word is what parsers get wrong most.</summary>
    public void AddBetween(int first, List<Cast> into)
    {
        var tokens = _findings.Analyzed.Tokens;
        if (tokens[first].Xpos == "NNS" && _syntax.Oblique(first, "of") >= 0)
        {
            Add(first, into);
            return;
        }

        first = _syntax.Child(first, "case") is >= 0 and var between && between < first ? between + 1 : first;
        for (var token = first; token < tokens.Count && token < first + 12 && tokens[token].Upos is not ("VERB" or "AUX" or "ADP") && !EndsRow(first, token); token++)
        {
            AddMentions(token, into, 1);
        }
    }

    /// <summary>"between Chad and Niger, the ministry said": a comma behind the "and" ends those joined, unless another "and" follows.</summary>
    private bool EndsRow(int first, int token)
    {
        var tokens = _findings.Analyzed.Tokens;
        return tokens[token].Span.In(_findings.Text) is "," or ";" or "–" or "—" && Enumerable.Range(first, token - first).Any(t => tokens[t].Upos == "CCONJ")
            && !tokens.Skip(token + 1).Take(8).TakeWhile(t => t.Upos is not ("VERB" or "AUX" or "ADP")).Any(t => t.Upos == "CCONJ");
    }

    /// <summary>The first actors of a state or body under a node who are none of the others.</summary>
    /// <param name="friendly">Whether those whom it is done "against" are left out.</param>
    /// <param name="suffering">Whether those who act in a clause inside are left out: in "joined the sanctions that Japan imposed" it is not Japan that suffers.</param>
    public void AddUnder(int node, bool friendly, bool suffering, List<Cast> others, List<Cast> into)
    {
        foreach (var token in _syntax.Under(node))
        {
            if (!_mentions.ContainsKey(token) || (suffering && IsActing(token)) || (friendly && _syntax.Case(token) is "against" or "despite" or "without" or "like"))
            {
                continue;
            }

            foreach (var part in _syntax.Conjuncts(token))
            {
                AddOthers(part, others, into);
            }

            if (into.Count > 0)
            {
                return;
            }
        }
    }

    private bool IsActing(int token) => _syntax.Is(_syntax.FirstConjunct(token), "nsubj") || (_syntax.Head(token) is >= 0 and var head && !_syntax.IsVerb(head) && _syntax.Is(_syntax.FirstConjunct(head), "nsubj"));

    private void AddOthers(int token, List<Cast> others, List<Cast> into)
    {
        if (!_mentions.TryGetValue(token, out var there))
        {
            return;
        }

        foreach (var mention in there)
        {
            if (IsPlaced(mention.Actor) && !others.Exists(o => IsSame(o.Mention.Actor, mention.Actor)))
            {
                into.Add(new Cast(mention, 0.5));
            }
        }
    }

    /// <summary>Whether it is known where somebody belongs; "troops" alone may be anybody's, most of all the doer's.</summary>
    private static bool IsPlaced(Actor actor) => Counts(actor) && (actor.Country is not null || actor.Kind is ActorKind.Organisation or ActorKind.Body);

    /// <summary>A state is the same as its parts, but of two parts one may act on the other.</summary>
    private static bool IsSame(Actor left, Actor right) => left.Id == right.Id
        || (right.Country is not null && left.Country == right.Country && (left.Kind == ActorKind.Country || right.Kind == ActorKind.Country));

    /// <summary>The country of the place that an argument is or lies in ("positions in Lebanon"), as the one to whom it is done; with a sector, people there of that sector.</summary>
    public void AddPlace(int argument, List<Cast> into, string? sector = null)
    {
        foreach (var part in _syntax.Conjuncts(argument))
        {
            if (PlaceOf(part) is { Country: { } country } place)
            {
                into.Add(new Cast(new ActorMention(place.Span, At(country, place.Name, sector)) { Via = "place" }, 0.5));
            }
        }
    }

    private Actor At(string country, string name, string? sector)
    {
        if (sector is not null)
        {
            return new Actor($"{country}:{sector}", sector == "UAF" ? "unidentified attackers" : "people", ActorKind.Group) { Country = country, Sector = sector };
        }

        var known = _findings.Actors.FirstOrDefault(a => a.Actor.Kind == ActorKind.Country && a.Actor.Country == country)?.Actor;
        return known ?? new Actor(country, name, ActorKind.Country) { Country = country };
    }

    /// <summary>The place that a node is, or that its own "in …" names.</summary>
    public PlaceMention? PlaceOf(int node)
    {
        if (_places.TryGetValue(node, out var own))
        {
            return own;
        }

        foreach (var child in _syntax.Children(node))
        {
            if (_syntax.Is(child, "nmod") && _syntax.Case(child) is "in" or "of" or "at" or "near" or "inside" or "on" && _places.TryGetValue(child, out var inner))
            {
                return inner;
            }

            if ((_syntax.Is(child, "compound") || _syntax.Is(child, "flat") || _syntax.Is(child, "appos")) && _places.TryGetValue(child, out inner))
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>Whether an organisation's name stands in the phrase: "the APEC summit".</summary>
    public bool IsOfOrganisation(int node) => _syntax.Under(node).Any(t => _mentions.TryGetValue(t, out var there) && there.Exists(m => m.Actor.Kind == ActorKind.Organisation));

    /// <summary>Whether an actor can act in an event at all: a state, body or group, not a newspaper and not somebody of whom nothing is known.</summary>
    public static bool Counts(Actor actor) => actor.Kind switch
    {
        ActorKind.Outlet or ActorKind.Agency => false,
        ActorKind.Person => actor.Country is not null || actor.Sector is "GOV" or "MIL" or "LEG" or "JUD" or "COP" or "SPY" or "REB" or "OPP" or "PTY",
        ActorKind.Group => actor.Country is not null || (actor.Sector is not null && actor.Sector is not ("JRN" or "ELI" or "UNK")),
        _ => true,
    };

    /// <summary>Whether an actor is of the people rather than of a state: protesters, workers, students.</summary>
    public static bool IsCivil(Actor actor) => actor.Kind is ActorKind.Group && actor.Sector is not ("GOV" or "MIL" or "COP" or "LEG" or "JUD" or "SPY");

    private static bool CanLead(ActorMention mention) => mention.Actor.Kind is not (ActorKind.Outlet or ActorKind.Agency);

    private void AddOne(int node, List<Cast> into, double closeness, bool acting)
    {
        if (AddOwned(node, into, closeness))
        {
            return;
        }

        if (AddIncluded(node, into, acting))
        {
            return;
        }

        if (AddMentions(node, into, closeness) || AddNamed(node, into, closeness))
        {
            AddJoined(node, into, closeness);
            return;
        }

        if (_frames.Class("partitives").Contains(_syntax.Lemma(node)) && _syntax.Oblique(node, "of") is >= 0 and var whole)
        {
            Add(whole, into, acting);
            return;
        }

        var free = !acting || _syntax.IsProper(node) || _frames.CanAct(_syntax.Lemma(node));
        if (!AddAdjectives(node, into, closeness * 0.9, !free) && free && Owner(node) is >= 0 and var owner)
        {
            Add(owner, into);
        }
    }

    /// <summary>"of" and "from" name the owner of people and bodies ("the president of Peru", "troops from Chad"), not of other things.</summary>
    private int Owner(int node) => !_frames.Class("agents").Contains(_syntax.Lemma(node)) ? -1
        : _syntax.Oblique(node, "of") is >= 0 and var of ? of : _syntax.Oblique(node, "from");

    private bool AddMentions(int node, List<Cast> into, double closeness, bool bodiesOnly = false)
    {
        if (!_mentions.TryGetValue(node, out var there))
        {
            return false;
        }

        var longest = there.Max(m => m.Span.Length);
        var before = into.Count;
        foreach (var mention in there)
        {
            if (mention.Span.Length == longest && CanLead(mention) && !(bodiesOnly && (mention.Actor.Kind == ActorKind.Country || mention.Via == "capital")))
            {
                into.Add(new Cast(mention, closeness));
            }
        }

        return into.Count > before || !bodiesOnly;
    }

    private bool AddNamed(int node, List<Cast> into, double closeness)
    {
        foreach (var child in _syntax.Children(node))
        {
            if (IsDenied(child))
            {
                continue;
            }

            if ((_syntax.Is(child, "flat") || _syntax.Is(child, "appos") || _syntax.Relation(child) == "nmod:desc") && AddMentions(child, into, closeness))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a foreign firm, not Kenya": who is named only to be left out.</summary>
    private bool IsDenied(int node)
    {
        foreach (var child in _syntax.Children(node))
        {
            if (child < node && _syntax.Lemma(child) is "not" or "NOT" or "never" && _syntax.Relation(child) is "advmod" or "cc" or "det")
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="bodiesOnly">"Israeli army bulldozers" act for the army, "Israeli exports" do not act for Israel.</param>
    private bool AddAdjectives(int node, List<Cast> into, double closeness, bool bodiesOnly = false)
    {
        var found = false;
        foreach (var child in _syntax.Children(node))
        {
            if (_syntax.Relation(child) is not ("nmod:poss" or "amod" or "compound" or "nmod" or "nmod:unmarked" or "det") || (_syntax.Relation(child) == "nmod" && _syntax.Case(child) is not (null or "'s" or "'")))
            {
                continue;
            }

            foreach (var part in _syntax.Conjuncts(child))
            {
                found |= AddMentions(part, into, closeness, bodiesOnly) || (!bodiesOnly && AddNested(part, into, closeness));
            }
        }

        return found;
    }

    /// <summary>"the president's plan" through its title and adjectives, "UNITA militarist wing" through the compound inside.</summary>
    private bool AddNested(int part, List<Cast> into, double closeness) => _syntax.Relation(part) switch
    {
        "nmod:poss" => AddNamed(part, into, closeness) || AddAdjectives(part, into, closeness * 0.9),
        "compound" or "amod" => AddAdjectives(part, into, closeness * 0.9),
        _ => false,
    };

    private IEnumerable<int> TokensOf(TextSpan span)
    {
        var tokens = _findings.Analyzed.Tokens;
        for (var token = _findings.TokenAt(span.Start) ?? tokens.Count; token < tokens.Count && tokens[token].Span.Start < span.End; token++)
        {
            yield return token;
        }
    }
}
