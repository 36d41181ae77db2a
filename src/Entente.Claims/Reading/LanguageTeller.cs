namespace Entente.Claims.Reading;

/// <summary>Tells languages by the share of their function words (Ingle 1976).</summary>
internal static class LanguageTeller
{
    private const int Sample = 3000;
    private const int LeastWords = 12;

    /// <summary>In ordinal order, by which the first of equals wins.</summary>
    private static readonly string[] Languages = [.. ReadingTables.Shipped.Stopwords.Keys.Order(StringComparer.Ordinal)];

    /// <summary>For each function word the languages that have it: one bit each, in the order above.</summary>
    private static readonly Dictionary<string, int> Words = ByWord();

    private static readonly int English = Array.IndexOf(Languages, "en");

    /// <summary>BCP 47 of the likeliest language, "und" for a script none of the tables has, null when there is too little text.</summary>
    public static string? Tell(string text)
    {
        var span = text.AsSpan(0, Math.Min(text.Length, Sample * 3));
        var of = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var counts = new int[Languages.Length];
        int words = 0, other = 0, at = 0;
        while (at < span.Length && words < Sample)
        {
            if (!char.IsLetter(span[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < span.Length && char.IsLetter(span[at]))
            {
                at++;
            }

            var word = span[start..at];
            words++;
            other += word[0] > 'ɏ' ? 1 : 0;
            of.TryGetValue(word, out var having);
            for (var language = 0; having != 0; language++, having >>= 1)
            {
                counts[language] += having & 1;
            }
        }

        if (words < LeastWords)
        {
            return null;
        }

        var best = Array.IndexOf(counts, counts.Max());
        return other > words / 2 || (counts[best] < words / 20 && words > 60) ? "und" : counts[best] == 0 ? null : Languages[counts[best] == counts[English] ? English : best];
    }

    private static Dictionary<string, int> ByWord()
    {
        var having = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var language = 0; language < Languages.Length; language++)
        {
            foreach (var word in ReadingTables.Shipped.Stopwords[Languages[language]])
            {
                having[word] = having.GetValueOrDefault(word) | (1 << language);
            }
        }

        return having;
    }
}
