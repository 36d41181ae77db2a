using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>A number that was read with its unit and the words that belong to it.</summary>
/// <param name="First">Its first lexeme, with the words of change before it.</param>
/// <param name="Number">The lexeme that the number itself begins at.</param>
internal sealed record QuantityDraft(int First, int Number, int End, double? Value)
{
    /// <summary>The lexeme after the number, before its unit.</summary>
    public int NumberEnd { get; init; } = End;

    public double? High { get; init; }

    /// <summary>Whether the number is a part of something: "two thirds".</summary>
    public bool IsFraction { get; init; }

    public string? Unit { get; init; }

    public string? Kind { get; init; }

    public string Change { get; init; } = "=";

    public double? From { get; init; }

    public double? To { get; init; }
}

/// <summary>The grammar of quantities: [change] [sign] number [to number] [unit] [per unit].</summary>
internal sealed class QuantityReader(Numerals numerals, Units units, Changes changes, CountedNouns nouns)
{
    public static QuantityReader Load(Numerals numerals) => new(numerals, Units.Load(), Changes.Load(), CountedNouns.Load());

    /// <summary>Words with which a number may begin and that are none by themselves.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _openers =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "a", "an", "the", "one", "half", "tens", "dozens", "hundreds", "thousands", "millions", "billions", "trillions" }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a number of any kind may begin at a lexeme, ordinals too: at most words of a text none does.</summary>
    public bool MayBegin(Lexemes s, int at) => s.IsNumber(at) || s.IsSign(at, '.') || (s.IsWord(at) && (_openers.Contains(s.Form(at)) || numerals.BeginsNumber(s, at)));

    /// <summary>The quantity whose number begins at a lexeme; null when none does, or when the number only names something.</summary>
    public QuantityDraft? Read(AnalyzedDocument document, Lexemes s, int at)
    {
        if (Vague(s, at) is { } vague)
        {
            return WithChange(s, WithPer(s, WithNoun(document, s, WithUnit(s, vague))));
        }

        if (Number(s, at) is not { } number || NumberNames.IsName(units, s, at, number.End))
        {
            return null;
        }

        var sign = units.Before(s, at);
        if (sign is null && NumberNames.IsGluedToLetters(s, at))
        {
            return null;
        }

        var draft = new QuantityDraft(sign?.First ?? at, at, number.End, number.Value) { IsFraction = number.IsFraction, Unit = sign?.Unit.Code, Kind = sign?.Unit.Kind };
        draft = WithScaleLetter(s, draft);
        draft = draft.Unit is null ? WithUnit(s, draft) : WithDollarWord(s, draft);
        draft = draft.IsFraction ? draft : WithRange(s, draft);
        draft = draft.Unit is null ? WithNoun(document, s, draft) : draft;
        if (draft.Unit is null && NumberNames.IsBareName(s, draft))
        {
            return null;
        }

        draft = WithPer(s, draft);
        return Negative(s, draft) ?? WithChange(s, draft);
    }

    /// <summary>"minus 5 degrees", "-5 degrees". A share with a minus sign went down.</summary>
    private static QuantityDraft? Negative(Lexemes s, QuantityDraft draft)
    {
        if (draft is not { Value: { } value, High: null } || draft.First != draft.Number)
        {
            return null;
        }

        var word = s.IsHyphen(draft.First - 1) ? draft.First - 2 : draft.First - 1;
        if (s.Is(word, "minus"))
        {
            return draft with { First = word, Value = -value };
        }

        var sign = draft.First - 1;
        var signed = s.Has(sign) && s.Glued(draft.First) && !s.Glued(sign) && s[sign].Kind == LexemeKind.Sign && s.Form(sign)[0] is '-' or '−';
        return signed && draft.Kind is not ("share" or null) ? draft with { First = sign, Value = -value } : null;
    }

    /// <summary>"190 billion", "two dozen", "half a million", "two-thirds", "tens of millions".</summary>
    private Numeral? Number(Lexemes s, int at)
    {
        if (s.IsSign(at, '.') && s.Digits(at + 1, 1, 4) is { } decimals && s.Glued(at + 1) && !s.Glued(at))
        {
            return new Numeral(decimals / Math.Pow(10, s[at + 1].Length), at + 2, InDigits: true);
        }

        if (s.Is(at, "half") && s.IsAny(at + 1, "a", "of") is var article && numerals.ScaleOf(s, article ? at + 2 : at + 1) is > 1 and var half)
        {
            return new Numeral(half / 2, article ? at + 3 : at + 2, InDigits: false);
        }

        if (Part(s, at) is { } part)
        {
            return part;
        }

        if (s.Is(at, "half") && (s.IsAny(at + 1, "the", "its", "their", "all") || (s.Is(at + 1, "of") && !s.Is(at + 2, "which"))))
        {
            return new Numeral(0.5, at + 1, InDigits: false) { IsFraction = true };
        }

        if (s.IsAny(at, "a", "the") && s.Is(at + 1, "dozen") && !s.IsAny(at + 2, "s"))
        {
            return new Numeral(12, at + 2, InDigits: false);
        }

        if (numerals.Cardinal(s, at) is not { } number)
        {
            return null;
        }

        return s.Is(number.End, "dozen") ? new Numeral(number.Value * 12, number.End + 1, number.InDigits)
            : s.IsAny(number.End, "score") && number.Value < 10 ? new Numeral(number.Value * 20, number.End + 1, number.InDigits)
            : s.Is(number.End, "and") && s.Is(number.End + 1, "a") && s.Is(number.End + 2, "half") ? new Numeral(number.Value + 0.5, number.End + 3, number.InDigits) : number;
    }

    /// <summary>"dozens of ships", "tens of thousands of people": from the least that the words allow to ten times as many.</summary>
    private QuantityDraft? Vague(Lexemes s, int at)
    {
        double least = s.Is(at, "tens") ? 10 : s.Is(at, "dozens") ? 12 : s.Is(at, "hundreds") ? 100 : s.Is(at, "thousands") ? 1e3 : s.Is(at, "millions") ? 1e6 : s.Is(at, "billions") ? 1e9 : s.Is(at, "trillions") ? 1e12 : 0;
        if (least == 0 || !s.Is(at + 1, "of"))
        {
            return null;
        }

        var end = at + 2;
        double scale = s.Is(end, "thousands") ? 1e3 : s.Is(end, "millions") ? 1e6 : s.Is(end, "billions") ? 1e9 : s.Is(end, "trillions") ? 1e12 : 1;
        end = scale > 1 && s.Is(end + 1, "of") ? end + 2 : end;
        return scale > 1 && end == at + 2 ? null : new QuantityDraft(at, at, end, least * scale) { High = least * scale * 10 };
    }

    /// <summary>"a third", "two-thirds", "three quarters", "one fifth".</summary>
    private Numeral? Part(Lexemes s, int at)
    {
        double? over = s.IsAny(at, "a", "one") ? 1 : numerals.Cardinal(s, at, scales: false) is { InDigits: false, Value: > 1 and < 10 } some && some.End == at + 1 ? some.Value : null;
        if (over is not { } parts)
        {
            return null;
        }

        var next = s.IsHyphen(at + 1) ? at + 2 : at + 1;
        double under = s.IsAny(next, "third", "thirds") ? 3 : s.IsAny(next, "quarter", "quarters", "fourth", "fourths") ? 4 : s.IsAny(next, "fifth", "fifths") ? 5 : s.IsAny(next, "tenth", "tenths") ? 10 : s.IsAny(next, "sixth", "sixths") ? 6 : s.IsAny(next, "seventh", "sevenths") ? 7 : s.IsAny(next, "eighth", "eighths") ? 8 : 0;
        return under > parts && (s.Is(next + 1, "of") || s.IsAny(at - 1, "by") || changes.Moves(s, at)) ? new Numeral(parts / under, next + 1, InDigits: false) { IsFraction = true } : null;
    }

    /// <summary>"$5m", "£2.7bn", "3k": a letter glued to digits multiplies money and things; alone after a whole number it is metres or tonnes.</summary>
    private static QuantityDraft WithScaleLetter(Lexemes s, QuantityDraft draft)
    {
        var at = draft.End;
        if (s.IsNumber(at - 1) && draft is { Unit: null, Value: { } bare } && s.Form(at) is "B" or "M" && s.IsWord(at + 1) && CountedNouns.Singular(s.Form(at + 1).ToString()) is not null)
        {
            return draft with { Value = bare * (s.Is(at, "B") ? 1e9 : 1e6), End = at + 1 };
        }

        if (!s.IsNumber(at - 1) || !(s.Glued(at) || draft.Kind == "money") || !s.IsAny(at, "m", "k", "b", "t", "tn", "mn") || draft.Value is not { } value)
        {
            return draft;
        }

        var counted = s.Is(at + 1, "of") || s.IsWord(at + 1) && CountedNouns.Singular(s.Form(at + 1).ToString()) is not null;
        if (draft.Kind != "money" && !s.IsAny(at, "k") && !counted && s.Form(at - 1).IndexOf('.') < 0)
        {
            return draft;
        }

        var scale = s.IsAny(at, "k") ? 1e3 : s.IsAny(at, "m", "mn") ? 1e6 : s.IsAny(at, "b") ? 1e9 : 1e12;
        return draft with { Value = (double)decimal.Round((decimal)(value * scale), 4), End = at + 1 };
    }

    private QuantityDraft WithUnit(Lexemes s, QuantityDraft draft)
    {
        var at = s.IsHyphen(draft.End) ? draft.End + 1 : draft.End;
        if (units.After(s, at) is not { } unit || (unit.Unit.Kind == "money" && unit.Unit.Code == "$") || NumberNames.IsWordElsewhere(s, at, unit))
        {
            return draft;
        }

        return draft with { Unit = unit.Unit.Code, Kind = unit.Unit.Kind, End = unit.End };
    }

    /// <summary>"$5 US dollars", "US$5 dollars": the word repeats the sign.</summary>
    private QuantityDraft WithDollarWord(Lexemes s, QuantityDraft draft) =>
        units.After(s, draft.End) is { Unit.Kind: "money" } repeated && s.IsWord(draft.End) ? draft with { End = repeated.End, Unit = repeated.Unit.Code == "USD" ? draft.Unit : repeated.Unit.Code } : draft;

    /// <summary>"5-10%", "$5 to $10", "between 1 and 2 million", "from 3% to 5%".</summary>
    private QuantityDraft WithRange(Lexemes s, QuantityDraft draft)
    {
        var dash = s.IsDash(draft.End) && (!s[draft.End].Gap || s.IsNumber(draft.End + 1));
        var before = draft.First - 1;
        var joined = dash || s.Is(draft.End, "to") || (s.Is(draft.End, "and") && s.IsAny(before, "between")) || (s.Is(draft.End, "or") && draft.Unit is null);
        if (!joined)
        {
            return draft;
        }

        var next = s.IsDash(draft.End + 1) ? draft.End + 2 : draft.End + 1;
        while (s.Has(next) && units.Before(s, next) is null && !s.IsNumber(next) && !s.IsWord(next) && next < draft.End + 4)
        {
            next++;
        }

        if (units.Before(s, next + 1) is not null && s.Has(next + 1) && Number(s, next) is null)
        {
            next++;
        }

        if (Number(s, next) is not { } other)
        {
            return draft;
        }

        // "rose 2 percent to 4,150.25": the second is the level, not the end of a range
        if (s.Is(draft.End, "to") && draft.Kind == "share" && units.Before(s, next) is null && units.After(s, s.IsHyphen(other.End) ? other.End + 1 : other.End)?.Unit.Kind is not "share")
        {
            return draft;
        }

        var sign = units.Before(s, next);
        var second = WithScaleLetter(s, new QuantityDraft(next, next, other.End, other.Value) { Unit = sign?.Unit.Code, Kind = sign?.Unit.Kind });
        second = second.Unit is null ? WithUnit(s, second) : second;
        return Merge(s, draft, second, s.Is(before, "from"));
    }

    private QuantityDraft Merge(Lexemes s, QuantityDraft first, QuantityDraft second, bool from)
    {
        if (first.Unit is not null && second.Unit is not null && first.Unit != second.Unit)
        {
            return first;
        }

        var low = first.Value ?? 0;
        var high = second.Value ?? 0;
        var verb = from ? changes.Around(s, first.First - 1, first.First - 1, moves: true).Change : "=";
        if (verb is not ("up" or "down") && high < low && low >= 1000 * high)
        {
            return first;
        }

        // "1 to 2 million": the scale of the second holds for both, but not in "$200 to $4 million"
        if (low < 1000 && numerals.ScaleOf(s, second.NumberEnd - 1) is > 1 and var shared && numerals.ScaleOf(s, first.NumberEnd - 1) == 1 && low * shared <= high)
        {
            low *= shared;
        }

        if (verb is not ("up" or "down") && high <= low)
        {
            return first;
        }

        return first with
        {
            End = second.End,
            Value = low,
            High = high,
            From = verb is "up" or "down" ? low : null,
            To = verb is "up" or "down" ? high : null,
            Change = verb is "up" or "down" ? verb : "=",
            Unit = first.Unit ?? second.Unit,
            Kind = first.Kind ?? second.Kind,
        };
    }

    private QuantityDraft WithNoun(AnalyzedDocument document, Lexemes s, QuantityDraft draft)
    {
        var at = s.IsHyphen(draft.End) ? draft.End + 1 : draft.End;
        at = draft.IsFraction && s.Is(at, "of") && !s.IsAny(at + 1, "the", "a", "an", "its", "their", "his", "our", "all") ? at + 1
            : draft.IsFraction && s.Is(at, "the") ? at + 1
            : s.IsAny(at, "of") && s.IsAny(at + 1, "the", "its", "their", "his", "our") && draft.Value is { } n && n == Math.Floor(n) ? at + 2 : at;
        if (nouns.After(document, s, draft.Number, at) is { } noun)
        {
            return draft with { Unit = noun.Noun, Kind = "count", End = noun.End };
        }

        return at == draft.End + 1 && s.IsHyphen(draft.End) && nouns.One(s, at) is { } joined ? draft with { Unit = joined, Kind = "count", End = at + 1 } : draft;
    }

    /// <summary>"$70 a share", "20 barrels per day", "60 miles an hour", "5 dollars/barrel".</summary>
    private QuantityDraft WithPer(Lexemes s, QuantityDraft draft)
    {
        // "3 million barrels of oil a day"
        if (draft.Unit is not null && draft.Kind != "money" && s.Is(draft.End, "of") && s.IsWord(draft.End + 1) && s.IsAny(draft.End + 2, "a", "an", "per", "each", "every") && units.After(s, draft.End + 3) is { Unit.Kind: "time" } time)
        {
            return draft with { Unit = draft.Unit + "/" + time.Unit.Code };
        }

        var per = s.Is(draft.End, "per") || (s.IsSign(draft.End, '/') && s.Glued(draft.End));
        if (!per && !s.IsAny(draft.End, "a", "an", "each", "every") || s.IsAny(draft.End, "each") && !s.IsWord(draft.End + 1))
        {
            return draft;
        }

        var unit = units.After(s, draft.End + 1);
        var noun = unit?.Unit.Code ?? (per || s.IsAny(draft.End + 1, "share", "person", "head", "piece", "barrel", "ton", "seat", "ticket", "employee", "household") ? nouns.One(s, draft.End + 1) : null);
        if (noun is null || unit?.Unit.Kind is "money" or "share" or "age" || s.IsAny(unit?.End ?? draft.End + 2, "earlier", "ago", "later", "before"))
        {
            return draft;
        }

        return draft with { Unit = draft.Unit is null ? "/" + noun : draft.Unit + "/" + noun, End = unit?.End ?? draft.End + 2 };
    }

    private QuantityDraft WithChange(Lexemes s, QuantityDraft draft)
    {
        if (draft.From is not null)
        {
            return draft;
        }

        // who lost five soldiers lost no level; what grew by five soldiers did grow
        var moves = draft.Kind is not ("time" or "age" or "count") || s.Is(draft.First - 1, "by") || draft.Unit is "point" || draft.IsFraction;
        if (Sign(s, draft) is { } sign)
        {
            return draft with { Change = sign, First = draft.First - 1 };
        }

        var found = changes.Around(s, draft.First, draft.End, moves);
        if (found.Change is "=" or "~" && draft is { High: null, IsFraction: false, Value: { } value } && changes.Reached(s, draft.First) is { } direction)
        {
            return draft with { Change = direction, To = value, First = found.First, End = found.End };
        }

        if (found.Change == "=" && s.IsSign(draft.End, '+') && s.Glued(draft.End))
        {
            return draft with { Change = ">", End = draft.End + 1 };
        }

        // "fell by a fifth" and "fell by 20%" are the same
        return draft.IsFraction && draft.Unit is null && found.Change is "up" or "down"
            ? draft with { Change = found.Change, First = found.First, Value = draft.Value * 100, Unit = "%", Kind = "share" }
            : draft with { Change = found.Change, First = found.First, End = found.End };
    }

    /// <summary>"+0.2%", "-0.2%", "~40 tonnes", "&gt;40 tonnes".</summary>
    private static string? Sign(Lexemes s, QuantityDraft draft)
    {
        if (draft.First < 1 || !s.Glued(draft.First) || (draft.First > 1 && s.Glued(draft.First - 1) && !s.IsSign(draft.First - 2, '(')) || s[draft.First - 1].Kind != LexemeKind.Sign)
        {
            return null;
        }

        return s.Form(draft.First - 1)[0] switch
        {
            '+' => "up",
            '-' or '−' or '–' when draft.Kind == "share" => "down",
            '~' or '≈' => "~",
            '>' => ">",
            '<' => "<",
            _ => null,
        };
    }
}
