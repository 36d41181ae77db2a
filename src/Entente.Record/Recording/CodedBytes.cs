using System.IO.Compression;

namespace Entente.Record.Recording;

/// <summary>Coded documents as the record keeps them: Brotli-compressed JSON.</summary>
internal static class CodedBytes
{
    public static byte[] Pack(byte[] json)
    {
        using var stream = new MemoryStream();
        using (var packer = new BrotliStream(stream, CompressionLevel.Optimal))
        {
            packer.Write(json);
        }

        return stream.ToArray();
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var unpacker = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var stream = new MemoryStream();
        unpacker.CopyTo(stream);
        return stream.ToArray();
    }
}
