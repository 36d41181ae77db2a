using System.Globalization;

namespace Entente.Claims.Reading.Opening;

/// <summary>Tells files that are no pages by data/file-kinds.tsv.</summary>
internal sealed class FileKinds
{
    private readonly List<(string Kind, bool Unread, int[] Bytes)> _byBytes = [];
    private readonly Dictionary<string, (string Kind, bool Unread)> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    private FileKinds(Table table)
    {
        foreach (var row in table.Rows)
        {
            var (kind, unread) = (row.Required("kind"), row.Required("treatment") == "unread");
            _byBytes.AddRange(row.List("bytes").Select(hex => (kind, unread, Pattern(hex))));
            foreach (var extension in row.List("extensions"))
            {
                _byExtension[extension] = (kind, unread);
            }
        }
    }

    public static FileKinds Load() => new(Table.Shipped("file-kinds"));

    /// <summary>What kind of file it is, and whether a page may be in it that is not read; null when it is to be read as a page.</summary>
    public (string Kind, bool Unread)? Of(string name, ReadOnlySpan<byte> head)
    {
        foreach (var (kind, unread, bytes) in _byBytes)
        {
            if (Begins(head, bytes))
            {
                return (kind, unread);
            }
        }

        return _byExtension.TryGetValue(Path.GetExtension(name).TrimStart('.'), out var known) ? known : null;
    }

    private static bool Begins(ReadOnlySpan<byte> head, int[] bytes)
    {
        if (head.Length < bytes.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] >= 0 && head[i] != bytes[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Pattern(string hex) =>
        [.. hex.Chunk(2).Where(c => c.Length == 2).Select(c => c[0] == '.' ? -1 : int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
