namespace Entente.Claims.Coding.Claiming;

/// <summary>The nouns that name agreements and blocs (data/phrase-nouns.tsv).</summary>
internal sealed class PhraseNouns
{
    private readonly Dictionary<string, TableRow> _rows;

    private PhraseNouns(Dictionary<string, TableRow> rows) => _rows = rows;

    public static PhraseNouns Load() => new(Table.Shipped("phrase-nouns").Rows.ToDictionary(r => r.Required("noun"), StringComparer.Ordinal));

    /// <summary>"agreement" or "bloc"; null for other nouns.</summary>
    public string? KindOf(string lemma) => _rows.GetValueOrDefault(lemma)?["kind"];

    /// <summary>Whether the noun names an agreement only together with a word that tells of what ("a joint statement", "a loan agreement").</summary>
    public bool NeedsModifier(string lemma) => _rows.GetValueOrDefault(lemma)?["modified"] == "yes";
}
