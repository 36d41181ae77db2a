using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>The words of data/quantity-changes.tsv: how a number beside them is meant.</summary>
internal sealed class Changes
{
    private readonly List<(string[] Words, string Place, string Change)> _rows = [];

    public static Changes Load()
    {
        var changes = new Changes();
        foreach (var row in Table.Shipped("quantity-changes").Rows)
        {
            changes._rows.Add((row.Required("words").Split(' '), row.Required("place"), row.Required("change")));
        }

        changes._rows.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        return changes;
    }

    /// <summary>The change that the words around a quantity say, and the first lexeme of those before and the end of those after.</summary>
    public (string Change, int First, int End) Around(Lexemes s, int first, int end, bool moves)
    {
        var begin = first;
        string? nearness = null;
        if (Ending(s, first, "before") is { } before)
        {
            (nearness, begin) = (before.Change, before.First);
        }

        if (moves && nearness is null && VerbBefore(s, begin) is { } verb)
        {
            return (verb, begin, end);
        }

        if (Starting(s, end) is { } after && (after.Change is not ("up" or "down") || moves))
        {
            return (nearness ?? after.Change, begin, after.End);
        }

        return (nearness ?? "=", begin, end);
    }

    /// <summary>Whether a verb of change stands right before: "fell a fifth".</summary>
    public bool Moves(Lexemes s, int first) => VerbBefore(s, first) is not null;

    /// <summary>"rose by 5%", "rose sharply, by about 5%", "was down 5%"; "rose to 5%" tells a level.</summary>
    private string? VerbBefore(Lexemes s, int first)
    {
        var at = s.IsAny(first - 1, "by") ? first - 1 : first;
        at = s.IsAny(at - 1, "another", "further", "additional") ? at - 1 : at;
        at = s.IsAny(at - 1, "a") && s.Is(at, "further") ? at - 1 : at;
        if (s.IsWord(at - 1) && s.Form(at - 1).EndsWith("ly", StringComparison.Ordinal))
        {
            at--;
        }

        return Ending(s, at, "verb")?.Change;
    }

    private (string Change, int First)? Ending(Lexemes s, int at, string place)
    {
        foreach (var (words, where, change) in _rows)
        {
            if (where == place && at >= words.Length && Matches(s, at - words.Length, words))
            {
                return (change, at - words.Length);
            }
        }

        return null;
    }

    private (string Change, int End)? Starting(Lexemes s, int at)
    {
        foreach (var (words, where, change) in _rows)
        {
            if (where == "after" && Matches(s, at, words))
            {
                return (change, at + words.Length);
            }
        }

        return null;
    }

    private static bool Matches(Lexemes s, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!s.Is(at + i, words[i]))
            {
                return false;
            }
        }

        return true;
    }
}
