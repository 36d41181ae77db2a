namespace Entente.Claims.Analyzing;

/// <summary>The parts of a model file, at most eight letters each, in the order in which they are trained.</summary>
internal static class ModelParts
{
    /// <summary>Weights that say where words and sentences end.</summary>
    public const string Splitter = "splitter";

    /// <summary>Tags and classes of frequent words. All else is keyed by its tags and must be trained again with it.</summary>
    public const string Tags = "tags";

    /// <summary>Relations, and the network that tells tags, names and trees.</summary>
    public const string Net = "net";

    public const string Lemmas = "lemmas", Feats = "feats";

    public static IReadOnlyList<string> All { get; } = [Splitter, Tags, Net, Lemmas, Feats];
}
