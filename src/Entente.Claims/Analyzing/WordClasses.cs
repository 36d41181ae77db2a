namespace Entente.Claims.Analyzing;

/// <summary>What is known of single words before a sentence is read.</summary>
/// <param name="table">Word → which tags it was seen with in the treebanks, as the number of that set of tags.</param>
/// <param name="names">The classes that hold the tag of a proper noun.</param>
/// <param name="dictionary">Word → which parts of speech a dictionary gives it.</param>
internal readonly struct WordClasses(FlatTable table, bool[] names, FlatTable dictionary)
{
    /// <summary>As it lies in a model, after the tags.</summary>
    public static WordClasses Read(ref ModelSections tags)
    {
        var table = tags.Table();
        return new(table, [.. tags.Bytes().ToArray().Select(b => b != 0)], tags.Table());
    }

    /// <summary>The class of a word that the treebanks have often; 0 for one that is rare or unknown.</summary>
    public StemTable Seen { get; } = new(table);

    /// <summary>The parts of speech of a dictionary, whether or not the treebanks have the word.</summary>
    public StemTable Dictionary { get; } = new(dictionary);

    /// <summary>Whether words of the class were seen as proper nouns.</summary>
    public bool MayBeName(uint known)
    {
        var own = StemTable.Own(known);
        return own < names.Length && names[own];
    }
}
