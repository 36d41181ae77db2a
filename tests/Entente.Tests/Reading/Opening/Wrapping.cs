using System.IO.Compression;
using System.Text;
using Entente.Claims;
using Entente.Claims.Reading.Opening;

namespace Entente.Tests.Reading.Opening;

/// <summary>Makes archives of pages byte by byte, good ones and bad ones, and opens them.</summary>
internal static class Wrapping
{
    public const string Address = "https://harbour.example/2023/03/17/talks";

    public const string Html = "<!DOCTYPE html><html><head><title>Ministers meet in Astana</title></head><body><h1>Ministers meet in Astana</h1><p>The ministers of both countries met in Astana on Friday and spoke about trade for three hours.</p></body></html>";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Join(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Gzip(byte[] content) => Packed(s => new GZipStream(s, CompressionLevel.Optimal), content);

    public static byte[] Brotli(byte[] content) => Packed(s => new BrotliStream(s, CompressionLevel.Fastest), content);

    public static byte[] Zlib(byte[] content) => Packed(s => new ZLibStream(s, CompressionLevel.Fastest), content);

    public static byte[] Deflate(byte[] content) => Packed(s => new DeflateStream(s, CompressionLevel.Fastest), content);

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A WARC record as it should be; a length of its own makes it lie.</summary>
    public static byte[] Warc(string type, byte[] block, string fields = "", string uri = Address, long? length = null, string version = "1.1") => Join(
        Bytes($"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:0-{type}>\r\nWARC-Date: 2023-03-18T09:00:00Z\r\nWARC-Target-URI: {uri}\r\n{fields}Content-Length: {length ?? block.Length}\r\n\r\n"),
        block,
        Bytes("\r\n\r\n"));

    public static byte[] Answer(byte[] body, string fields = "Content-Type: text/html; charset=utf-8\r\n", string status = "200 OK") => Join(Bytes($"HTTP/1.1 {status}\r\n{fields}\r\n"), body);

    public static byte[] Response(string body, string uri = Address, long? length = null) => Warc("response", Answer(Bytes(body)), "Content-Type: application/http; msgtype=response\r\n", uri, length);

    public static byte[] Chunked(byte[] body) => Join(body.Chunk(50).Select(c => Join(Bytes($"{c.Length:x};name=value\r\n"), c, Bytes("\r\n"))).Append(Bytes("0\r\n\r\n")));

    public static List<Opened> Open(byte[] content, string name = "file", OpenerOptions? options = null) => [.. new Opener(options).Open(new MemoryStream(content), name)];

    /// <summary>The same from a stream that cannot go back, in helpings of a few bytes.</summary>
    public static List<Opened> OpenForwards(byte[] content, string name = "file")
    {
        var at = 0;
        return [.. new Opener().Open(
            new ReaderStream(target =>
            {
                var length = Math.Min(Math.Min(target.Length, 37), content.Length - at);
                content.AsSpan(at, length).CopyTo(target);
                at += length;
                return length;
            }),
            name)];
    }

    public static List<Page> Pages(this IEnumerable<Opened> opened) => [.. opened.OfType<OpenedPage>().Select(p => p.Page)];

    public static List<string> Passed(this IEnumerable<Opened> opened) => [.. opened.OfType<PassedOver>().Select(p => p.What)];

    public static List<Problem> Problems(this IEnumerable<Opened> opened) => [.. opened.OfType<OpeningProblem>().Select(p => p.Problem)];

    public static string Text(this Page page) => Encoding.UTF8.GetString(page.Content.Span);

    private static byte[] Packed(Func<Stream, Stream> packer, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var packing = packer(stream))
        {
            packing.Write(content);
        }

        return stream.ToArray();
    }
}
