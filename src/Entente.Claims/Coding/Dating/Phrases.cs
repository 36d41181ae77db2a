using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Dating;

/// <summary>Phrases of tables, found in lexemes whatever their case, their kind of apostrophe and dash.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>>.AlternateLookup<ReadOnlySpan<char>> _byFirst =
        new Dictionary<string, List<(string[] Words, T Value)>>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(string phrase, T value)
    {
        var lexemes = new Lexemes(phrase, new TextSpan(0, phrase.Length));
        string[] words = [.. Enumerable.Range(0, lexemes.Count).Select(i => lexemes.Form(i).ToString())];
        if (!_byFirst.TryGetValue(words[0], out var list))
        {
            _byFirst[words[0]] = list = [];
        }

        list.Add((words, value));
    }

    /// <summary>The first word of each phrase.</summary>
    public IEnumerable<string> FirstWords => _byFirst.Dictionary.Keys;

    /// <summary>Whether the first word of any phrase is among the words; if not, none of the phrases is there.</summary>
    public bool MayStandIn(HashSet<string> words)
    {
        foreach (var first in _byFirst.Dictionary.Keys)
        {
            if (words.Contains(first))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The longest phrases at each place, from left to right; one phrase can have several values.</summary>
    public IEnumerable<PhraseFound<T>> Find(Lexemes s, int first, int end)
    {
        for (var at = first; at < end;)
        {
            var found = At(s, at, end);
            if (found is not null)
            {
                yield return found;
            }

            at = found?.End ?? at + 1;
        }
    }

    private PhraseFound<T>? At(Lexemes s, int at, int end)
    {
        if (!_byFirst.TryGetValue(s.Form(at), out var candidates))
        {
            return null;
        }

        var longest = 0;
        List<T> values = [];
        foreach (var (words, value) in candidates)
        {
            if (words.Length < longest || at + words.Length > end || !Matches(s, at, words))
            {
                continue;
            }

            if (words.Length > longest)
            {
                values = [];
            }

            longest = words.Length;
            values.Add(value);
        }

        return longest == 0 ? null : new PhraseFound<T>(at, at + longest, values);
    }

    private static bool Matches(Lexemes s, int at, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i] switch { "'" => !s.IsApostrophe(at + i), "-" => !s.IsDash(at + i), var word => !s.Is(at + i, word) })
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A phrase in lexemes, with all that it may mean.</summary>
internal sealed record PhraseFound<T>(int First, int End, IReadOnlyList<T> Values);
