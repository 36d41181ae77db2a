using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>Who wrote it, from a line that says so: "By Ada Example and Ben Muster | May 19, 2024".</summary>
internal static partial class Bylines
{
    private const int LongestByline = 200;

    /// <summary>The names of a line that begins as bylines do ("By", "Written by"); empty when it does not.</summary>
    public static IReadOnlyList<string> Led(string line)
    {
        if (line.Length > LongestByline || Lead().Match(line) is not { Success: true } m)
        {
            return [];
        }

        return Names(line[m.Length..]);
    }

    /// <summary>The line without the words that lead a byline.</summary>
    public static string WithoutLead(string line) => Lead().Match(line) is { Success: true } m ? line[m.Length..].Trim() : line.Trim();

    /// <summary>What stands where a byline has names, of one to four words; null when the line is no byline.</summary>
    public static string? Handle(string line)
    {
        if (line.Length > LongestByline || Lead().Match(line) is not { Success: true } m)
        {
            return null;
        }

        var handle = Mark().Replace(Separator().Split(line[m.Length..].Trim(), 2)[0], "");
        return handle.Length is >= 2 and <= 40 && handle.Count(c => c == ' ') <= 3 ? handle : null;
    }

    /// <summary>The names of a line like "Ada Example - Nov 19, 2019": a name, then a date or nothing.</summary>
    public static IReadOnlyList<string> Bare(string line)
    {
        if (line.Length > LongestByline)
        {
            return [];
        }

        var head = Separator().Split(line.Trim(), 2)[0];
        return head.Length > 0 && IsName(head) ? [head.Trim()] : [];
    }

    /// <summary>The persons in a list of names: "Ada Example, Senior Editor, and Ben Muster" → two.</summary>
    public static IReadOnlyList<string> Names(string list) => NameList.Read(Separator().Split(list.Trim(), 2)[0]);

    /// <summary>Two to five words with capitals, particles among them, none of them a word that names do not hold.</summary>
    public static bool IsName(string text, int least = 2)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < least || words.Length > 5 || text.Length > 50)
        {
            return false;
        }

        var capitals = 0;
        foreach (var word in words)
        {
            var bare = word.Trim('.', ',', '*');
            if (ReadingTables.Shipped.IsPersonWord("particle", bare) && capitals > 0)
            {
                continue;
            }

            var isInitial = bare.Length == 1 && word.EndsWith('.');
            if (!Capitalised(bare) || (!isInitial && ReadingTables.Shipped.IsPersonWord("stop", bare)))
            {
                return false;
            }

            capitals++;
        }

        return capitals >= least;
    }

    private static bool Capitalised(string word)
    {
        if (word.Length == 0 || !char.IsUpper(word[0]))
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('.' or '\'' or '’' or '-' or '‑'))
            {
                return false;
            }
        }

        return true;
    }

    // "By Ada", "Written by: Ada", "Posted by Ada", "Author: Ada", "Von Ada"
    [GeneratedRegex(@"^\W{0,3}(?:(?:written|story|words|posted|published|authored|reported|report|text|article|submitted|contributed|opinion|analysis|commentary|interview|review)\s+)?(?:by|von|par)\b[:\s]\s*|^\W{0,3}authors?\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // what ends the names: a bar, a dash between blanks, a bullet, a date, "on", "Published", "for the …"
    [GeneratedRegex(@"\s*[|•·/»\n(]\s*|\s+[-–—]\s+|\s+on\s+|\s+at\s+|\s+for\s+|\s+in\s+|,?\s*(?=\b(?:published|updated|posted|last|created)\b)|,?\s*(?=(?:mon|tue|wed|thu|fri|sat|sun)\w*,)|,?\s*(?=(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+)?\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
