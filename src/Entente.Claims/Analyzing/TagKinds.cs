namespace Entente.Claims.Analyzing;

/// <summary>What the parser asks of a tag beside its number.</summary>
internal static class TagKinds
{
    public const byte Other = 0, Verb = 1, Punctuation = 2;

    /// <summary>The tag of the root, beyond all numbers of the model.</summary>
    public const byte Root = 255;

    public static byte Of(string upos) => upos switch
    {
        "VERB" or "AUX" => Verb,
        "PUNCT" => Punctuation,
        _ => Other,
    };
}
