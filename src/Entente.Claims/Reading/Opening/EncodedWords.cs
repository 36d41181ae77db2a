using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Opening;

/// <summary>The characters of a header field of a mail: encoded words (RFC 2047) decoded, and bytes that were sent as they are.</summary>
internal static partial class EncodedWords
{
    /// <param name="field">As <see cref="ByteReader.ReadLine"/> gives it: each character a byte.</param>
    public static string Decode(string field)
    {
        var plain = field.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') ? Decoder.Decode(Encoding.Latin1.GetBytes(field)).Text : field;
        return Word().Replace(plain, Decoded).Trim();
    }

    private static string Decoded(Match word)
    {
        var text = word.Groups["text"].Value;
        var bytes = word.Groups["way"].Value is "B" or "b"
            ? TransferEncoding.Decode(Encoding.Latin1.GetBytes(text), "base64")
            : TransferEncoding.Decode(Encoding.Latin1.GetBytes(text.Replace('_', ' ')), "quoted-printable");
        var decoded = Decoder.Decode(bytes, word.Groups["charset"].Value.Split('*')[0]).Text;
        return string.Concat(decoded.Where(c => !char.IsControl(c)));
    }

    // "=?utf-8?Q?Caf=C3=A9?= =?utf-8?B?…?=": blanks between two encoded words do not count
    [GeneratedRegex(@"=\?(?<charset>[\w*.:-]{1,40})\?(?<way>[BbQq])\?(?<text>[^?\s]*)\?=(?:\s+(?==\?[\w*.:-]{1,40}\?[BbQq]\?[^?\s]*\?=))?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
