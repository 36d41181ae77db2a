using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>The characters of a page, and what was wrong with its bytes.</summary>
internal readonly record struct DecodedPage(string Text, Problem? Problem);

/// <summary>
/// Bytes → characters: byte order mark, then the charset the page declares, then UTF-8 when the bytes are valid UTF-8, then windows-1252.
/// A page is never lost for a bad byte: it becomes U+FFFD, and the problem says how many.
/// </summary>
internal static partial class Decoder
{
    private const int Prescan = 4096;

    public static DecodedPage Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new DecodedPage("", new Problem(ProblemCodes.Empty, "The page is empty."));
        }

        if (ByteOrderMark(bytes) is var (encoding, skip) && encoding is not null)
        {
            return Checked(encoding.GetString(bytes[skip..]), encoding.WebName);
        }

        if (LooksBinary(bytes))
        {
            return new DecodedPage("", new Problem(ProblemCodes.Binary, "The bytes are not text: save the page as HTML or text."));
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Checked(Encoding.UTF8.GetString(bytes), "utf-8") : Fallback(bytes);
    }

    private static DecodedPage Fallback(ReadOnlySpan<byte> bytes)
    {
        var declared = DeclaredCharset(bytes);
        if (declared is "utf-8" or "utf8")
        {
            return Checked(Encoding.UTF8.GetString(bytes), "utf-8");
        }

        if (declared is not null && declared is not ("iso-8859-1" or "latin1" or "us-ascii" or "windows-1252") && Known(declared) is { } encoding)
        {
            return Checked(encoding.GetString(bytes), declared);
        }

        // Mostly UTF-8 with a few broken bytes is more likely a cut-off page than another encoding.
        var utf8 = Encoding.UTF8.GetString(bytes);
        var broken = utf8.AsSpan().Count('�');
        var whole = 0;
        foreach (var c in utf8)
        {
            whole += c is > '\x7f' and not '�' ? 1 : 0;
        }

        return whole > 4 * broken ? Checked(utf8, "utf-8") : Checked(Windows1252(bytes), "windows-1252");
    }

    private static (Encoding? Encoding, int Skip) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static DecodedPage Checked(string text, string encoding)
    {
        var replaced = text.AsSpan().Count('�');
        var problem = replaced == 0 ? null : new Problem(ProblemCodes.Encoding, $"{replaced} bytes do not fit {encoding} and were replaced: save the page again if they matter.");
        return string.IsNullOrWhiteSpace(text) ? new DecodedPage(text, new Problem(ProblemCodes.Empty, "The page holds no text.")) : new DecodedPage(text, problem);
    }

    /// <summary>NUL bytes, more than a tenth of control characters in the first kilobytes, or a fiftieth where the bytes are no UTF-8 either.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Prescan)];
        var control = 0;
        foreach (var b in head)
        {
            control += b is < 9 or (> 13 and < 27) or (> 27 and < 32) ? 1 : 0;
        }

        return head.Count((byte)0) > head.Length / 100 || control > head.Length / 10 || (control > head.Length / 50 && !System.Text.Unicode.Utf8.IsValid(head)) || head.StartsWith("%PDF-"u8) || head.StartsWith("PK\x03\x04"u8);
    }

    private static string? DeclaredCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)]);
        return Charset().Match(head) is { Success: true } m ? m.Groups["name"].Value.ToLowerInvariant() : null;
    }

    private static Encoding? Known(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Windows1252(ReadOnlySpan<byte> bytes) => (Known("windows-1252") ?? Encoding.Latin1).GetString(bytes);

    // <meta charset="koi8-r">, <meta http-equiv=… content="text/html; charset=iso-8859-2">
    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_\-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
