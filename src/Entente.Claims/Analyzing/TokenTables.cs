namespace Entente.Claims.Analyzing;

/// <summary>The word lists that the tokeniser and the sentence splitter look into, by span and without allocating.</summary>
internal sealed class TokenTables
{
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _abbreviations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beforeNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _contractions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int[]> _maybeContractions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _prefixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _units = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _openers = new(StringComparer.OrdinalIgnoreCase);

    private TokenTables()
    {
    }

    public static TokenTables Load()
    {
        var tables = new TokenTables();
        foreach (var row in Table.Shipped("analyzing/abbreviations").Rows)
        {
            tables.AddAbbreviation(row.Required("form"), row.Required("kind"));
        }

        foreach (var row in Table.Shipped("analyzing/contractions").Rows)
        {
            (row.Required("kind") == "always" ? tables._contractions : tables._maybeContractions)[row.Required("form")] = [.. row.List("parts").Select(p => p.Length)];
        }

        foreach (var row in Table.Shipped("analyzing/parts").Rows)
        {
            (row.Required("kind") == "prefix" ? tables._prefixes : tables._units).Add(row.Required("form"));
        }

        tables._openers.UnionWith(Table.Shipped("analyzing/openers").Rows.Select(r => r.Required("form")));
        return tables;
    }

    /// <summary>Whether the word, its full stop included, is an abbreviation.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => Has(_abbreviations, word);

    /// <summary>Whether it is an abbreviation when a figure follows ("No. 4"), and a word with a full stop otherwise.</summary>
    public bool IsBeforeNumber(ReadOnlySpan<char> word) => Has(_beforeNumbers, word);

    /// <summary>Whether it is an abbreviation after which no sentence ends ("Mr.").</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => Has(_titles, word);

    /// <summary>The lengths of the parts of a word such as "cannot"; null when it is one word.</summary>
    public int[]? Contraction(ReadOnlySpan<char> word) =>
        _contractions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var parts) ? parts : null;

    /// <summary>The length of the first part of a word that may be two, such as "its"; 0 when it is one for sure.</summary>
    public int MaybeContraction(ReadOnlySpan<char> word) =>
        word.Length <= 4 && _maybeContractions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var parts) ? parts[0] : 0;

    /// <summary>Whether a hyphen after it does not cut ("anti-").</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => Has(_prefixes, word);

    /// <summary>Whether it is a unit that is cut off a number ("40km").</summary>
    public bool IsUnit(ReadOnlySpan<char> word) => Has(_units, word);

    /// <summary>Whether it is a function word that, capitalised, begins a sentence.</summary>
    public bool IsOpener(ReadOnlySpan<char> word) => Has(_openers, word);

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private void AddAbbreviation(string form, string kind)
    {
        string[] cases = char.IsLower(form[0]) ? [form, char.ToUpperInvariant(form[0]) + form[1..], form.ToUpperInvariant()] : [form];
        (kind == "number" ? _beforeNumbers : _abbreviations).UnionWith(cases);
        if (kind != "either")
        {
            _titles.UnionWith(cases);
        }
    }
}
