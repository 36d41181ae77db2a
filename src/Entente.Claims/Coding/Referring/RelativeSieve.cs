namespace Entente.Claims.Coding.Referring;

/// <summary>"the envoy *who* met Xi": the noun that the relative clause hangs on, when the pronoun follows it closely and it is somebody.</summary>
internal sealed class RelativeSieve : Sieve
{
    private const int Farthest = 8;

    protected override Link? Find(Scene scene, Mention mention)
    {
        if (mention.Pronoun is null || scene.Form(mention.Head) is not ("who" or "whom" or "whose"))
        {
            return null;
        }

        foreach (var above in scene.Tree.Ancestors(mention.Head))
        {
            if (scene.Tree.Is(above, "acl") && scene.Tree.Head(above) is { } noun)
            {
                var meant = scene.At(noun);
                return noun < mention.Head && mention.Head - noun <= Farthest && meant is { IsPerson: not false } ? new Link("relative", [meant]) : null;
            }
        }

        // where the parser hung the clause on something else
        var before = mention.Head - 1 > 0 && scene.Form(mention.Head - 1) is "," ? mention.Head - 2 : mention.Head - 1;
        return before >= 0 && scene.Tree.Sentence(before) == mention.Sentence && scene.At(before) is { IsPerson: true, Kind: MentionKind.Name } named ? new Link("relative", [named]) : null;
    }
}
