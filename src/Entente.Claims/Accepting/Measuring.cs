using Entente.Claims.Coding.Quantifying;

namespace Entente.Claims.Accepting;

/// <summary>The units and measures of data/: by which codes and words units are known, and by which words a measure is told.</summary>
internal sealed class Measuring
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string[]> _measures = new(StringComparer.OrdinalIgnoreCase);
    private readonly Measures _counted = Measures.Load();

    /// <summary>Form → the others of the same noun, where it is not made by the rules: "people", "person".</summary>
    private readonly ILookup<string, string> _irregular = Table.Shipped("irregular-forms").Rows.Where(r => r.Required("class") == "n")
        .SelectMany(r => r.List("forms").SelectMany(f => new[] { (f, r.Required("lemma")), (r.Required("lemma"), f) })).ToLookup(p => p.Item1, p => p.Item2, StringComparer.OrdinalIgnoreCase);

    private Measuring()
    {
    }

    public static Measuring Load()
    {
        var all = new Measuring();
        foreach (var row in Table.Shipped("units").Rows)
        {
            var code = row.Required("code");
            all._codes[code] = code;
            foreach (var sign in row.List("after").Concat(row.List("before")))
            {
                all._codes.TryAdd(sign, code);
            }

            foreach (var word in row.List("words"))
            {
                all._words.TryAdd(word, code);
                all._words.TryAdd(word.EndsWith('y') ? word[..^1] + "ies" : word + "s", code);
            }
        }

        foreach (var row in Table.Shipped("measures").Rows)
        {
            all._measures[row.Required("measure")] = [.. row.List("words").Concat(row.List("counted")).Concat(row.List("verbs")).Concat(row.List("fates")).Append(row.Required("measure")).Distinct(StringComparer.OrdinalIgnoreCase)];
        }

        return all;
    }

    /// <summary>The code of a unit that is written as code, sign or word, each side of a rate ("dollars per barrel", "USD/barrel") by itself; null of what is none.</summary>
    public string? CodeOf(string unit)
    {
        if ((_codes.GetValueOrDefault(unit) ?? _words.GetValueOrDefault(unit)) is { } code)
        {
            return code;
        }

        var sides = unit.Split('/') is { Length: 2 } written ? written : unit.Split(" per ");
        return sides.Length == 2 && CodeOf(sides[0]) is { } over && CodeOf(sides[1]) is { } under ? over + "/" + under : null;
    }

    /// <summary>A noun, and what it is in its other number where that is not made by the rules.</summary>
    public IEnumerable<string> FormsOf(string noun) => _irregular[noun].Prepend(noun);

    /// <summary>The words that tell a measure, which is called by its name or by one of them: those nearest to what it is called first. Empty of what is no measure.</summary>
    public IReadOnlyList<string> Words(string of) => [.. _measures.Where(m => m.Value.Any(w => IsOne(w, of))).SelectMany(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(w => IsOne(w, of) ? 0 : 1)];

    /// <summary>The unit, where what is counted is the measure itself.</summary>
    public IEnumerable<string> Counted(string of, string? unit) => unit is not null && _counted.OfCounted(unit) is { } measure && measure.Name.Equals(of, StringComparison.OrdinalIgnoreCase) ? [unit] : [];

    private static bool IsOne(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase) || (word + "s").Equals(other, StringComparison.OrdinalIgnoreCase);
}
