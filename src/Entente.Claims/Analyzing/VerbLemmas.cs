namespace Entente.Claims.Analyzing;

/// <summary>
/// Lemmas of verbs that the tables of the library name, where the rules that the model learnt make a word that is none: "shelled" is "shell" and no "shel",
/// "fled" is "flee" and no "flead". What the rules make stands when it is one of these verbs.
/// </summary>
internal sealed class VerbLemmas
{
    // table, column of the words, column of their class
    private static readonly (string Table, string Words, string Class)[] Sources = [("event-frames", "word", "class"), ("cues", "words", "pos"), ("factuality", "words", "pos"), ("attitudes", "words", "class")];
    private readonly HashSet<string> _verbs;
    private readonly Dictionary<string, string> _irregular = new(StringComparer.Ordinal);
    private readonly WordForms _forms;

    private VerbLemmas(HashSet<string> verbs, IEnumerable<TableRow> irregular)
    {
        _verbs = verbs;
        _forms = new WordForms(verbs, []);
        foreach (var row in irregular)
        {
            foreach (var form in row.List("forms"))
            {
                _irregular.TryAdd(form, row.Required("lemma"));
            }
        }
    }

    public static VerbLemmas Load()
    {
        var irregular = Table.Shipped("irregular-forms").Rows.Where(r => r["class"] == "v").ToList();
        var verbs = Sources.SelectMany(s => Table.Shipped(s.Table).Rows.Where(r => r[s.Class] is "v" or "V").SelectMany(r => r.List(s.Words)).Select(w => w.Split(' ')[0]))
            .Concat(irregular.Select(r => r.Required("lemma"))).Where(w => w.Length > 1).ToHashSet(StringComparer.Ordinal);
        return new VerbLemmas(verbs, irregular);
    }

    /// <summary>The lemma of an irregular past form, whatever it was taken for; null of any other word.</summary>
    public string? OfPast(string lowerForm) => _irregular.GetValueOrDefault(lowerForm);

    /// <summary>The lemma of an inflected form; null where that of the model stands.</summary>
    /// <param name="xpos">Its tag of the Penn Treebank.</param>
    public string? Lemma(string lowerForm, string xpos, string ofModel) => _verbs.Contains(ofModel) ? null : xpos switch
    {
        "VBD" or "VBN" => _irregular.GetValueOrDefault(lowerForm) ?? _forms.LemmaOf(lowerForm, "VERB"),
        "VBG" or "VBZ" => _forms.LemmaOf(lowerForm, "VERB"),
        _ => null,
    };
}
