namespace Entente.Claims.Coding.Claiming;

/// <summary>The words of data/label-nouns.tsv: nouns that head a label, words that colour one, and words that do not.</summary>
internal sealed class LabelNouns
{
    private readonly Dictionary<string, string> _nouns;
    private readonly HashSet<string> _plain;
    private readonly HashSet<string> _colours;

    private LabelNouns(Dictionary<string, string> nouns, HashSet<string> plain, HashSet<string> colours) => (_nouns, _plain, _colours) = (nouns, plain, colours);

    public static LabelNouns Load()
    {
        var rows = Table.Shipped("label-nouns").Rows;
        return new(
            rows.Where(r => r["kind"] is "relation" or "conflict" or "quoted" or "loose" or "party" or "standing").ToDictionary(r => r.Required("word"), r => r.Required("kind"), StringComparer.Ordinal),
            [.. rows.Where(r => r["kind"] == "plain").Select(r => r.Required("word"))],
            [.. rows.Where(r => r["kind"] == "colour").Select(r => r.Required("word"))]);
    }

    public bool Has(Element element) => element.Actors.Count == 0 && element.Upos is "NOUN" or "PROPN" && _nouns.ContainsKey(element.Lemma);

    /// <summary>"ally": somebody, and no relationship.</summary>
    public bool IsParty(string lemma) => _nouns.GetValueOrDefault(lemma) is "party" or "standing";

    /// <summary>"relationship", "state": a label only with a word that colours it.</summary>
    public bool IsLoose(string lemma) => _nouns.GetValueOrDefault(lemma) is "loose" or "standing";

    /// <summary>"war", "dispute": a label only where the sentence itself tells between whom.</summary>
    public bool IsConflict(string lemma) => _nouns.GetValueOrDefault(lemma) is "conflict";

    /// <summary>"era": a label only in quotation marks.</summary>
    public bool IsOnlyQuoted(string lemma) => _nouns.GetValueOrDefault(lemma) is "quoted";

    public bool IsPlain(string lemma) => _plain.Contains(lemma);

    public bool Colours(string noun, Element element) => IsLoose(noun) ? _colours.Contains(element.Lemma) : element.Upos is "ADJ" or "NOUN" && !_plain.Contains(element.Lemma);
}
