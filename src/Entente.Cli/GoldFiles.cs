using System.Text;
using Entente.Claims.Scoring;

namespace Entente.Cli;

/// <summary>Files of gold that the user names.</summary>
internal static class GoldFiles
{
    /// <summary>The texts of a file, or of all files of a folder in the order of their names.</summary>
    /// <exception cref="FormatException">There is no such file, or it is wrong.</exception>
    public static IEnumerable<GoldItem> Read(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path).Where(IsGold).Order(StringComparer.Ordinal).SelectMany(Read);
        }

        if (!File.Exists(path))
        {
            throw new FormatException($"there is no file {path}.");
        }

        using var reader = new StreamReader(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            ? GoldReader.ReadFences(Path.GetFileName(path), reader)
            : GoldReader.ReadLines(Path.GetFileName(path), reader, page => Page(Path.Combine(folder, page)));
    }

    public static Floors ReadFloors(string path)
    {
        if (!File.Exists(path))
        {
            throw new FormatException($"there is no file {path}: check the path behind --floors.");
        }

        using var reader = new StreamReader(path);
        return Floors.Read(Path.GetFileNameWithoutExtension(path), reader);
    }

    /// <summary>The words of a text, line breaks taken out.</summary>
    public static string[] Words(GoldItem item) => Encoding.UTF8.GetString(item.Page.Content.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsGold(string path) => Path.GetExtension(path) is ".jsonl" or ".md";

    private static ReadOnlyMemory<byte> Page(string path) => File.Exists(path) ? File.ReadAllBytes(path) : throw new FormatException($"there is no page {path}.");
}
