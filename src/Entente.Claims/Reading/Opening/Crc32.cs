namespace Entente.Claims.Reading.Opening;

/// <summary>The checksum of gzip members (RFC 1952, 8).</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = Build();

    /// <summary>Goes on from the checksum of what came before; that of nothing is 0.</summary>
    public static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum;
        while (bytes.Length >= 4)
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = Tables[3][crc & 255] ^ Tables[2][(crc >> 8) & 255] ^ Tables[1][(crc >> 16) & 255] ^ Tables[0][crc >> 24];
            bytes = bytes[4..];
        }

        foreach (var b in bytes)
        {
            crc = Tables[0][(crc ^ b) & 255] ^ (crc >> 8);
        }

        return ~crc;
    }

    /// <summary>Four tables, so that four bytes are taken at a time.</summary>
    private static uint[][] Build()
    {
        uint[][] tables = [new uint[256], new uint[256], new uint[256], new uint[256]];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }

            tables[0][i] = crc;
        }

        for (var i = 0; i < 256; i++)
        {
            for (var table = 1; table < 4; table++)
            {
                tables[table][i] = tables[0][tables[table - 1][i] & 255] ^ (tables[table - 1][i] >> 8);
            }
        }

        return tables;
    }
}
