using System.Runtime.InteropServices;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Rows with a pattern each, found by the words that a match can't do without, so that a sentence is held only against rows that may match it: of a pattern's steps the one whose words
/// the fewest patterns ask for. "be" marks what tells of "Crimea is part of …", and every sentence has it; "crimea" hardly any.
/// </summary>
internal sealed class PatternTable<TRow>
{
    private readonly List<(PhrasePattern Pattern, TRow Row)> _rows;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    public PatternTable(IEnumerable<(PhrasePattern Pattern, TRow Row)> rows)
    {
        _rows = [.. rows];
        var asking = _rows.SelectMany(r => r.Pattern.Required).SelectMany(words => words).CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < _rows.Count; i++)
        {
            foreach (var word in _rows[i].Pattern.Required.MinBy(words => words.Sum(w => asking[w]))!)
            {
                (_byWord.TryGetValue(word, out var list) ? list : _byWord[word] = []).Add(i);
            }
        }
    }

    /// <summary>All matches in a sentence, by the order of the rows and then of the text.</summary>
    public IEnumerable<(TRow Row, PatternMatch Match)> Matches(SentenceView sentence)
    {
        foreach (var index in Candidates(sentence))
        {
            var (pattern, row) = _rows[index];
            for (var match = pattern.Match(sentence.Elements); match is not null; match = pattern.Match(sentence.Elements, match.First + 1))
            {
                yield return (row, match);
            }
        }
    }

    private SortedSet<int> Candidates(SentenceView sentence)
    {
        var candidates = new SortedSet<int>();
        foreach (var word in sentence.Words)
        {
            foreach (var index in CollectionsMarshal.AsSpan(_byWord.GetValueOrDefault(word)))
            {
                if (_rows[index].Pattern.MayStandIn(sentence.Elements, sentence.Words))
                {
                    candidates.Add(index);
                }
            }
        }

        return candidates;
    }
}
