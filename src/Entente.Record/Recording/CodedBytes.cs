using System.Buffers;
using System.IO.Compression;

namespace Entente.Record.Recording;

/// <summary>Coded documents as the record keeps them: Brotli-compressed JSON.</summary>
internal static partial class CodedBytes
{
    /// <summary>A coded document repeats itself within some ten thousand bytes, and the packing is most of the work of recording it.</summary>
    private const int Quality = 1, Window = 18;

    public static byte[] Pack(byte[] json)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, room, out var length, Quality, Window) ? room[..length] : throw new InvalidOperationException("There is room for any coded document.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>The JSON as text for who looks for words in it: signs that are written as a letter behind a backslash are spaces.</summary>
    public static string Text(byte[] packed) => Escape().Replace(System.Text.Encoding.UTF8.GetString(Unpack(packed)), " ");

    public static byte[] Unpack(byte[] packed)
    {
        using var unpacker = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var stream = new MemoryStream();
        unpacker.CopyTo(stream);
        return stream.ToArray();
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\\[nrtbf]")]
    private static partial System.Text.RegularExpressions.Regex Escape();
}
