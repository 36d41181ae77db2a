namespace Entente.Tests;

/// <summary>Where the repository and what stands beside it are, for tests that read their files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files below a folder of the repository that match, in ordinal order.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => !Directory.Exists(PathOf(folder)) ? [] : Directory
        .EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Entente.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
