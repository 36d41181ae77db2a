using System.Globalization;
using System.Numerics;
using System.Text;

namespace Entente.Record.Reconciling;

/// <summary>
/// A text as hashes of its words and of its runs of eight words. Case, punctuation and line breaks do not count. One object is used for text after text, so that nothing is made for a word.
/// </summary>
internal sealed class Runs
{
    /// <summary>Words in a run.</summary>
    public const int Length = 8;

    private const ulong Seed = 14695981039346656037UL;
    private const ulong Step = 1099511628211UL;
    private const ulong Base = 0x9E3779B97F4A7C15UL;

    /// <summary>What the word that leaves a run weighs in it: the base to the power of eight.</summary>
    private static readonly ulong Leaving = Power(Base, Length);

    /// <summary>For each ASCII sign what counts of it: its lower case for letters, itself for digits and "_", else 0.</summary>
    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) || c == '_' ? (byte)char.ToLowerInvariant((char)c) : (byte)0)];

    private ulong[] _words = new ulong[256];
    private ulong[] _runs = new ulong[256];
    private readonly List<ulong> _figures = [];
    private int _wordCount;

    /// <summary>The words of the text read last.</summary>
    public ReadOnlySpan<ulong> Words => _words.AsSpan(0, _wordCount);

    /// <summary>Those of the words that hold a digit, in text order.</summary>
    public IReadOnlyList<ulong> Figures => _figures;

    /// <summary>The runs of the text read last, in text order.</summary>
    public ReadOnlySpan<ulong> InOrder => _runs.AsSpan(0, Math.Max(0, _wordCount - Length + 1));

    public void Read(ReadOnlySpan<char> text)
    {
        ReadWords(text);
        if (_runs.Length < _wordCount)
        {
            _runs = new ulong[_words.Length];
        }

        var run = 0UL;
        for (var i = 0; i < _wordCount; i++)
        {
            run = (run * Base) + _words[i] - (i >= Length ? _words[i - Length] * Leaving : 0);
            if (i >= Length - 1)
            {
                _runs[i - Length + 1] = Mixed(run);
            }
        }
    }

    /// <summary>The distinct runs of the text read last, sorted.</summary>
    public ulong[] Distinct()
    {
        var runs = InOrder.ToArray();
        Array.Sort(runs);
        return Unique(runs);
    }

    /// <summary>How many values two sorted lists of distinct values have in common.</summary>
    public static int Common(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var (x, y) = (a[i], b[j]);
            common += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return common;
    }

    /// <summary>Sorted values without repetitions.</summary>
    public static T[] Unique<T>(T[] sorted)
        where T : struct, IEqualityOperators<T, T, bool>
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (count == 0 || sorted[count - 1] != sorted[i])
            {
                sorted[count++] = sorted[i];
            }
        }

        return count == sorted.Length ? sorted : sorted[..count];
    }

    /// <summary>Spreads what differs in any bit over all bits.</summary>
    public static ulong Mixed(ulong value)
    {
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93UL;
        value ^= value >> 32;
        value *= 0xD6E8FEB86659FD93UL;
        return value ^ (value >> 32);
    }

    /// <summary>Words are letters, digits and "_" in lower case.</summary>
    private void ReadWords(ReadOnlySpan<char> text)
    {
        _wordCount = 0;
        _figures.Clear();
        var word = Seed;
        var digit = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            uint sign;
            if (c < 128)
            {
                sign = Ascii[c];
                i++;
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
                sign = Counts(rune) ? (uint)Rune.ToLowerInvariant(rune).Value : 0;
                i += length;
            }

            if (sign != 0)
            {
                word = (word ^ sign) * Step;
                digit |= sign - '0' < 10;
            }
            else if (word != Seed)
            {
                Add(word, digit);
                word = Seed;
                digit = false;
            }
        }

        if (word != Seed)
        {
            Add(word, digit);
        }
    }

    private static bool Counts(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    private void Add(ulong word, bool isFigure)
    {
        if (_wordCount == _words.Length)
        {
            Array.Resize(ref _words, _words.Length * 2);
        }

        _words[_wordCount++] = Mixed(word);
        if (isFigure)
        {
            _figures.Add(_words[_wordCount - 1]);
        }
    }

    private static ulong Power(ulong value, int exponent)
    {
        var result = 1UL;
        for (var i = 0; i < exponent; i++)
        {
            result *= value;
        }

        return result;
    }
}
