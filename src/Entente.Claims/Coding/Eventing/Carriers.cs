namespace Entente.Claims.Coding.Eventing;

/// <summary>Finds the light verbs that carry nouns of action: "held talks", "an attack launched by rebels", "came under attack".</summary>
internal sealed class Carriers(Syntax syntax, FrameTable frames)
{
    /// <summary>The light verb that carries a noun of action.</summary>
    public int Of(int noun, out LightVerb? carried)
    {
        carried = null;
        var top = Whole(noun);
        if (Stative(top, out carried))
        {
            return top;
        }

        var verb = syntax.Head(top);
        if (verb >= 0 && syntax.Is(top, "conj"))
        {
            top = verb;
            verb = syntax.Head(verb);
        }

        if (verb < 0 || !syntax.IsVerb(verb))
        {
            return verb >= 0 && syntax.Relation(top) == "acl:relcl" ? -1 : Relative(noun, out carried);
        }

        var isObject = syntax.Is(top, "obj") || syntax.Relation(top) == "nsubj:pass";
        foreach (var light in frames.LightVerbsOf(syntax.Lemma(verb)))
        {
            if ((light.Preposition is null ? isObject : syntax.Is(top, "obl") && syntax.HasCase(top, light.Preposition)) && (light.Particle is null || syntax.HasParticle(verb, light.Particle)))
            {
                carried = light;
                return verb;
            }
        }

        return Relative(noun, out carried);
    }

    /// <summary>"a wave of sanctions", "the threat of sanctions": the verb carries the wave and the threat.</summary>
    private int Whole(int noun) => syntax.Is(noun, "nmod") && syntax.HasCase(noun, "of") && syntax.Head(noun) is >= 0 and var part && part < noun && (frames.Class("partitives").Contains(syntax.Lemma(part)) || frames.Class("possible").Contains(syntax.Lemma(part))) ? part : noun;

    /// <summary>"is under sanctions": what it is under is the predicate, and carries itself.</summary>
    private bool Stative(int noun, out LightVerb? carried)
    {
        carried = null;
        if (syntax.Child(noun, "cop") < 0 || syntax.Case(noun) is not { } preposition)
        {
            return false;
        }

        foreach (var light in frames.LightVerbsOf("be"))
        {
            carried = light.Preposition == preposition ? light : carried;
        }

        return carried is not null;
    }

    /// <summary>"the talks that the two held", "an attack launched by rebels".</summary>
    private int Relative(int noun, out LightVerb? carried)
    {
        carried = null;
        foreach (var child in syntax.Children(noun))
        {
            if (syntax.Is(child, "acl") && syntax.IsVerb(child) && syntax.Object(child) == noun)
            {
                foreach (var light in frames.LightVerbsOf(syntax.Lemma(child)))
                {
                    if (light is { Preposition: null, Particle: null })
                    {
                        carried = light;
                        return child;
                    }
                }
            }
        }

        return -1;
    }
}
