using System.Collections.Frozen;
using Entente.Claims;

namespace Entente.Record.Reconciling;

/// <summary>What of a sentence is compared with others.</summary>
internal sealed class SentenceWording
{
    /// <summary>The share of the shorter one's runs that makes a copy: a word or two changed at the end of a long sentence.</summary>
    private const double Share = .8;

    /// <summary>Shorter sentences ("He gave no details.") are anybody's.</summary>
    private const int LeastWords = 6;

    /// <summary>Words that count something, but for "one", which mostly does not. The table is fixed.</summary>
    private static readonly FrozenSet<ulong> NumberWords = Numbers();

    private readonly ulong _key;
    private readonly int _words;
    private readonly ulong[] _runs;
    private readonly ulong[] _figures;

    private SentenceWording(Runs read)
    {
        _words = read.Words.Length;
        var key = (ulong)_words;
        var figures = new List<ulong>(read.Figures);
        foreach (var word in read.Words)
        {
            key = Runs.Mixed((key * 31) + word);
            if (NumberWords.Contains(word))
            {
                figures.Add(word);
            }
        }

        _key = key;
        _runs = read.Distinct();
        figures.Sort();
        _figures = Runs.Unique([.. figures]);
        Sample = Fingerprint.OfSentence(read, key, LeastWords);
    }

    /// <summary>Its part of its document's fingerprint: nothing where it is too short to be a copy.</summary>
    public uint[] Sample { get; }

    public static SentenceWording Of(Runs reader, ReadOnlySpan<char> sentence)
    {
        reader.Read(sentence);
        return new SentenceWording(reader);
    }

    /// <summary>Whether the two have the same words, in the same order.</summary>
    public bool Is(SentenceWording other) => _key == other._key && _words == other._words;

    /// <summary>
    /// How far this sentence, the later one, repeats an earlier: 0 where it does not, 1 where it has the same words. A figure that the earlier one does not have is news, and so is a word in place of a figure.
    /// </summary>
    public double Repeats(SentenceWording earlier)
    {
        if (Is(earlier))
        {
            return _words >= LeastWords ? 1 : 0;
        }

        var fewer = Math.Min(_runs.Length, earlier._runs.Length);
        if (fewer == 0 || !SameFigures(earlier))
        {
            return 0;
        }

        var share = (double)Runs.Common(_runs, earlier._runs) / fewer;
        return share >= Share ? share : 0;
    }

    private bool SameFigures(SentenceWording earlier)
    {
        var common = Runs.Common(_figures, earlier._figures);
        return common == _figures.Length && (common == earlier._figures.Length || _words < earlier._words);
    }

    private static FrozenSet<ulong> Numbers()
    {
        var reader = new Runs();
        var numbers = new HashSet<ulong>();
        foreach (var row in Table.Shipped("number-words").Rows)
        {
            reader.Read(row.Required("word"));
            if (row["value"] is not (null or "1") && reader.Words.Length == 1)
            {
                numbers.Add(reader.Words[0]);
            }
        }

        return numbers.ToFrozenSet();
    }
}
