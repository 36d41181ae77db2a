namespace Entente.Claims.Reading.Opening;

/// <summary>Names of files and folders, on a disk or in an archive, and what they tell when their content is not even to be looked at.</summary>
public static class EntryNames
{
    private const int Longest = 300;

    /// <summary>Whether a folder holds the pictures and scripts of a page: browsers save "Page.html" with "Page_files" beside it.</summary>
    public static bool IsCompanion(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.EndsWith("_files", StringComparison.OrdinalIgnoreCase) || folder.EndsWith(".files", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Why an entry of an archive is passed over for its name: "hidden", "part of a saved page"; null when it is not.</summary>
    internal static string? Aside(string entry)
    {
        var parts = entry.Split('/');
        return Array.Exists(parts, p => p.StartsWith('.') || p == "__MACOSX") ? "hidden" : Array.Exists(parts[..^1], IsCompanion) ? "part of a saved page" : null;
    }

    /// <summary>An entry's name as it can be shown: slashes between folders, no way out of the archive, no control characters.</summary>
    internal static string Clean(string entry)
    {
        var shown = string.Concat(entry.Replace('\\', '/').Select(c => char.IsControl(c) || c is >= '\u202A' and <= '\u202E' ? '_' : c));
        var parts = shown.Split('/').Where((p, i) => p is not (".." or ".") && (p.Length > 0 || i == shown.Count(c => c == '/')));
        var clean = string.Join('/', parts);
        return clean.Length <= Longest ? clean : clean[..(Longest - 40)] + "…" + clean[^39..];
    }
}
