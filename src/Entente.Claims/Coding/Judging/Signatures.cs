using System.Collections.Frozen;

namespace Entente.Claims.Coding.Judging;

/// <summary>The table data/factuality.tsv, by word.</summary>
internal sealed class Signatures
{
    private readonly FrozenDictionary<string, Signature[]> _byWord;

    private readonly VerbForms _forms;

    private Signatures(FrozenDictionary<string, Signature[]> byWord)
    {
        _byWord = byWord;
        _forms = VerbForms.Of(byWord.Where(p => p.Value.Any(s => s.Pos == 'V')).Select(p => p.Key.Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    public static Signatures Load() => Of(Table.Shipped("factuality"));

    internal static Signatures Of(Table table)
    {
        var rows = new Dictionary<string, List<Signature>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            var signature = Read(row);
            foreach (var word in row.List("words"))
            {
                if (!rows.TryGetValue(word, out var list))
                {
                    rows[word] = list = [];
                }

                list.Add(signature);
            }
        }

        return new Signatures(rows.ToFrozenDictionary(r => r.Key, r => r.Value.ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The signature of a word for what hangs on it in the frame; null when the table has none.</summary>
    public Signature? Of(string word, char pos, string frame)
    {
        if (_byWord.TryGetValue(word, out var signatures))
        {
            foreach (var signature in signatures)
            {
                if (signature.Pos == pos && signature.Frames.Contains(frame))
                {
                    return signature;
                }
            }
        }

        return null;
    }

    /// <summary>The lemma of a verb as the table has it, also where the lemmatiser guessed another.</summary>
    public string VerbLemma(string lemma, ReadOnlySpan<char> form) => _byWord.ContainsKey(lemma) ? lemma : _forms.Verb(form) ?? lemma;

    /// <summary>A particle: adverb (R), modal (M), negation (Z) or condition (C).</summary>
    public Signature? Particle(string word, char pos) => Of(word, pos, "self");

    private static Signature Read(TableRow row) => new(
        row.Required("pos")[0],
        row.List("frames"),
        Degree.Parse(row.Required("told")),
        row["untold"] is { } untold ? Degree.Parse(untold) : Degree.Unknown,
        LinkOf(row["link"]),
        ReadingOf(row["reading"]));

    private static Links LinkOf(string? cell) => cell switch
    {
        null => Links.None,
        "evidential" => Links.Evidential,
        "neg_evidential" => Links.NegEvidential,
        "modal" => Links.Modal,
        "factive" => Links.Factive,
        "counter_factive" => Links.CounterFactive,
        "conditional" => Links.Conditional,
        _ => throw new FormatException($"factuality: '{cell}' is no link."),
    };

    internal static Readings ReadingOf(string? cell) => cell is null ? Readings.None
        : Enum.TryParse<Readings>(cell, ignoreCase: true, out var reading) ? reading
        : throw new FormatException($"'{cell}' is no reading.");
}
