namespace Entente.Claims.Coding.Naming;

/// <summary>All phrases of the lexicon, word by word: one dictionary look-up a word, however many phrases there are.</summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<long, int> _edges = new(65536);
    private readonly List<List<Sense>?> _senses = [null];

    /// <summary>Adds a meaning of a phrase.</summary>
    public void Add(ReadOnlySpan<Word> phrase, Sense sense)
    {
        var node = 0;
        for (var i = 0; i < phrase.Length; i++)
        {
            var key = Key(node, phrase[i].Id);
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _senses.Count;
                _senses.Add(null);
                _edges.Add(key, next);
            }

            node = next;
            if (i < 32)
            {
                sense.Capital |= phrase[i].IsCapital ? 1u << i : 0;
                sense.Capitals |= phrase[i].Form == WordForm.Capitals ? 1u << i : 0;
            }
        }

        // the user's own meaning of a phrase is its only one
        if (sense.Own)
        {
            _senses[node]?.RemoveAll(s => !s.Own && s.Kind is not (SenseKind.Role or SenseKind.Title));
        }

        (_senses[node] ??= []).Add(sense);
    }

    /// <summary>The longest phrase that begins at a word and is written as it must be: the index after it, and its meanings; 0 when there is none.</summary>
    /// <param name="anyCase">Whether the sentence is all in capitals, so that case tells nothing.</param>
    public int Longest(List<Word> words, int start, int limit, bool anyCase, List<Sense> found)
    {
        found.Clear();
        int node = 0, best = 0;
        for (var at = start; at < limit && words[at].Id != Vocabulary.Unknown; at++)
        {
            if (!_edges.TryGetValue(Key(node, words[at].Id), out node))
            {
                break;
            }

            if (_senses[node] is { } senses && TakeWritten(senses, words, start, anyCase, found, at + 1 > best))
            {
                best = at + 1;
            }
        }

        return best;
    }

    private static bool TakeWritten(List<Sense> senses, List<Word> words, int start, bool anyCase, List<Sense> found, bool clear)
    {
        var any = false;
        foreach (var sense in senses)
        {
            if (!IsWritten(sense, words, start, anyCase))
            {
                continue;
            }

            if (!any && clear)
            {
                found.Clear();
            }

            any = true;
            found.Add(sense);
        }

        return any;
    }

    // an acronym needs its capitals, so that "WHO" is not "who"; where all is in capitals an acronym without full stops tells nothing
    private static bool IsWritten(Sense sense, List<Word> words, int start, bool anyCase)
    {
        for (uint bits = sense.Capital, i = 0; bits != 0; bits >>= 1, i++)
        {
            var word = words[start + (int)i];
            if ((bits & 1) != 0 && !word.IsCapital || (sense.Capitals >> (int)i & 1) != 0 && word.Form != WordForm.Capitals)
            {
                return false;
            }
        }

        return !anyCase || sense.Capitals == 0 || sense.Alias.Length > 4 || words[start].Span.Length > sense.Alias.Replace(".", "", StringComparison.Ordinal).Length;
    }

    private static long Key(int node, int word) => (long)node << 32 | (uint)word;
}
