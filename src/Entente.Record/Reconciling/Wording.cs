using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>What a name, a label or a measure is called once articles, quotation marks, hyphens and plurals are taken off, so that two texts that call it alike meet.</summary>
internal sealed class Wording
{
    /// <summary>Words that add nothing to a name: "the", "several", "key".</summary>
    private static readonly HashSet<string> Empty = new(
        ("the a an of and or to in on for with between by from at as its their his her our your this that these those so called several some many other few number "
        + "key new important major lengthy long big various said such two both more than over about also").Split(' '), StringComparer.Ordinal);

    /// <summary>Words that tell no agreement from another: "a second joint statement".</summary>
    private static readonly string[] Common = ["joint", "bilateral", "mutual", "draft", "formal", "official", "second", "third", "final", "separate", "special", "dozen", "last", "this", "same", "own"];

    private static readonly Lazy<Wording> Shipped = new(() => new Wording(Table.Shipped("measures"), Table.Shipped("agreement-nouns"), Table.Shipped("phrase-nouns")));
    private static readonly HashSet<string> Months = [.. Table.Shipped("time-words").Rows.Where(r => r["sense"] == "month").Select(r => r.Required("word"))];

    private readonly Dictionary<string, string> _measures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _generic;

    private Wording(Table measures, Table nouns, Table phrases)
    {
        foreach (var row in measures.Rows)
        {
            foreach (var word in row.List("words").Concat(row.List("counted")).Concat(row.List("verbs")).Prepend(row.Required("measure")))
            {
                _measures.TryAdd(string.Join(' ', Words(word)), row.Required("measure"));
            }
        }

        _generic = [.. nouns.Rows.Select(r => r.Required("noun")).Concat(phrases.Rows.Select(r => r["noun"]).OfType<string>()).SelectMany(Words), .. Common];
    }

    /// <summary>From the shipped tables, which are read once.</summary>
    public static Wording Load() => Shipped.Value;

    /// <summary>Telling words in order: "the “no-limits” partnerships" → "no limit partnership".</summary>
    public static string Name(string? words) => string.Join(' ', Words(words ?? ""));

    /// <summary>The measure of data/measures.tsv that the words name, else the telling words.</summary>
    public string Measure(string? words)
    {
        var telling = Words(words ?? "");
        for (var length = telling.Count; length > 0; length--)
        {
            for (var from = telling.Count - length; from >= 0; from--)
            {
                if (_measures.TryGetValue(string.Join(' ', telling.GetRange(from, length)), out var measure))
                {
                    return measure;
                }
            }
        }

        return string.Join(' ', telling);
    }

    /// <summary>The telling words of an agreement's name in ordinal order; empty when it has but a common noun ("several agreements").</summary>
    public string Agreement(string? words)
    {
        var telling = Words(words ?? "");
        return telling.TrueForAll(_generic.Contains) ? "" : string.Join(' ', telling.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>Of an agreement's words as <see cref="Agreement"/> or <see cref="Name"/> has them those that are no common noun.</summary>
    public HashSet<string> Telling(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !_generic.Contains(w)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a telling word may be part of a date: a month, or a number that is a day or a year.</summary>
    public static bool IsOfADay(string word) => Months.Contains(word)
        || (int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is <= 31 or (>= 1900 and < 2100));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                from = from < 0 ? i : from;
            }
            else if (from >= 0)
            {
                var word = Singular(text[from..i].ToLowerInvariant());
                from = -1;
                if (word.Length > 1 && !Empty.Contains(word))
                {
                    words.Add(word);
                }
            }
        }

        return words;
    }

    private static string Singular(string word) => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
}
