namespace Entente.Claims.Reading.Html;

/// <summary>
/// Tells the cards of a listing from the posts of a thread. Both repeat with a name and a day, but a card leads to a page of its own by a line that no other card has, and a thread is written by several.
/// </summary>
internal sealed class Cards(List<PageLine> lines)
{
    /// <summary>Fewer are too few to tell.</summary>
    private const int Least = 4;

    private const int LeastOfOne = 6;

    /// <summary>Part of them that must lead elsewhere.</summary>
    private const double Most = 0.8;

    private const int TitleWords = 3;

    /// <summary>Whether what was taken for posts are cards.</summary>
    /// <param name="posts">The lines of each.</param>
    public bool Are(List<List<int>> posts)
    {
        if (posts.Count < Least)
        {
            return false;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in posts.SelectMany(p => p.Where(IsTitle).Select(i => lines[i].Folded).Distinct(StringComparer.Ordinal)))
        {
            seen[line] = seen.GetValueOrDefault(line) + 1;
        }

        return posts.Count(p => p.Exists(i => IsTitle(i) && seen[lines[i].Folded] == 1)) >= Most * posts.Count;
    }

    /// <summary>Whether one name stands over nearly all of them: then it is no thread but a label or a writer's own list.</summary>
    public static bool AreOfOne(List<string?> authors) => authors.Count >= LeastOfOne && authors.GroupBy(a => a, StringComparer.OrdinalIgnoreCase).Max(g => g.Count()) > 0.9 * authors.Count;

    /// <summary>A link of several words; a bare address or a signature's name and day is none.</summary>
    private bool IsTitle(int i) => lines[i] is { IsNotice: false, Date: null } line && line.Words >= TitleWords && !line.Text.Contains("://", StringComparison.Ordinal) && line.Segment.LinkChars > 0.8 * line.Text.Length;
}
