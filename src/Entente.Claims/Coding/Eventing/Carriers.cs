namespace Entente.Claims.Coding.Eventing;

/// <summary>Finds the light verbs that carry nouns of action: "held talks", "an attack launched by rebels", "came under attack".</summary>
internal sealed class Carriers(Syntax syntax, FrameTable frames)
{
    /// <summary>The light verb that carries a noun of action.</summary>
    public int Of(int noun, out LightVerb? carried)
    {
        carried = null;
        var verb = syntax.Head(noun);
        var top = noun;
        if (verb >= 0 && syntax.Is(noun, "conj"))
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
