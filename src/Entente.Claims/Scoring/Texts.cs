namespace Entente.Claims.Scoring;

/// <summary>Words of a page beside the words that somebody copied from it: line breaks and rows of spaces are all one.</summary>
internal static class Texts
{
    /// <summary>Whether one of them holds the other.</summary>
    public static bool Share(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        return x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal);
    }

    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
