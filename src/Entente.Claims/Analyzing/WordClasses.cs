namespace Entente.Claims.Analyzing;

/// <summary>Which tags a frequent word was seen with, as the number of that set of tags.</summary>
internal readonly struct WordClasses(FlatTable table)
{
    /// <summary>The class of a word by the hash of its folded form; 0 for a word that is rare or unknown.</summary>
    public uint Of(uint lower) => (uint)Math.Max(0, table.Find(Key(lower)));

    public static ulong Key(uint lower) => Mix.End(Mix.Then(Mix.Seed(2000), lower));
}
