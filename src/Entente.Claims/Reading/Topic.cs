namespace Entente.Claims.Reading;

/// <summary>The content words of a stretch of lines, by their first letters, to tell whether two stretches speak of the same.</summary>
internal static class Topic
{
    private const int Stem = 5;
    private const int LeastLetters = 4;

    /// <summary>The stems of a line: words of four letters and more, cut to five.</summary>
    public static HashSet<string> Of(string folded)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        AddTo(stems, folded);
        return stems;
    }

    /// <summary>The stems of several lines together.</summary>
    public static HashSet<string> Of(IEnumerable<PageLine> lines)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            stems.UnionWith(line.Stems);
        }

        return stems;
    }

    /// <summary>Which part of the words also stands in the text; 0 when there are none.</summary>
    public static double Share(HashSet<string> words, HashSet<string> text)
    {
        if (words.Count == 0)
        {
            return 0;
        }

        var shared = 0;
        foreach (var word in words)
        {
            shared += text.Contains(word) ? 1 : 0;
        }

        return (double)shared / words.Count;
    }

    private static void AddTo(HashSet<string> stems, string folded)
    {
        var english = ReadingTables.Shipped.Stopwords["en"];
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = folded.AsSpan(range);
            if (word.Length >= LeastLetters && !english.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                stems.Add(word[..Math.Min(Stem, word.Length)].ToString());
            }
        }
    }
}
