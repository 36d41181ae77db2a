using System.Globalization;
using System.IO.Compression;

namespace Entente.Claims.Reading.Opening;

/// <summary>
/// Undoes what a server did to a page on its way: chunks, and gzip, deflate or Brotli. Many archives keep the header fields of that beside a body that is plain again, so the
/// body is believed more than they are.
/// </summary>
internal static class HttpBody
{
    public static (byte[] Content, Problem? Problem) Decode(HttpAnswer answer, int largest, Allowance allowance)
    {
        var body = answer.Body;
        Problem? problem = null;
        if (Codings(answer.Fields["Transfer-Encoding"]).Contains("chunked"))
        {
            (body, problem) = Joined(body);
        }

        foreach (var coding in Codings(answer.Fields["Content-Encoding"]).Concat(Codings(answer.Fields["Transfer-Encoding"])).Reverse())
        {
            if (Unpacker(coding, body) is not { } unpacker)
            {
                if (coding is "zstd" or "compress" or "x-compress" or "dcb" or "dcz")
                {
                    return ([], new Problem(ProblemCodes.NotRead, $"the page is packed as {coding}, which is not read: archive it again without."));
                }

                continue;
            }

            (var unpacked, var fault) = Unpack(unpacker, largest, allowance);

            // A body of text under a header that speaks of Brotli, which has no first bytes to know it by.
            if (unpacked.Length == 0 && fault is not null && coding == "br" && Formats.IsMarkup(body.Span))
            {
                continue;
            }

            (body, problem) = (unpacked, fault ?? problem);
        }

        return body.Length > largest
            ? ([], new Problem(ProblemCodes.TooLarge, $"the page is larger than {largest >> 20} MiB, and no page is: it is left out."))
            : (body.ToArray(), problem);
    }

    private static string[] Codings(string? field) => (field ?? "").ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Stream? Unpacker(string coding, ReadOnlyMemory<byte> body)
    {
        var packed = ByteReader.Of(body).AsStream();
        return coding switch
        {
            "gzip" or "x-gzip" when GzipMembers.Begins(body.Span) => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" when body.Span is [0x78, 1 or 0x5E or 0x9C or 0xDA, ..] => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" when !Formats.IsMarkup(body.Span) => new DeflateStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
    }

    private static (byte[] Content, Problem? Problem) Unpack(Stream unpacker, int largest, Allowance allowance)
    {
        using var unpacked = new MemoryStream();
        Problem? problem = null;
        try
        {
            using (unpacker)
            {
                var buffer = new byte[16 << 10];
                while (unpacked.Length <= largest && unpacker.Read(buffer) is > 0 and var read)
                {
                    unpacked.Write(buffer, 0, read);
                    if (!allowance.Spend(read))
                    {
                        return ([], new Problem(ProblemCodes.TooLarge, "the page unpacks to many times its size, as no page does: it is left out."));
                    }
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            problem = new Problem(ProblemCodes.Damaged, $"the packed page is damaged: {(unpacked.Length > 0 ? "what could be unpacked was read" : "nothing could be unpacked")}; archive it again if it matters.");
        }

        return (unpacked.ToArray(), problem);
    }

    /// <summary>Chunks joined (RFC 9112, 7.1). A body whose first line is no chunk's length is as it should be already.</summary>
    private static (ReadOnlyMemory<byte> Body, Problem? Problem) Joined(ReadOnlyMemory<byte> body)
    {
        var bytes = ByteReader.Of(body);
        using var joined = new MemoryStream();
        while (true)
        {
            var line = bytes.ReadLine(200)?.Split(';')[0].Trim();
            if (line is null || !int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return joined.Length == 0 ? (body, null) : (joined.ToArray(), CutOff());
            }

            if (length == 0)
            {
                return (joined.ToArray(), null);
            }

            var chunk = bytes.ReadUpTo(length);
            joined.Write(chunk);
            if (chunk.Length < length || bytes.ReadLine(2) is not "")
            {
                return (joined.ToArray(), CutOff());
            }
        }
    }

    private static Problem CutOff() => new(ProblemCodes.Damaged, "the page's chunks are cut off or damaged: what is there was read; archive it again if it matters.");
}
