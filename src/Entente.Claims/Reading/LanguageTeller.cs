namespace Entente.Claims.Reading;

/// <summary>Tells languages by the share of their function words (Ingle 1976).</summary>
internal static class LanguageTeller
{
    private const int Sample = 3000;
    private const int LeastWords = 12;

    /// <summary>BCP 47 of the likeliest language, "und" for a script none of the tables has, null when there is too little text.</summary>
    public static string? Tell(string text)
    {
        var span = text.AsSpan(0, Math.Min(text.Length, Sample * 3));
        var counts = ReadingTables.Shipped.Stopwords.ToDictionary(p => p.Key, _ => 0, StringComparer.Ordinal);
        var sets = ReadingTables.Shipped.Stopwords.Select(p => (p.Key, Set: p.Value.GetAlternateLookup<ReadOnlySpan<char>>())).ToArray();
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
            foreach (var (language, set) in sets)
            {
                counts[language] += set.Contains(word) ? 1 : 0;
            }
        }

        if (words < LeastWords)
        {
            return null;
        }

        var best = counts.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).First();
        return other > words / 2 || (best.Value < words / 20 && words > 60) ? "und" : best.Value == 0 ? null : best.Value == counts["en"] ? "en" : best.Key;
    }
}
