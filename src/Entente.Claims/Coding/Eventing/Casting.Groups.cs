namespace Entente.Claims.Coding.Eventing;

/// <content>Whom plurals and owned nouns name: "its soldiers", "leaders from countries including Chad", "Chinese and Indian soldiers".</content>
internal sealed partial class Casting
{
    /// <summary>"its soldiers", "their envoy": nothing tells whose they are but the pronoun.</summary>
    private bool AddOwned(int node, List<Cast> into, double closeness)
    {
        if (!_frames.CanAct(_syntax.Lemma(node)) || (_mentions.TryGetValue(node, out var there) && there.Exists(m => m.Actor.Country is not null) && !IsFrom(node)))
        {
            return false;
        }

        if (_syntax.Child(node, "nmod:poss") is not (>= 0 and var pronoun) || !_owners.TryGetValue(pronoun, out var owner) || owner.Actor.Kind == ActorKind.Person || _syntax.Lemma(node) == "company")
        {
            return false;
        }

        into.Add(new Cast(owner, closeness * 0.9));
        return true;
    }

    /// <summary>"its forces from Panama": where they come from, not whose they are; but "its American allies" are American.</summary>
    private bool IsFrom(int node)
    {
        foreach (var child in _syntax.Children(node))
        {
            if (_syntax.Relation(child) is "amod" or "compound" && _mentions.ContainsKey(child))
            {
                return false;
            }
        }

        return _syntax.Oblique(node, "from") >= 0;
    }

    /// <summary>"leaders from countries including Chad and Niger", "states such as Chad": who is named of them.</summary>
    private bool AddIncluded(int node, List<Cast> into, bool acting)
    {
        if (_mentions.TryGetValue(node, out var there) && there.Exists(m => m.Actor.Country is not null || m.Actor.Kind == ActorKind.Organisation))
        {
            return false;
        }

        var before = into.Count;
        foreach (var child in _syntax.Children(node))
        {
            if (_syntax.Is(child, "nmod") && (_syntax.Case(child) is "include" or "including" or "such" or "like"))
            {
                Add(child, into, acting);
            }
            else if (_syntax.Is(child, "nmod") && _syntax.Case(child) is "from" or "of" && _syntax.Lemma(child) is "country" or "nation" or "state" or "government" or "power" && _syntax.Children(child).Length > 1)
            {
                AddIncluded(child, into, acting);
            }
        }

        return into.Count > before;
    }

    /// <summary>The others that a plural names: "Chinese and Indian soldiers", "the leaders of France, Germany and Italy".</summary>
    private void AddJoined(int node, List<Cast> into, double closeness)
    {
        if (_findings.Analyzed.Tokens[node].Xpos != "NNS")
        {
            return;
        }

        foreach (var child in _syntax.Children(node))
        {
            var parts = _syntax.Is(child, "amod") || (_syntax.Is(child, "nmod") && _syntax.Case(child) == "of") ? _syntax.Conjuncts(child) : [];
            foreach (var part in parts.Count > 1 ? parts : [])
            {
                if (_mentions.TryGetValue(part, out var named) && !into.Exists(i => named.Exists(n => n.Span == i.Mention.Span || n.Actor.Country == i.Mention.Actor.Country)))
                {
                    AddMentions(part, into, closeness * 0.9);
                }
            }
        }
    }
}
