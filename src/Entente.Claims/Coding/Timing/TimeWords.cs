using System.Globalization;

namespace Entente.Claims.Coding.Timing;

/// <summary>What a word stands for in a pattern of times.</summary>
internal enum TimeSense
{
    Month,
    AbbreviatedMonth,
    Weekday,
    AbbreviatedWeekday,
    Weekdays,
    Unit,
    Units,
    Season,
    Seasons,
    Part,
    Parts,
    Clock,
    Shift,
    NarrativeShift,
    Day,
    Night,
    Set,
    Vague,
    Stage,
    StageOf,
    Approx,
    ApproxPhrase,
    Decade,
    Count,
    Holiday,
    Feast,
    PastTense,
    FutureTense,
    Programme,
}

/// <summary>A word of data/time-words.tsv with its senses.</summary>
internal sealed class TimeWord
{
    private readonly string?[] _values = new string?[Enum.GetValues<TimeSense>().Length];

    public string? this[TimeSense sense] => _values[(int)sense];

    public void Add(TimeSense sense, string value) => _values[(int)sense] = value;
}

/// <summary>The words of data/time-words.tsv.</summary>
internal sealed class TimeWords
{
    /// <summary>Words without a sense of time with which patterns begin.</summary>
    private static readonly string[] _small =
    [
        "the", "a", "an", "its", "one", "every", "each", "half", "first", "once", "twice", "times", "per", "fiscal", "year", "right", "Q", "these", "second", "third", "fourth", "more", "less", "fewer", "at", "no", "up", "as",
        "well", "just", "final",
    ];

    private readonly Dictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly List<(string[] Words, TimeSense Sense, string Value)> _phrases = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _starts = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private TimeWords()
    {
        foreach (var word in _small)
        {
            _starts.Add(word);
        }

        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Table.Shipped("time-words").Rows)
        {
            var word = row.Required("word");
            var sense = Enum.Parse<TimeSense>(row.Required("sense").Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
            if (word.Contains(' ', StringComparison.Ordinal))
            {
                _phrases.Add((word.Split(' '), sense, row.Required("value")));
                _starts.Add(word.AsSpan(0, word.AsSpan().IndexOfAny(' ', '\'')));
            }
            else
            {
                (words.TryGetValue(word, out var entry) ? entry : words[word] = new TimeWord()).Add(sense, row.Required("value"));
            }
        }

        _phrases.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static TimeWords Load() => new();

    public TimeWord? Find(ReadOnlySpan<char> form) => _words.TryGetValue(form, out var word) ? word : null;

    /// <summary>Whether a time may begin with the word, be it a phrase of several words or one that the patterns know.</summary>
    public bool MayStart(ReadOnlySpan<char> form) => _starts.Contains(form);

    /// <summary>A phrase of several words that begins at a lexeme: its value and the lexeme after it.</summary>
    public (string Value, int End)? Phrase(TimeLexemes s, int at, TimeSense sense)
    {
        foreach (var (words, of, value) in _phrases)
        {
            if (of == sense && s.Matches(at, words) is { } end)
            {
                return (value, end);
            }
        }

        return null;
    }

    public static int Number(string value) => int.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
