using System.Collections.Frozen;

namespace Entente.Claims.Reading;

/// <summary>What a line of a page is by its words (data/reading-lines.tsv).</summary>
[Flags]
internal enum LineCues
{
    None = 0,
    Furniture = 1,
    Advert = 2,
    Section = 4,
    End = 8,
    Published = 16,
    Related = 32,
    Source = 64,
    Caption = 128,
    Comments = 256,
    Thread = 512,
    Profile = 1024,
    Wall = 2048,
    Notice = 4096,
}

/// <summary>The word tables of the reader (data/reading-*.tsv), loaded once.</summary>
internal sealed class ReadingTables
{
    private readonly FrozenDictionary<string, LineCues> _whole;
    private readonly FrozenDictionary<string, (string Words, LineCues Cue)[]> _starts;
    private readonly FrozenDictionary<string, (string Words, LineCues Cue)[]> _parts;
    private readonly FrozenDictionary<string, int> _months;
    private readonly FrozenDictionary<string, FrozenSet<string>> _persons;
    private readonly FrozenDictionary<string, LineCues>.AlternateLookup<ReadOnlySpan<char>> _wholeBySpan;
    private readonly FrozenDictionary<string, (string Words, LineCues Cue)[]>.AlternateLookup<ReadOnlySpan<char>> _startsBySpan;
    private readonly FrozenDictionary<string, (string Words, LineCues Cue)[]>.AlternateLookup<ReadOnlySpan<char>> _partsBySpan;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _monthsBySpan;

    private ReadingTables()
    {
        var lines = Table.Shipped("reading-lines").Rows
            .SelectMany(r => r.List("words").Select(w => (Match: r.Required("match"), Words: LineWords.Fold(w), Cue: Enum.Parse<LineCues>(r.Required("kind"), ignoreCase: true))))
            .ToList();
        _whole = lines.Where(l => l.Match == "whole").GroupBy(l => l.Words).ToFrozenDictionary(g => g.Key, g => g.Aggregate(LineCues.None, (a, l) => a | l.Cue), StringComparer.Ordinal);
        _starts = ByFirstWord(lines.Where(l => l.Match == "start").Select(l => (l.Words, l.Cue)));
        _parts = ByFirstWord(lines.Where(l => l.Match == "part").Select(l => (l.Words, l.Cue)));
        _months = Table.Shipped("reading-months").Rows.SelectMany(r => r.List("names").Select(n => (n, int.Parse(r.Required("month")))))
            .DistinctBy(p => p.n).ToFrozenDictionary(p => p.n, p => p.Item2, StringComparer.OrdinalIgnoreCase);
        _persons = Table.Shipped("reading-persons").Rows.ToFrozenDictionary(r => r.Required("kind"), r => r.List("words").ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
        Stopwords = Table.Shipped("reading-stopwords").Rows.ToFrozenDictionary(r => r.Required("language"), r => r.List("words").ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
        _wholeBySpan = _whole.GetAlternateLookup<ReadOnlySpan<char>>();
        _startsBySpan = _starts.GetAlternateLookup<ReadOnlySpan<char>>();
        _partsBySpan = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
        _monthsBySpan = _months.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The shipped tables.</summary>
    public static ReadingTables Shipped { get; } = new();

    /// <summary>Function words of each language.</summary>
    public FrozenDictionary<string, FrozenSet<string>> Stopwords { get; }

    /// <summary>1–12, or 0 when the word is no name of a month.</summary>
    public int Month(ReadOnlySpan<char> word) => _monthsBySpan.TryGetValue(word.TrimEnd('.'), out var month) ? month : 0;

    /// <summary>Whether data/reading-persons.tsv lists the word under this kind.</summary>
    public bool IsPersonWord(string kind, string word) => _persons[kind].Contains(word);

    public IEnumerable<string> PersonWords(string kind) => _persons[kind];

    /// <summary>What a line is by its words; <paramref name="folded"/> comes from <see cref="LineWords.Fold(string)"/>.</summary>
    public LineCues Cues(ReadOnlySpan<char> folded)
    {
        var cues = _wholeBySpan.TryGetValue(folded, out var whole) ? whole : LineCues.None;
        var span = folded;
        for (var at = 0; at < span.Length && at < 600;)
        {
            var next = span[at..].IndexOf(' ');
            var word = next < 0 ? span[at..] : span.Slice(at, next);
            cues |= at == 0 ? Standing(_startsBySpan, word, span) : LineCues.None;
            cues |= Standing(_partsBySpan, word, span[at..]);
            at += word.Length + 1;
        }

        return cues;
    }

    private static LineCues Standing(FrozenDictionary<string, (string Words, LineCues Cue)[]>.AlternateLookup<ReadOnlySpan<char>> table, ReadOnlySpan<char> word, ReadOnlySpan<char> line)
    {
        var cues = LineCues.None;
        if (table.TryGetValue(word, out var rows))
        {
            foreach (var (words, cue) in rows)
            {
                cues |= line.StartsWith(words) && (line.Length == words.Length || line[words.Length] == ' ') ? cue : LineCues.None;
            }
        }

        return cues;
    }

    private static FrozenDictionary<string, (string Words, LineCues Cue)[]> ByFirstWord(IEnumerable<(string Words, LineCues Cue)> rows) =>
        rows.GroupBy(r => r.Words.Split(' ')[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
