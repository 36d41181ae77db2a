using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Claims.Reading;

/// <summary>The characters of a page, and what was wrong with its bytes.</summary>
internal readonly record struct DecodedPage(string Text, Problem? Problem);

/// <summary>
/// Bytes → characters: byte order mark, then what the server or the page declares, then UTF-8 when the bytes are valid UTF-8, then UTF-16 and what <see cref="EncodingTeller"/> tells.
/// A page is never lost for a bad byte: it becomes U+FFFD, and the problem says how many.
/// </summary>
internal static partial class Decoder
{
    private const int Prescan = 4096;

    /// <param name="charset">What was said of the bytes outside of them (an HTTP or MIME header); null when nothing was.</param>
    public static DecodedPage Decode(ReadOnlySpan<byte> bytes, string? charset = null)
    {
        if (bytes.IsEmpty)
        {
            return new DecodedPage("", new Problem(ProblemCodes.Empty, "The page is empty."));
        }

        if (ByteOrderMark(bytes) is (var encoding, var skip) && encoding is not null)
        {
            return Checked(encoding.GetString(bytes[skip..]), encoding.WebName);
        }

        if (EncodingTeller.Utf16(bytes) is { } wide)
        {
            return Checked(wide.GetString(bytes), wide.WebName);
        }

        if (LooksBinary(bytes))
        {
            return new DecodedPage("", new Problem(ProblemCodes.Binary, "The bytes are not text: save the page as HTML or text."));
        }

        // Text that is valid UTF-8 by chance does not occur; a wrong declaration does. Only the escapes of ISO-2022 are ASCII bytes with another meaning.
        var declared = Known(charset) ?? Known(DeclaredCharset(bytes));
        if (System.Text.Unicode.Utf8.IsValid(bytes) && !(declared?.WebName.StartsWith("iso-2022", StringComparison.Ordinal) == true && bytes.Contains((byte)0x1B)))
        {
            return Checked(Encoding.UTF8.GetString(bytes), "utf-8");
        }

        return Fallback(bytes, declared);
    }

    private static DecodedPage Fallback(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (declared is not null && declared.CodePage != Encoding.UTF8.CodePage)
        {
            return Checked(declared.GetString(bytes), declared.WebName);
        }

        // Mostly UTF-8 with a few broken bytes is more likely a cut-off page than another encoding.
        var utf8 = Encoding.UTF8.GetString(bytes);
        var broken = utf8.AsSpan().Count('�');
        var whole = 0;
        foreach (var c in utf8)
        {
            whole += c is > '\x7f' and not '�' ? 1 : 0;
        }

        if (whole > 4 * broken)
        {
            return Checked(utf8, "utf-8");
        }

        var told = EncodingTeller.Shipped.Tell(bytes);
        return Checked(told.GetString(bytes), told.WebName);
    }

    private static (Encoding? Encoding, int Skip) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        _ => (null, 0),
    };

    private static DecodedPage Checked(string text, string encoding)
    {
        // A NUL is no character of any page: what comes after would lose it or end at it.
        text = text.Replace('\0', '�');
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

    /// <summary>The encoding of that name as browsers take it: Latin-1 and ASCII are windows-1252, GB2312 is GB18030, a page that says it is UTF-16 in ASCII is not.</summary>
    private static Encoding? Known(string? name)
    {
        var known = name?.Trim().ToLowerInvariant() switch
        {
            null or "" => null,
            "utf-8" or "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "latin1" or "latin-1" or "iso8859-1" or "us-ascii" or "ascii" or "cp1252" => "windows-1252",
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "csgb2312" => "gb18030",
            "sjis" or "x-sjis" or "shift-jis" or "ms932" or "windows-31j" => "shift_jis",
            "ks_c_5601-1987" or "ksc5601" or "windows-949" => "euc-kr",
            "cp1251" or "win-1251" => "windows-1251",
            "iso-8859-9" or "latin5" => "windows-1254",
            "utf-16" or "utf-16le" or "utf-16be" or "utf-32" => null,
            var other => other,
        };
        return known is null ? null : known == "utf-8" ? Encoding.UTF8 : EncodingTeller.Named(known);
    }

    // <meta charset="koi8-r">, <meta http-equiv=… content="text/html; charset=iso-8859-2">, <?xml version="1.0" encoding="euc-jp"?>
    [GeneratedRegex("""(?:<meta[^>]{0,300}?charset|<\?xml[^>]{0,60}?encoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_\-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
