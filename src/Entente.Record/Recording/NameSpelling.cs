using Entente.Claims;

namespace Entente.Record.Recording;

/// <summary>A way in which a person's name is written, as folded words.</summary>
/// <param name="Words">With a space between them.</param>
/// <param name="Family">Which of them stands alone as well ("Mr Doe"): "first", "last", or null for none.</param>
internal readonly record struct NameSpelling(string Words, string? Family)
{
    /// <summary>So many words are looked at together at most; of a longer name the first of them.</summary>
    public const int Longest = 5;

    /// <summary>Shorter names are not looked for written as one word: too many words would be one.</summary>
    private const int ShortestAsOne = 7;

    /// <summary>How a name may be written: as it is, without the signs in it, the last word first, and as one word.</summary>
    /// <exception cref="FormatException">It has less than two letters.</exception>
    public static IReadOnlyList<NameSpelling> Of(string name)
    {
        // "Doe, Jane" is Jane Doe.
        name = name.Split(',') is [var family, var given] ? given + " " + family : name;
        var spellings = new List<NameSpelling>();
        foreach (var written in new[] { name, string.Concat(name.Where(c => c is not ('\'' or '’' or 'ʼ' or '.'))), string.Concat(name.Where(c => c is not '-')) })
        {
            var words = FoldedWords.Of(written).ConvertAll(w => w.Letters);
            spellings.Add(Joined(words, words.Count is > 1 and <= Longest ? "last" : null));
            if (words.Count > 1)
            {
                spellings.Add(Joined([words[^1], .. words.SkipLast(1)], "first"));
                spellings.AddRange(string.Concat(words) is { Length: >= ShortestAsOne } one ? [new NameSpelling(one, null)] : []);
            }
        }

        return spellings[0].Words.Length < 2 ? throw new FormatException($"'{name}' is no name that can be looked for: it needs two letters.") : [.. spellings.DistinctBy(s => s.Words, StringComparer.Ordinal)];
    }

    private static NameSpelling Joined(IEnumerable<string> words, string? family) => new(string.Join(' ', words.Take(Longest)), family);
}

/// <summary>A name found in a text.</summary>
/// <param name="Family">The folded word of it that stands alone as well; empty for none.</param>
internal readonly record struct FoundName(TextSpan Span, string Family);

/// <summary>Finds names in any text, however they are written. One finder is for one page: it remembers what it was asked.</summary>
/// <param name="find">Which word of a name stands alone: "first", "last", or "" for none; null when the words are no such name.</param>
/// <param name="begins">Whether a name may begin with a word, where that is known: of most words none does.</param>
internal sealed class NameFinder(Func<string, string?> find, Predicate<string>? begins = null)
{
    private readonly Dictionary<string, string?> _asked = new(StringComparer.Ordinal);

    public static NameFinder Of(IEnumerable<NameSpelling> spellings)
    {
        var known = spellings.DistinctBy(s => s.Words, StringComparer.Ordinal).ToDictionary(s => s.Words, s => s.Family ?? "", StringComparer.Ordinal);
        var first = known.Keys.Select(w => w.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        return new NameFinder(words => known.GetValueOrDefault(words), first.Contains);
    }

    public bool IsIn(string text) => In(FoldedWords.Of(text)).Any();

    public List<FoundName> In(string text) => [.. In(FoldedWords.Of(text))];

    private IEnumerable<FoundName> In(List<FoldedWord> words)
    {
        for (var first = 0; first < words.Count; first++)
        {
            if (begins is not null && !begins(words[first].Letters))
            {
                continue;
            }

            var run = "";
            for (var last = first; last < words.Count && last < first + NameSpelling.Longest; last++)
            {
                run = last == first ? words[last].Letters : run + " " + words[last].Letters;
                if (Find(run) is { } family)
                {
                    yield return new FoundName(
                        TextSpan.FromBounds(words[first].Span.Start, words[last].Span.End), family switch { "first" => words[first].Letters, "last" => words[last].Letters, _ => "" });
                }
            }
        }
    }

    private string? Find(string words)
    {
        if (!_asked.TryGetValue(words, out var family))
        {
            _asked[words] = family = find(words);
        }

        return family;
    }
}
