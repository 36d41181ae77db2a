namespace Entente.Claims.Reading.Opening;

/// <summary>Undoes what mail does to bytes on their way (RFC 2045, 6). What is not as it should be is passed over: half a page is better than none.</summary>
internal static class TransferEncoding
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "quoted-printable" => QuotedPrintable(body),
        "base64" => Base64(body),
        _ => body.ToArray(),
    };

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var decoded = new byte[body.Length];
        var length = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                decoded[length++] = body[i];
            }
            else if (i + 2 < body.Length && char.IsAsciiHexDigit((char)body[i + 1]) && char.IsAsciiHexDigit((char)body[i + 2]))
            {
                decoded[length++] = (byte)((Value(body[i + 1]) << 4) | Value(body[i + 2]));
                i += 2;
            }
            else if (LineEnd(body[(i + 1)..]) is > 0 and var end)
            {
                i += end;
            }
            else
            {
                decoded[length++] = body[i];
            }
        }

        return decoded[..length];
    }

    /// <summary>Length of a line end with blanks before it; 0 when something else stands there.</summary>
    private static int LineEnd(ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOfAnyExcept(" \t\r"u8);
        return at >= 0 && at < 200 && rest[at] == '\n' ? at + 1 : 0;
    }

    private static int Value(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var decoded = new byte[(body.Length / 4 * 3) + 3];
        var (length, bits, held) = (0, 0, 0);
        foreach (var b in body)
        {
            var value = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                continue;
            }

            held = ((held << 6) | value) & 0xFFFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                decoded[length++] = (byte)(held >> bits);
            }
        }

        return decoded[..length];
    }
}
