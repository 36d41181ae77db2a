namespace Entente.Claims.Coding.Eventing;

/// <summary>Words that set a PLOVER context, and the order of the contexts in the codebook: data/contexts.tsv and data/plover-contexts.tsv.</summary>
internal sealed class ContextTable
{
    private readonly Dictionary<string, string[]> _byLemma;
    private readonly Dictionary<string, int> _order;

    private ContextTable(Dictionary<string, string[]> byLemma, Dictionary<string, int> order)
    {
        _byLemma = byLemma;
        _order = order;
    }

    public static ContextTable Load()
    {
        var order = Table.Shipped("plover-contexts").Rows.Select((r, i) => (Name: r.Required("context"), i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        var words = Table.Shipped("contexts").Rows
            .SelectMany(r => r.List("words").Select(w => (Word: w, Context: r.Required("context"))))
            .GroupBy(p => p.Word, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Context).ToArray(), StringComparer.Ordinal);
        return new ContextTable(words, order);
    }

    /// <summary>The contexts of a frame and of the lemmas under its trigger, in the codebook's order.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> given, IEnumerable<string> lemmas)
    {
        var found = new HashSet<string>(given, StringComparer.Ordinal);
        foreach (var lemma in lemmas)
        {
            if (_byLemma.TryGetValue(lemma, out var contexts))
            {
                found.UnionWith(contexts);
            }
        }

        return [.. found.OrderBy(c => _order[c])];
    }
}
