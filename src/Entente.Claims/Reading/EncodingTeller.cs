using System.Collections.Frozen;
using System.Text;

namespace Entente.Claims.Reading;

/// <summary>
/// Tells the encoding of bytes that nothing declares and that are no UTF-8: each candidate of data/reading-encodings.tsv decodes a sample, and the text that looks
/// most like a language it is used for wins (valid sequences, common letters, one script and no inverted case in a word: KOI8-R read as windows-1251 is "пРАВИТЕЛЬСТВО").
/// </summary>
internal sealed class EncodingTeller
{
    private const int Sample = 40_000;

    private readonly Candidate[] _candidates;

    private EncodingTeller() => _candidates = [.. Table.Shipped("reading-encodings").Rows.Select(Candidate.From).OfType<Candidate>()];

    /// <summary>The shipped table.</summary>
    public static EncodingTeller Shipped { get; } = new();

    /// <summary>The likeliest encoding; the first of the table where the sample has nothing to tell by.</summary>
    public Encoding Tell(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (best, most) = (_candidates[0].Encoding, double.MinValue);
        foreach (var candidate in _candidates)
        {
            // A clear gain is asked of later rows, for a few quotation marks stand at the same place in all of windows-125x.
            var score = candidate.Score(sample);
            if (score > most + 0.02)
            {
                (best, most) = (candidate.Encoding, score);
            }
        }

        return best;
    }

    /// <summary>Which of the two byte orders of UTF-16 bytes without a mark are in, told by the blanks and line ends of any script; null when they are not UTF-16.</summary>
    public static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        int little = 0, big = 0, units = sample.Length / 2;
        for (var i = 0; i < sample.Length; i += 2)
        {
            little += sample[i + 1] == 0 && IsCommon(sample[i]) ? 1 : 0;
            big += sample[i] == 0 && IsCommon(sample[i + 1]) ? 1 : 0;
        }

        // One blank in twelve characters holds for every script that has blanks; markup has far more.
        return units < 2 ? null
            : little * 12 > units && little > 4 * big && IsText(Encoding.Unicode, sample) ? Encoding.Unicode
            : big * 12 > units && big > 4 * little && IsText(Encoding.BigEndianUnicode, sample) ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>An encoding that gives U+FFFD for what does not fit (the framework's EUC-JP would give a middle dot); null when the framework has none of that name.</summary>
    public static Encoding? Named(string name)
    {
        var bad = new DecoderReplacementFallback("\uFFFD");
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, bad) ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, bad);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsCommon(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)',' or (byte)'.' or (>= (byte)'a' and <= (byte)'z') or (byte)'<' or (byte)'>';

    private static bool IsText(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        var text = encoding.GetString(sample);
        var odd = 0;
        foreach (var c in text)
        {
            odd += c is '�' or (< ' ' and not ('\n' or '\r' or '\t' or '\f')) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.PrivateUse ? 1 : 0;
        }

        return odd * 50 < text.Length;
    }

    /// <summary>A row of the table, ready to judge a sample.</summary>
    private sealed record Candidate(Encoding Encoding, string Script, FrozenDictionary<char, double> Common)
    {
        public static Candidate? From(TableRow row) =>
            Named(row.Required("encoding")) is { } encoding ? new Candidate(encoding, row.Required("script"), Ranked(row.Required("common"))) : null;

        /// <summary>1 for the most frequent character, falling to a half for the last.</summary>
        private static FrozenDictionary<char, double> Ranked(string common) =>
            common.Distinct().Select((c, i) => (c, Worth: 1 - (0.5 * i / common.Length))).ToFrozenDictionary(p => p.c, p => p.Worth);

        /// <summary>At most 1: the mean worth of the characters beyond ASCII.</summary>
        public double Score(ReadOnlySpan<byte> sample)
        {
            var text = Encoding.GetString(sample);
            double sum = 0;
            var beyond = 0;
            var before = ' ';
            foreach (var c in text)
            {
                if (c > '\x7f')
                {
                    beyond++;
                    sum += Worth(c, before);
                }

                before = c;
            }

            return beyond == 0 ? 0 : sum / beyond;
        }

        private double Worth(char c, char before)
        {
            if (c is '�' or (>= '\x80' and < '\xa0') or (>= '\uE000' and <= '\uF8FF'))
            {
                return -3;
            }

            if (char.IsLetter(c) && char.IsLetter(before) && ((char.IsUpper(c) && char.IsLower(before)) || !IsOfScript(before)))
            {
                return -1;
            }

            // Whole words of capitals are rare: Hebrew read as KOI8-R consists of them.
            var shouted = char.IsUpper(c) && char.IsUpper(before) ? 0.4 : 0;
            return Common.TryGetValue(char.ToLowerInvariant(c), out var worth) ? worth - shouted : c == '\xa0' ? 0.5 : IsOfScript(c) ? 0.2 : -0.5;
        }

        /// <summary>Whether a letter may stand beside letters of the script; Latin stands beside Han and kana without a blank.</summary>
        private bool IsOfScript(char c) => Script switch
        {
            "latin" => c < '\u0250',
            "cyrillic" => c is >= '\u0400' and <= '\u052F',
            "greek" => c is >= '\u0370' and <= '\u03FF',
            "hebrew" => c is >= '\u0590' and <= '\u05FF',
            "arabic" => c is >= '\u0600' and <= '\u06FF',
            "thai" => c is >= '\u0E00' and <= '\u0E7F',
            "hangul" => c < '\u0080' || c is >= '\uAC00' and <= '\uD7A3',
            "kana" => c < '\u0080' || c is (>= '\u3000' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF' and not (>= '\uFF61' and <= '\uFF9F')),
            _ => c < '\u0080' || c is (>= '\u3000' and <= '\u303F') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF'),
        };
    }
}
