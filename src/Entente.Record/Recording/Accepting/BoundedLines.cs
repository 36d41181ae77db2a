namespace Entente.Record.Recording.Accepting;

/// <summary>The lines of a stream in bytes, each within bounds, so that a line without an end costs no memory.</summary>
internal static class BoundedLines
{
    /// <summary>A coded document of a thick book has some four million bytes.</summary>
    public const int Longest = 8 << 20;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Lines that hold anything, with their numbers from 1; no bytes for one that is too long.</summary>
    public static IEnumerable<(int Number, byte[]? Bytes)> Of(Stream stream)
    {
        var chunk = new byte[1 << 16];
        using var line = new MemoryStream();
        var (number, tooLong) = (1, false);
        int read;
        while ((read = stream.Read(chunk, 0, chunk.Length)) > 0)
        {
            for (var at = 0; at < read;)
            {
                var end = Array.IndexOf(chunk, (byte)'\n', at, read - at);
                var stop = end < 0 ? read : end;
                tooLong |= line.Length + stop - at > Longest;
                if (!tooLong)
                {
                    line.Write(chunk, at, stop - at);
                }

                at = stop + 1;
                if (end >= 0)
                {
                    if (Take(line, tooLong) is { } taken)
                    {
                        yield return (number, taken.Length == 0 ? null : taken);
                    }

                    tooLong = false;
                    number++;
                }
            }
        }

        if (Take(line, tooLong) is { } last)
        {
            yield return (number, last.Length == 0 ? null : last);
        }
    }

    /// <summary>The line without its mark of order and white space; empty when it is too long, null when it holds nothing.</summary>
    private static byte[]? Take(MemoryStream line, bool tooLong)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        bytes = bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        var trimmed = bytes.Trim(" \t\r"u8);
        byte[]? taken = tooLong ? [] : trimmed.Length == 0 ? null : trimmed.ToArray();
        line.SetLength(0);
        return taken;
    }
}
