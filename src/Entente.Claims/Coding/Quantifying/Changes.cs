using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>The words of data/quantity-changes.tsv: how a number beside them is meant.</summary>
internal sealed class Changes
{
    /// <summary>Words of the object between a verb of change and "by".</summary>
    private const int Object = 5;

    /// <summary>Words between a verb of change and the level it leads to.</summary>
    private const int ToLevel = 7;

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

        if (Starting(s, end, "after") is { } after && (after.Change is not ("up" or "down") || moves))
        {
            return (nearness ?? after.Change, begin, after.End);
        }

        return (nearness ?? "=", begin, end);
    }

    /// <summary>
    /// Whether a figure tells a rise or a fall by a noun ("a fall of 5%", "a 5% fall in exports"), behind a verb with a word of nearness between ("fell by about 5%"),
    /// or as a share of what it was ("5% less than in 2020"); null when it tells neither.
    /// </summary>
    public string? Direction(Lexemes s, int first, int end, bool isShare)
    {
        var noun = s.Is(first - 1, "of") ? Ending(s, first - 1, "noun")?.Change : null;
        return noun ?? Starting(s, s.IsHyphen(end) ? end + 1 : end, "noun")?.Change ?? VerbBefore(s, first) ?? (isShare ? Starting(s, end, "than")?.Change : null);
    }

    /// <summary>Whether a verb of change stands right before: "fell a fifth".</summary>
    public bool Moves(Lexemes s, int first) => VerbBefore(s, first) is not null;

    /// <summary>"rose to 5%", "rose 3% to 5%", "ended down at 5 points": the level that a move led to, and its direction; null for any other number.</summary>
    public string? Reached(Lexemes s, int first)
    {
        var begin = Ending(s, first, "before")?.First ?? first;
        while (s.IsAny(begin - 1, "a", "an", "the", "record", "new", "total", "of", "high", "low", "all", "time", "only", "just"))
        {
            begin--;
        }

        if (!s.IsAny(begin - 1, "to", "at"))
        {
            return null;
        }

        var at = begin - 1;
        for (var steps = 0; steps < ToLevel && s.Has(at - 1) && !IsBorder(s, at - 1); steps++, at--)
        {
            if (Ending(s, at, "verb") is { } verb && (s.Is(begin - 1, "to") || at == begin - 1))
            {
                return verb.Change;
            }
        }

        return null;
    }

    /// <summary>Beyond a clause, or words that begin another, no verb is looked for.</summary>
    private static bool IsBorder(Lexemes s, int at) => s[at].Kind == LexemeKind.Sign && s.Form(at)[0] is ',' or ';' or '(' or ')' or ':' or '"' or '“' or '”' || (s.IsSign(at, '.') && !s.Glued(at + 1))
        || s.IsAny(at, "and", "but", "while", "as", "when", "which", "that", "who", "from");

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

        return Ending(s, at, "verb")?.Change ?? (at < first && s.Is(at, "by") ? Governing(s, at) : null);
    }

    /// <summary>"cut output by 5%", "grow sales by 5%": the verb of change before its object.</summary>
    private string? Governing(Lexemes s, int by)
    {
        for (var at = by - 1; at > by - 2 - Object && s.Has(at) && !IsBorder(s, at); at--)
        {
            if ((Ending(s, at, "verb") ?? Ending(s, at, "object")) is { } verb)
            {
                return verb.Change;
            }
        }

        return null;
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

    private (string Change, int End)? Starting(Lexemes s, int at, string place)
    {
        foreach (var (words, where, change) in _rows)
        {
            if (where == place && Matches(s, at, words))
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
