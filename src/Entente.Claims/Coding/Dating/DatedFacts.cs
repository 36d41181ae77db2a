namespace Entente.Claims.Coding.Dating;

/// <summary>An event whose days are known from data/: world knowledge, and named as such.</summary>
/// <param name="Beside">Groups of words of which each must have one near, where the name alone does not tell which event it is.</param>
internal sealed record DatedFact(string Name, IReadOnlyList<Phrases<bool>> Beside, DateInterval Days)
{
    /// <summary>How evidence names it: "D-Day landings, 1944-06-06".</summary>
    public string Shown => $"{Name}, {Days}";
}

/// <summary>The events of data/dated-facts.tsv, and where texts name them.</summary>
internal sealed class DatedFacts
{
    private readonly Phrases<DatedFact> _phrases = new();

    public static DatedFacts Load()
    {
        var facts = new DatedFacts();
        var known = new Dictionary<string, Phrases<bool>>(StringComparer.Ordinal);
        foreach (var row in Table.Shipped("dated-facts").Rows)
        {
            var fact = new DatedFact(row.Required("fact"), Groups(row["beside"], known), Days(row));
            foreach (var name in row.List("names"))
            {
                facts._phrases.Add(name, fact);
            }
        }

        return facts;
    }

    /// <summary>The events named in a sentence: several when the words do not tell which.</summary>
    public IEnumerable<PhraseFound<DatedFact>> Named(DatingText text, DatingSentence sentence)
    {
        foreach (var found in _phrases.Find(sentence.Lexemes, sentence.First, sentence.End))
        {
            DatedFact[] meant = [.. found.Values.Where(f => f.Beside.All(g => sentence.Holds(g) || text.Head.Any(s => s.Holds(g))))];
            if (meant.Length > 0)
            {
                yield return found with { Values = meant };
            }
        }
    }

    /// <summary>The days of a row's columns from and to; without "to" it is one day.</summary>
    public static DateInterval Days(TableRow row)
    {
        row.Required("from");
        var when = row.When();
        return when with { Latest = when.Latest ?? when.Earliest };
    }

    /// <summary>Groups of phrases: parted by &amp;, the forms of each by |.</summary>
    /// <param name="known">The groups so far: one that stands in many rows is one object, of which a sentence is asked once.</param>
    public static IReadOnlyList<Phrases<bool>> Groups(string? cell, Dictionary<string, Phrases<bool>> known)
    {
        var groups = new List<Phrases<bool>>();
        foreach (var forms in cell?.Split('&') ?? [])
        {
            if (!known.TryGetValue(forms, out var group))
            {
                known[forms] = group = new Phrases<bool>();
                foreach (var form in forms.Split('|'))
                {
                    group.Add(form, true);
                }
            }

            groups.Add(group);
        }

        return groups;
    }
}
