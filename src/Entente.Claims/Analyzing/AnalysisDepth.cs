namespace Entente.Claims.Analyzing;

/// <summary>How far sentences are analysed.</summary>
public enum AnalysisDepth
{
    /// <summary>Tags, lemmas, names and trees of all sentences.</summary>
    Trees,

    /// <summary>The same of all sentences that can carry a claim: they have a verb, or a noun beside a name, and something that may be an actor, a source or a figure. The others have no tree: all their words hang on the first.</summary>
    Claims,

    /// <summary>Words, tags, lemmas and names; no sentence has a tree.</summary>
    Tags,
}
