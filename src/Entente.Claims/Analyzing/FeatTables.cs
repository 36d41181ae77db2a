namespace Entente.Claims.Analyzing;

/// <summary>Universal features by tag, and by word where the word decides (pronouns, articles, "was").</summary>
internal sealed class FeatTables(string[] feats, FlatTable table)
{
    public string Feats(uint lower, int tag)
    {
        var index = table.Find(Key(tag, lower));
        if (index < 0)
        {
            index = table.Find(Key(tag, 0));
        }

        return index < 0 ? "" : feats[index];
    }

    /// <summary>The key of a word with a tag, or with 0 for the word, of the tag alone.</summary>
    public static ulong Key(int tag, uint lower) => Mix.End(Mix.Then(Mix.Then(Mix.Seed(4000), (uint)tag), lower));
}
