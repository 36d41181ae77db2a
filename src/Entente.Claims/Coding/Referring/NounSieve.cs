namespace Entente.Claims.Coding.Referring;

/// <summary>
/// "the paper", "the agency", "the country", "the company", "the alliance": the one of that kind that the last sentences talk of, when no other of the kind comes near it in weight.
/// A noun that its own words complete ("the country of his birth", "the region's largest company") is left alone.
/// </summary>
internal sealed class NounSieve : Sieve
{
    private const int Reach = 2;
    private const double Clear = 2;

    protected override Link? Find(Scene scene, Mention mention)
    {
        if (mention.Kind != MentionKind.Nominal && !IsBare(mention) || mention.Plural || !IsPlain(scene, mention))
        {
            return null;
        }

        var noun = mention.Class != NounClass.None ? mention.Class : scene.Words.NounOf(scene.Form(mention.Head))?.Class ?? NounClass.None;
        return Of(scene, mention, noun, NounClass.Paper | NounClass.Broadcaster | NounClass.Agency, "outlet") ?? Of(scene, mention, noun, NounClass.State | NounClass.Company | NounClass.Organisation | NounClass.Group, "noun");
    }

    private static Link? Of(Scene scene, Mention mention, NounClass noun, NounClass kinds, string sieve)
    {
        if ((noun & kinds) == NounClass.None)
        {
            return null;
        }

        var ranked = scene.Ranked(mention, Reach, m => m.Entity != mention.Entity && m.Entity.Actors is [var actor] && !m.Plural && IsOf(scene, actor, noun & kinds) ? m.IsModifier ? 0.5 : 1 : 0);
        return ranked.Count > 0 && (ranked.Count == 1 || ranked[0].Weight >= Clear * ranked[1].Weight) ? new Link(sieve, [ranked[0].Nearest.Entity.NameBefore(mention) ?? ranked[0].Nearest]) : null;
    }

    // naming takes "the company" for somebody who belongs nowhere
    private static bool IsBare(Mention mention) => mention.Named is [{ Actor: { Country: null, Kind: ActorKind.Group or ActorKind.Government } }] && !mention.IsModifier;

    private static bool IsPlain(Scene scene, Mention mention)
    {
        var definite = false;
        foreach (var child in scene.Tree.Children(mention.Head))
        {
            if (scene.Tree.Is(child, "det"))
            {
                definite = scene.Form(child) is "the" or "The";
            }
            else if (scene.Tree.Is(child, "amod") || scene.Tree.Is(child, "nmod") || scene.Tree.Is(child, "acl") || scene.Tree.Is(child, "nummod") || scene.Tree.Is(child, "appos") || scene.Tree.Is(child, "conj")
                || scene.Tree.Is(child, "compound") && mention.Class == NounClass.None)
            {
                return false;
            }
        }

        return definite && !scene.Tree.Is(mention.Head, "compound") && !scene.Tree.Is(mention.Head, "conj") && !scene.Tree.Is(mention.Head, "appos");
    }

    private static bool IsOf(Scene scene, Actor actor, NounClass kinds)
    {
        var body = scene.Lexicon.BodyOf(actor.Id)?.Kind;
        return Has(NounClass.State) && actor.Kind == ActorKind.Country
            || Has(NounClass.Company) && actor is { Kind: ActorKind.Body, Sector: "BUS" }
            || Has(NounClass.Organisation) && actor.Kind == ActorKind.Organisation && body != "camp"
            || Has(NounClass.Group) && actor.Kind == ActorKind.Body && actor.Sector != "BUS"
            || Has(NounClass.Agency) && actor.Kind == ActorKind.Agency
            || Has(NounClass.Broadcaster) && actor.Kind == ActorKind.Outlet && body == "broadcast"
            || Has(NounClass.Paper) && actor.Kind == ActorKind.Outlet && body != "broadcast";

        bool Has(NounClass one) => (kinds & one) != NounClass.None;
    }
}
