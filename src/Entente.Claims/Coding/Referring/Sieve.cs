namespace Entente.Claims.Coding.Referring;

/// <summary>
/// One way to tell for whom some words stand. Sieves run over the whole document one after another, the surest first, so that a later one knows what the earlier ones
/// linked (Raghunathan et al. 2010; Lee et al. 2013). A sieve that is not sure links nothing.
/// </summary>
internal abstract class Sieve
{
    /// <summary>Links what it can of the mentions that no earlier sieve linked.</summary>
    public void Run(Scene scene)
    {
        foreach (var mention in scene.Mentions)
        {
            if (mention.Link is null && Find(scene, mention) is { } link)
            {
                Scene.Link(mention, link);
            }
        }
    }

    protected abstract Link? Find(Scene scene, Mention mention);
}
