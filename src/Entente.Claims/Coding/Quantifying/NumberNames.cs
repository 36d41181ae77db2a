using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>Numbers that count nothing: they name something, or are a part of a word.</summary>
internal static class NumberNames
{
    private static readonly string[] _labels =
    [
        "section", "part", "article", "chapter", "resolution", "no", "number", "channel", "flight", "highway", "route", "room", "phase", "level", "type", "model", "war", "episode", "page", "item",
        "version", "act", "clause", "amendment", "row", "gate", "street", "road", "avenue", "vol", "volume", "figure", "table", "line", "stage", "grade", "class", "category", "tier", "round", "week", "day", "game", "size", "apartment", "suite", "area", "group", "unit", "district", "ward",
    ];

    /// <summary>A number glued to letters or joined to them by a hyphen is a name: F-16, G20, Covid-19.</summary>
    public static bool IsGluedToLetters(Lexemes s, int at) => s.IsNumber(at)
        && ((s.Glued(at) && (s.IsWord(at - 1) || s.IsSign(at - 1, '#') || s.IsSign(at - 1, '/') || s.IsSign(at - 1, '_'))) || (s.IsDash(at - 1) && s.Glued(at) && s.Glued(at - 1) && s.IsWord(at - 2) && !s.IsAny(at - 2, "sub", "mid", "pre", "post")));

    /// <summary>"10:30", "5G", "21st", "No. 10", "Resolution 425".</summary>
    public static bool IsName(Units units, Lexemes s, int at, int end)
    {
        if (s.IsNumber(at))
        {
            if ((s.IsSign(end, ':') && s.Glued(end) && s.IsNumber(end + 1)) || (s.IsSign(at - 1, ':') && s.Glued(at) && s.IsNumber(at - 2)))
            {
                return true;
            }

            if (s.Glued(end) && s.IsWord(end) && units.After(s, end) is null && !s.IsAny(end, "k", "m", "b", "t", "tn", "mn", "s"))
            {
                return true;
            }

            var label = s.IsSign(at - 1, '.') && s.Glued(at - 1) ? at - 2 : at - 1;
            return (s.Capital(label) || s.IsAny(label, "category", "phase", "grade")) && s.IsAny(label, _labels) && units.After(s, end) is null || IsAddress(s, end) || IsModel(s, at, end);
        }

        return (s.Capital(at) && s.Capital(at - 1) && s.IsAny(at - 1, _labels)) || s.Is(at, "one") && (s.IsAny(at - 1, "no", "the", "this", "that", "any", "every", "each", "which", "another") || s.IsAny(at + 1, "another", "by", "or", "day", "thing", "way", "who", "that", "is", "s") || (s.IsHyphen(at + 1) && !s.IsAny(at + 2, "third", "fifth")));
    }

    /// <summary>"eBoat 12 Mini", "Harbour 20 Ultra": a number inside a name.</summary>
    private static bool IsModel(Lexemes s, int at, int end) => s.IsWord(at - 1) && s.Digits(at, 1, 4) is not null
        && ((!s.Capital(at - 1) && s.Form(at - 1).ContainsAnyInRange('A', 'Z')) || (s.Capital(at - 1) && at > 1 && s.Capital(end) && s.IsWord(end) && !s.Form(end).EndsWith("s", StringComparison.Ordinal) && s.IsWord(at - 2) && s.Capital(at - 2)));

    /// <summary>"49 Harbour View Road": a number before a street's name.</summary>
    private static bool IsAddress(Lexemes s, int at)
    {
        for (var i = at; i < at + 4 && s.Capital(i); i++)
        {
            if (i > at && s.IsAny(i, "Street", "Avenue", "Ave", "Road", "Rd", "Boulevard", "Blvd", "Lane", "St", "Drive"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A bare number after a name belongs to it: Windows 10. A spelt number that counts nothing stands for no quantity.</summary>
    public static bool IsBareName(Lexemes s, QuantityDraft draft)
    {
        if (draft.IsFraction)
        {
            return false;
        }

        if (!s.IsNumber(draft.Number) && !s.IsSign(draft.Number, '.'))
        {
            return s.Is(draft.Number, "one") || (draft.Value < 10 && draft.High is null);
        }

        if (draft.High is not null)
        {
            return false;
        }

        // "Ada Novak, 45, said": an age
        if (s.IsSign(draft.Number - 1, ',') && s.Capital(draft.Number - 2) && (s.IsSign(draft.End, ',') || s.IsSign(draft.End, '.')) && draft.Value is >= 1 and <= 110)
        {
            return true;
        }

        return s.Capital(draft.Number - 1) && draft.Number > 1 || (draft.Value >= 1800 && draft.Value <= 2100 && s[draft.Number].Length == 4 && draft.Value == Math.Floor(draft.Value ?? 0));
    }

    /// <summary>Words that are units and something else: "in" after a number, "a" and "second" before a noun.</summary>
    public static bool IsWordElsewhere(Lexemes s, int at, (Unit Unit, int End) unit) =>
        unit.End == at + 1 && (s.IsAny(at, "in", "mark", "won", "second", "colon", "real", "ha", "min", "point", "g") && !s.Glued(at) && !(s.Is(at, "won") && s.IsNumber(at - 1)) && !(s.IsAny(at, "point", "mark", "min", "g") && s.IsNumber(at - 1)));
}
