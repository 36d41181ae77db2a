using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>A unit of data/units.tsv: its code and what it measures ("money", "share", "time", "age", "length" …).</summary>
internal sealed record Unit(string Code, string Kind);

/// <summary>The units of data/units.tsv, found beside a number.</summary>
internal sealed class Units
{
    private const int LongestForm = 5;

    private readonly Dictionary<string, List<(string[] Forms, Unit Unit)>> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(string[] Forms, Unit Unit)>> _after = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Forms, Unit Unit)>> _before = new(StringComparer.Ordinal);

    public static Units Load()
    {
        var units = new Units();
        foreach (var row in Table.Shipped("units").Rows)
        {
            var unit = new Unit(row.Required("code"), row.Required("kind"));
            foreach (var word in row.List("words"))
            {
                Add(units._words, Forms(word), unit, first: true);
                foreach (var plural in Plurals(word))
                {
                    Add(units._words, Forms(plural), unit, first: true);
                }
            }

            foreach (var sign in row.List("after"))
            {
                Add(units._after, Forms(sign), unit, first: true);
            }

            foreach (var sign in row.List("before"))
            {
                Add(units._before, Forms(sign), unit, first: false);
            }
        }

        return units;
    }

    /// <summary>The unit that begins at a lexeme, as a word ("square miles") or a sign ("km²", "%"), and the lexeme after it.</summary>
    public (Unit Unit, int End)? After(Lexemes s, int at)
    {
        if (!s.Has(at))
        {
            return null;
        }

        var form = s.Form(at).ToString();
        (Unit Unit, int End)? best = null;
        if (_words.TryGetValue(form, out var words))
        {
            best = Longest(s, at, words, ignoreCase: true);
        }

        return _after.TryGetValue(form, out var signs) && Longest(s, at, signs, ignoreCase: false) is { } sign && (best is null || sign.End > best.Value.End) && IsSignHere(s, at) ? sign : best;
    }

    /// <summary>The unit that ends right before a lexeme, "US$", "EUR", and its first lexeme.</summary>
    public (Unit Unit, int First)? Before(Lexemes s, int at)
    {
        if (!s.Has(at - 1) || !_before.TryGetValue(s.Form(at - 1).ToString(), out var signs))
        {
            return null;
        }

        foreach (var (forms, unit) in signs)
        {
            var first = at - forms.Length;
            if (first >= 0 && Matches(s, first, forms, ignoreCase: false) && (forms.Length == 1 || forms[0].Length > 1 || s.Glued(first + 1)) && (forms.Length > 1 || s.IsWord(first) || !s.Glued(first) || !s.IsWord(first - 1) || s[first - 1].Length > 3))
            {
                return (unit, first);
            }
        }

        return null;
    }

    private static (Unit Unit, int End)? Longest(Lexemes s, int at, List<(string[] Forms, Unit Unit)> entries, bool ignoreCase)
    {
        foreach (var (forms, unit) in entries)
        {
            if (Matches(s, at, forms, ignoreCase))
            {
                return (unit, at + forms.Length);
            }
        }

        return null;
    }

    /// <summary>A sign of letters stands as a word of its own: the "m" of "5 m" and not of "5 may".</summary>
    private static bool IsSignHere(Lexemes s, int at) => s[at].Kind != LexemeKind.Word || s[at].Length > 1 || s.Glued(at) || !s.IsApostrophe(at + 1);

    private static bool Matches(Lexemes s, int at, string[] forms, bool ignoreCase)
    {
        for (var i = 0; i < forms.Length; i++)
        {
            if (!s.Form(at + i).Equals(forms[i], ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Forms(string words)
    {
        var lexemes = new Lexemes(words, new TextSpan(0, words.Length));
        return [.. Enumerable.Range(0, Math.Min(lexemes.Count, LongestForm)).Select(i => lexemes.Form(i).ToString())];
    }

    private static IEnumerable<string> Plurals(string word)
    {
        if (word.EndsWith('s') || word.Contains(" per ", StringComparison.Ordinal) || word.EndsWith("old", StringComparison.Ordinal))
        {
            yield break;
        }

        yield return word.EndsWith('y') && !word.EndsWith("ey", StringComparison.Ordinal) ? word[..^1] + "ies" : word.EndsWith("ch", StringComparison.Ordinal) ? word + "es" : word + "s";
    }

    private static void Add(Dictionary<string, List<(string[] Forms, Unit Unit)>> to, string[] forms, Unit unit, bool first)
    {
        var key = first ? forms[0] : forms[^1];
        if (!to.TryGetValue(key, out var entries))
        {
            to[key] = entries = [];
        }

        if (!entries.Exists(e => e.Forms.SequenceEqual(forms)))
        {
            entries.Add((forms, unit));
            entries.Sort((a, b) => b.Forms.Length.CompareTo(a.Forms.Length));
        }
    }
}
