namespace Entente.Claims.Coding.Claiming;

/// <summary>The words of data/wrongdoing.tsv, by their classes.</summary>
internal sealed class WrongWords
{
    private readonly Dictionary<string, HashSet<string>> _words;

    private WrongWords(Dictionary<string, HashSet<string>> words) => _words = words;

    public static WrongWords Load() => new(Table.Shipped("wrongdoing").Rows.SelectMany(r => r.List("words").Select(w => (Class: r.Required("class"), Word: w)))
        .GroupBy(p => p.Class, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => p.Word).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>Whether a lemma is of a class.</summary>
    public bool Is(string kind, string lemma) => _words[kind].Contains(lemma.ToLowerInvariant());

    /// <summary>Whether words of a class stand in a text.</summary>
    public bool In(string kind, string text) => _words[kind].Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a word of wrongdoing stands in a stretch.</summary>
    public bool NamesWrong(Findings findings, TextSpan span)
    {
        var tokens = findings.Analyzed.Tokens;
        for (var at = findings.TokenAt(span.Start) ?? tokens.Count; at < tokens.Count && tokens[at].Span.Start < span.End; at++)
        {
            if (tokens[at].Upos == "VERB" ? Is("v", tokens[at].Lemma) : tokens[at].Upos is "NOUN" or "PROPN" && Is("n", tokens[at].Lemma))
            {
                return true;
            }
        }

        return false;
    }
}
