using System.Collections.Frozen;
using Entente.Claims.Coding.Judging;

namespace Entente.Claims.Coding.Attributing;

/// <summary>One row of data/cues.tsv, for one word.</summary>
/// <param name="Gives">The reading that the cue gives its content; none for plain saying.</param>
internal sealed record Cue(string Word, char Pos, IReadOnlyList<string> Frames, Readings Gives)
{
    public bool Takes(string frame) => Frames.Contains(frame);

    /// <summary>A row of the table, one cue a word.</summary>
    public static IReadOnlyList<Cue> Of(TableRow row)
    {
        row.Required("words");
        var frames = row.List("frames");
        var gives = Signatures.ReadingOf(row["gives"]);
        return [.. row.List("words").Select(word => new Cue(word, row.Required("pos")[0], frames, gives))];
    }
}

/// <summary>The table data/cues.tsv, by word and part of speech.</summary>
internal sealed class Cues
{
    private readonly FrozenDictionary<(string Word, char Pos), Cue[]> _byWord;

    private readonly VerbForms _forms;

    // every pair of words in a text is asked for
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _firstWords;

    private Cues(FrozenDictionary<(string Word, char Pos), Cue[]> byWord)
    {
        _byWord = byWord;
        _firstWords = byWord.Keys.Where(k => k.Pos == 'P' && k.Word.Contains(' ', StringComparison.Ordinal)).Select(k => k.Word.Split(' ')[0])
            .ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _forms = VerbForms.Of(byWord.Keys.Where(k => k.Pos == 'V').Select(k => k.Word).Order(StringComparer.Ordinal));
    }

    /// <summary>All rows of a verb, also where the lemmatiser guessed another lemma.</summary>
    public IReadOnlyList<Cue> OfVerb(string lemma, ReadOnlySpan<char> form) =>
        Of(lemma, 'V') is { Count: > 0 } rows ? rows : _forms.Verb(form) is { } verb ? Of(verb, 'V') : [];

    /// <summary>The table, with the user's own rows before ours.</summary>
    public static Cues Load(OwnCues own) => Of([.. own.Cues, .. Table.Shipped("cues").Rows.SelectMany(Cue.Of)]);

    private static Cues Of(IReadOnlyList<Cue> rows) => new(rows.GroupBy(c => (c.Word, c.Pos)).ToFrozenDictionary(g => g.Key, g => g.ToArray()));

    /// <summary>Whether a phrase of two words may begin with the word, whatever its case.</summary>
    public bool MayBeginPhrase(ReadOnlySpan<char> form) => _firstWords.Contains(form);

    /// <summary>All rows of a word; empty when it is no cue.</summary>
    public IReadOnlyList<Cue> Of(string word, char pos) => _byWord.TryGetValue((word, pos), out var cues) ? cues : [];
}
