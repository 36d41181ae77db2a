using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>The persons in a list of names with their degrees, posts and outlets: "Ada Example, PhD, Senior Editor, and Ben Muster of the Courier" → two.</summary>
internal static partial class NameList
{
    public static List<string> Read(string list)
    {
        var names = new List<string>();
        var closed = false;
        var from = 0;
        foreach (Match m in Between().Matches(list))
        {
            closed = Take(list[from..m.Index], names, closed);
            closed &= m.ValueSpan.Trim() is ",";
            from = m.Index + m.Length;
        }

        Take(list[from..], names, closed);
        return names;
    }

    /// <summary>Takes one part; gives whether what follows it after a comma is told of the person before, no further person.</summary>
    private static bool Take(string part, List<string> names, bool closed)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Unglued).ToList();
        if (words.Count == 0 || (names.Count > 0 && words.TrueForAll(IsDegree)))
        {
            return closed;
        }

        var told = Strip(words);
        var name = string.Join(' ', words).Trim(' ', '*', '.', ',', ';', ':', '†');
        name = words.Count > 0 && IsInitial(words[^1]) && part.Contains(words[^1] + ".", StringComparison.Ordinal) ? name + "." : name;
        if (!closed && Bylines.IsName(name) && !(told && names.Count > 0))
        {
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }

            return told;
        }

        return names.Count > 0;
    }

    /// <summary>Leaves the name: without "Dr." before it, and without degrees, posts and outlets after it. True when a post was told.</summary>
    private static bool Strip(List<string> words)
    {
        while (words.Count > 1 && ReadingTables.Shipped.IsPersonWord("title", words[0]))
        {
            words.RemoveAt(0);
        }

        var role = words.FindIndex(w => ReadingTables.Shipped.IsPersonWord("role", w.Trim(',', '.', ':')));
        if (role >= 2)
        {
            words.RemoveRange(role, words.Count - role);
        }

        while (words.Count > 2 && IsDegree(words[^1]) && !LineWords.IsShouted(words[0]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return role >= 1;
    }

    /// <summary>"ExamplePublished": without a word of bylines that was set without a blank.</summary>
    private static string Unglued(string word)
    {
        for (var i = 2; i < word.Length - 3; i++)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && ReadingTables.Shipped.IsPersonWord("role", word[i..]))
            {
                return word[..i];
            }
        }

        return word;
    }

    /// <summary>"PhD", "M.D.", "RDN", "200": a degree or grade, which is listed or all capitals.</summary>
    private static bool IsDegree(string word)
    {
        var bare = word.Trim('*', '.', ',', '(', ')');
        return bare.Length == 0 || ReadingTables.Shipped.IsPersonWord("credential", bare) || (bare.Length is >= 2 and <= 8 && bare.All(c => char.IsUpper(c) || char.IsDigit(c) || c is '.' or '-' or '®' or '/'));
    }

    private static bool IsInitial(string word) => word.Length is 1 or 2 && char.IsUpper(word[0]) && (word.Length == 1 || word[1] == '.');

    [GeneratedRegex(@"\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*&\s*|\s+und\s+|\s+with\s+|\s*;\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
