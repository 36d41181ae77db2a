using System.Globalization;

namespace Entente.Record.Reconciling;

/// <summary>
/// What a text is about, as weighted words and pairs of neighbouring words. News tells the most important first, so the beginning counts alone;
/// names and numbers tell one story from another of the same sort, so they weigh more.
/// </summary>
internal static class StoryWords
{
    /// <summary>Characters from the beginning that are looked at.</summary>
    private const int Lead = 1000;

    private const double NameWeight = 3;
    private const double NumberWeight = 2;

    /// <summary>Weights by word; a pair of words has a space within.</summary>
    public static Dictionary<string, double> Of(string text)
    {
        var lead = text.Length > Lead ? text[..Lead] : text;
        var words = Split(lead);
        var common = words.Where(w => char.IsLower(w[0])).ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        string? previous = null;
        foreach (var word in words)
        {
            var stem = Stem(word);
            if (stem.Length < 2 && !char.IsDigit(stem[0]))
            {
                continue;
            }

            Add(counts, stem, char.IsDigit(word[0]) ? NumberWeight : char.IsUpper(word[0]) && !common.Contains(word.ToLowerInvariant()) ? NameWeight : 1);
            if (previous is not null)
            {
                Add(counts, previous + " " + stem, 1);
            }

            previous = stem;
        }

        foreach (var word in Split(lead.Split('\n')[0]).Select(Stem).Where(s => s.Length > 1))
        {
            Add(counts, word, 1);
        }

        return counts.ToDictionary(c => c.Key, c => 1 + Math.Log(c.Value), StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, double> counts, string word, double weight) => counts[word] = counts.GetValueOrDefault(word) + weight;

    /// <summary>Lower case, without a plural's "s": enough to bring "talks" and "talk" together.</summary>
    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark))
            {
                from = from < 0 ? i : from;
            }
            else if (from >= 0)
            {
                words.Add(text[from..i]);
                from = -1;
            }
        }

        return words;
    }
}
