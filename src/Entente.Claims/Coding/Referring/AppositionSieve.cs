namespace Entente.Claims.Coding.Referring;

/// <summary>"Ann Lee, *a novelist*": what the apposition tells, its entity knows. It gets no link of its own, for it names nobody by itself.</summary>
internal sealed class AppositionSieve : Sieve
{
    protected override Link? Find(Scene scene, Mention mention)
    {
        if (mention.Kind == MentionKind.Nominal && mention.Named.Count == 0 && scene.Tree.Is(mention.Head, "appos") && scene.Tree.Head(mention.Head) is { } head
            && scene.At(head) is { Kind: MentionKind.Name } named && named.Plural == mention.Plural && named.Entity.IsPerson is not false == mention.IsPerson is not false)
        {
            named.Entity.NoteRole(scene.Tokens[mention.Head].Lemma);
            named.Entity.Absorb(mention.Entity);
        }

        return null;
    }
}
