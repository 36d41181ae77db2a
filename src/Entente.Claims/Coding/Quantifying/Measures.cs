using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>A row of data/measures.tsv.</summary>
/// <param name="TwoSided">Whether it lies between two parties.</param>
internal sealed record Measure(string Name, IReadOnlySet<string> Units, bool TwoSided);

/// <summary>What figures measure, by the nouns of data/measures.tsv.</summary>
internal sealed class Measures
{
    private readonly Dictionary<string, List<(string[] Words, Measure Measure)>> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Measure> _counted = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Measure> _verbs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Measure> _fates = new(StringComparer.OrdinalIgnoreCase);

    public static Measures Load()
    {
        var measures = new Measures();
        foreach (var row in Table.Shipped("measures").Rows)
        {
            var measure = new Measure(row.Required("measure"), row.List("units").ToHashSet(StringComparer.Ordinal), row["sides"] == "two");
            foreach (var word in row.List("words"))
            {
                measures.Add(word.Split(' '), measure);
                if (!word.EndsWith('s'))
                {
                    measures.Add((word.EndsWith('y') && !word.EndsWith("ey", StringComparison.Ordinal) ? word[..^1] + "ies" : word + "s").Split(' '), measure);
                }
            }

            foreach (var noun in row.List("counted"))
            {
                measures._counted.TryAdd(noun, measure);
            }

            foreach (var verb in row.List("verbs"))
            {
                measures._verbs.TryAdd(verb, measure);
            }

            foreach (var fate in row.List("fates"))
            {
                measures._fates.TryAdd(fate, measure);
            }
        }

        return measures;
    }

    /// <summary>The measure that a counted noun is, "soldier" of troops.</summary>
    public Measure? OfCounted(string noun) => _counted.GetValueOrDefault(noun);

    /// <summary>The measure whose words begin at a lexeme, and the lexeme after them.</summary>
    public (Measure Measure, int End)? At(Lexemes s, int at, string kind)
    {
        if (!s.IsWord(at) || !_words.TryGetValue(s.Form(at).ToString(), out var rows))
        {
            return null;
        }

        foreach (var (words, measure) in rows)
        {
            if (measure.Units.Contains(kind) && Matches(s, at, words))
            {
                return (measure, at + words.Length);
            }
        }

        return null;
    }

    /// <summary>The measure of what is paid: "lent $5 billion".</summary>
    public Measure? OfVerb(ReadOnlySpan<char> verb) => _verbs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(verb, out var measure) ? measure : null;

    /// <summary>The measure of people and things by what befell them: "500 people were killed", "700 companies are under sanctions".</summary>
    public Measure? OfFate(ReadOnlySpan<char> word) => _fates.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var measure) ? measure : null;

    /// <summary>The kind of a unit, as measures.tsv names it.</summary>
    public static string KindOf(string? unit)
    {
        var first = unit is null ? "" : unit.Split('/')[0];
        return first switch
        {
            "" => "other",
            "%" or "pp" or "bp" => "share",
            "t" or "kg" or "kt" or "Mt" or "Gt" or "lb" or "g" => "mass",
            "barrel" or "m3" or "km3" or "l" or "gal" or "ft3" or "bushel" => "volume",
            "km" or "m" or "mi" => "length",
            "km2" or "m2" or "ha" or "acre" or "mi2" => "area",
            "MW" or "GW" or "kW" or "W" or "TW" or "kWh" or "MWh" or "GWh" or "TWh" => "power",
            "second" or "minute" or "hour" or "day" or "week" or "month" or "year" or "decade" or "century" => "time",
            "cent" or "penny" or "peso" => "money",
            _ when first.EndsWith("of age", StringComparison.Ordinal) => "age",
            _ when first.Length == 3 && first.All(char.IsAsciiLetterUpper) => "money",
            _ => "count",
        };
    }

    private void Add(string[] words, Measure measure)
    {
        if (!_words.TryGetValue(words[0], out var rows))
        {
            _words[words[0]] = rows = [];
        }

        rows.Add((words, measure));
        rows.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    private static bool Matches(Lexemes s, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!s.Is(at + i, words[i]))
            {
                return false;
            }
        }

        return true;
    }
}
